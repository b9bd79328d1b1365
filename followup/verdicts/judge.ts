import { areaName } from '../../data/municipality-names.ts'
import type { MunicipalityRef } from '../../schemas/letter.ts'
import { country } from '../../schemas/observation.ts'
import { type Period, parsePeriod } from '../../schemas/period.ts'
import type { StoredCommitment } from '../../schemas/stored-letter.ts'
import type { Criterion, Figure, ProposedVerdict, VerdictValue } from '../../schemas/verdict.ts'
import { danishDate } from '../danish-words.ts'
import {
  danishCriterion,
  danishDataPeriod,
  danishFigure,
  danishRetrieval,
  danishValue,
} from './figure-words.ts'
import type { Figures } from './figures.ts'
import { findPhrase, wordsOf } from './phrases.ts'
import { asSpoken, type Plan, planOf } from './plan.ts'
import { canSettle, type Due, dueOf, settlingMonth } from './settling.ts'
import { verdictWords } from './verdict-words.ts'
import type { LetterWords, Spoken } from './which-indicator.ts'

/** A promise with what of its letter a verdict needs. */
export type Promised = {
  commitment: StoredCommitment
  municipality: MunicipalityRef
  /** The letter's date; null when it has none. */
  date: string | null
  words: LetterWords
}

type Outcome = { proposed: VerdictValue; reason: string; criterion: Criterion | null }

/**
 * Whether a promise was kept by the figures of a period. In this order: what cannot be measured as written; what is not
 * due by the period's figures; what has no figure; then value against criterion.
 */
export function judge(promised: Promised, period: Period, figures: Figures): ProposedVerdict {
  const { commitment, municipality, date, words } = promised
  const plan = planOf(commitment, words)
  const due = dueOf(commitment, date)
  const { spoken } = plan
  const shown = spoken ? shownFigures(spoken, municipality.code, date, period, figures) : noFigures
  const outcome = outcomeOf(promised, plan, due, period, shown, figures)
  const change = changeOf(shown)
  return {
    commitmentId: commitment.id,
    letterId: commitment.letterId,
    municipality: { code: municipality.code, name: municipality.name },
    period: period.code,
    proposed: outcome.proposed,
    rule: plan.rule,
    reason: outcome.reason,
    remarks: remarksOf(promised, plan, due, period, shown, outcome.proposed),
    indicator: spoken && measured(spoken),
    criterion: outcome.criterion,
    ...shown,
    change,
    trend: spoken && change !== null ? trendOf(change, spoken) : null,
    dueDay: due.day,
    settledBy: due.day && settlingMonth(due.day),
  }
}

type Shown = { value: Figure | null; country: Figure | null; atPromise: Figure | null }
const noFigures: Shown = { value: null, country: null, atPromise: null }

function shownFigures(
  { indicator: { id } }: Spoken,
  area: string,
  date: string | null,
  period: Period,
  figures: Figures,
): Shown {
  const startOf = (figure: Figure): string => parsePeriod(figure.period)?.start ?? ''
  return {
    value: figures.at(id, area, period.code),
    country: figures.at(id, country, period.code),
    atPromise:
      date === null
        ? null
        : (figures
            .course(id, area, period)
            .filter((figure) => figure.value !== null && startOf(figure) <= date)
            .findLast((figure) => startOf(figure) <= period.start) ?? null),
  }
}

