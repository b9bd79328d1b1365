import { type Period, parsePeriod } from '../../schemas/period.ts'

const months = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
]

/** The number of a month by its Danish name or the beginning of it ("dec", "sept."); 0 when it is none. */
export function monthNumber(name: string): number {
  const start = name.toLocaleLowerCase('da').replace(/\.$/, '')
  return start.length < 3 ? 0 : months.findIndex((month) => month.startsWith(start)) + 1
}

/**
 * A data period as figures name it: `2018M12`, "dec 2018", "december 2018", "2018-12", "4. kvartal 2018", "2018K4",
 * "2018"; null when it is none.
 */
export function readFigurePeriod(written: string): Period | null {
  const text = written.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const known = parsePeriod(text)
  if (known) return known
  const [, name, ofYear] = /^(\p{L}+\.?) ?-?(\d{4})$/u.exec(text) ?? []
  if (name && ofYear) return parsePeriod(`${ofYear}M${monthNumber(name)}`)
  const [, year, month] = /^(\d{4})-(\d{2})(?:-01)?$/.exec(text) ?? []
  if (year && month) return parsePeriod(`${year}M${month}`)
  const [, quarter, quarterYear] = /^([1-4])\. ?(?:kvt\.?|kv\.?|kvartal) (\d{4})$/iu.exec(text) ?? []
  if (quarter && quarterYear) return parsePeriod(`${quarterYear}Q${quarter}`)
  const [, short, number] = /^(\d{4}) ?K([1-4])$/iu.exec(text) ?? []
  if (short && number) return parsePeriod(`${short}Q${number}`)
  return /^(?:19|20)\d{2}$/.test(text) ? parsePeriod(`${text}Y01`) : null
}
