import { addDays } from '../../schemas/calendar.ts'
import { visible } from '../markdown/escape.ts'

/** An entry that fills a day. `uid` stays the same as long as it is about the same thing. */
export type CalendarEntry = {
  uid: string
  /** The codes of the municipalities that it concerns. */
  concerns: string[]
  /** `YYYY-MM-DD`. */
  day: string
  category: string
  summary: string
  /** Lines of text. */
  description: string[]
}

/** An entry as it is written: how often it changed, when it last did (ISO 8601), and whether it is taken back. */
export type WrittenEntry = CalendarEntry & { sequence: number; stamp: string; cancelled: boolean }

/**
 * Entries as an iCalendar file (RFC 5545), the same bytes for the same entries. Importing it again updates what was
 * imported before, by UID and SEQUENCE; what is taken back is written as cancelled.
 */
export function iCalendar(entries: WrittenEntry[], name: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Opfolg//Opfolg//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(entry: WrittenEntry): string[] {
  const { uid, day, category, summary, description, sequence, stamp, cancelled } = entry
  const time = stamp.replace(/[-:]|\.\d+/g, '')
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${time}`,
    `LAST-MODIFIED:${time}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART;VALUE=DATE:${date(day)}`,
    `DTEND;VALUE=DATE:${date(addDays(day, 1))}`,
    'TRANSP:TRANSPARENT',
    `CATEGORIES:${escaped(category)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${description.map(escaped).join('\\n')}`,
    'END:VEVENT',
  ]
}

const date = (day: string): string => day.replaceAll('-', '')

/** A text value (RFC 5545, 3.3.11) on one line: words of letters can end no line and begin no property. */
const escaped = (text: string): string => visible(text).replace(/[\\;,]/g, '\\$&')

/** A content line has at most so many octets (RFC 5545, 3.1). */
const lineOctets = 75

/** Breaks a content line so that no line is too long and no character is torn apart. */
function folded(line: string): string {
  let out = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > lineOctets) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += size
  }
  return out
}
