import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strict } from 'chrono-node/de'
import { packageRoot } from '../data/load.ts'
import { findTimes } from '../extractors/time/find-times.ts'
import { timed } from './measure.ts'

/** Characters per second of chrono's own German parser and of the Danish times, on the same text in the same run. */
export async function measureTimes(): Promise<{ chrono: number; danish: number }> {
  const text = readFileSync(join(packageRoot, 'data/letters/koege-2018-08-08.md'), 'utf8')
  const day = new Date(2018, 7, 8, 12)
  const perSecond = (ms: number) => (text.length / ms) * 1000
  const chrono = await timed(() => strict.parse(text, day), 50, 20)
  const danish = await timed(() => findTimes(text, '2018-08-08'), 50, 20)
  return { chrono: perSecond(chrono), danish: perSecond(danish) }
}
