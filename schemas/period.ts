/** A data period: its code and its first and last day. */
export type Period = { code: string; start: string; end: string }

const monthsOf = { M: 1, Q: 3, Y: 12 } as const
const day = (date: Date): string => date.toISOString().slice(0, 10)

/**
 * Reads the code of a data period: `2018M12` a month, `2018Q04` (or `2018Q4`) a quarter, `2018Y01` a year.
 * @returns null when it is none
 * @source the period codes of jobindsats.dk (https://www.jobindsats.dk/information/om-api/introduktion-til-api/)
 */
export function parsePeriod(typed: string): Period | null {
  const found = /^([12]\d{3})([MQY])(\d{1,2})$/.exec(typed.trim().toUpperCase())
  if (!found) return null
  const [year, kind, number] = [Number(found[1]), found[2] as keyof typeof monthsOf, Number(found[3])]
  const months = monthsOf[kind]
  if (number < 1 || number > 12 / months) return null
  return {
    code: `${year}${kind}${String(number).padStart(2, '0')}`,
    start: day(new Date(Date.UTC(year, (number - 1) * months, 1))),
    end: day(new Date(Date.UTC(year, number * months, 0))),
  }
}
