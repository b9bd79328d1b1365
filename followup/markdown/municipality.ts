import type {
  ChecklistItem,
  ChecklistLetter,
  MinistryAnswer,
  MunicipalityChecklist,
} from '../../schemas/checklist.ts'
import type { CommitmentKind } from '../../schemas/commitment.ts'
import { danish } from '../../schemas/glossary.ts'
import { danishDate, danishMonth } from '../danish-words.ts'
import { escapeMarkdown } from './escape.ts'
import { itemLines, quoted, quotedItem, timesOf } from './items.ts'
import { dateOf, listed, signers, sourcesOf } from './letters.ts'

/** The headings under which the kinds of promises stand, and what stands there when there are none. */
const sections = {
  compliance: { title: 'Forventning om at opfylde kravene', none: 'Brevet nævner ingen.' },
  target: { title: 'Mål', none: 'Brevet sætter ingen særskilte mål.' },
  initiative: { title: 'Initiativer', none: 'Brevet nævner ingen.' },
  monitoring: { title: 'Lovet opfølgning', none: 'Brevet lover ingen.' },
} as const satisfies Record<CommitmentKind, { title: string; none: string }>

const kinds = Object.keys(sections) as CommitmentKind[]

/** A municipality's section of the checklist. */
export function municipalitySection(of: MunicipalityChecklist): string[] {
  const { statement, answer } = of
  const promises = (kind: CommitmentKind) => (statement ? promiseSection(statement, kind) : [])
  return [
    `## ${escapeMarkdown(of.municipality.name)}`,
    '',
    ...caseLines(of),
    '',
    ...promises('compliance'),
    ...(statement ? ['### Hvad ministeriet har noteret', '', ...notedLines(answer, statement), ''] : []),
    ...issueLines(of),
    ...promises('target'),
    ...promises('initiative'),
    ...promises('monitoring'),
    ...earlierLines(of.earlierStatements),
    ...of.plans.flatMap(planLines),
  ]
}

