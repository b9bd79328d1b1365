import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ReadLimits } from '../read/limits.ts'
import { outOfMemory, tooLong } from './death.ts'

/** `begin` starts the time of a step in a file, which may take so many seconds; `rest` stops it. */
export type Watch = { begin: (seconds: number) => void; rest: () => void }

/**
 * Has this process watched by a thread of its own, which works also while JavaScript or native code hangs: it ends the
 * process when a step takes too long, when memory runs over, or when the parent is gone.
 */
export async function startWatch({ memoryBytes }: ReadLimits): Promise<Watch> {
  const state = new Int32Array(new SharedArrayBuffer(12))
  const thread = new Worker(watching, {
    eval: true,
    workerData: { state, memoryBytes, parent: process.ppid, tooLong, outOfMemory },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  })
  // a thread that has not begun could not begin any more while this one hangs
  await once(thread, 'message')
  thread.unref()
  return {
    begin: (seconds) => {
      Atomics.store(state, 2, Math.min(seconds * 1000, 2 ** 31 - 1))
      Atomics.add(state, 0, 1)
      Atomics.store(state, 1, 1)
    },
    rest: () => Atomics.store(state, 1, 0),
  }
}

/**
 * What the thread runs, as text: it is the same whether the sources or the build are running. `state` holds the number
 * of the step, whether one is in work, and the milliseconds that it may take. Why the process is ended is written where the parent reads it.
 */
const watching = `
const { writeSync } = require('node:fs')
const { parentPort, workerData } = require('node:worker_threads')
const { state, memoryBytes, parent, tooLong, outOfMemory } = workerData

let step = 0
let since = performance.now()

setInterval(() => {
  if (process.ppid !== parent) end('')
  if (process.memoryUsage.rss() > memoryBytes) end(outOfMemory)
  const [now, busy] = [Atomics.load(state, 0), Atomics.load(state, 1)]
  if (now !== step || busy === 0) {
    step = now
    since = performance.now()
  } else if (performance.now() - since > Atomics.load(state, 2)) end(tooLong)
}, 100)
parentPort.postMessage('watching')

function end(why) {
  try {
    writeSync(2, why)
  } finally {
    process.kill(process.pid, 'SIGKILL')
  }
}`
