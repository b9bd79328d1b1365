import { addDays, dayPeriod, monthsPeriod, type Period, partsOf } from '../../schemas/calendar.ts'
import type { TimeGrain } from '../../schemas/time.ts'
import type { TimeReading } from './reading.ts'

/** Which part of a period the words before it name. */
export type Part = 'last-day' | 'first-day' | 'early' | 'mid' | 'late' | 'first-half' | 'second-half'

/**
 * A part of a period: "udgangen af maj" its last day, "primo maj" day 1-10, "medio" 11-20, "ultimo" 21-; of a
 * longer period the first, middle or last month.
 */
export function partOf(reading: TimeReading, part: Part): { options: Period[]; grain: TimeGrain } {
  const grain = part === 'last-day' || part === 'first-day' ? 'day' : grainOf(reading, part)
  return { grain, options: reading.options.map((period) => narrow(period, part)) }
}

function grainOf(reading: TimeReading, part: Part): TimeGrain {
  if (reading.grain === 'day' || reading.grain === 'week') return reading.grain
  return part === 'first-half' || part === 'second-half'
    ? reading.grain === 'year'
      ? 'halfyear'
      : 'month'
    : 'month'
}

function narrow(period: Period, part: Part): Period {
  if (part === 'last-day') return dayPeriod(period.end)
  if (part === 'first-day') return dayPeriod(period.start)
  const first = partsOf(period.start)
  const last = partsOf(period.end)
  const count = (last.year - first.year) * 12 + last.month - first.month + 1
  if (period.end < addDays(period.start, 27)) return period
  if (count === 1) return daysOf(period, part)
  const nth = (from: number, to: number) => {
    const start = monthsPeriod(
      first.year + Math.floor((first.month + from - 2) / 12),
      ((first.month + from - 2) % 12) + 1,
    )
    const end = monthsPeriod(
      first.year + Math.floor((first.month + to - 2) / 12),
      ((first.month + to - 2) % 12) + 1,
    )
    return { start: start.start, end: end.end }
  }
  if (part === 'early') return nth(1, 1)
  if (part === 'late') return nth(count, count)
  const half = Math.ceil(count / 2)
  if (part === 'mid') return nth(half, half)
  return part === 'first-half' ? nth(1, half) : nth(count - half + 1, count)
}

/** Part of one month, by days. */
function daysOf({ start, end }: Period, part: Part): Period {
  const day = (n: number) => `${start.slice(0, 8)}${String(n).padStart(2, '0')}`
  if (part === 'early') return { start, end: day(10) }
  if (part === 'mid') return { start: day(11), end: day(20) }
  if (part === 'late') return { start: day(21), end }
  return part === 'first-half' ? { start, end: day(15) } : { start: day(16), end }
}
