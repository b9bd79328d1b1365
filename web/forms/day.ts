/** A day of the calendar as a form sends it, `YYYY-MM-DD`; null when it is none. */
export function dayOf(typed: string | undefined): string | null {
  if (typed === undefined || !/^[12]\d{3}-\d{2}-\d{2}$/.test(typed)) return null
  const date = new Date(`${typed}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(typed) ? typed : null
}
