import { addDays } from '../../schemas/calendar.ts'
import type { LetterMention } from '../../schemas/letter.ts'

/** A letter as far as its time and its writer are known. */
type Known = {
  from: 'state' | 'municipality'
  date: string | null
  period: { start: string; end: string } | null
  here: boolean
}

/** A statement is named by the day it was written or by the one on which it arrived, so many days later at most. */
const onTheWay = 7

/**
 * How a letter fits one that another letter speaks of: it has the very day, it was written some days before the day on
 * which it may have arrived, or it lies in the period that is named; null when it cannot be the one.
 */
export function fitsMention(
  { start, end, from }: LetterMention,
  { date, period, here, ...letter }: Known,
): 'day' | 'arrival' | 'period' | null {
  if (start === null || end === null) return null
  if (period) return letter.from === from && period.start === start && period.end === end ? 'period' : null
  if (date === null) return null
  if (start !== end) return letter.from === from && date >= start && date <= end ? 'period' : null
  if (date === start) return 'day'
  if (!here || letter.from !== from || from !== 'municipality') return null
  return date < start && start <= addDays(date, onTheWay) ? 'arrival' : null
}
