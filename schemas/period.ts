/** A data period: its code and its first and last day. */
export type Period = { code: string; start: string; end: string }

/** How long the periods of a code are, and how far apart: a month, a quarter, a year, or a year that ends with a quarter. */
export type PeriodKind = 'M' | 'Q' | 'Y' | 'QMAT'
const monthsOf: Record<PeriodKind, { length: number; step: number }> = {
  M: { length: 1, step: 1 },
  Q: { length: 3, step: 3 },
  Y: { length: 12, step: 12 },
  QMAT: { length: 12, step: 3 },
}
const day = (date: Date): string => date.toISOString().slice(0, 10)

/**
 * Reads the code of a data period: `2018M12` a month, `2018Q04` (or `2018Q4`) a quarter, `2018Y01` a year,
 * `2018QMAT02` the year up to and with a quarter.
 * @returns null when it is none
 * @source the period codes of jobindsats.dk (https://www.jobindsats.dk/information/om-api/introduktion-til-api/)
 */
export function parsePeriod(typed: string): Period | null {
  const found = /^([12]\d{3})(M|QMAT|Q|Y)(\d{1,2})$/.exec(typed.trim().toUpperCase())
  if (!found) return null
  const [year, kind, number] = [Number(found[1]), found[2] as PeriodKind, Number(found[3])]
  const { length, step } = monthsOf[kind]
  if (number < 1 || number > 12 / step) return null
  return {
    code: `${year}${kind}${String(number).padStart(2, '0')}`,
    start: day(new Date(Date.UTC(year, number * step - length, 1))),
    end: day(new Date(Date.UTC(year, number * step, 0))),
  }
}

/** The kind of a period, by its code. */
export function periodKind({ code }: Period): PeriodKind {
  return code.slice(4, -2) as PeriodKind
}

/** The month that a day lies in, as a period. @param later how many months after it */
export function monthOf(isoDay: string, later = 0): Period {
  const start = new Date(Date.UTC(Number(isoDay.slice(0, 4)), Number(isoDay.slice(5, 7)) - 1 + later, 1))
  const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0))
  const code = `${start.getUTCFullYear()}M${String(start.getUTCMonth() + 1).padStart(2, '0')}`
  return { code, start: day(start), end: day(end) }
}
