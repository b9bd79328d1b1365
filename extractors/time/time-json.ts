import type { Recurrence, TimeExpression } from '../../schemas/time.ts'
import { findTimes } from './find-times.ts'

type Both = Omit<TimeExpression, 'relation' | 'start' | 'end' | 'grain'> &
  (
    | Pick<TimeExpression, 'relation' | 'start' | 'end' | 'grain'>
    | { relation: null; start: null; end: null; grain: null }
  )
/** A time or a recurrence with the fields of both; those that it does not have are null. */
export type TimeJson = Both & { every: Recurrence['every'] }

/**
 * The times and recurrences of a text in order of position, as `opfolg time --json` prints them.
 * @param reference the letter's date, `YYYY-MM-DD`
 */
export function timeJson(text: string, reference: string): TimeJson[] {
  const { times, recurrences } = findTimes(text, reference)
  const all: TimeJson[] = [
    ...times.map(({ quote, span, relation, start, end, grain, assumed, rule }) => ({
      quote,
      span,
      relation,
      start,
      end,
      grain,
      every: null,
      assumed,
      rule,
    })),
    ...recurrences.map(({ quote, span, every, rule }) => ({
      quote,
      span,
      relation: null,
      start: null,
      end: null,
      grain: null,
      every,
      assumed: [],
      rule,
    })),
  ]
  return all.sort((a, b) => a.span.start - b.span.start)
}
