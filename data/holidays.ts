import { z } from 'zod'
import { addDays, easterSunday, weekday } from '../schemas/calendar.ts'
import { loadData } from './load.ts'

const schema = z.object({
  note: z.string(),
  source: z.string(),
  days: z.array(
    z.union([
      z.strictObject({
        name: z.string(),
        danish: z.string(),
        date: z.string().regex(/^\d\d-\d\d$/),
        until: z.int().optional(),
      }),
      z.strictObject({ name: z.string(), danish: z.string(), easter: z.int(), until: z.int().optional() }),
    ]),
  ),
})

/** A day of `data/time/holidays.json` in a year. `name` is its code, `danish` what it is called. */
export type Holiday = { name: string; danish: string; day: string }

const known = new Map<number, Holiday[]>()

/** The days of a year that are no working days for authorities, besides Saturdays and Sundays, in order. */
export function holidays(year: number): Holiday[] {
  const found = known.get(year) ?? computed(year)
  known.set(year, found)
  return found
}

let rules: z.infer<typeof schema>['days'] | undefined

function computed(year: number): Holiday[] {
  rules ??= loadData('time/holidays.json', schema).days
  const easter = easterSunday(year)
  return rules
    .filter(({ until }) => until === undefined || year <= until)
    .map((rule) => ({
      name: rule.name,
      danish: rule.danish,
      day: 'date' in rule ? `${year}-${rule.date}` : addDays(easter, rule.easter),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The day on which a holiday falls in a year, or null when the year has none of this name. */
export function holiday(year: number, name: string): string | null {
  return holidays(year).find((one) => one.name === name)?.day ?? null
}

/** Whether authorities work on a day, `YYYY-MM-DD`. */
export function isWorkingDay(day: string): boolean {
  return weekday(day) <= 5 && !holidays(Number(day.slice(0, 4))).some((one) => one.day === day)
}

/**
 * The `count`-th working day after a day, which is not counted itself; before it when `count` is negative. With 0 it is
 * the day itself, working day or not.
 */
export function addWorkingDays(day: string, count: number): string {
  const step = count < 0 ? -1 : 1
  let result = day
  for (let left = Math.abs(count); left > 0; ) {
    result = addDays(result, step)
    if (isWorkingDay(result)) left--
  }
  return result
}

/**
 * The day on which a time limit really ends: the day itself, or the next working day when it is none.
 * @source forældelsesloven § 27, stk. 2
 */
export function endOfLimit(day: string): string {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1)
}
