import { endOfLimit } from '../../data/holidays.ts'
import { addDays, monthsPeriod, partsOf } from '../../schemas/calendar.ts'
import type { CaseStep, StepKind } from '../../schemas/case.ts'
import { dueDay } from '../../schemas/due-day.ts'
import type { TimeExpression } from '../../schemas/time.ts'
import { danishMonth } from '../danish-words.ts'
import { type DraftStep, draftSteps, receivedDay } from './draft-steps.ts'
import { caseWords } from './matter.ts'
import type { Thread } from './thread-letters.ts'

const isRequest = (kind: StepKind): boolean =>
  kind === 'request' || kind === 'reminder' || kind === 'supplementary-request'
const isStatement = (kind: StepKind): boolean => kind === 'statement' || kind === 'further-statement'
export const stepIs = { request: isRequest, statement: isStatement }

/** The steps of a case in order of time, with what each is there and how the time limits were kept by `today`. */
export function buildSteps(thread: Thread, today: string): CaseStep[] {
  const steps: CaseStep[] = []
  for (const draft of draftSteps(thread)) {
    const letter = draft.node?.entry.letter
    steps.push({
      kind: kindOf(draft, steps),
      letterId: letter?.id ?? null,
      from: draft.from,
      date: draft.date,
      period: draft.period,
      received: letter ? receivedDay(letter.id, thread) : null,
      subject: letter?.subject ?? null,
      caseNumbers: letter?.caseNumbers ?? [],
      replyDeadline: null,
      statusDataPeriod: letter?.statusDataPeriod ?? null,
      mentionedBy: draft.mentionedBy,
      placedBy: draft.placedBy,
      sources: (letter?.sources ?? []).map(({ file, pages }) => ({ file, pages })),
    })
  }
  const limits = new Map(thread.map(({ node: { entry } }) => [entry.letter.id, entry.letter.replyDeadline]))
  return steps.map((step, at) => {
    const limit = limits.get(step.letterId ?? '')
    return limit ? { ...step, replyDeadline: replyDeadline(limit, answerTo(steps, at), today) } : step
  })
}

function kindOf(draft: DraftStep, before: CaseStep[]): StepKind {
  const { node } = draft
  if (draft.toAll) return 'general-letter'
  if (node?.sentAs) return node.sentAs
  switch (node?.entry.letter.kind) {
    case 'committee-orientation':
      return 'orientation'
    case 'acknowledgement':
      return reportsData(draft, before) ? 'status' : 'acknowledgement'
    case 'other':
    case 'plan':
      return reportsData(draft, before) ? 'status' : 'other'
    case 'request':
    case 'statement':
    case undefined:
      return draft.from === 'state' ? requestKind(draft, before) : statementKind(draft, before)
  }
}

/** A letter of the ministry, written when the data were there that an earlier one announced a status on, about them. */
function reportsData({ node, from, date }: DraftStep, before: CaseStep[]): boolean {
  const month = before.findLast(({ statusDataPeriod }) => statusDataPeriod !== null)?.statusDataPeriod
  if (!node || from !== 'state' || !date || !month) return false
  const { year, month: number } = partsOf(`${month}-01`)
  return date > monthsPeriod(year, number).end && node.entry.text.includes(danishMonth(month))
}

function requestKind(draft: DraftStep, before: CaseStep[]): StepKind {
  const { further, reminder } = caseWords()
  const last = before.findLast(({ kind }) => isRequest(kind) || isStatement(kind))
  const words = draft.mentionedBy.map(({ quote }) => quote).join('\n')
  const own = draft.node ? `${draft.node.entry.letter.subject ?? ''}\n${draft.node.entry.text}` : words
  if (last && isStatement(last.kind)) return 'supplementary-request'
  if (last && reminder.test(own)) return 'reminder'
  return further.test(`${draft.node?.entry.letter.subject ?? ''}\n${words}`)
    ? 'supplementary-request'
    : 'request'
}

function statementKind(draft: DraftStep, before: CaseStep[]): StepKind {
  const last = before.findLast(({ kind }) => isRequest(kind))
  const again =
    before.some(({ kind }) => isStatement(kind)) ||
    last?.kind === 'supplementary-request' ||
    caseWords().further.test(draft.node?.entry.letter.subject ?? '')
  return again ? 'further-statement' : 'statement'
}

/** The statement that answers the request at `at`: the first one before the next request; null when there is none. */
export function answerTo(steps: CaseStep[], at: number): CaseStep | null {
  const next = steps.findIndex(({ kind }, i) => i > at && isRequest(kind) && kind !== 'reminder')
  return steps.slice(at + 1, next < 0 ? undefined : next).find(({ kind }) => isStatement(kind)) ?? null
}

function replyDeadline(
  limit: TimeExpression,
  answer: CaseStep | null,
  today: string,
): CaseStep['replyDeadline'] {
  const day = limit.relation === 'before' ? addDays(dueDay(limit), -1) : dueDay(limit)
  const lastDay = endOfLimit(day)
  const came = answer?.date ?? answer?.received ?? null
  const state = answer
    ? came !== null && came > lastDay
      ? 'answered-late'
      : 'answered'
    : today > lastDay
      ? 'overdue'
      : 'open'
  return { day, lastDay, quote: limit.quote, answeredBy: answer?.letterId ?? null, state }
}
