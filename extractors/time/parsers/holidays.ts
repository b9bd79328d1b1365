import {
  addDays,
  dayPeriod,
  easterSunday,
  isoDate,
  monthsPeriod,
  type Period,
  weekday,
  weekPeriod,
} from '../calendar.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { stems, words } from '../words.ts'

/** Holidays that letters use as dates; school holidays as most municipalities have them. */
const periodOf: Record<string, (year: number) => Period | null> = {
  'new-year': (y) => dayPeriod(`${y}-01-01`),
  'new-years-eve': (y) => dayPeriod(`${y}-12-31`),
  christmas: (y) => ({ start: `${y}-12-24`, end: `${y}-12-26` }),
  'christmas-holiday': (y) => ({ start: `${y}-12-22`, end: `${y + 1}-01-02` }),
  easter: (y) => ({ start: addDays(easterSunday(y), -3), end: addDays(easterSunday(y), 1) }),
  'easter-holiday': (y) => ({ start: addDays(easterSunday(y), -8), end: addDays(easterSunday(y), 1) }),
  'prayer-day': (y) => dayPeriod(addDays(easterSunday(y), 26)),
  ascension: (y) => dayPeriod(addDays(easterSunday(y), 39)),
  pentecost: (y) => ({ start: addDays(easterSunday(y), 49), end: addDays(easterSunday(y), 50) }),
  'constitution-day': (y) => dayPeriod(`${y}-06-05`),
  'midsummer-eve': (y) => dayPeriod(`${y}-06-23`),
  'summer-holiday': summerHoliday,
  'autumn-holiday': (y) => weekPeriod(y, 42),
  'winter-holiday': (y) => weekPeriod(y, 7),
  'school-start': (y) => dayPeriod(addDays(summerHoliday(y).end, 1)),
}

/** From the last Saturday in June; six weeks and the weekend after them. */
function summerHoliday(year: number): Period {
  const { end } = monthsPeriod(year, 6)
  const saturday = addDays(end, -((weekday(end) + 1) % 7))
  return { start: saturday, end: addDays(saturday, 43) }
}

/** "inden jul", "efter påske 2018", "inden sommerferien 2019". */
export const holidays: Family = {
  rule: 'holiday',
  hints: () => stems(words().holidays.keys()),
  pattern: () => '(?<name>{holiday})(?:,? (?:i )?(?<year>{year}))?',
  read: ({ groups, year }) => {
    const name = words().holidays.get((groups.name ?? '').replace(/ +/g, ' '))
    const period = name ? periodOf[name] : undefined
    if (!period) return null
    const options = (groups.year ? [Number(groups.year)] : nearYears(year)).map(period)
    const school = name?.endsWith('-holiday') || name === 'school-start'
    const reading = time(options, name?.endsWith('-holiday') ? 'week' : 'day', {
      needs: 'lead',
      assumed: school ? ['school holidays as most municipalities have them'] : [],
    })
    return reading && { reading }
  },
}

/** "årsskiftet 2018/2019", "årsskiftet": the last day of the year, its first when something runs from it. */
export const turnOfYear: Family = {
  rule: 'turn of the year',
  hints: () => ['årsskiftet'],
  start: '',
  pattern: () => 'årsskiftet(?: (?<first>{year})(?:[-/](?<last>{year}|\\d\\d))?)?',
  read: ({ groups, before, year }) => {
    const from = /(?:fra|efter|siden|med) {1,3}$/.test(before)
    // "årsskiftet 2019" by itself is the one that begins 2019
    const first = groups.first ? Number(groups.first) - (groups.last ? 0 : 1) : null
    const options = (first === null ? nearYears(year) : [first]).map((y) =>
      from ? isoDate(y + 1, 1, 1) : isoDate(y, 12, 31),
    )
    const reading = time(
      options.map((d) => d && dayPeriod(d)).map((p) => p || null),
      'day',
      { relation: from ? 'from' : 'by', needs: 'lead' },
    )
    return reading && { reading }
  },
}