function outcomeOf(
  { commitment, municipality, date }: Promised,
  plan: Plan,
  due: Due,
  period: Period,
  shown: Shown,
  figures: Figures,
): Outcome {
  const { spoken, criterion } = plan
  const outcome = (proposed: VerdictValue, reason: string): Outcome => ({ proposed, reason, criterion })
  if (plan.rule === 'none' || !criterion) return outcome('not-measurable', plan.why ?? '')
  if (due.day === null)
    return outcome(
      'not-measurable',
      'Tilsagnet har ingen frist, så det kan ikke siges, hvornår det skal være holdt.',
    )
  if ((date !== null && period.end < date) || !canSettle(period, due.day))
    return outcome('not-due-yet', notDue(due, due.day, period))
  if (!spoken)
    return outcome(
      'data-missing',
      `Tilsagnet kan måles, men ingen af de beskrevne tal måler ${commitment.target?.indicator ? `»${commitment.target.indicator}«` : 'det'}.`,
    )
  const { value } = shown.value ?? { value: null }
  if (value === null)
    return outcome('data-missing', missing(spoken, shown.value, municipality.code, period, figures))
  const against = comparedWith(plan, spoken, municipality.code, period, shown, figures)
  if (typeof against === 'string') return outcome('data-missing', against)
  const isMet = holds(asSpoken(value, spoken.sense), against, spoken)
  if (isNarrower(commitment.quote) && !isExtreme(value, spoken))
    return {
      proposed: 'not-measurable',
      reason: 'Tilsagnet gælder en mindre gruppe end den, tallet er opgjort for.',
      criterion: against,
    }
  return {
    proposed: isMet ? 'met' : 'not-met',
    reason: compared(value, spoken, against, period, plan),
    criterion: against,
  }
}

function notDue({ last }: Due, day: string, period: Period): string {
  const when = last
    ? `Tilsagnet gælder ${last.relation === 'from' ? 'fra' : 'senest'} ${danishDate(day)}`
    : `Tilsagnet er fra ${danishDate(day)}`
  const month = danishDataPeriod(settlingMonth(day))
  const within = period.start < day && day < period.end ? ', som ligger inde i perioden' : ''
  return `${when}${within}; det kan først afgøres på data for ${month}.`
}

function missing(
  { indicator }: Spoken,
  found: Figure | null,
  area: string,
  period: Period,
  figures: Figures,
): string {
  const what = `»${indicator.shortName}« for ${areaName(area)} i ${danishDataPeriod(period.code)}`
  if (found?.state === 'withheld')
    return `Tallet ${what} er holdt tilbage, fordi det gælder få personer (${danishRetrieval(found.retrieved)}).`
  if (found) return `Kilden har intet tal ${what} (${danishRetrieval(found.retrieved)}).`
  const latest = figures.course(indicator.id, area, period).findLast(({ value }) => value !== null)
  const known = latest ? ` Det seneste er for ${danishDataPeriod(latest.period)}.` : ''
  return `Der er ikke indlæst noget tal ${what}.${known}`
}

/** The criterion with the number it compares with; a Danish sentence when that number is not there. */
function comparedWith(
  { rule, criterion, year }: Plan,
  { indicator, sense }: Spoken,
  area: string,
  period: Period,
  shown: Shown,
  figures: Figures,
): Criterion | string {
  if (!criterion) return ''
  if (rule === 'law' || rule === 'target-value') return criterion
  const code = rule === 'country' ? period.code : `${year}Y01`
  const other = rule === 'country' ? shown.country : figures.at(indicator.id, area, code)
  if (other?.value === null || !other)
    return `Der er intet tal »${indicator.shortName}« for ${areaName(rule === 'country' ? country : area)} i ${danishDataPeriod(code)} at sammenligne med.`
  return { ...criterion, value: asSpoken(other.value, sense) }
}

/** Whether higher is better in the letter's own terms. */
function higherIsBetter({ indicator: { better }, sense }: Spoken): boolean | null {
  return better === null ? null : (better === 'higher') === (sense === 'as-measured')
}

