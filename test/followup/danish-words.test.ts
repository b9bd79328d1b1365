import { expect, test } from 'vitest'
import {
  danishDate,
  danishMonth,
  danishPeriod,
  danishRecurrence,
  danishTime,
} from '../../followup/danish-words.ts'
import type { TimeRelation } from '../../schemas/time.ts'

test('days and months', () => {
  expect(danishDate('2019-02-08')).toBe('8. februar 2019')
  expect(danishMonth('2018-09')).toBe('september 2018')
})

test.each([
  ['2018-09-01', '2018-09-01', '1. september 2018'],
  ['2018-12-01', '2018-12-31', 'december 2018'],
  ['2018-02-01', '2018-02-28', 'februar 2018'],
  ['2018-07-01', '2018-09-30', '3. kvartal 2018'],
  ['2018-07-01', '2018-12-31', '2. halvår 2018'],
  ['2018-01-01', '2018-12-31', '2018'],
  ['2018-09-01', '2018-11-30', 'september–november 2018'],
  ['2018-12-01', '2019-02-28', 'december 2018 – februar 2019'],
  ['2018-08-21', '2018-08-31', '21.–31. august 2018'],
  ['2018-07-01', '2018-08-15', '1. juli – 15. august 2018'],
  ['2018-12-24', '2019-01-02', '24. december 2018 – 2. januar 2019'],
])('%s to %s is "%s"', (start, end, words) => {
  expect(danishPeriod(start, end)).toBe(words)
})

test.each<[TimeRelation, string, string, string]>([
  ['by', '2019-02-08', '2019-02-08', 'senest 8. februar 2019'],
  ['by', '2018-07-01', '2018-09-30', 'senest 30. september 2018'],
  ['before', '2019-06-29', '2019-08-11', 'inden 29. juni 2019'],
  ['until', '2018-12-31', '2018-12-31', 'til og med 31. december 2018'],
  ['from', '2018-10-01', '2018-10-31', 'fra oktober 2018'],
  ['from', '2018-09-01', '2018-09-01', 'fra 1. september 2018'],
  ['at', '2018-09-01', '2018-09-01', 'den 1. september 2018'],
  ['during', '2018-07-01', '2018-12-31', 'i 2. halvår 2018'],
  ['during', '2018-08-21', '2018-08-31', 'den 21.–31. august 2018'],
  ['between', '2018-07-01', '2018-08-15', 'den 1. juli – 15. august 2018'],
])('%s %s to %s is "%s"', (relation, start, end, words) => {
  expect(danishTime({ relation, start, end })).toBe(words)
})

test.each([
  ['P1D', 'hver dag'],
  ['P1W', 'hver uge'],
  ['P2W', 'hver 14. dag'],
  ['P3W', 'hver 3. uge'],
  ['P1M', 'hver måned'],
  ['P2M', 'hver anden måned'],
  ['P3M', 'hvert kvartal'],
  ['P4M', 'hver 4. måned'],
  ['P6M', 'hvert halve år'],
  ['P1Y', 'hvert år'],
  ['P2Y', 'hvert andet år'],
])('%s is "%s"', (every, words) => {
  expect(danishRecurrence(every)).toBe(words)
})
