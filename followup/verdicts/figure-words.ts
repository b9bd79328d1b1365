import type { IndicatorUnit } from '../../schemas/indicator.ts'
import { type Period, parsePeriod } from '../../schemas/period.ts'
import type { Criterion, Figure } from '../../schemas/verdict.ts'
import { danishDate, danishPeriod } from '../danish-words.ts'

const unitWords: Record<IndicatorUnit, string> = {
  pct: 'pct.',
  persons: 'personer',
  firms: 'virksomheder',
  days: 'dage',
  weeks: 'uger',
}
/** A unit in words: "pct.", "personer". */
export const danishUnit = (unit: IndicatorUnit): string => unitWords[unit]

const number = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 2 })

/** A value with its unit: "24,9 pct.", "1.744 personer". */
export function danishValue(value: number, unit: IndicatorUnit): string {
  return `${number.format(value)} ${unitWords[unit]}`
}

/** A change of a value: "16,3 procentpoint lavere", "uændret". */
export function danishChange(change: number, unit: IndicatorUnit): string {
  if (change === 0) return 'uændret'
  const size = `${number.format(Math.abs(change))} ${unit === 'pct' ? 'procentpoint' : unitWords[unit]}`
  return `${size} ${change < 0 ? 'lavere' : 'højere'}`
}

/** What a figure says: its value, or that it is missing or withheld. */
export function danishFigure({ state, value, unit }: Pick<Figure, 'state' | 'value' | 'unit'>): string {
  if (value !== null) return danishValue(value, unit)
  return state === 'withheld' ? 'tilbageholdt' : 'intet tal'
}

/** A data period in words: "december 2018", "4. kvartal 2018"; for a rolling year "året til og med 2. kvartal 2018". */
export function danishDataPeriod(code: string): string {
  const period = parsePeriod(code)
  if (!period) return code
  return code.includes('QMAT')
    ? `året til og med ${lastQuarter(period)}`
    : danishPeriod(period.start, period.end)
}

function lastQuarter({ end }: Period): string {
  return `${Math.ceil(Number(end.slice(5, 7)) / 3)}. kvartal ${end.slice(0, 4)}`
}

/** A retrieval in words: "hentet 4. februar 2019". */
export const danishRetrieval = (day: string): string => `hentet ${danishDate(day)}`

const comparatorWords: Record<Criterion['comparator'], string> = {
  above: 'over',
  'at-least': 'mindst',
  'at-most': 'højst',
  equal: 'på niveau med',
  better: 'bedre end',
}

/** What a criterion asks: "mindst 90 pct.", "over landsgennemsnittet (79,7 pct.)". */
export function danishCriterion({ comparator, value, reference }: Criterion, unit: IndicatorUnit): string {
  const amount = value === null ? null : danishValue(value, unit)
  if (reference === null) return `${comparator === 'equal' ? '' : `${comparatorWords[comparator]} `}${amount}`
  // "højst landsgennemsnittet" is what "under landsgennemsnittet" was read as
  const words = comparator === 'at-most' ? 'ikke over' : comparatorWords[comparator]
  return `${words} ${reference}${amount === null ? '' : ` (${amount})`}`
}
