import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { outOfMemory, tooLong } from './death.ts'
import type { Watched } from './watch.ts'

const { state, seconds, memoryBytes, parent } = workerData as Watched
const everyMs = 100

let step = 0
let since = performance.now()

setInterval(() => {
  if (process.ppid !== parent) end('')
  if (process.memoryUsage.rss() > memoryBytes) end(outOfMemory)
  const [now, busy] = [Atomics.load(state, 0), Atomics.load(state, 1)]
  if (now !== step || busy === 0) {
    step = now
    since = performance.now()
  } else if (performance.now() - since > seconds * 1000) end(tooLong)
}, everyMs)

/** Ends the process, saying why on stderr, where the parent reads it. */
function end(why: string): void {
  writeSync(2, `${why}\n`)
  process.kill(process.pid, 'SIGKILL')
}
