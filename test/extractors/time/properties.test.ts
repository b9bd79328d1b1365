import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTimes } from '../../../extractors/time/find-times.ts'
import { parseDate } from '../../../extractors/time/parse-date.ts'
import { times } from './times.table.ts'

const monthNames = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
]
const shortMonths = [
  'jan.',
  'feb.',
  'mar.',
  'apr.',
  'maj',
  'jun.',
  'jul.',
  'aug.',
  'sep.',
  'okt.',
  'nov.',
  'dec.',
]
const pad = (n: number) => String(n).padStart(2, '0')

const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2049-12-31T00:00:00Z'), noInvalidDate: true })
  .map((d) => ({
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    date: d.getUTCDate(),
    iso: d.toISOString().slice(0, 10),
  }))

const formats: ((d: { year: number; month: number; date: number; iso: string }) => string)[] = [
  (d) => `${d.date}. ${monthNames[d.month - 1]} ${d.year}`,
  (d) => `den ${d.date}. ${monthNames[d.month - 1]} ${d.year}`,
  (d) => `${d.date}. ${(monthNames[d.month - 1] ?? '').toUpperCase()} ${d.year}`,
  (d) => `d. ${d.date}. ${shortMonths[d.month - 1]} ${d.year}`,
  (d) => `${pad(d.date)}-${pad(d.month)}-${d.year}`,
  (d) => `${pad(d.date)}.${pad(d.month)}.${d.year}`,
  (d) => `${d.date}.${d.month}.${d.year}`,
  (d) => `${d.date}/${d.month}-${d.year}`,
  (d) => `d. ${d.date}/${d.month} ${d.year}`,
  (d) => d.iso,
]

const danishLike = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...Object.values(times).flat(),
        'hver',
        '14.',
        'uge',
        'og',
        ',',
        '\n',
        '\t',
        'den',
        'af',
        '§ 3',
        '31.',
        'İ',
        'til',
        '-',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(' ')),
)

describe('for all input', () => {
  it('every date in every format is found and read', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...formats), (d, format) => {
        expect(parseDate(format(d))).toBe(d.iso)
        expect(findTimes(format(d), '2018-08-08').times.map((t) => [t.start, t.end, t.quote])).toEqual([
          [d.iso, d.iso, format(d)],
        ])
      }),
    )
  })

  it('it never throws; quotes are the text, in order, not overlapping, not over line ends; start is not after end', () => {
    fc.assert(
      fc.property(danishLike, (text) => {
        const found = findTimes(text, '2018-08-08')
        const all = [...found.times, ...found.recurrences, ...found.rejected].sort(
          (a, b) => a.span.start - b.span.start,
        )
        let last = 0
        for (const { quote, span } of all) {
          expect(text.slice(span.start, span.end)).toBe(quote)
          expect(quote).not.toMatch(/[\n\t]/)
          expect(span.start).toBeGreaterThanOrEqual(last)
          last = span.end
        }
        for (const t of found.times) expect(t.start <= t.end).toBe(true)
      }),
      { numRuns: 400, examples: [['den 8. august 2018 og frem mod juni']] },
    )
  })

  it('spaces around change nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(times).flat()),
        fc.nat(5),
        fc.nat(5),
        (text, before, after) => {
          const value = (s: string) =>
            findTimes(s, '2018-08-08').times.map(({ quote, relation, start, end }) => ({
              quote,
              relation,
              start,
              end,
            }))
          expect(value(' '.repeat(before) + text + ' '.repeat(after))).toEqual(value(text))
        },
      ),
    )
  })
})
