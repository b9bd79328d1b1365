import { parseDay } from './parse-day.ts'

/** The day a command reckons from: `--today`, else the day it is in Denmark. */
export function todayOf(typed: string | undefined): string {
  return typed === undefined
    ? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date())
    : parseDay('today', typed)
}
