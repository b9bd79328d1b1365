import { UsageError } from './usage-error.ts'

/** A day of the calendar as it was typed for an option, `YYYY-MM-DD`. @throws UsageError when it is none */
export function parseDay(option: string, typed: string): string {
  const date = new Date(`${typed}T00:00:00Z`)
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(date.getTime())
  if (exists && date.toISOString().startsWith(typed)) return typed
  throw new UsageError(`--${option} ${typed}: not a day; write it as 2019-01-31`)
}
