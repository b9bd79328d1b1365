import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../extractors/time/parse-date.ts'

describe('parseDate', () => {
  it.each([
    ['8. august 2018', '2018-08-08'],
    ['d. 8/8 2018', '2018-08-08'],
    ['06-07-2018', '2018-07-06'],
    ['09.07.2018', '2018-07-09'],
    ['2018-08-08', '2018-08-08'],
    ['1.1.2020', '2020-01-01'],
    ['09. juli 2018', '2018-07-09'],
    ['4. dec. 2017', '2017-12-04'],
    ['4. DECEMBER 2017', '2017-12-04'],
    ['fredag den 13. marts 2020', '2020-03-13'],
    ['Dato: 17-02-2020', '2020-02-17'],
    [' den 3. oktober 2018 ', '2018-10-03'],
    ['1/1-2019', '2019-01-01'],
    ['8.august 2018', '2018-08-08'],
    ['9. jul. 2018', '2018-07-09'],
  ])('%s → %s', (text, date) => expect(parseDate(text)).toBe(date))

  it.each([
    '',
    '8. august',
    '31. februar 2018',
    '29.02.2017',
    '15.00.00-A26-2-18',
    '18/6995',
    'i august 2018',
    '8. august 2018 og',
    '13-13-2018',
    '2018-015032-2',
    'uge 32 2018',
  ])('null: %s', (text) => expect(parseDate(text)).toBeNull())
})
