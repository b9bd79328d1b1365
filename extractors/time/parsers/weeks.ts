import { addDays, dayPeriod, weekPeriod } from '../calendar.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { words } from '../words.ts'

/** "uge 47", "u. 12", "uge 5-7 2019", "ugerne 43 og 44", "mandag i uge 20". */
export const weeks: Family = {
  rule: 'week',
  pattern: () =>
    '(?:(?<weekday>{weekday}) i )?(?:ugerne|uger|uge|u\\.) ?(?:nr\\.? ?)?(?<first>\\d{1,2})(?:(?<link>{to}|{and})(?:uge )?(?<last>\\d{1,2}))?(?:(?:,| i)? (?<year>{year})|[/-](?<year2>{year}))?',
  read: ({ groups, matched, year }) => {
    const first = Number(groups.first)
    const last = groups.last ? Number(groups.last) : first
    // "uge 5 og 9" are two points, of which only the first is taken here
    const apart = /og|samt|eller|&/.test(groups.link ?? '') && last !== first + 1
    const said = groups.year ?? groups.year2
    const found = (said ? [Number(said)] : nearYears(year)).map((y) =>
      weekPeriod(y, first, apart ? first : last),
    )
    const day = words().weekdays.get(groups.weekday ?? '')
    const options = day ? found.map((w) => w && dayPeriod(addDays(w.start, day - 1))) : found
    const range = groups.last && !/og|samt|eller|&/.test(groups.link ?? '')
    const reading = time(options, day ? 'day' : 'week', range ? { relation: 'between' } : {})
    if (!reading) return null
    return apart ? { reading, length: matched.indexOf(groups.link ?? '') } : { reading }
  },
}

/** The later weeks of "uge 5, 7 og 9": numbers after "og" or a comma where weeks stand before. */
export const listedWeeks: Family = {
  rule: 'week',
  pattern: () => '(?:og|samt|eller) (?<first>\\d{1,2})(?:(?:,| i)? (?<year>{year}))?',
  read: ({ groups, matched, before, year }) => {
    if (!/(?<!\p{L})(?:ugerne|uger|uge) {1,3}(?:\d{1,2}, ?){0,6}\d{1,2} $/u.test(before)) return null
    const first = Number(groups.first)
    const reading = time(
      (groups.year ? [Number(groups.year)] : nearYears(year)).map((y) => weekPeriod(y, first)),
      'week',
    )
    return reading && { reading, back: -matched.search(/\d/) }
  },
}
