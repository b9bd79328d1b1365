import type { Case, Cases } from '../../schemas/case.ts'
import type { LetterRecord } from '../../store/letter-records.ts'
import { groupBy } from '../../store/read-commitments.ts'
import { whileSame } from '../../store/unchanged.ts'
import { type CaseLetter, fileOf } from '../case-letter.ts'
import { buildSteps, stepIs } from './build-steps.ts'
import { type CaseNode, caseNodes } from './case-node.ts'
import { caseTitle, letterWords } from './case-texts.ts'
import { openItems } from './open-items.ts'
import { type Thread, threadLetters } from './thread-letters.ts'

/**
 * All cases of some letters, by municipality and time, and the letters that stand in none. Of a municipality whose letters
 * did not change since they were threaded for the day, the very same cases are given.
 * @param letters in the order of their dates, undated ones last
 * @param today `YYYY-MM-DD`
 */
export function buildCases(letters: readonly LetterRecord[], today: string): Cases {
  const nodes = groupBy(letters.flatMap(caseNodes), ({ municipality }) => municipality.code)
  const plans = groupBy(
    letters.filter(({ letter }) => letter.kind === 'plan'),
    ({ letter }) => letter.municipality?.code ?? '',
  )
  const cases = [...nodes].flatMap(([code, [first, ...others]]) =>
    first ? casesOfMunicipality(first, others, plans.get(code) ?? [], today) : [],
  )
  const unplaced = letters
    .filter((entry) => entry.letter.kind !== 'plan' && caseNodes(entry).length === 0)
    .map(({ letter }) => ({
      letterId: letter.id,
      kind: letter.kind,
      date: letter.date,
      file: fileOf(letter),
    }))
  return { today, cases: cases.sort(byMunicipalityAndTime), unplaced }
}

const danish = new Intl.Collator('da')
const firstDay = ({ steps }: Case): string => steps[0]?.date ?? steps[0]?.period?.start ?? ''

function byMunicipalityAndTime(a: Case, b: Case): number {
  return danish.compare(a.municipality.name, b.municipality.name) || (firstDay(a) < firstDay(b) ? -1 : 1)
}

const casesOfMunicipality = whileSame(
  (first: CaseNode, others: CaseNode[], plans: CaseLetter[], today: string): Case[] =>
    threadLetters([first, ...others]).map((thread) => buildCase(thread, plans, today)),
)

function buildCase(thread: Thread, plans: CaseLetter[], today: string): Case {
  const nodes = thread.map(({ node }) => node)
  const [first] = nodes
  if (!first) throw new Error('a case has at least one letter')
  const matter =
    nodes.find((node) => node.matter && node.entry.letter.kind !== 'committee-orientation')?.matter ??
    first.matter
  const steps = buildSteps(thread, today)
  const { code, name } = first.municipality
  return {
    id: `${code}-${first.entry.letter.id}`,
    municipality: { code, name },
    matter: matter?.code ?? null,
    title: caseTitle(thread, matter),
    caseNumbers: [
      ...new Set(steps.flatMap(({ kind, caseNumbers }) => (kind === 'orientation' ? [] : caseNumbers))),
    ],
    steps,
    ...openItems(
      steps,
      nodes.map(({ entry }) => entry),
      today,
    ),
    plans: plans.map(({ letter }) => ({ letterId: letter.id, subject: letter.subject })),
    issues: issues(steps),
  }
}

function issues(steps: Case['steps']): Case['issues'] {
  const found: Case['issues'] = []
  const late = steps.filter(({ replyDeadline }) => replyDeadline?.state === 'answered-late')
  for (const step of late)
    found.push({
      code: 'answered-late',
      message: `${letterWords(step)} er besvaret efter svarfristen.`,
      letterId: step.letterId,
    })
  for (const step of steps)
    if (step.letterId !== null && step.date === null)
      found.push({
        code: 'undated',
        message: 'Brevet har ingen dato; dets plads i sagen er usikker.',
        letterId: step.letterId,
      })
  if (!steps.some(({ kind }) => stepIs.statement(kind)))
    found.push({ code: 'no-statement', message: 'Der er ingen redegørelse i sagen.', letterId: null })
  return found
}
