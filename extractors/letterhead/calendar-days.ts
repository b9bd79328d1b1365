import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { isoDate } from '../../schemas/calendar.ts'
import type { Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { matchesIn } from '../language/matches.ts'
import { remembered } from '../language/remembered.ts'
import { words } from '../time/words.ts'

/** A day named in a text; `year` is null where the words give none ("den 9. april", "3/5"). */
export type CalendarDay = Span & { year: number | null; month: number; day: number }

const monthData = z.object({ note: z.string(), months: z.array(z.array(z.string())).length(12) })
let cache: { pattern: RegExp; english: RegExp; numbers: Map<string, number> } | undefined

function patterns() {
  if (cache) return cache
  const numbers = new Map(words().months)
  loadData('letterhead/english-months.json', monthData).months.forEach((names, index) => {
    for (const name of names) numbers.set(name, index + 1)
  })
  const month = [...numbers.keys()].sort((a, b) => b.length - a.length).join('|')
  // scans read 0 as O and 1 as l or I, taken for digits only after a digit
  const year = '(?:1[9]|2[0OoQ])[\\dOoIl]{2}'
  const sources = [
    `(?<d1>[12][lIO](?=\\.)|(?<=^|\\s)[lI]\\d?(?=\\.)|[0-3]?\\d)\\s?\\.?\\s?(?<m1>${month})(?!\\p{L})\\.?(?:,?\\s{0,2}(?<y1>${year})(?![\\d-]))?`,
    `(?<y2>${year})-(?<m2>[01]\\d)-(?<d2>[0-3]\\d)(?![\\d-])`,
    `(?<d3>[0-3]?\\d)(?<s3>[./-])\\s?(?<m3>[01]?\\d)(?:\\k<s3>|[./ -])\\s?(?<y3>${year})(?![\\d/-])`,
    `(?<d5>[0-3]?\\d)(?<s5>[./-])(?<m5>[01]?\\d)(?:\\k<s5>|-)(?<y5>\\d\\d)(?![\\d./-]|,\\d|\\p{L})`,
    `(?<=(?<!\\p{L})(?:den|d\\.|af|dateret|fra)\\s)(?<d6>[0-3]?\\d)/(?<m6>[01]?\\d)(?![\\d/-])`,
  ]
  cache = {
    // the digit is looked for first: letters are mostly text without any
    pattern: latin(new RegExp(`(?=[\\dlI])(?<![\\d\\p{L}./-])(?:${sources.join('|')})`, 'giu')),
    english: latin(new RegExp(`(?<!\\p{L})(?<m>${month})\\s(?<d>[0-3]?\\d),\\s?(?<y>${year})(?!\\d)`, 'giu')),
    numbers,
  }
  return cache
}

const digits = (text: string) => Number(text.replace(/[OoQ]/g, '0').replace(/[lI]/g, '1'))

/** All exact days named in a text, in order. Dates that do not exist ("31. februar 2018") are left out. */
export const findDays = (text: string): readonly CalendarDay[] => (/\d/.test(text) ? readDays(text) : [])

const readDays: (text: string) => readonly CalendarDay[] = remembered((text) => {
  const { pattern, english, numbers } = patterns()
  const days: CalendarDay[] = []
  const americans = /\d, ?\d{4}/.test(text) ? matchesIn(text, english) : []
  for (const match of [...americans, ...matchesIn(text, pattern)]) {
    const groups = Object.entries(match.groups ?? {})
    const part = (letter: string) => groups.find(([name, value]) => value && name.startsWith(letter))?.[1]
    const monthText = part('m') ?? ''
    const month = numbers.get(monthText.toLowerCase()) ?? Number(monthText)
    const day = digits(part('d') ?? '')
    const yearText = part('y')
    const year = yearText ? digits(yearText.length === 2 ? `20${yearText}` : yearText) : null
    if (!isoDate(year ?? 2000, month, day)) continue
    days.push({ start: match.index, end: match.index + match[0].length, year, month, day })
  }
  return days.sort((a, b) => a.start - b.start)
})

/** `YYYY-MM-DD` of a day in a year. */
export const isoDay = (day: CalendarDay, year: number): string =>
  `${year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`

/** The day on or before `reference` (`YYYY-MM-DD`) that the words can mean; null when no year can be told. */
export function pastDay(day: CalendarDay, reference: string | null): string | null {
  if (day.year !== null) return isoDay(day, day.year)
  if (!reference) return null
  const year = Number(reference.slice(0, 4))
  const same = isoDay(day, year)
  return same <= reference ? same : isoDay(day, year - 1)
}

/** The day on or after `reference` (`YYYY-MM-DD`) that the words can mean; null when no year can be told. */
export function comingDay(day: CalendarDay, reference: string | null): string | null {
  if (day.year !== null) return isoDay(day, day.year)
  if (!reference) return null
  const year = Number(reference.slice(0, 4))
  const same = isoDay(day, year)
  return same >= reference ? same : isoDay(day, year + 1)
}
