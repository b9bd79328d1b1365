import type { Refiner } from 'chrono-node'
import type { DanishResult } from '../reading.ts'

/**
 * Of two results that overlap the longer stays, of two equally long the one whose parser stands first in the list
 * (chrono keeps the order of the parsers among results at one place).
 */
export const overlaps: Refiner = {
  refine: (_context, results) => {
    const kept: DanishResult[] = []
    for (const result of results as DanishResult[]) {
      const last = kept.at(-1)
      if (!last || result.index >= last.stop) kept.push(result)
      else if (result.text.length > last.text.length) {
        kept.pop()
        // the longer one may start before what the loser had displaced
        while ((kept.at(-1)?.stop ?? 0) > result.index) kept.pop()
        kept.push(result)
      }
    }
    return kept
  },
}
