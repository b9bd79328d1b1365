import { addDays } from './calendar.ts'
import type { CommitmentStatus } from './commitment.ts'
import type { TimeExpression } from './time.ts'

type Time = Pick<TimeExpression, 'relation' | 'start' | 'end'>

/**
 * The day on which a time falls due: the last of its period; of "fra ..." the first, when it begins; and of "inden ..."
 * the first too, before which it is to be done.
 */
export function dueDay({ relation, start, end }: Time): string {
  return relation === 'from' || relation === 'before' ? start : end
}

/** Whether a time has come at the end of `day`: on the day it falls due; of "inden ..." the day before, the last one. */
export function hasCome(time: Time, day: string): boolean {
  return time.relation === 'before' ? dueDay(time) <= addDays(day, 1) : dueDay(time) <= day
}

/**
 * The times of a commitment that set a day for it. A time that lay wholly before the letter tells what happened, and
 * so does one of a step that was under way or done when its day had come by the letter's date ("siden 1. maj").
 * @param letterDate null when the letter is undated: then all its times count
 */
export function deadlines<T extends Time>(
  { status, times }: { status: CommitmentStatus; times: T[] },
  letterDate: string | null,
): T[] {
  if (letterDate === null) return times
  const isPast = (time: T) => {
    if (status !== 'planned') return dueDay(time) <= letterDate
    return time.relation === 'before' ? time.start <= letterDate : time.end < letterDate
  }
  return times.filter((time) => !isPast(time))
}

/** The days on which a commitment falls due, in order. */
export function dueDays(
  commitment: { status: CommitmentStatus; times: Time[] },
  letterDate: string | null,
): string[] {
  return deadlines(commitment, letterDate).map(dueDay).sort()
}
