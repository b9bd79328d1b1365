import type { Target } from '../../schemas/commitment.ts'
import { latin } from '../language/latin.ts'
import { anyWordSearch } from '../language/word-search.ts'

const numberWords: Record<string, number> = {
  en: 1,
  én: 1,
  to: 2,
  tre: 3,
  fire: 4,
  fem: 5,
  seks: 6,
  syv: 7,
  otte: 8,
  ni: 9,
  ti: 10,
}
const comparatorWords: [Target['comparator'], RegExp][] = [
  ['at-least', /(?:mindst|minimum|som\s+minimum|ikke\s+(?:er\s+)?under|minimalt)\s*$/iu],
  [
    'at-most',
    latin(
      /(?:højst|højest|maksimalt|maks\.?|maximalt|ikke\s+over|(?<!\p{L})under|lavere\s+end|færre\s+end|ned\s+på|ned\s+til)\s*$/iu,
    ),
  ],
  ['above', latin(/(?:(?<!\p{L})over|mere\s+end|højere\s+end|flere\s+end|bedre\s+end)\s*$/iu)],
]
const share = latin(/(\d{1,3}(?:,\d+)?)\s*(?:%|pct\b\.?|procent(?!\p{L}|point))/giu)
const outOf = latin(
  /(?<!\p{L})(en|én|to|tre|fire|fem|seks|syv|otte|ni|\d+)\s+ud\s+af\s+(to|tre|fire|fem|seks|syv|otte|ni|ti|\d+)(?!\p{L})/iu,
)
const benchmark = latin(
  /(?<comparator>over|under|på\s+niveau\s+med|på\s+linje\s+med|på\s+højde\s+med|bedre\s+end|højere\s+end|lavere\s+end|mindst\s+som|svarende\s+til)\s+(?:eller\s+bedre\s+end\s+)?(?<reference>(?:\p{L}+\s+){0,2}?(?:landsgennemsnittet|landsgennemsnit|kommunegennemsnittet|regionsgennemsnittet|gennemsnittet(?:\s+(?:for|af|i)\s+\p{L}+(?:\s+\p{L}+)?)?|hele\s+landet|landsplan|landstallet|niveauet\s+for\s+\d{4}|niveau\s+for\s+\d{4}))/iu,
)
/** Words without which no share, ratio or benchmark is named; most passages have none. */
const measures = anyWordSearch([
  '%',
  'pct',
  'procent',
  ' ud ',
  'gennemsnit',
  'landet',
  'landsplan',
  'landstal',
  'niveau',
])
const atLeast = /som\s+minimum|mindst|minimum/iu

const indicatorPatterns = [
  /(?:i\s+forhold\s+til\s+)?andelen\s+af\s+(?<name>[^,.;]{3,60}?)(?=\s+(?:er|skal|ligger|på|til|under|over|fra|med)\s|[,.;]|$)/iu,
  /(?<name>(?<!\p{L})\p{L}+(?:graden|grad|andelen|andel|rettidigheden|rettidighed|ventetiden|ventetid|sagsbehandlingstiden|fraværet|frekvensen))(?!\p{L})/iu,
  /(?:pct\.?|%|procent)\s+af\s+(?<name>[^,.;]{3,60}?)(?=\s+(?:er|skal|ligger|\p{L}{3,}es|har|får|ved|senest|inden|fra|i)(?=\s|[,.;]|$)|[,.;]|$)/iu,
].map(latin)

function comparatorBefore(text: string, at: number): Target['comparator'] {
  const before = text.slice(Math.max(0, at - 24), at)
  return comparatorWords.find(([, pattern]) => pattern.test(before))?.[0] ?? 'equal'
}

function indicatorOf(text: string): string | null {
  for (const pattern of indicatorPatterns) {
    const name = pattern.exec(text)?.groups?.name
    if (name) return name.trim().replace(/^["”“]|["”“]$/g, '')
  }
  return null
}

const setsAim = latin(/(?<!\p{L})(?:mål\p{L}*|skal|nå|når|forvent\p{L}*)(?!\p{L})/iu)
const population = latin(
  /(?<!\p{L})for\s+(?<who>(?:alle|samtlige)\s+[^,.;(]{3,90}|borgere\s+[^,.;(]{3,60}|ledige\s+[^,.;(]{3,60})/iu,
)

const populationOf = (text: string) => population.exec(text)?.groups?.who?.trim() ?? null

/**
 * The measurable goal in a passage: a share with its comparator ("minimum 80 %", "under 15 pct.", "fire ud af fem")
 * or a benchmark ("over landsgennemsnittet"), with the indicator and the population where they are named; null when
 * the passage names none. Percentages are numbers from 0 to 100 with unit `pct`.
 */
export function findTarget(text: string): Target | null {
  if (!measures(text)) return null
  const reference = benchmark.exec(text)
  if (reference?.groups) {
    const word = (reference.groups.comparator ?? '').toLowerCase().replace(/\s+/g, ' ')
    const before = text.slice(Math.max(0, reference.index - 20), reference.index)
    const level = /niveau|linje|højde|svarende|mindst/.test(word)
    const comparator = level
      ? atLeast.test(before) || /bedre/.test(reference[0])
        ? 'at-least'
        : 'equal'
      : /under|lavere/.test(word)
        ? 'at-most'
        : 'above'
    return {
      indicator: indicatorOf(text),
      comparator,
      value: null,
      unit: null,
      reference: reference.groups.reference?.trim() ?? null,
      population: populationOf(text),
    }
  }
  // the last share that is not a figure of the past ("fra 52 til 80 pct." aims at 80)
  const shares = [...text.matchAll(share)]
  const aimed = shares.find((m) => comparatorBefore(text, m.index) !== 'equal') ?? shares.at(0)
  if (aimed?.[1]) {
    const comparator = comparatorBefore(text, aimed.index)
    // "er 100 pct. sygemeldte" measures nothing
    if (comparator === 'equal' && indicatorOf(text) === null && !setsAim.test(text)) return null
    const value = Number(aimed[1].replace(',', '.'))
    return {
      indicator: indicatorOf(text),
      comparator,
      value,
      unit: 'pct',
      reference: null,
      population: populationOf(text),
    }
  }
  const ratio = outOf.exec(text)
  if (ratio?.[1] && ratio[2]) {
    const part = numberWords[ratio[1].toLowerCase()] ?? Number(ratio[1])
    const whole = numberWords[ratio[2].toLowerCase()] ?? Number(ratio[2])
    if (part <= whole && whole > 0)
      return {
        indicator: indicatorOf(text),
        comparator: comparatorBefore(text, ratio.index),
        value: (100 * part) / whole,
        unit: 'pct',
        reference: null,
        population: populationOf(text),
      }
  }
  return null
}
