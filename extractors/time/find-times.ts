import type { Period } from '../../schemas/calendar.ts'
import type { FoundTimes } from '../../schemas/time.ts'
import { latinPattern } from '../language/latin.ts'
import { danish, startsIn } from './danish.ts'
import type { LetterOption } from './family.ts'
import { fold } from './fold.ts'
import type { DanishResult } from './reading.ts'

/** "l. maj", "2o. maj", "i0. maj", "uge lO" of a scan. */
const letterAsDigit = latinPattern(
  String.raw`[lL](?<!\p{L}.)[\dlL]?(?=\.)|[lLoO](?<=\d.)(?!\p{L})|[iI](?<!\p{L}.)(?=\d\.)|[lL](?<=[uU]ge .)`,
)

/**
 * Everything about time in a Danish text: times with their first and last day, recurrences, and date-like passages
 * that are no deadline, each in order of position. A year that the words do not give is taken from `reference` and
 * the tense of the clause, and named in `assumed`. An expression never crosses a line end.
 * @param reference the letter's date, `YYYY-MM-DD`
 * @throws RangeError when `reference` is no date
 * @param options `tense` overrules the tense of the clauses, say for a heading "Det har vi gjort"
 */
export function findTimes(
  text: string,
  reference: string,
  options: { tense?: 'past' | 'future' } = {},
): FoundTimes {
  const day = new Date(`${reference}T12:00:00`)
  if (Number.isNaN(day.getTime()) || !/^\d{4}-\d\d-\d\d$/.test(reference))
    throw new RangeError(`Not a date: ${reference}`)
  const found: FoundTimes = { times: [], recurrences: [], rejected: [] }
  const folded = fold(text)
  const option: LetterOption = {
    original: text,
    reference,
    tense: options.tense ?? null,
    starts: startsIn(folded),
  }
  if (option.starts.every((at) => at.length === 0)) return found
  const results = danish.parse(folded, day, option as object) as DanishResult[]
  for (const { index, stop, rule, reading } of results) {
    const span = { start: index, end: stop }
    const quote = text.slice(index, stop)
    if (reading.type === 'every') found.recurrences.push({ quote, span, every: reading.every, rule })
    if (reading.type === 'rejected') found.rejected.push({ quote, span, reason: reading.reason })
    if (reading.type === 'time') {
      const { start, end } = reading.options[0] as Period
      const relation = reading.relation ?? (reading.grain === 'day' ? 'at' : 'during')
      found.times.push({
        quote,
        span,
        relation,
        start,
        end,
        grain: reading.grain,
        assumed: letterAsDigit.test(quote)
          ? [...reading.assumed, 'a letter read as a digit']
          : reading.assumed,
        rule,
      })
    }
  }
  return found
}
