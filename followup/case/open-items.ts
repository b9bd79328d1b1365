import type { Case, CaseStep, OpenItem } from '../../schemas/case.ts'
import { deadlines, dueDay, hasCome } from '../../schemas/due-day.ts'
import { leadingExpectation } from '../build-checklist.ts'
import { type CaseLetter, checklistLetter } from '../case-letter.ts'
import { danishDate, danishMonth, danishTime } from '../danish-words.ts'
import { dataExpected } from '../data-expected.ts'
import { shorten } from '../markdown/shorten.ts'
import { ministryAnswer } from '../ministry-answer.ts'
import { answerTo, stepIs } from './build-steps.ts'
import { letterWords } from './case-texts.ts'

type Open = Pick<Case, 'ministryWaitsFor' | 'municipalityWaitsFor' | 'next'>
const quoteLength = 120

/** What each side waits for by the letters of a case, and what comes next from `today` on. */
export function openItems(steps: CaseStep[], letters: CaseLetter[], today: string): Open {
  const statement = steps.findLast(({ kind, letterId }) => stepIs.statement(kind) && letterId !== null)
  const entry = letters.find(({ letter }) => letter.id === statement?.letterId)
  const ministryWaitsFor = [...unanswered(steps, today), ...expectation(steps, letters, entry, today)]
  const municipalityWaitsFor = [...answer(steps, statement), ...status(steps, today)]
  const coming = [
    ...[...ministryWaitsFor, ...municipalityWaitsFor].flatMap(({ day, text, letterId, commitmentId }) =>
      day === null ? [] : [{ day, text, letterId, commitmentId }],
    ),
    ...promised(entry),
  ].filter(({ day }) => day >= today)
  const [next] = coming.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return { ministryWaitsFor, municipalityWaitsFor, next: next ?? null }
}

const item = (code: OpenItem['code'], text: string, more: Partial<OpenItem>): OpenItem => ({
  code,
  day: null,
  overdue: false,
  letterId: null,
  commitmentId: null,
  text,
  ...more,
})

/** The last request, when no statement answers it. */
function unanswered(steps: CaseStep[], today: string): OpenItem[] {
  // A status may ask for an account, too.
  const at = steps.findLastIndex(
    ({ kind, replyDeadline }) => stepIs.request(kind) || (kind === 'status' && replyDeadline !== null),
  )
  const request = steps[at]
  if (!request || answerTo(steps, at)) return []
  const closed = steps.slice(at + 1).some(({ kind }) => kind === 'acknowledgement' || kind === 'status')
  if (closed) return []
  const { letterId, replyDeadline } = request
  const lastDay = replyDeadline?.lastDay ?? null
  const limit = lastDay ? `, senest ${danishDate(lastDay)}` : ''
  const here = letterId ? '' : '; svaret er ikke blandt brevene her'
  return [
    item(
      'statement',
      `kommunens svar på ${letterWords(request)}${limit}${here}${told(steps.slice(at + 1))}`,
      {
        day: lastDay,
        overdue: lastDay !== null && today > lastDay,
        letterId,
      },
    ),
  ]
}

/** The compliance that the municipality expects, by its last statement, unless a status has been made since. */
function expectation(
  steps: CaseStep[],
  letters: CaseLetter[],
  entry: CaseLetter | undefined,
  today: string,
): OpenItem[] {
  if (!entry || steps.some(({ kind }) => kind === 'status')) return []
  const statement = checklistLetter(entry, today)
  const answering = letters.findLast(
    ({ letter }) => letter.acknowledges && letter.linked.some(({ id }) => id === statement.id),
  )
  const noted = answering ? ministryAnswer(answering.letter, statement.items) : null
  const leading = leadingExpectation(statement, noted)
  const promise = statement.items.find(({ id }) => id === leading?.itemId)
  if (!promise) return []
  const last = deadlines(promise, statement.date)
    .toSorted((a, b) => (dueDay(a) < dueDay(b) ? -1 : 1))
    .at(-1)
  const words = `»${shorten(promise.quote, quoteLength, last ? [last.quote] : [])}«`
  const come = last && hasCome(last, today) ? '; tidspunktet er kommet' : ''
  const time = last ? ` (${danishTime(last)})${come}` : ' (uden tidspunkt)'
  return [
    item('compliance', `at det sker, som kommunen forventer: ${words}${time}`, {
      day: last ? dueDay(last) : null,
      letterId: statement.id,
      commitmentId: promise.id,
    }),
  ]
}

/** The ministry's answer to the last statement, when no letter here gives one. */
function answer(steps: CaseStep[], statement: CaseStep | undefined): OpenItem[] {
  if (!statement) return []
  const after = steps.slice(steps.indexOf(statement) + 1)
  const answered = after.some(
    ({ kind }) => kind === 'acknowledgement' || kind === 'status' || stepIs.request(kind),
  )
  if (answered) return []
  return [
    item('answer', `ministeriets svar på ${letterWords(statement)}${told(after)}`, {
      letterId: statement.letterId,
    }),
  ]
}

/** That the committee was told without another request to the municipality, which may close the case. */
function told(after: CaseStep[]): string {
  const orientation = after.find(({ kind }) => kind === 'orientation')
  if (!orientation) return ''
  const when = orientation.date ? ` ${danishDate(orientation.date)}` : ''
  return `; udvalget er orienteret${when}, uden at kommunen er bedt om mere`
}

/** The status on data that was announced last, when none has been made since. */
function status(steps: CaseStep[], today: string): OpenItem[] {
  const at = steps.findLastIndex(({ statusDataPeriod }) => statusDataPeriod !== null)
  const step = steps[at]
  if (!step?.statusDataPeriod || steps.slice(at + 1).some(({ kind }) => kind === 'status')) return []
  const day = dataExpected(step.statusDataPeriod)
  const text = `ministeriets status på data for ${danishMonth(step.statusDataPeriod)}, der ventes omkring ${danishDate(day)}`
  return [item('status', text, { day, overdue: day < today, letterId: step.letterId })]
}

/** The days that the last statement's promises set. */
function promised(entry: CaseLetter | undefined): NonNullable<Case['next']>[] {
  if (!entry) return []
  const { letter } = entry
  return letter.commitments
    .filter(({ review, status }) => review !== 'rejected' && status !== 'done')
    .flatMap((commitment) =>
      deadlines(commitment, letter.date).map((time) => ({
        day: dueDay(time),
        text: `»${shorten(commitment.quote, quoteLength, [time.quote])}« (${danishTime(time)})`,
        letterId: letter.id,
        commitmentId: commitment.id,
      })),
    )
}
