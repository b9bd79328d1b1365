import type { ReadLimits } from '../read/limits.ts'
import { changes } from './queue.ts'
import { type Reader, startReader } from './reader.ts'

/** Reader processes that are kept between files. A reader is taken, and given back when its job is done. */
export type Pool = { take: () => Promise<Reader>; giveBack: (reader: Reader) => void; close: () => void }

/** Opens a pool of at most `most` readers. Each is started when there is a file for it. */
export function openPool(most: number, limits: ReadLimits): Pool {
  const readers = new Set<Reader>()
  const idle: Reader[] = []
  const { changed, change } = changes()
  return {
    take: async () => {
      for (;;) {
        const reader = idle.pop()
        if (reader?.isAlive()) return reader
        if (reader) readers.delete(reader)
        else if (readers.size < most) {
          const fresh = startReader(limits)
          readers.add(fresh)
          return fresh
        } else await changed()
      }
    },
    giveBack: (reader) => {
      if (reader.isAlive()) idle.push(reader)
      else readers.delete(reader)
      change()
    },
    close: () => {
      for (const reader of readers) reader.end()
    },
  }
}
