import type { TimeExpression } from '../schemas/time.ts'

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', ...options })
  return (day: string): string => formatter.format(utc(day))
}
const dayMonthYear = format({ day: 'numeric', month: 'long', year: 'numeric' })
const dayMonth = format({ day: 'numeric', month: 'long' })
const dayOnly = (day: string): string => `${utc(day).getUTCDate()}.`
const monthYear = format({ month: 'long', year: 'numeric' })
const monthOnly = format({ month: 'long' })

/** `2019-02-08` as "8. februar 2019". */
export function danishDate(day: string): string {
  return dayMonthYear(day)
}

/** `2018-12` as "december 2018". */
export function danishMonth(month: string): string {
  return monthYear(`${month}-01`)
}

const opensMonth = (day: string): boolean => day.endsWith('-01')
const closesMonth = (day: string): boolean =>
  opensMonth(new Date(utc(day).getTime() + 86_400_000).toISOString().slice(0, 10))

const wholeMonths = (start: string, end: string): boolean => opensMonth(start) && closesMonth(end)

/** A period as short as it can be said: "8. februar 2019", "december 2018", "21.-31. august 2018", "2. halvår 2018". */
export function danishPeriod(start: string, end: string): string {
  if (start === end) return dayMonthYear(start)
  const sameYear = start.slice(0, 4) === end.slice(0, 4)
  const sameMonth = start.slice(0, 7) === end.slice(0, 7)
  if (wholeMonths(start, end)) {
    if (sameMonth) return monthYear(start)
    return (
      namedPart(start, end) ??
      (sameYear ? `${monthOnly(start)}–${monthYear(end)}` : `${monthYear(start)} – ${monthYear(end)}`)
    )
  }
  if (sameMonth) return `${dayOnly(start)}–${dayMonthYear(end)}`
  return sameYear
    ? `${dayMonth(start)} – ${dayMonthYear(end)}`
    : `${dayMonthYear(start)} – ${dayMonthYear(end)}`
}

/** A whole quarter, half-year or year by its name. */
function namedPart(start: string, end: string): string | null {
  const year = start.slice(0, 4)
  if (year !== end.slice(0, 4)) return null
  const [first, last] = [Number(start.slice(5, 7)), Number(end.slice(5, 7))]
  const months = last - first + 1
  if (months === 12) return year
  if ((months !== 3 && months !== 6) || (first - 1) % months !== 0) return null
  return `${(first - 1) / months + 1}. ${months === 3 ? 'kvartal' : 'halvår'} ${year}`
}

/** A time in words: "senest 8. februar 2019", "fra oktober 2018", "i december 2018", "inden 1. januar 2019". */
export function danishTime({
  relation,
  start,
  end,
}: Pick<TimeExpression, 'relation' | 'start' | 'end'>): string {
  const period = danishPeriod(start, end)
  switch (relation) {
    case 'by':
      return `senest ${dayMonthYear(end)}`
    case 'before':
      return `inden ${dayMonthYear(start)}`
    case 'until':
      return `til og med ${dayMonthYear(end)}`
    case 'from':
      return `fra ${period}`
    case 'at':
    case 'during':
    case 'between':
      return `${wholeMonths(start, end) ? 'i' : 'den'} ${period}`
  }
}

const units = {
  D: { one: 'hver dag', second: 'hver anden dag', each: (n: number) => `hver ${n}. dag` },
  W: { one: 'hver uge', second: 'hver 14. dag', each: (n: number) => `hver ${n}. uge` },
  M: { one: 'hver måned', second: 'hver anden måned', each: (n: number) => `hver ${n}. måned` },
  Y: { one: 'hvert år', second: 'hvert andet år', each: (n: number) => `hvert ${n}. år` },
}
const named: Record<string, string> = { P3M: 'hvert kvartal', P6M: 'hvert halve år', P12M: 'hvert år' }

/** A recurrence in words: `P2W` as "hver 14. dag". @param every an ISO 8601 duration of one unit, as in the records */
export function danishRecurrence(every: string): string {
  const number = Number(every.slice(1, -1))
  const { one, second, each } = units[every.at(-1) as keyof typeof units]
  return named[every] ?? (number === 1 ? one : number === 2 ? second : each(number))
}

/** Several as Danish writes them: "a, b og c". */
export function listed(parts: string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} og ${parts.at(-1)}`
}
