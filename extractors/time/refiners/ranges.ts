import type { Refiner } from 'chrono-node'
import type { Period } from '../../../schemas/calendar.ts'
import type { DanishResult, TimeReading } from '../reading.ts'

/**
 * "fra den 1. juli til ultimo august", "mellem 1. maj og 15. maj", "1. juli 2018 - 15. august 2018": two times that
 * stand together as start and end become one. Ranges of one kind ("1.-15. maj") come whole from their parser.
 */
export const ranges: Refiner = {
  refine: (context, results) => {
    const kept: DanishResult[] = []
    for (const result of results as DanishResult[]) {
      const previous = kept.at(-1)
      if (
        previous?.reading.type === 'time' &&
        result.reading.type === 'time' &&
        result.index - previous.stop < 8
      ) {
        const gap = context.text.slice(previous.stop, result.index).replace(/^ +| +$/g, '')
        const joined =
          belongTogether(previous.reading, gap, result.reading) && merge(previous.reading, result.reading)
        if (joined) {
          previous.stretch(context, previous.index, result.stop)
          previous.reading = joined
          continue
        }
      }
      kept.push(result)
    }
    return kept
  },
}

const startWords =
  /^(?:fra|fra og med|f\.o\.m\.|mellem|i perioden|perioden|i tiden|med virkning fra|gældende fra|med start|primo|medio|ultimo)$/
const endWords = /^(?:til|til og med|t\.o\.m\.|tom\.|frem til|indtil|helt frem til)$/

function belongTogether(first: TimeReading, gap: string, second: TimeReading): boolean {
  if (first.relation === 'between' && first.lead.length === 0) return false
  if (gap === '-') return second.lead.length === 0 || second.lead[0] === 'den'
  if (gap === 'og') return first.lead.includes('mellem')
  if (gap !== '') return false
  return (
    endWords.test(second.lead[0] ?? '') &&
    (first.grain === 'day' || first.lead.some((w) => startWords.test(w)))
  )
}

/** Each possible end with the last possible start before it. */
function merge(first: TimeReading, second: TimeReading): TimeReading | null {
  const options: Period[] = []
  for (const { end } of second.options) {
    const start = first.options.filter((o) => o.start <= end).at(-1)
    if (
      start &&
      (first.options.length === 1 || start.start.slice(0, 4) >= String(Number(end.slice(0, 4)) - 1))
    )
      options.push({ start: start.start, end })
  }
  if (options.length === 0) return null
  return {
    ...second,
    options,
    lead: first.lead,
    relation: 'between',
    assumed: [...first.assumed, ...second.assumed],
  }
}
