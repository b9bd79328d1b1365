import type { Target } from '../../schemas/commitment.ts'
import type { IndicatorUnit, TopicSense } from '../../schemas/indicator.ts'
import type { StoredCommitment } from '../../schemas/stored-letter.ts'
import type { Criterion, VerdictRule } from '../../schemas/verdict.ts'
import { findPhrase, wordsOf } from './phrases.ts'
import { verdictWords } from './verdict-words.ts'
import { type LetterWords, lawIndicator, type Spoken, spokenOf } from './which-indicator.ts'

/**
 * How a promise can be judged: by which rule, on which indicator. Without an indicator, or with rule `none`, `why`
 * tells in Danish why not. `year`: the value is the sender's own of that year.
 */
export type Plan = {
  rule: VerdictRule
  spoken: Spoken | null
  criterion: Criterion | null
  year: number | null
  why: string | null
}

/**
 * How a promise can be judged, by its words, its target and the letter it stands in.
 * @param severalDays whether it names several days by which something is to hold
 */
export function planOf(commitment: StoredCommitment, letter: LetterWords, severalDays: boolean): Plan {
  const { quote, target } = commitment
  const isLaw = namesLaw(quote)
  const isTarget = target !== null && (target.value !== null || target.reference !== null)
  const spoken = isTarget ? targetSpoken(quote, target, letter) : spokenOf(quote, letter)
  if (spoken === 'elsewhere')
    return none(null, 'Tilsagnet nævner flere forhold, og det fremgår ikke, hvilket af dem måltallet gælder.')
  const [only, ...more] = spoken
  if (more.length > 0)
    return none(
      null,
      `Tilsagnet nævner flere tal, der ikke kan sammenlignes: ${spoken.map(({ indicator }) => `»${indicator.shortName}«`).join(' og ')}.`,
    )
  const aims = countShares(quote) + Number(isLaw) + Number(target?.reference !== null)
  if (isTarget && severalDays && aims > 1)
    return none(
      only ?? null,
      'Tilsagnet har flere mål til flere tidspunkter; hvert af dem må bedømmes for sig.',
    )
  if (isTarget) return targetPlan(quote, target, only ?? null)
  if (isLaw) return lawPlan(quote, letter, only ?? null)
  return none(only ?? matterOf(letter), vagueReason(quote))
}

/** Whether a promise is to keep the law. */
export function namesLaw(quote: string): boolean {
  return findPhrase(wordsOf(quote), verdictWords().law.words) !== null
}

/** Whether a promise is about a part of a group; what stands after a colon only tells how it will be kept. */
export function isNarrower(quote: string): boolean {
  const [promise = '', ...details] = quote.split(/:\s/u)
  const words = wordsOf(promise)
  // "Vores mål er:" promises nothing yet
  const isWhole = details.length === 0 || words.length < 6
  return findPhrase(isWhole ? wordsOf(quote) : words, verdictWords().narrower.words) !== null
}

/** How many shares a promise names: "75 pct. ... og 90 pct. ...". */
function countShares(quote: string): number {
  return quote.match(/\d\s*(?:%|pct(?!\p{L})|procent(?!\p{L}))/giu)?.length ?? 0
}

/**
 * The indicators that a target speaks of: by its own name for what is counted, else by the whole promise; `elsewhere`
 * when the promise names something else too, which the target may be about ("90 pct. af samtalerne").
 */
function targetSpoken(quote: string, { indicator }: Target, letter: LetterWords): Spoken[] | 'elsewhere' {
  const others = verdictWords().otherMatters.words
  const named = indicator === null ? [] : spokenOf(indicator, letter)
  if (named.length > 0) return named
  if (indicator !== null && findPhrase(wordsOf(indicator), others)) return []
  const spoken = spokenOf(quote, letter)
  return spoken.length > 0 && findPhrase(wordsOf(quote), others) ? 'elsewhere' : spoken
}

function none(spoken: Spoken | null, why: string): Plan {
  return { rule: 'none', spoken, criterion: null, year: null, why }
}

/** The figure that belongs to the letter's matter, to be shown beside a promise that cannot be judged by it. */
function matterOf({ matter }: LetterWords): Spoken | null {
  return matter && { indicator: matter, sense: 'as-measured' }
}

function lawPlan(quote: string, letter: LetterWords, named: Spoken | null): Plan {
  const indicator = named?.indicator.law ? named.indicator : lawIndicator(quote, letter)
  if (!indicator?.law)
    return none(
      named,
      'Tilsagnet er at overholde loven, og ingen af de beskrevne tal viser, om netop den lov overholdes.',
    )
  // the law is judged on what is measured, whichever way the letter speaks of it
  const spoken: Spoken = { indicator, sense: 'as-measured' }
  const { threshold, comparator } = indicator.law
  if (threshold === null)
    return none(spoken, 'Der er ikke fastsat en værdi for, hvornår lovens krav er opfyldt.')
  return {
    rule: 'law',
    spoken,
    criterion: { comparator, value: threshold, reference: null },
    year: null,
    why: null,
  }
}

const unitNames: Record<IndicatorUnit, string[]> = {
  pct: ['pct'],
  persons: ['count', 'personer', 'borgere', 'ledige'],
  firms: ['count', 'virksomheder'],
  days: ['dage', 'dag'],
  weeks: ['uger', 'uge'],
}

function targetPlan(quote: string, target: Target, spoken: Spoken | null): Plan {
  const { comparator, value, unit, reference } = target
  if (value !== null) {
    if (spoken && unit !== null && !unitNames[spoken.indicator.unit].includes(unit))
      return none(
        spoken,
        `Tilsagnet er i en anden enhed (${unit}), end »${spoken.indicator.shortName}« måles i.`,
      )
    return {
      rule: 'target-value',
      spoken,
      criterion: { comparator, value, reference: null },
      year: null,
      why: null,
    }
  }
  const words = verdictWords()
  const better = findPhrase(wordsOf(quote), words.better.words) !== null
  const criterion: Criterion = { comparator: better ? 'better' : comparator, value: null, reference }
  const year = /niveau(?:et)?\s+for\s+(\d{4})/iu.exec(reference ?? '')?.[1]
  if (year) return { rule: 'target-year', spoken, criterion, year: Number(year), why: null }
  if (findPhrase(wordsOf(reference ?? ''), words.country.words))
    return { rule: 'country', spoken, criterion, year: null, why: null }
  return none(spoken, `Der er ingen tal for det, tilsagnet sammenligner med (»${reference}«).`)
}

function vagueReason(quote: string): string {
  const vague = findPhrase(wordsOf(quote), verdictWords().vague.words)
  return vague === null
    ? 'Der er ikke fundet et måltal, en sammenligning eller lovens krav i tilsagnet, som et tal kan holdes op imod.'
    : 'Tilsagnet om en forbedring siger ikke, hvor stor den skal være.'
}

/** A value as the letter speaks of it: of a share in time, where the share without is measured, the rest to 100. */
export function asSpoken(value: number, sense: TopicSense): number {
  return sense === 'complement' ? Number((100 - value).toPrecision(12)) : value
}