/** The case in short: the letters and when they were received, who signed, the status announced, whom to call. */
function caseLines({
  statement,
  answer,
  announced,
  mentions,
  otherLetters,
}: MunicipalityChecklist): string[] {
  const others = otherLetters.map(
    ({ id, kind, date }) => `${danish('kind of letter', kind)} af ${dateOf(date)} (\`${id}\`)`,
  )
  const more = others.length > 0 ? ` Andre breve: ${listed(others)}.` : ''
  const asked = mentions.map(
    ({ letterId, date, again }) =>
      ` Brevet af ${dateOf(date)} (\`${letterId}\`) nævner kommunen som spurgt${again ? ' og som bedt om en opfølgende redegørelse' : ', men ikke som bedt om en opfølgende redegørelse'}.`,
  )
  return [
    `- **Breve:** ${statement ? letterWords(statement) : 'Ingen redegørelse fra kommunen her.'}${statement ? answerWords(answer) : ''}${asked.join('')}${more}`,
    ...(statement ? [`- **Underskrift:** ${signatureWords(statement)}`] : []),
    `- **Bebudet status:** ${
      announced.month
        ? `data for ${danishMonth(announced.month)}: ${announcedWords[announced.relation]} ${announced.quote ? quoted(announced.quote) : ''} (\`${announced.letterId}\`)`
        : announcedWords.none
    }`,
    ...(statement ? [`- **Kontakt:** ${contactWords(statement)}`] : []),
  ]
}

const announcedWords = {
  this: '**det er denne periode.**',
  earlier: '**det er en tidligere periode end denne.**',
  later: '**det er en senere periode end denne.**',
  none: 'ingen i brevene her.',
}

function letterWords(letter: ChecklistLetter): string {
  const { id, kind, date, caseNumbers, refersTo } = letter
  const numbers = caseNumbers.length > 0 ? `, sagsnr. ${caseNumbers.map(escapeMarkdown).join(', ')}` : ''
  const answers = refersTo.length > 0 ? ` Henviser til brev af ${listed(refersTo.map(danishDate))}.` : ''
  const word = danish('kind of letter', kind)
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)} af ${dateOf(date)} (\`${id}\`, ${sourcesOf(letter)}${numbers}).${answers}`
}

function answerWords(answer: MinistryAnswer | null): string {
  if (!answer) return ' Intet svar fra ministeriet her.'
  const received = answer.receivedDate
    ? `Modtaget ${danishDate(answer.receivedDate)}`
    : 'Modtaget (dagen er ikke nævnt)'
  return ` ${received} og besvaret af ministeriet ${dateOf(answer.date)} (\`${answer.letterId}\`, ${escapeMarkdown(answer.source.file)} s. ${answer.source.page}).`
}

function signatureWords({ signatories }: ChecklistLetter): string {
  if (signatories.length === 0) return 'Brevet har ingen underskrift.'
  const assumed = signatories.filter((one) => one.assumed)
  if (assumed.length === 0) return `${signers(signatories)}.`
  return `Brevet har ingen underskrift; ${signers(assumed)}, er antaget efter ministeriets svar.`
}

function promiseSection({ items }: ChecklistLetter, kind: CommitmentKind): string[] {
  const those = items.filter((item) => item.kind === kind)
  const { title, none } = sections[kind]
  return [`### ${title}`, '', ...(those.length > 0 ? itemLines(those) : [none, ''])]
}

/** What the ministry noted beside what the statement says. */
function notedLines(answer: MinistryAnswer | null, { items }: ChecklistLetter): string[] {
  if (!answer) return ['Ministeriets svar er ikke fundet her.']
  if (!answer.noted) return ['Ministeriets svar gengiver ingen forventning.']
  const of = (ids: string[]) => items.filter(({ id, kind }) => kind === 'compliance' && ids.includes(id))
  return [
    `Noteret ${dateOf(answer.date)}: ${quoted(answer.noted.quote)} (\`${answer.letterId}\`).`,
    '',
    verdictWords[answer.verdict],
    '',
    ...of(answer.sameTime).map((item) => `- Brevet siger: ${itemWords(item)}`),
    ...of(answer.notNoted).map((item) => `- Ikke gengivet i noten: ${itemWords(item)}`),
  ]
}

const verdictWords = {
  same: 'Det er samme tidspunkt som i brevet.',
  differs: '**Det afviger fra brevet, som nævner andre tidspunkter.**',
  'letter-undated': '**Det tidspunkt står ikke i brevet, som ingen dato sætter.**',
  'no-time': 'Noten nævner intet tidspunkt, som kan efterprøves.',
  'nothing-noted': '',
}

function itemWords(item: ChecklistItem): string {
  return `${timesOf(item) || 'ingen dato'}: ${quotedItem(item)} (\`${item.id}\`)`
}

function issueLines({ issues }: MunicipalityChecklist): string[] {
  const lines = issues.map(({ message, quote, letterId }) => {
    const words = `${message.slice(0, 1).toLocaleUpperCase('da')}${message.slice(1)}`.replace(/\.?$/, '')
    return `- ${escapeMarkdown(words)}${quote ? `: ${quoted(quote)}` : '.'}${letterId ? ` (\`${letterId}\`)` : ''}`
  })
  return ['### Bør ses af et menneske', '', ...(lines.length > 0 ? lines : ['Intet fundet.']), '']
}

function contactWords({ contact }: ChecklistLetter): string {
  const parts = contact ? [contact.name, contact.phone, contact.email] : []
  const known = parts.filter((part) => part !== null).map(escapeMarkdown)
  return known.length > 0 ? `${known.join(', ')}.` : 'Brevet nævner ingen kontaktperson.'
}

function earlierLines(letters: ChecklistLetter[]): string[] {
  if (letters.length === 0) return []
  return [
    '### Tidligere redegørelser',
    '',
    ...letters.flatMap((letter) => [
      `- ${letterWords(letter)} ${letter.items.length} tilsagn.`,
      ...letter.items.filter(({ kind }) => kind === 'compliance').map((item) => `  - ${itemWords(item)}`),
    ]),
    '',
  ]
}

function planLines(plan: ChecklistLetter): string[] {
  const title = plan.subject ? escapeMarkdown(plan.subject) : `\`${plan.id}\``
  return [
    `### Plan: ${title}`,
    '',
    `${plan.date ? `Af ${danishDate(plan.date)}` : 'Udateret'} (\`${plan.id}\`, ${sourcesOf(plan)}).`,
    '',
    ...kinds.flatMap((kind) => {
      const those = plan.items.filter((item) => item.kind === kind)
      return those.length > 0 ? [`#### ${sections[kind].title}`, '', ...itemLines(those)] : []
    }),
  ]
}