/** Whether a value meets a criterion, both in the letter's terms. A promise that is surpassed is kept. */
function holds(value: number, { comparator, value: wanted }: Criterion, spoken: Spoken): boolean {
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

/** Whether a promise is about a part of the group; what stands after a colon only tells how it will be kept. */
function isNarrower(quote: string): boolean {
  const [promise = '', ...details] = quote.split(/:\s/u)
  const words = wordsOf(promise)
  const isWhole = details.length === 0 || words.length < fewWords
  return findPhrase(isWhole ? wordsOf(quote) : words, verdictWords().narrower.words) !== null
}

/** "Vores mål er:" promises nothing yet. */
const fewWords = 6

/** Whether a share of all of a group says the same of every part of it: nobody, or everybody. */
function isExtreme(value: number, { indicator: { unit, better } }: Spoken): boolean {
  return unit === 'pct' && value === (better === 'lower' ? 0 : 100)
}

function compared(
  value: number,
  { indicator, sense }: Spoken,
  criterion: Criterion,
  period: Period,
  { rule }: Plan,
): string {
  const { unit, shortName, restName } = indicator
  const rest =
    sense === 'complement' ? `, det vil sige »${restName}« ${danishValue(asSpoken(value, sense), unit)},` : ''
  const wanted = danishCriterion(criterion, unit)
  const against = rule === 'law' ? `Lovens krav er opfyldt ved ${wanted}` : `Tilsagnet er ${wanted}`
  return `»${shortName}« var ${danishValue(value, unit)}${rest} i ${danishDataPeriod(period.code)}. ${against.replace(/\.?$/, '.')}`
}

function changeOf({ value, atPromise }: Shown): number | null {
  if (value?.value == null || atPromise?.value == null) return null
  return Number((value.value - atPromise.value).toPrecision(12))
}

function trendOf(change: number, { indicator: { better } }: Spoken): ProposedVerdict['trend'] {
  if (better === null) return null
  if (change === 0) return 'same'
  return change < 0 === (better === 'lower') ? 'better' : 'worse'
}

function measured({ indicator, sense }: Spoken): NonNullable<ProposedVerdict['indicator']> {
  const { id, name, shortName, unit, better, measures, doesNotMeasure } = indicator
  return { id, name, shortName, unit, better, measures, doesNotMeasure, sense }
}

function remarksOf(
  { commitment, date }: Promised,
  plan: Plan,
  due: Due,
  period: Period,
  { value, country: ofCountry, atPromise }: Shown,
  proposed: VerdictValue,
): string[] {
  const remarks: string[] = []
  const window = due.last && ['during', 'between', 'until'].includes(due.last.relation) ? due.last : null
  if (plan.rule !== 'none' && due.several)
    remarks.push('Tilsagnet nævner flere tidspunkter; det holdes op imod det sidste.')
  if (plan.rule !== 'none' && window && period.start > window.end)
    remarks.push('Perioden ligger efter den, som tilsagnet gælder for.')
  const isSettled = proposed === 'met' || proposed === 'not-met'
  if (plan.rule === 'law' && isSettled && plan.spoken?.indicator.law)
    remarks.push(plan.spoken.indicator.law.explanation)
  if (plan.rule === 'target-value' && findPhrase(wordsOf(commitment.quote), verdictWords().law.words))
    remarks.push('Tilsagnet nævner også lovens krav; kun dets eget tal er holdt op imod her.')
  if (isNarrower(commitment.quote) && plan.spoken)
    remarks.push(`Tallet er opgjort for hele gruppen: ${plan.spoken.indicator.name}.`)
  for (const figure of [value, ofCountry, atPromise])
    if (figure?.before) remarks.push(revised(figure, figure.before))
  if (value && date !== null && !atPromise) remarks.push('Der er intet tal fra før tilsagnet.')
  return [...new Set(remarks)]
}

function revised(figure: Figure, before: NonNullable<Figure['before']>): string {
  const now = `${danishFigure(figure)} (${danishRetrieval(figure.retrieved)})`
  const then = `${danishFigure({ ...before, unit: figure.unit })} (${danishRetrieval(before.retrieved)})`
  return `Tallet for ${areaName(figure.area)} i ${danishDataPeriod(figure.period)} er ændret fra ${then} til ${now}.`
}
