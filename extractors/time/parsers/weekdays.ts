import { addDays, dayPeriod, monday, monthsPeriod, weekday } from '../../../schemas/calendar.ts'
import { upToDigits } from '../begins.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { monthOf, ordinalOf, words } from '../words.ts'

const lead =
  /(?:^|[\s(])(?<word>på|senest|inden|næste|kommende|førstkommende|sidste|forrige|til|nu på)\s{1,3}$/

/** "på fredag", "næste onsdag" (in the week after), "i mandags", "onsdag i næste uge". */
export const weekdays: Family = {
  rule: 'weekday',
  begins: () => {
    const days = [...words().weekdays.keys()]
    return [{ first: days }, { first: ['i'], next: days.map((day) => `${day}s`) }]
  },
  pattern: () => '(?<past>i )?(?<day>{weekday})(?<s>s)?(?: i (?<week>næste|denne|sidste|forrige) uge)?',
  read: ({ groups, before, after, reference }) => {
    if (/^,?\s{1,3}(?:den |d\. ?)?\d/.test(after)) return null
    const number = words().weekdays.get(groups.day ?? '') as number
    const word = lead.exec(before)?.groups?.word
    if (groups.s && !groups.past) return null
    if (groups.past && !groups.s) return null
    const inWeek = (weeks: number) => addDays(monday(reference), 7 * weeks + number - 1)
    const coming = addDays(reference, ((number - weekday(reference) + 6) % 7) + 1)
    const gone = addDays(reference, -(((weekday(reference) - number + 6) % 7) + 1))
    let date: string
    if (groups.week) date = inWeek(groups.week === 'næste' ? 1 : groups.week === 'denne' ? 0 : -1)
    else if (groups.past) date = gone
    else if (word === 'sidste' || word === 'forrige') date = gone
    else if (word === 'næste') date = inWeek(1)
    else if (word) date = coming
    else return null
    const back = word === 'næste' || word === 'sidste' || word === 'forrige' || word?.endsWith('kommende')
    const reading = time([dayPeriod(date)], 'day', { assumed: ["counted from the letter's date"] })
    return reading && { reading, back: back ? before.length - before.lastIndexOf(word as string) : 0 }
  },
}

/** "første mandag i september 2018", "den sidste fredag i maj". */
export const weekdaysOfMonth: Family = {
  rule: 'weekday of a month',
  begins: () => [
    {
      first: [...upToDigits(2), ...words().ordinals.keys(), 'sidste'],
      next: [...words().weekdays.keys(), 'hverdag'],
    },
  ],
  pattern: () =>
    '(?<which>{ordinal}|sidste) (?<day>{weekday}|hverdag) (?:i|af) (?<month>{monthname})(?: måned)?(?:,? (?<year>{year}))?',
  read: ({ groups, year }) => {
    const number = words().weekdays.get(groups.day ?? '') ?? null
    const which = groups.which === 'sidste' ? -1 : ordinalOf(groups.which ?? '')
    if (which === null || which > 5) return null
    const month = monthOf(groups.month ?? '')
    const options = (groups.year ? [Number(groups.year)] : nearYears(year)).map((y) => {
      const { start, end } = monthsPeriod(y, month)
      const fits = (d: string) => (number === null ? weekday(d) <= 5 : weekday(d) === number)
      let day = which < 0 ? end : start
      for (let seen = 0; day >= start && day <= end; day = addDays(day, which < 0 ? -1 : 1))
        if (fits(day) && ++seen === Math.abs(which)) return dayPeriod(day)
      return null
    })
    const reading = time(options, 'day')
    return reading && { reading }
  },
}
