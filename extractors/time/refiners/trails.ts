import type { Refiner } from 'chrono-node'
import type { DanishResult } from '../reading.ts'

const onward = /^ {1,3}og {1,3}(?:frem(?:over|efter|ad)?|videre)(?!\p{L})/u

/** "fra 2. halvår 2018 og frem": the words after a time that say it goes on. */
export const trails: Refiner = {
  refine: (context, results) => {
    for (const result of results as DanishResult[]) {
      if (result.reading.type !== 'time') continue
      const match = onward.exec(context.text.slice(result.stop, result.stop + 20))
      if (!match) continue
      result.stretch(context, result.index, result.stop + match[0].length)
      result.reading.relation = 'from'
    }
    return results
  },
}
