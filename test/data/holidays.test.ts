import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, endOfLimit, holiday, holidays, isWorkingDay } from '../../data/holidays.ts'
import { addDays, weekday } from '../../schemas/calendar.ts'

describe('holidays', () => {
  test.each<[string, number, string | null]>([
    ['good-friday', 2018, '2018-03-30'],
    ['easter-sunday', 2019, '2019-04-21'],
    ['easter-monday', 2024, '2024-04-01'],
    ['prayer-day', 2018, '2018-04-27'],
    ['prayer-day', 2023, '2023-05-05'],
    ['prayer-day', 2024, null],
    ['ascension', 2018, '2018-05-10'],
    ['whit-monday', 2025, '2025-06-09'],
    ['constitution-day', 2018, '2018-06-05'],
    ['christmas-eve', 2018, '2018-12-24'],
    ['midsummer-eve', 2018, null],
  ])('%s %i: %s', (name, year, day) => {
    expect(holiday(year, name)).toBe(day)
  })

  test('a year has 14 of them, 13 since store bededag is none, in order', () => {
    expect(holidays(2023)).toHaveLength(14)
    const days = holidays(2024).map(({ day }) => day)
    expect(days).toHaveLength(13)
    expect(days).toEqual(days.toSorted())
  })
})

describe('working days', () => {
  test.each<[string, boolean]>([
    ['2018-06-04', true],
    ['2018-06-05', false],
    ['2018-06-09', false],
    ['2018-12-24', false],
    ['2018-12-27', true],
    ['2018-12-31', false],
    ['2023-05-05', false],
    ['2024-04-26', true],
  ])('%s: %s', (day, working) => {
    expect(isWorkingDay(day)).toBe(working)
  })

  test.each<[string, number, string]>([
    ['2018-06-01', 1, '2018-06-04'],
    ['2018-06-04', 1, '2018-06-06'],
    ['2018-03-28', 1, '2018-04-03'],
    ['2018-12-21', 3, '2019-01-02'],
    ['2018-08-31', 10, '2018-09-14'],
    ['2018-06-06', -1, '2018-06-04'],
    ['2018-06-05', 0, '2018-06-05'],
  ])('%s and %i working days: %s', (day, count, result) => {
    expect(addWorkingDays(day, count)).toBe(result)
  })

  test.each<[string, string]>([
    ['2018-06-01', '2018-06-01'],
    ['2018-06-02', '2018-06-04'],
    ['2018-12-31', '2019-01-02'],
    ['2019-04-18', '2019-04-23'],
  ])('a time limit of %s ends on %s', (day, last) => {
    expect(endOfLimit(day)).toBe(last)
  })

  const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))
  test('so many working days on and back is where one began, when that is a working day', () => {
    fc.assert(
      fc.property(days.filter(isWorkingDay), fc.integer({ min: 1, max: 60 }), (day, count) => {
        const later = addWorkingDays(day, count)
        expect(isWorkingDay(later)).toBe(true)
        expect(weekday(later)).toBeLessThanOrEqual(5)
        expect(addWorkingDays(later, -count)).toBe(day)
      }),
      { numRuns: 200 },
    )
  })
})
