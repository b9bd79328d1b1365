import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { iCalendar, type WrittenEntry } from '../../../followup/calendar/icalendar.ts'
import { visible } from '../../../followup/markdown/escape.ts'

const entry: WrittenEntry = {
  uid: 'frist-abc-1@opfolg',
  concerns: ['0259'],
  day: '2019-02-08',
  category: 'Frist',
  summary: 'Køge: leve op til kravene',
  description: ['første linje', 'anden linje'],
  sequence: 2,
  stamp: '2026-01-01T12:00:00.000Z',
  cancelled: false,
}
/** The entries as another program reads them. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((component) => ({ component, event: new ICAL.Event(component) }))

test('an entry is read back by another program', () => {
  const [found] = read(iCalendar([entry], 'Opfølg'))
  expect(found?.event.uid).toBe(entry.uid)
  expect(found?.event.summary).toBe(entry.summary)
  expect(found?.event.description).toBe('første linje\nanden linje')
  expect(found?.event.startDate.isDate).toBe(true)
  expect(found?.event.startDate.toString()).toBe('2019-02-08')
  expect(found?.event.endDate.toString()).toBe('2019-02-09')
  expect(found?.event.sequence).toBe(2)
  expect(found?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-01-01T12:00:00Z')
  expect(found?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
})

test('words of a letter begin no property and no entry', () => {
  const summary = 'x\r\nEND:VEVENT\nBEGIN:VALARM\u2028ATTACH:http://evil.example;,\\n'
  const entries = read(iCalendar([{ ...entry, summary }], 'a\nb'))
  expect(entries).toHaveLength(1)
  expect(entries[0]?.component.getAllSubcomponents()).toEqual([])
  expect(entries[0]?.event.summary).toBe(visible(summary))
})

test('any text comes back as it was, and no line is longer than 75 octets', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string())
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (summary, description) => {
      const calendar = iCalendar([{ ...entry, summary, description }], 'Opfølg')
      for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const [found] = read(calendar)
      expect(found?.event.summary ?? '').toBe(visible(summary))
      expect(found?.event.description ?? '').toBe(description.map(visible).join('\n'))
    }),
    { numRuns: 300 },
  )
})
