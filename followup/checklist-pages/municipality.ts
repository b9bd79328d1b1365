import type {
  ChecklistItem,
  ChecklistLetter,
  DeadlineState,
  MinistryAnswer,
  MunicipalityChecklist,
} from '../../schemas/checklist.ts'
import { danishDate, danishMonth, listed } from '../danish-words.ts'
import { type Block, code, type Page, strong, type Text, text } from './blocks.ts'
import { figureBlocks } from './figures.ts'
import {
  capital,
  dateOf,
  evidence,
  itemText,
  letterText,
  quoted,
  quotedItem,
  signatureWords,
  timesOf,
  verdictWords,
} from './words.ts'

const heading = (words: string): Block => ({ kind: 'heading', level: 3, text: words })
const paragraph = (...parts: Parameters<typeof text>): Block => ({ kind: 'paragraph', text: text(...parts) })

/** What a caseworker works from, on a sheet for each municipality: all that is due, open or in doubt. */
export function municipalityPage(of: MunicipalityChecklist): Page {
  const { statement, answer, municipality } = of
  return {
    id: `kommune-${municipality.code}`,
    title: municipality.name,
    blocks: [
      { kind: 'list', tick: false, items: of.summary.map((line) => text(line)) },
      paragraph(strong('Forslag til næste skridt: '), of.nextStep.text),
      heading('Forventninger og afgørelser'),
      ...expectationBlocks(of),
      ...(of.verdicts.length > 0 ? [heading('Tallene'), ...figureBlocks(of.courses, of.verdicts)] : []),
      ...(statement ? promisedBlocks(of, statement) : []),
      heading('Bør ses af et menneske'),
      ...issueBlocks(of),
      heading('Hvem og hvad'),
      { kind: 'facts', rows: factRows(of, statement, answer) },
    ],
  }
}

function expectationBlocks({ statement, verdicts, answer }: MunicipalityChecklist): Block[] {
  if (!statement) return [paragraph('Ingen redegørelse fra kommunen her.')]
  const items = statement.items.filter(({ kind }) => kind === 'compliance' || kind === 'target')
  const rows = items.map((item) => {
    const verdict = verdicts.find(({ commitmentId }) => commitmentId === item.id)
    const noted = answer?.sameTime.includes(item.id) ? ' Noteret af ministeriet.' : ''
    return [
      text(timesOf(item) || 'ingen dato'),
      text(`${quotedItem(item)} `, evidence(item), noted),
      verdict
        ? text(strong(verdictWords(verdict)), ` ${[verdict.reason, ...verdict.remarks].join(' ')}`)
        : text('–'),
    ]
  })
  const noExpectation = items.some(({ kind }) => kind === 'compliance')
    ? []
    : [paragraph('Brevet nævner ingen forventning om at opfylde kravene.')]
  if (rows.length === 0) return noExpectation
  return [
    ...noExpectation,
    {
      kind: 'table',
      caption: 'Hvad kommunen forventer, og hvad tallene viser',
      head: ['Hvornår', 'Kommunens ord', 'Afgørelse'],
      rows,
      shares: [15, 42, 43],
    },
    ...notedBlocks(answer),
  ]
}

function notedBlocks(answer: MinistryAnswer | null): Block[] {
  if (!answer) return [paragraph('Ministeriets svar er ikke fundet her.')]
  if (!answer.noted) return [paragraph('Ministeriets svar gengiver ingen forventning.')]
  return [
    paragraph(
      `Noteret ${dateOf(answer.date)}: ${quoted(answer.noted.quote)} (`,
      code(answer.letterId),
      '). ',
      ...notedVerdict[answer.verdict],
    ),
  ]
}

const notedVerdict: Record<MinistryAnswer['verdict'], Parameters<typeof text>> = {
  same: ['Det er samme tidspunkt som i brevet.'],
  differs: [strong('Det afviger fra brevet, som nævner andre tidspunkter.')],
  'letter-undated': [strong('Det tidspunkt står ikke i brevet, som ingen dato sætter.')],
  'no-time': ['Noten nævner intet tidspunkt, som kan efterprøves.'],
  'nothing-noted': [],
}

const come: DeadlineState[] = ['due', 'partly-due', 'in-force', 'ended']

