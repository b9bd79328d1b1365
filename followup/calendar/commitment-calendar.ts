import type { Store } from '../../store/query.ts'
import { readLetters } from '../../store/read-letters.ts'
import { calendarEntries } from './calendar-entries.ts'
import { iCalendar } from './icalendar.ts'

/**
 * The deadlines of some commitments as an iCalendar file. It is a look at a list: unlike the calendar of everything, what
 * is not in it is not taken back, and that it was written is not noted.
 * @param at the time of writing, ISO 8601
 */
export function commitmentCalendar(
  store: Store,
  wanted: { id: string; letterId: string }[],
  at: string,
): string {
  const ids = new Set(wanted.map(({ id }) => id))
  const letters = readLetters(store, [...new Set(wanted.map(({ letterId }) => letterId))]).map((letter) => ({
    ...letter,
    commitments: letter.commitments.filter(({ id }) => ids.has(id)),
  }))
  const entries = calendarEntries([], letters)
  return iCalendar(
    entries.map((entry) => ({ ...entry, sequence: 0, stamp: at, cancelled: false })),
    'Opfølg, udvalgte tilsagn',
  )
}
