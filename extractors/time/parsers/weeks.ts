import { addDays, dayPeriod, weekPeriod } from '../../../schemas/calendar.ts'
import { upToDigits } from '../begins.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { words } from '../words.ts'

/** "uge 47", "u. 12", "uge 5-7 2019", "ugerne 43 og 44", "uge 44, 45 og 46", "mandag i uge 20". */
export const weeks: Family = {
  rule: 'week',
  begins: () => [
    { first: [...words().weekdays.keys()], next: ['i'] },
    { first: ['ugerne', 'uger', 'uge', 'u'], next: ['nr', ...upToDigits(2)] },
  ],
  pattern: () =>
    '(?:(?<weekday>{weekday}) i )?(?:ugerne|uger|uge|u\\.) ?(?:nr\\.? ?)?(?<first>\\d{1,2})(?<more>{to}(?:uge )?\\d{1,2}|(?:(?:, ?|{and})(?:uge )?\\d{1,2}){1,6})?(?:(?:,| i)? (?<year>{year})|[/-](?<year2>{year}))?',
  read: ({ groups, matched, year }) => {
    const first = Number(groups.first)
    const numbers = [first, ...(groups.more?.match(/\d+/g) ?? []).map(Number)]
    const range = /-|til|t\.?o\.?m/.test(groups.more ?? '')
    // "uge 5 og 9" are two points, of which only the first is taken here
    const apart = !range && numbers.some((n, i) => i > 0 && n !== (numbers[i - 1] as number) + 1)
    const last = apart ? first : (numbers.at(-1) as number)
    const said = groups.year ?? groups.year2
    const found = (said ? [Number(said)] : nearYears(year)).map((y) => weekPeriod(y, first, last))
    const day = words().weekdays.get(groups.weekday ?? '')
    const options = day ? found.map((w) => w && dayPeriod(addDays(w.start, day - 1))) : found
    const reading = time(options, day ? 'day' : 'week', range ? { relation: 'between' } : {})
    if (!reading) return null
    return apart ? { reading, length: matched.indexOf(groups.more ?? '') } : { reading }
  },
}

/** The later weeks of "uge 5, 7 og 9": a number in a list that "uge" begins. */
export const listedWeeks: Family = {
  rule: 'week',
  begins: () => [{ first: upToDigits(2) }],
  pattern: () =>
    '(?<=(?<!\\p{L})(?:ugerne|uger|uge) (?:\\d{1,2}(?:, ?| (?:og|samt|eller) )){1,7})(?<first>\\d{1,2})(?:(?:,| i)? (?<year>{year}))?',
  read: ({ groups, year }) => {
    const options = (groups.year ? [Number(groups.year)] : nearYears(year)).map((y) =>
      weekPeriod(y, Number(groups.first)),
    )
    const reading = time(options, 'week')
    return reading && { reading }
  },
}
