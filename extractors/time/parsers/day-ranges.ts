import { isoDate, type Period } from '../../../schemas/calendar.ts'
import { digits, upToDigits } from '../begins.ts'
import { type Family, type Found, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { monthOf, words } from '../words.ts'
import { fullYear, opensLine } from './numeric-dates.ts'

/** "1.-15. november 2018", "1. juli - 15. august 2018", "den 15. oktober til den 21. december": two days, one period. */
export const writtenDayRanges: Family = {
  rule: 'range of days',
  begins: () => [
    {
      first: upToDigits(2),
      next: [
        ...words().months.keys(),
        ...words().weekdays.keys(),
        'til',
        't',
        'tom',
        'den',
        'd',
        digits(4),
        ...upToDigits(2),
      ],
    },
  ],
  pattern: () =>
    '(?<day>\\d{1,2})\\.?(?: ?(?<month>{month}))?(?:,? (?<year>{year}))?(?:{to})(?:(?:{weekday}) )?(?:den |d\\. ?)?(?<day2>\\d{1,2})\\.? ?(?<month2>{month})(?:,? (?<year2>{year}))?',
  read: ({ groups, year }) => {
    const month2 = monthOf(groups.month2 ?? '')
    const month = groups.month ? monthOf(groups.month) : month2
    return range(groups, [month, month2], year)
  },
}

/** "den 9. og 10. november 2021": two days on end are one period; other days of a list stand alone. */
export const neighbouringDays: Family = {
  rule: 'range of days',
  begins: () => [{ first: ['den', ...upToDigits(2)], next: ['og', ...upToDigits(2)] }],
  pattern: () =>
    '(?:den )?(?<day>\\d{1,2})\\.? og (?:den )?(?<day2>\\d{1,2})\\. ?(?<month2>{month})(?:,? (?<year2>{year}))?',
  read: ({ groups, before, year }) => {
    const month = monthOf(groups.month2 ?? '')
    if (Number(groups.day2) !== Number(groups.day) + 1 || /\d\.,? {0,3}$/.test(before)) return null
    return range(groups, [month, month], year)
  },
}

/** "15/10-21/12 2018", "1.7-15.8.2018", "01.07.2018 - 15.08.2018", "fra 1/9 til 1/12". */
export const numericDayRanges: Family = {
  rule: 'range of days',
  begins: () => [{ first: upToDigits(2), next: upToDigits(2) }],
  pattern: () =>
    '(?<day>\\d{1,2})(?<sep>[./])(?<month>\\d{1,2})\\.?(?:(?:[./-]| )?(?<year>{year}|(?<=[./])\\d\\d))?(?:{to})(?:den |d\\. ?)?(?<day2>\\d{1,2})\\k<sep>(?<month2>\\d{1,2})(?:(?:[./-]| ) ?(?<year2>{year}|\\d\\d))?',
  read: ({ groups, before, after, year }) => {
    // "- 2/10-31/10: Prøvemåned"
    const labels = opensLine.test(before) && after.startsWith(':')
    if (!groups.year2 && !labels && !/(?:fra|den|d\.|perioden|mellem) {1,3}$/.test(before)) return null
    return range(groups, [Number(groups.month), Number(groups.month2)], year)
  },
}

function range(
  groups: Record<string, string | undefined>,
  [first, last]: [number, number],
  near: number,
): Found {
  const said = groups.year2 ? fullYear(groups.year2, near) : null
  if (groups.year2 && said === null) return null
  const options = (said === null ? nearYears(near) : [said]).map((lastYear): Period | null => {
    const rolls = first > last || (first === last && Number(groups.day) > Number(groups.day2))
    const firstYear = groups.year ? fullYear(groups.year, near) : rolls ? lastYear - 1 : lastYear
    const start = firstYear && isoDate(firstYear, first, Number(groups.day))
    const end = isoDate(lastYear, last, Number(groups.day2))
    if (!start || !end || start > end) return null
    return first === last && rolls ? null : { start, end }
  })
  const reading = time(options, 'day', { relation: 'between' })
  return reading && { reading }
}
