import type { ReadLimits } from '../read/limits.ts'
import { changes } from './queue.ts'
import { type Reader, startReader } from './reader.ts'

/** Reader processes that are kept between files. A reader is taken, and given back when its job is done. */
export type Pool = { take: () => Promise<Reader>; giveBack: (reader: Reader) => void; close: () => void }

/**
 * A reader that keeps more than this share of what it may use is replaced between two files: what the engine and the
 * libraries in it keep must not cost a later file. Starting one costs what reading a hundred files does.
 */
const mostKept = 0.5

/** Opens a pool of at most `most` readers. Each is started when there is a file for it. */
export function openPool(most: number, limits: ReadLimits, program?: string): Pool {
  const readers = new Set<Reader>()
  const idle: Reader[] = []
  const taken = new Set<Reader>()
  const allowed = new WeakMap<Reader, number>()
  const { changed, change } = changes()
  let closed = false

  const free = async (): Promise<Reader> => {
    for (;;) {
      const reader = idle.pop()
      if (reader?.isAlive()) return reader
      if (reader) readers.delete(reader)
      else if (readers.size < most) {
        const fresh = startReader(limits, program)
        readers.add(fresh)
        return fresh
      } else await changed()
    }
  }
  /** Those that read share the cores: one alone may use all of them. Between two files nobody is told. */
  const share = () => {
    const cores = Math.max(1, Math.floor(most / taken.size))
    for (const reader of taken) {
      if (allowed.get(reader) === cores) continue
      reader.allow(cores)
      allowed.set(reader, cores)
    }
  }
  let due = false
  const shareSoon = () => {
    if (due) return
    due = true
    setImmediate(() => {
      due = false
      share()
    })
  }
  return {
    take: async () => {
      const reader = await free()
      // one that was begun when the others had ended would keep the program from ending
      if (closed) reader.end()
      taken.add(reader)
      shareSoon()
      return reader
    },
    giveBack: (reader) => {
      const full = reader.memory() > mostKept * limits.memoryBytes
      if (full) reader.end()
      if (reader.isAlive() && !full) idle.push(reader)
      else readers.delete(reader)
      taken.delete(reader)
      shareSoon()
      change()
    },
    close: () => {
      closed = true
      for (const reader of readers) reader.end()
    },
  }
}