/** Initiatives whose day has come, and what follow-up is promised. The others stand in the annex. */
function promisedBlocks({ followUp }: MunicipalityChecklist, { items }: ChecklistLetter): Block[] {
  const initiatives = items.filter(({ kind }) => kind === 'initiative')
  const due = initiatives.filter(({ state }) => come.includes(state))
  const rest = initiatives.length - due.length
  const others = rest > 0 ? ` Bilaget har ${rest === 1 ? 'et initiativ' : `${rest} initiativer`} mere.` : ''
  const monitoring = items.filter(({ kind }) => kind === 'monitoring')
  return [
    heading(`Initiativer, hvis tid er kommet (${due.length})`),
    ...(due.length > 0
      ? [{ kind: 'list' as const, tick: true, items: due.map(itemText) }]
      : [paragraph('Ingen med et tidspunkt i eller før perioden.')]),
    ...(others ? [paragraph(others.trim())] : []),
    heading('Lovet opfølgning'),
    ...(monitoring.length > 0
      ? [
          {
            kind: 'list' as const,
            tick: true,
            items: monitoring.map((item) => followUpText(item, followUp)),
          },
        ]
      : [paragraph('Brevet lover ingen.')]),
  ]
}

function followUpText(item: ChecklistItem, followUp: MunicipalityChecklist['followUp']): Text {
  const report = followUp.find(({ itemId }) => itemId === item.id)?.report
  return text(`${quotedItem(item)} `, evidence(item), report ? ` Bed om ${report}.` : null)
}

function issueBlocks({ issues }: MunicipalityChecklist): Block[] {
  if (issues.length === 0) return [paragraph('Intet fundet.')]
  const items = issues.map(({ message, quote, letterId }) => {
    const words = capital(message).replace(/\.?$/, '')
    return text(
      `${words}${quote ? `: ${quoted(quote)}` : '.'}`,
      ...(letterId ? [' (', code(letterId), ')'] : []),
    )
  })
  return [{ kind: 'list', tick: false, items }]
}

function factRows(
  { announced, mentions, otherLetters, caseId }: MunicipalityChecklist,
  statement: ChecklistLetter | null,
  answer: MinistryAnswer | null,
): { name: string; text: Text }[] {
  const rows = statement
    ? [
        { name: 'Kontakt', text: text(contactWords(statement)) },
        { name: 'Underskrift', text: text(signatureWords(statement)) },
        { name: 'Redegørelse', text: letterText(statement) },
        { name: 'Ministeriets svar', text: answerText(answer) },
      ]
    : [{ name: 'Redegørelse', text: text('Ingen redegørelse fra kommunen her.') }]
  const asked = mentions.map(({ letterId, date, again }) =>
    text(
      `Brevet af ${dateOf(date)} (`,
      code(letterId),
      `) nævner kommunen som spurgt${again ? ' og som bedt om en opfølgende redegørelse' : ', men ikke som bedt om en opfølgende redegørelse'}. `,
    ),
  )
  const others =
    otherLetters.length > 0
      ? `Andre breve: ${listed(otherLetters.map(({ id, date }) => `${dateOf(date)} (${id})`))}.`
      : ''
  const more = [...asked.flat(), ...(others ? text(others) : [])]
  return [
    ...rows,
    { name: 'Bebudet status', text: announcedText(announced) },
    ...(more.length > 0 ? [{ name: 'Nævnt', text: more }] : []),
    ...(caseId ? [{ name: 'Sag', text: text(code(caseId)) }] : []),
  ]
}

function announcedText({ month, relation, quote, letterId }: MunicipalityChecklist['announced']): Text {
  if (!month) return text('ingen i brevene her.')
  const where = {
    this: 'det er denne periode.',
    earlier: 'det er en tidligere periode end denne.',
    later: 'det er en senere periode end denne.',
    none: '',
  }
  return text(
    `data for ${danishMonth(month)}: `,
    strong(where[relation]),
    `${quote ? ` ${quoted(quote)}` : ''} (`,
    code(letterId ?? ''),
    ')',
  )
}

function answerText(answer: MinistryAnswer | null): Text {
  if (!answer) return text('Intet svar fra ministeriet her.')
  const received = answer.receivedDate
    ? `Modtaget ${danishDate(answer.receivedDate)}`
    : 'Modtaget (dagen er ikke nævnt)'
  return text(
    `${received} og besvaret ${dateOf(answer.date)} (`,
    code(answer.letterId),
    `, ${answer.source.file} s. ${answer.source.page}).`,
  )
}

function contactWords({ contact }: ChecklistLetter): string {
  const known = (contact ? [contact.name, contact.phone, contact.email] : []).filter((part) => part !== null)
  return known.length > 0 ? known.join(', ') : 'Brevet nævner ingen kontaktperson.'
}
