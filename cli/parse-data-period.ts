import { type Period, parsePeriod } from '../schemas/period.ts'
import { UsageError } from './usage-error.ts'

/** A data period as typed for `--period`. @throws UsageError when it is none */
export function parseDataPeriod(typed: string): Period {
  const period = parsePeriod(typed)
  if (period) return period
  throw new UsageError(`--period ${typed}: not a period; write it as 2018M12, 2018Q04 or 2018Y01`)
}
