import type { ParsingContext, Refiner } from 'chrono-node'
import { latinPattern } from '../../language/latin.ts'
import type { DanishResult, TimeReading } from '../reading.ts'

/** "2018 og frem"; "og frem mod juni", "og frem til juni" lead on to another time. */
const onward = latinPattern(
  String.raw`^ {1,3}og {1,3}(?:frem(?:over|efter|ad)?|videre)(?!\p{L})(?! {1,3}(?:mod|til)(?!\p{L}))`,
)

/** Takes in the words after a time that belong to it: "og frem", and the year in "i marts næste år". */
export const trails: Refiner = {
  refine: (context, results) => {
    const kept: DanishResult[] = []
    for (const result of results as DanishResult[]) {
      const previous = kept.at(-1)
      if (previous && (namesYearOf(context, previous, result) || everyYear(context, previous, result)))
        continue
      if (result.reading.type === 'time') goesOn(context, result, result.reading)
      kept.push(result)
    }
    return kept
  },
}

/** "fra 2. halvår 2018 og frem". */
function goesOn(context: ParsingContext, result: DanishResult, reading: TimeReading): void {
  const match = onward.exec(context.text.slice(result.stop, result.stop + 30))
  if (!match) return
  result.stretch(context, result.index, result.stop + match[0].length)
  reading.relation = 'from'
}

/** "i april hvert år", "hvert år den 1. maj": a month or day of every year is no date. */
function everyYear(context: ParsingContext, first: DanishResult, second: DanishResult): boolean {
  if (!/^ {1,3}$/.test(context.text.slice(first.stop, second.index))) return false
  const [every, time] = first.reading.type === 'every' ? [first, second] : [second, first]
  if (every.reading.type !== 'every' || every.reading.every !== 'P1Y') return false
  if (time.reading.type !== 'time' || time.reading.options.length < 2) return false
  first.reading = every.reading
  first.stretch(context, first.index, second.stop)
  return true
}

/** "den 1. november i år", "i marts næste år", "i uge 4 i det nye år": the second time is the year of the first. */
function namesYearOf(context: ParsingContext, first: DanishResult, second: DanishResult): boolean {
  if (first.reading.type !== 'time' || second.reading.type !== 'time') return false
  const [year, ...others] = second.reading.options
  if (second.rule !== 'period from today' || second.reading.grain !== 'year' || !year || others.length > 0)
    return false
  if (!['', 'til', 'i'].includes(second.reading.lead.join(' '))) return false
  if (!/^ {0,3}$/.test(context.text.slice(first.stop, second.index))) return false
  const own = first.reading.options.filter((o) => o.start.slice(0, 4) === year.start.slice(0, 4))
  if (own.length !== 1 || first.reading.options.length === 1) return false
  first.reading.options = own
  first.reading.assumed.push(...second.reading.assumed)
  first.stretch(context, first.index, second.stop)
  return true
}
