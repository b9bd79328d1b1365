import { monthsPeriod } from '../../../schemas/calendar.ts'
import { latinPattern } from '../../language/latin.ts'
import { matchesIn } from '../../language/matches.ts'
import { type Family, type Found, nearYears, type Place } from '../family.ts'
import { time } from '../reading.ts'
import { monthOf, words } from '../words.ts'

const monthAndYear = latinPattern(String.raw`(\p{L}{3,}\.?)(?: +((?:19|20)\d\d))?`, 'g')

/** "august 2018", "i maj", "november og december måned", "maj-juni": without a year it needs a word before it. */
export const months: Family = {
  rule: 'month',
  begins: () => [{ first: [...words().months.keys()] }],
  pattern: () =>
    '(?<first>{monthname}|{shortmonth})(?: (?<year>{year}))?(?<more>(?: ?- ?| til og med | til |, ?{and} ?|{and}|, |/)(?:{monthname}|{shortmonth})){0,11}(?<word> måneds?)?(?:,? (?:i )?(?:år )?(?<year2>{year}))?',
  read: (place) => {
    // the month of a day that does not exist ("31. februar")
    if (/\d\. {0,3}$/.test(place.before)) return null
    if (!place.groups.more) return oneMonth(place)
    const { groups, matched, year } = place
    const names = matchesIn(matched, monthAndYear).filter((m) => monthOf(m[1] ?? '') > 0)
    const numbers = names.map((m) => monthOf(m[1] ?? ''))
    const first = numbers[0] as number
    const last = numbers.at(-1) as number
    const isRange = /-| til /.test(matched)
    const isRun = numbers.every((n, i) => i === 0 || n === ((numbers[i - 1] as number) % 12) + 1)
    const saidLast = names.at(-1)?.[2] ?? groups.year2
    const needs = saidLast || groups.word || isRange || aloneInCell(place) ? 'nothing' : 'lead'
    const relation = isRange ? ('between' as const) : null
    // "april og september" are two points: only the first is taken here, the rest is found again
    const single = !(isRun || (isRange && numbers.length === 2))
    if (single) {
      const own = names[0]
      const end = (own?.index ?? 0) + (own?.[0].length ?? 0)
      const said = own?.[2] ?? (saidLast && carried(numbers, Number(saidLast)))
      const reading = time(
        (said ? [Number(said)] : nearYears(year)).map((y) => monthsPeriod(y, first)),
        'month',
        { needs },
      )
      return reading && { reading, length: end }
    }
    const saidFirst = names[0]?.[2]
    const options = (saidLast ? [Number(saidLast)] : nearYears(year)).map((y) => {
      const from = saidFirst ? Number(saidFirst) : last < first ? y - 1 : y
      const period = { start: monthsPeriod(from, first).start, end: monthsPeriod(y, last).end }
      return period.start <= period.end ? period : null
    })
    const reading = time(options, 'month', { needs, relation })
    return reading && { reading }
  },
}

function oneMonth(place: Place): Found {
  const { groups, year } = place
  const said = groups.year ?? groups.year2
  const month = monthOf(groups.first ?? '')
  const reading = time(
    (said ? [Number(said)] : nearYears(year)).map((y) => monthsPeriod(y, month)),
    'month',
    { needs: said || groups.word || aloneInCell(place) ? 'nothing' : 'lead' },
  )
  return reading && { reading }
}

/** The year of the first month of a list whose last one has a year: "november og januar 2018". */
function carried(numbers: number[], year: number): number {
  let result = year
  for (let i = numbers.length - 1; i > 0; i--)
    if ((numbers[i] as number) < (numbers[i - 1] as number)) result--
  return result
}

/** "Maj" by itself in a line or a table's cell, "Maj: kursus for alle" at its head. */
const aloneInCell = ({ before, after }: Place) => before.trim() === '' && /^ *(?:$|[\n\t]|: )/.test(after)
