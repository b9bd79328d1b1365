import { inMegabytes, orMore, type ReadLimits } from '../read/limits.ts'
import type { Refusal } from './messages.ts'

/** How a reader process ended: its exit code or signal, and the end of what it wrote to stderr. */
export type Death = { code: number | null; signal: NodeJS.Signals | null; said: string }

/** What the watching thread writes before it ends the process. */
export const tooLong = 'opfolg: too long'
export const outOfMemory = 'opfolg: out of memory'

/** Why a file was not read by a reader that died of it. */
export function explainDeath({ code, signal, said }: Death, limits: ReadLimits): Refusal {
  if (said.includes(tooLong))
    return {
      reason: `reading it takes more than ${limits.seconds} seconds`,
      advice: orMore('save it again or split it', 'seconds'),
    }
  // the second is how V8 says so
  if (said.includes(outOfMemory) || /heap out of memory|Array buffer allocation failed/.test(said))
    return {
      reason: `reading it takes more than ${inMegabytes(limits.memoryBytes)} of memory`,
      advice: orMore('split it into smaller files', 'memoryBytes'),
    }
  return {
    reason: `the reader crashed on it (${describeDeath({ code, signal, said })})`,
    advice: 'save it again in its program or as PDF',
  }
}

/** How a process ended, in a few words: the error it named, or its signal or exit code. */
export function describeDeath({ code, signal, said }: Death): string {
  const error = /^\w*Error\b.{0,200}/m.exec(said)?.[0]
  return error ?? (signal ? `signal ${signal}` : `exit code ${code}`)
}
