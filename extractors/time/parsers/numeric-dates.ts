import { dayPeriod, isoDate } from '../../../schemas/calendar.ts'
import { latinPattern } from '../../language/latin.ts'
import { isParticiple } from '../../language/tense.ts'
import { digits, upToDigits } from '../begins.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'

/** "06-07-2018", "09.07.2018", "1/1-2019", "8/8 2018", "1.1.20": day, month, year. */
export const numericDates: Family = {
  rule: 'numeric date',
  begins: () => [{ first: upToDigits(2), next: upToDigits(2) }],
  pattern: () =>
    '(?<day>\\d{1,2})(?<sep>[./-]) ?(?<month>\\d{1,2})(?:\\k<sep> ?|(?<=/\\d{1,2})[ -])(?<year>{year}|\\d\\d)(?!/\\d)',
  read: ({ groups, year }) => exact(fullYear(groups.year ?? '', year), groups.month, groups.day),
}

/** "2018-08-08". */
export const isoDates: Family = {
  rule: 'ISO date',
  begins: () => [{ first: [digits(4)], next: [digits(2)] }],
  pattern: () => '(?<year>{year})-(?<month>[01]\\d)-(?<day>[0-3]\\d)',
  read: ({ groups }) => exact(Number(groups.year), groups.month, groups.day),
}

const dateWords = latinPattern(
  String.raw`(?:^|[\s(])(?:den|d\.|d|senest|frist|frist:|deadline|deadline:|\p{L}+frist|inden|pr\.|pr|per|fra|indtil|frem til|siden|før|og med|start|starter|startede|opstart|begynder|begyndte|begyndt|tiltræder|tiltrådte|åbner|slut|slutter|sluttede|færdig|færdige|færdigt|afsluttes|afsluttet|klar)\s{1,3}$`,
)

const opensClause = latinPattern(String.raw`^ {1,3}\p{Ll}{3,}`)

/** "18/6, 17/9 og 10/12" in a cell. */
const inList = /^(?:, \d{1,2}\/\d{1,2}| og \d{1,2}\/\d{1,2}| *(?:$|[\n\t]))/
const listBefore = /(?:^|[\s(])\d{1,2}\/\d{1,2}(?:,| og) {1,3}$/

/** A line or item begins here. */
export const opensLine = /^[\s•*–-]*$/

/** "rettet 14/5", "går i gang 18/9.": of a day past the twelfth no fraction is written. */
function followsAct(before: string, after: string, day: number): boolean {
  const word = /(\p{Ll}{3,}) {1,3}$/u.exec(before)?.[1]
  return (
    day > 12 &&
    word !== undefined &&
    (isParticiple(word) || (/^(?:\.(?:\s|$)|,|[ \t]*(?:\n|$))/.test(after) && startsUp.test(before)))
  )
}
const startsUp = /(?:^|\s)i (?:gang|drift|luften|brug|kraft) {1,3}$/

/** "d. 15/11", "senest 1/5", "13/9 satte vi ...": a fraction or record number unless a word of dates stands before it or it opens a sentence. */
export const numericDatesWithoutYear: Family = {
  rule: 'numeric date without year',
  begins: () => [{ first: upToDigits(2), next: upToDigits(2) }],
  pattern: () => '(?<day>\\d{1,2})/(?<month>\\d{1,2})',
  read: ({ groups, before, after, year }) => {
    // "- 18/9: Hurtigt spor": the days that a list goes by
    const opens =
      opensLine.test(before) && (opensClause.test(after) || inList.test(after) || after.startsWith(': '))
    const goesOn = listBefore.test(before) && !/^ {1,3}(?:af|del)(?:e|en)? /.test(after)
    if (!opens && !goesOn && !dateWords.test(before) && !followsAct(before, after, Number(groups.day)))
      return null
    const days = nearYears(year).map((y) => isoDate(y, Number(groups.month), Number(groups.day)))
    const reading = time(
      days.map((d) => (d ? dayPeriod(d) : null)),
      'day',
    )
    return reading && { reading }
  },
}

function exact(year: number | null, month = '', day = '') {
  const date = year === null ? null : isoDate(year, Number(month), Number(day))
  const reading = date && time([dayPeriod(date)], 'day')
  return reading ? { reading } : null
}

/** Two digits are a year only near the letter's own: "26-2-18" may be a record number, "01.02.03" is. */
export function fullYear(digits: string, near: number): number | null {
  if (digits.length === 4) return Number(digits)
  const year = 2000 + Number(digits)
  return Math.abs(year - near) <= 10 ? year : null
}
