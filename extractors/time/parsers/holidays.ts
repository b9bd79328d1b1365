import { holiday } from '../../../data/holidays.ts'
import {
  addDays,
  dayPeriod,
  easterSunday,
  isoDate,
  monthsPeriod,
  type Period,
  weekday,
  weekPeriod,
} from '../../../schemas/calendar.ts'
import { phrases } from '../begins.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { words } from '../words.ts'

/** Holidays that letters use as dates; school holidays as most municipalities have them. */
const periodOf: Record<string, (year: number) => Period | null> = {
  christmas: (y) => between(y, 'christmas-eve', 'second-christmas-day'),
  'christmas-holiday': (y) => ({ start: `${y}-12-22`, end: `${y + 1}-01-02` }),
  easter: (y) => between(y, 'maundy-thursday', 'easter-monday'),
  'easter-holiday': (y) => ({ start: addDays(easterSunday(y), -8), end: addDays(easterSunday(y), 1) }),
  pentecost: (y) => between(y, 'whit-sunday', 'whit-monday'),
  'midsummer-eve': (y) => dayPeriod(`${y}-06-23`),
  'summer-holiday': summerHoliday,
  'autumn-holiday': (y) => weekPeriod(y, 42),
  'winter-holiday': (y) => weekPeriod(y, 7),
  'school-start': (y) => dayPeriod(addDays(summerHoliday(y).end, 1)),
}

function between(year: number, first: string, last: string): Period | null {
  const [start, end] = [holiday(year, first), holiday(year, last)]
  return start && end ? { start, end } : null
}

/** A day that letters name as it is in the calendar: "nytårsdag", "grundlovsdag"; null when the year has none. */
const dayOf = (year: number, name: string): Period | null => {
  const day = holiday(year, name)
  return day === null ? null : dayPeriod(day)
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
  begins: () => phrases(words().holidays.keys()),
  pattern: () => '(?<name>{holiday})(?:,? (?:i )?(?<year>{year}))?',
  read: ({ groups, year }) => {
    const name = words().holidays.get((groups.name ?? '').replace(/ +/g, ' '))
    if (!name) return null
    const period = periodOf[name] ?? ((y: number) => dayOf(y, name))
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
  begins: () => [{ first: ['årsskiftet'] }],
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
