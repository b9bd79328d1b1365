import type { Criterion } from '../../schemas/verdict.ts'
import type { Hearing } from './judge.ts'
import { asSpoken } from './plan.ts'
import type { Spoken } from './which-indicator.ts'

/** The period and area of the figure that a promise is compared with: the country's, or the sender's own of a year. */
export function comparisonOf({ plan, promised, period }: Hearing): {
  area: 'country' | string
  period: string
} {
  return plan.year === null
    ? { area: 'country', period: period.code }
    : { area: promised.municipality.code, period: `${plan.year}Y01` }
}

/** The criterion with the number it compares with, in the letter's terms; null when that number is not there. */
export function comparedWith(hearing: Hearing, spoken: Spoken, criterion: Criterion): Criterion | null {
  const { plan, shown, figures } = hearing
  if (plan.rule === 'law' || plan.rule === 'target-value') return criterion
  const { area, period } = comparisonOf(hearing)
  const other = area === 'country' ? shown.country : figures.at(spoken.indicator.id, area, period)
  const value = other?.value ?? null
  return value === null ? null : { ...criterion, value: asSpoken(value, spoken.sense) }
}

/** Whether a value meets a criterion, both in the letter's terms. A promise that is surpassed is kept. */
export function holds(value: number, { comparator, value: wanted }: Criterion, spoken: Spoken): boolean {
  if (wanted === null) return false
  const higher = higherIsBetter(spoken)
  const isBetter = higher === null ? false : higher ? value > wanted : value < wanted
  switch (comparator) {
    case 'above':
      return value > wanted
    case 'at-least':
      return value >= wanted
    case 'at-most':
      return value <= wanted
    case 'equal':
      return value === wanted || isBetter
    case 'better':
      return isBetter
  }
}

/** Whether higher is better in the letter's own terms. */
function higherIsBetter({ indicator: { better }, sense }: Spoken): boolean | null {
  return better === null ? null : (better === 'higher') === (sense === 'as-measured')
}

/** Whether a share of all of a group says the same of every part of it: nobody, or everybody. */
export function isExtreme(value: number, { indicator: { unit } }: Spoken): boolean {
  return unit === 'pct' && (value === 0 || value === 100)
}
