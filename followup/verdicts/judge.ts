import type { MunicipalityRef } from '../../schemas/letter.ts'
import { country } from '../../schemas/observation.ts'
import { type Period, parsePeriod } from '../../schemas/period.ts'
import type { StoredCommitment } from '../../schemas/stored-letter.ts'
import type { Criterion, Figure, ProposedVerdict, VerdictValue } from '../../schemas/verdict.ts'
import { comparedWith, holds, isExtreme } from './compare.ts'
import type { Figures } from './figures.ts'
import { asSpoken, isNarrower, type Plan, planOf } from './plan.ts'
import {
  becauseCompared,
  becauseMissing,
  becauseNoComparison,
  becauseNotDue,
  becauseUnknown,
} from './reasons.ts'
import { remarksOn } from './remarks.ts'
import { canSettle, type Due, dueOf, settlingMonth } from './settling.ts'
import type { LetterWords, Spoken } from './which-indicator.ts'

/** A promise with what of its letter a verdict needs. */
export type Promised = {
  commitment: StoredCommitment
  municipality: MunicipalityRef
  /** The letter's date; null when it has none. */
  date: string | null
  words: LetterWords
}

/** The figures of an indicator that are shown beside a promise. */
export type Shown = { value: Figure | null; country: Figure | null; atPromise: Figure | null }

/** All that a verdict is made of. */
export type Hearing = {
  promised: Promised
  plan: Plan
  due: Due
  period: Period
  shown: Shown
  figures: Figures
}

type Outcome = { proposed: VerdictValue; reason: string; criterion: Criterion | null }

/**
 * Whether a promise was kept by the figures of a period. In this order: what cannot be measured as written; what is not
 * due by the period's figures; what has no figure; then value against criterion.
 */
export function judge(promised: Promised, period: Period, figures: Figures): ProposedVerdict {
  const { commitment, municipality, date, words } = promised
  const due = dueOf(commitment, date)
  const plan = planOf(commitment, words, due.several)
  const { spoken } = plan
  const shown = spoken ? shownFigures(spoken, promised, period, figures) : noFigures
  const hearing = { promised, plan, due, period, shown, figures }
  const { proposed, reason, criterion } = outcomeOf(hearing)
  const change = changeOf(shown)
  return {
    commitmentId: commitment.id,
    letterId: commitment.letterId,
    quote: commitment.quote,
    municipality: { code: municipality.code, name: municipality.name },
    period: period.code,
    proposed,
    rule: plan.rule,
    reason,
    remarks: remarksOn(hearing, proposed),
    indicator: spoken && measured(spoken),
    criterion,
    ...shown,
    change,
    trend: spoken && change !== null ? trendOf(change, spoken) : null,
    dueDay: due.day,
    settledBy: due.settledFrom && settlingMonth(due.settledFrom),
  }
}

const noFigures: Shown = { value: null, country: null, atPromise: null }

function shownFigures(
  { indicator: { id } }: Spoken,
  { municipality: { code }, date }: Promised,
  period: Period,
  figures: Figures,
): Shown {
  const startOf = ({ period: of }: Figure): string => parsePeriod(of)?.start ?? ''
  const before =
    date === null
      ? undefined
      : figures.course(id, code, period).findLast((one) => one.value !== null && startOf(one) <= date)
  return {
    value: figures.at(id, code, period.code),
    country: figures.at(id, country, period.code),
    atPromise: before && startOf(before) <= period.start ? before : null,
  }
}

function outcomeOf(hearing: Hearing): Outcome {
  const { promised, plan, due, period, shown } = hearing
  const { spoken, criterion } = plan
  const outcome = (proposed: VerdictValue, reason: string, by = criterion): Outcome => ({
    proposed,
    reason,
    criterion: by,
  })
  if (plan.rule === 'none' || !criterion) return outcome('not-measurable', plan.why ?? '')
  if (due.settledFrom === null)
    return outcome(
      'not-measurable',
      'Tilsagnet har ingen frist, så det kan ikke siges, hvornår det skal være holdt.',
    )
  if (!canSettle(period, due.settledFrom))
    return outcome('not-due-yet', becauseNotDue(due, due.settledFrom, period))
  if (!spoken) return outcome('data-missing', becauseUnknown(promised))
  const value = shown.value?.value ?? null
  if (value === null) return outcome('data-missing', becauseMissing(hearing, spoken))
  const against = comparedWith(hearing, spoken, criterion)
  if (!against) return outcome('data-missing', becauseNoComparison(hearing, spoken))
  if (isNarrower(promised.commitment.quote) && !isExtreme(value, spoken))
    return outcome(
      'not-measurable',
      'Tilsagnet gælder en mindre gruppe end den, tallet er opgjort for.',
      against,
    )
  const isMet = holds(asSpoken(value, spoken.sense), against, spoken)
  return outcome(isMet ? 'met' : 'not-met', becauseCompared(hearing, spoken, value, against), against)
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
