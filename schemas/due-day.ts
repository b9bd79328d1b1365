import type { TimeExpression } from './time.ts'

/** The day on which a time falls due: the last of its period, and of "inden ..." (before a period) the first. */
export function dueDay(time: Pick<TimeExpression, 'relation' | 'start' | 'end'>): string {
  return time.relation === 'before' ? time.start : time.end
}
