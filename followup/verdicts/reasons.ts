import { areaName } from '../../data/municipality-names.ts'
import { country } from '../../schemas/observation.ts'
import type { Period } from '../../schemas/period.ts'
import type { Criterion } from '../../schemas/verdict.ts'
import { danishDate } from '../danish-words.ts'
import { comparisonOf } from './compare.ts'
import { danishCriterion, danishDataPeriod, danishRetrieval, danishValue } from './figure-words.ts'
import type { Hearing, Promised } from './judge.ts'
import { asSpoken } from './plan.ts'
import { type Due, settlingMonth } from './settling.ts'
import type { Spoken } from './which-indicator.ts'

/** Which day a promise is for, and which month will settle it. */
export function becauseNotDue({ day, last }: Due, settledFrom: string, period: Period): string {
  const when =
    last && day
      ? `Tilsagnet gælder ${last.relation === 'from' ? 'fra' : 'senest'} ${danishDate(day)}`
      : `Tilsagnet er fra ${danishDate(settledFrom)}`
  const within = day && period.start < day && day < period.end ? ', som ligger inde i perioden' : ''
  return `${when}${within}; det kan først afgøres på data for ${danishDataPeriod(settlingMonth(settledFrom))}.`
}

/** That no indicator is described that would measure it. */
export function becauseUnknown({ commitment: { target } }: Promised): string {
  return `Tilsagnet kan måles, men ingen af de beskrevne tal måler ${target?.indicator ? `»${target.indicator}«` : 'det'}.`
}

/** Whether the figure of the period was withheld, is not there at its source, or was not imported. */
export function becauseMissing(hearing: Hearing, { indicator }: Spoken): string {
  const { promised, period, shown, figures } = hearing
  const { code } = promised.municipality
  const what = `»${indicator.shortName}« for ${areaName(code)} i ${danishDataPeriod(period.code)}`
  if (shown.value?.state === 'withheld')
    return `Tallet ${what} er holdt tilbage, fordi det gælder få personer (${danishRetrieval(shown.value.retrieved)}).`
  if (shown.value) return `Kilden har intet tal ${what} (${danishRetrieval(shown.value.retrieved)}).`
  const latest = figures.course(indicator.id, code, period).findLast(({ value }) => value !== null)
  const known = latest ? ` Det seneste er for ${danishDataPeriod(latest.period)}.` : ''
  return `Der er ikke indlæst noget tal ${what}.${known}`
}

/** That the figure a promise is compared with is not there. */
export function becauseNoComparison(hearing: Hearing, { indicator }: Spoken): string {
  const { area, period } = comparisonOf(hearing)
  const where = areaName(area === 'country' ? country : area)
  return `Der er intet tal »${indicator.shortName}« for ${where} i ${danishDataPeriod(period)} at sammenligne med.`
}

/** The value, what it means in the letter's terms, and what it is held against. */
export function becauseCompared(
  { plan, period }: Hearing,
  { indicator, sense }: Spoken,
  value: number,
  criterion: Criterion,
): string {
  const { unit, shortName, restName } = indicator
  const rest =
    sense === 'complement' ? `, det vil sige »${restName}« ${danishValue(asSpoken(value, sense), unit)},` : ''
  const wanted = danishCriterion(criterion, unit)
  const against = plan.rule === 'law' ? `Lovens krav er opfyldt ved ${wanted}` : `Tilsagnet er ${wanted}`
  const stop = against.endsWith('.') ? '' : '.'
  return `»${shortName}« var ${danishValue(value, unit)}${rest} i ${danishDataPeriod(period.code)}. ${against}${stop}`
}
