import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ReadLimits } from '../read/limits.ts'

/** What the watching thread is given. `state` holds the number of the step in work and whether one is in work. */
export type Watched = { state: Int32Array; seconds: number; memoryBytes: number; parent: number }

/** `begin` starts the time of a step in a file anew, `rest` stops it. */
export type Watch = { begin: () => void; rest: () => void }

/**
 * Has this process watched by a thread of its own, which works also while JavaScript or native code hangs: it ends the
 * process when a step takes too long, when memory runs over, or when the parent is gone.
 */
export function startWatch({ seconds, memoryBytes }: Pick<ReadLimits, 'seconds' | 'memoryBytes'>): Watch {
  const state = new Int32Array(new SharedArrayBuffer(8))
  const workerData: Watched = { state, seconds, memoryBytes, parent: process.ppid }
  const thread = new Worker(new URL(`./watch-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  })
  thread.unref()
  return {
    begin: () => {
      Atomics.add(state, 0, 1)
      Atomics.store(state, 1, 1)
    },
    rest: () => Atomics.store(state, 1, 0),
  }
}
