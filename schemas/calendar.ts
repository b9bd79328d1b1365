/** A period by its first and last day, `YYYY-MM-DD`, both inclusive. */
export type Period = { start: string; end: string }

const iso = (date: Date) => date.toISOString().slice(0, 10)
const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day))
const pad = (n: number) => String(n).padStart(2, '0')

/** `YYYY-MM-DD`, or null when there is no such day ("31. februar"). Years 1900-2099. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return null
  return `${year}-${pad(month)}-${pad(day)}`
}

/** Number of days in a month. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

export function addDays(date: string, days: number): string {
  const { year, month, day } = partsOf(date)
  return iso(utc(year, month, day + days))
}

/** Adds whole months; a day that the month does not have becomes its last (31 August + 6 months = 28 February). */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date)
  const first = utc(year, month + months, 1)
  return iso(
    utc(
      first.getUTCFullYear(),
      first.getUTCMonth() + 1,
      Math.min(day, daysIn(first.getUTCFullYear(), first.getUTCMonth() + 1)),
    ),
  )
}

/** 1 = Monday ... 7 = Sunday. */
export function weekday(date: string): number {
  const { year, month, day } = partsOf(date)
  return utc(year, month, day).getUTCDay() || 7
}

export const monday = (date: string): string => addDays(date, 1 - weekday(date))

export const dayPeriod = (date: string): Period => ({ start: date, end: date })

/** From the first day of one month to the last of another; a `last` before `first` lies in the next year. */
export function monthsPeriod(year: number, first: number, last: number = first): Period {
  const lastYear = last < first ? year + 1 : year
  return { start: `${year}-${pad(first)}-01`, end: `${lastYear}-${pad(last)}-${daysIn(lastYear, last)}` }
}

export const yearPeriod = (year: number, last = year): Period => ({
  start: `${year}-01-01`,
  end: `${last}-12-31`,
})

/** ISO weeks, Monday to Sunday; null when the year has no such week. */
export function weekPeriod(year: number, first: number, last: number = first): Period | null {
  const lastYear = last < first ? year + 1 : year
  const start = weekStart(year, first)
  const end = weekStart(lastYear, last)
  return start && end ? { start, end: addDays(end, 6) } : null
}

function weekStart(year: number, week: number): string | null {
  const start = addDays(monday(`${year}-01-04`), 7 * (week - 1))
  return week >= 1 && addDays(start, 3).startsWith(String(year)) ? start : null
}

/** Easter Sunday (Gauss, in the form of Meeus/Jones/Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return `${year}-${pad(Math.floor(f / 31))}-${pad((f % 31) + 1)}`
}
