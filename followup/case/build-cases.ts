import type { Case, Cases } from '../../schemas/case.ts'
import type { ReplyKind } from '../../schemas/reply.ts'
import type { CasePlacement } from '../../store/case-placements.ts'
import { type CaseLetter, fileOf } from '../case-letter.ts'
import { buildSteps, stepIs } from './build-steps.ts'
import { caseNodes } from './case-node.ts'
import { caseTitle, letterWords } from './case-texts.ts'
import { openItems } from './open-items.ts'
import { type Thread, threadLetters } from './thread-letters.ts'

/**
 * All cases of some letters, by municipality and time, and the letters that stand in none.
 * @param letters in the order of their dates, undated ones last
 * @param placements what persons decided about where letters belong
 * @param today `YYYY-MM-DD`
 * @param sentAs what letters that were drafted here were sent as, by their ids
 */
export function buildCases(
  letters: CaseLetter[],
  placements: CasePlacement[],
  today: string,
  sentAs: Map<string, ReplyKind> = new Map(),
): Cases {
  const nodes = caseNodes(letters, placements, sentAs)
  const cases = threadLetters(nodes).map((thread) => buildCase(thread, letters, today))
  const placed = new Set(nodes.map(({ entry }) => entry.letter.id))
  const unplaced = letters
    .filter(({ letter }) => letter.kind !== 'plan' && !placed.has(letter.id))
    .map(({ letter }) => ({
      letterId: letter.id,
      kind: letter.kind,
      date: letter.date,
      file: fileOf(letter),
    }))
  const first = (one: Case) => one.steps[0]?.date ?? one.steps[0]?.period?.start ?? ''
  return {
    today,
    cases: cases.sort(
      (a, b) =>
        a.municipality.name.localeCompare(b.municipality.name, 'da') || (first(a) < first(b) ? -1 : 1),
    ),
    unplaced,
  }
}

function buildCase(thread: Thread, letters: CaseLetter[], today: string): Case {
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
    plans: letters
      .filter(({ letter }) => letter.kind === 'plan' && letter.municipality?.code === code)
      .map(({ letter }) => ({ letterId: letter.id, subject: letter.subject })),
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
