import type { CommitmentStatus } from '../../schemas/commitment.ts'
import { deadlines, dueDay } from '../../schemas/due-day.ts'
import { monthOf, type Period } from '../../schemas/period.ts'
import type { TimeExpression } from '../../schemas/time.ts'

type Time = Pick<TimeExpression, 'relation' | 'start' | 'end'>

/**
 * The day by which a promise is to hold, and from which on figures can tell: not before the month it was made in.
 * `several`: it names other days too, and `last` is the time that counts.
 */
export type Due = { day: string | null; settledFrom: string | null; several: boolean; last: Time | null }

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** The last day on which a time can still be kept: of "inden ..." the day before. */
const lastDay = (time: Time): string => (time.relation === 'before' ? dayBefore(dueDay(time)) : dueDay(time))

/**
 * When a promise is to hold. What was done or under way when the letter was written holds from its date on; what is
 * planned without a time has no day.
 */
export function dueOf(
  commitment: { status: CommitmentStatus; times: Time[] },
  letterDate: string | null,
): Due {
  const ahead = deadlines(commitment, letterDate).toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))
  const last = ahead.at(-1)
  if (!last) {
    const day = commitment.status === 'planned' ? null : letterDate
    return { day, settledFrom: day, several: false, last: null }
  }
  const day = lastDay(last)
  const made = letterDate === null ? '' : monthOf(letterDate).start
  const several = new Set(ahead.map(lastDay)).size > 1
  return { day, settledFrom: [day, made].sort().at(-1) ?? day, several, last }
}

/**
 * Whether the figures of a period can show what is to hold on a day: the period begins on it or later, or ends with it.
 * Of a month in which the day lies further in, some of the figures are from before it.
 */
export function canSettle({ start, end }: Period, day: string): boolean {
  return start >= day || end === day
}

/** The first month whose figures can show what is to hold on a day. */
export function settlingMonth(day: string): string {
  const own = monthOf(day)
  return (canSettle(own, day) ? own : monthOf(day, 1)).code
}
