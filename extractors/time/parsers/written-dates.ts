import { dayPeriod, isoDate } from '../../../schemas/calendar.ts'
import { digits, upToDigits } from '../begins.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { monthOf, ordinalOf, words } from '../words.ts'

/**
 * "8. august 2018", "1.september", "4. dec. 2017", "9 juli"; without a year every near year is possible. Where a month
 * follows, a scan's "l. maj 2O18" can be nothing else than 1. maj 2018.
 */
export const writtenDates: Family = {
  rule: 'written date',
  begins: () => {
    const months = [...words().months.keys()]
    return [
      { first: [...upToDigits(2), 'l', 'll'], next: months },
      { first: ['l'], next: [digits(1)] },
      { first: [digits(1)], next: ['l', 'o'] },
    ]
  },
  pattern: () =>
    '(?<day>\\d{1,2}|l[\\dl]?(?=\\.)|\\d[lo](?=\\.))(?: ?\\. ?| )(?<month>{month})(?:,? ?(?:år )?(?<year>{year}))?',
  read: ({ groups, year }) => {
    const years = groups.year ? [Number(groups.year)] : leapAware(year)
    const found = wrap(years, monthOf(groups.month ?? ''), numberOf(groups.day ?? ''))
    return found
  },
}

/** In a scan 1 may have become l, and 0 o. */
const numberOf = (text: string) => Number(text.replaceAll('l', '1').replaceAll('o', '0'))

/** "den 3. og 10. maj", "1., 8. og 15. juni 2018": a day whose month stands with a later day of the list. */
export const daysOfOneMonth: Family = {
  rule: 'day of a list',
  begins: () => [
    { first: ['den'], next: upToDigits(2) },
    { first: upToDigits(2), next: ['den', 'og', 'samt', 'eller', ...upToDigits(2)] },
  ],
  pattern: () =>
    '(?:den )?(?<day>\\d{1,2})\\.(?=(?:,|{and}) ?(?:den )?(?:\\d{1,2}\\.?(?:,|{and}) ?(?:den )?){0,8}\\d{1,2}\\. ?(?<month>{month})(?:,? (?<year>{year}))?)',
  read: ({ groups, year }) => {
    const years = groups.year ? [Number(groups.year)] : leapAware(year)
    return wrap(years, monthOf(groups.month ?? ''), Number(groups.day))
  },
}

/** "den første maj", "den fjortende juni 2018": the day as a word, only after "den". */
export const spelledDates: Family = {
  rule: 'spelled date',
  begins: () => [{ first: ['den'], next: [...words().ordinals.keys()] }],
  pattern: () => 'den (?<day>{ordinalword}) (?<month>{monthname})(?:,? (?<year>{year}))?',
  read: ({ groups, year }) => {
    const day = ordinalOf(groups.day ?? '')
    const years = groups.year ? [Number(groups.year)] : leapAware(year)
    return day === null ? null : wrap(years, monthOf(groups.month ?? ''), day)
  },
}

/** 29 February needs a wider choice of years. */
const leapAware = (year: number) => [year - 4, year - 3, ...nearYears(year), year + 3, year + 4]

function wrap(years: number[], month: number, day: number) {
  const days = years.map((y) => isoDate(y, month, day))
  const reading = time(
    days.map((d) => (d ? dayPeriod(d) : null)),
    'day',
  )
  return reading && { reading }
}
