import { type Indicator, indicatorsSchema } from '../schemas/indicator.ts'
import { loadData } from './load.ts'

let known: Indicator[] | undefined

/** The indicators that figures are stored for, in the order of `data/indicators.json`. */
export function indicators(): Indicator[] {
  known ??= loadData('indicators.json', indicatorsSchema).indicators
  return known
}

/** The indicator with an id, or undefined. */
export function indicator(id: string): Indicator | undefined {
  return indicators().find((one) => one.id === id)
}
