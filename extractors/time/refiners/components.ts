import type { Refiner } from 'chrono-node'
import { type Period, partsOf } from '../../../schemas/calendar.ts'
import type { DanishResult } from '../reading.ts'

/** Writes first and last day into chrono's own fields, for callers who know chrono only. */
export const components: Refiner = {
  refine: (context, results) => {
    for (const result of results as DanishResult[]) {
      if (result.reading.type !== 'time') continue
      const { start, end } = result.reading.options[0] as Period
      result.start = context.createParsingComponents(partsOf(start))
      if (end !== start) result.end = context.createParsingComponents(partsOf(end))
    }
    return results
  },
}
