import { keepCalendarEntries } from '../../store/calendar-entries.ts'
import type { Store } from '../../store/query.ts'
import { readLetters } from '../../store/read-letters.ts'
import { readCases } from '../case/read-cases.ts'
import { calendarEntries } from './calendar-entries.ts'
import { iCalendar } from './icalendar.ts'

/**
 * The calendar as an iCalendar file. That it was written is noted, so that the next one tells what changed since.
 * @param only a municipality; figures that it waits for with others are among its entries
 * @param at the time of writing, ISO 8601
 */
export function writeCalendar(
  store: Store,
  only: { code: string; name: string } | null,
  at: string,
): { text: string; entries: number; cancelled: number } {
  const { cases } = readCases(store, at.slice(0, 10))
  const entries = calendarEntries(cases, readLetters(store)).filter(
    ({ concerns }) => only === null || concerns.includes(only.code),
  )
  const kept = keepCalendarEntries(store, entries, only?.code ?? null, at)
  const written = kept.map(({ content, ...rest }) => ({ ...content, ...rest }))
  return {
    text: iCalendar(written, only ? `Opfølg ${only.name}` : 'Opfølg'),
    entries: entries.length,
    cancelled: kept.length - entries.length,
  }
}
