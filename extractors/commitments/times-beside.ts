import type { TimeExpression } from '../../schemas/time.ts'
import { type Clause, predicatesOf } from '../language/clauses.ts'
import { isElsewhere } from './elsewhere.ts'
import { commitmentLexicon } from './lexicon.ts'
import type { ReadSentence } from './sentence.ts'

/** "skulle være udløbet ved månedens udgang": what was to happen, and did not. */
const counterfactual = new Set(['skulle', 'ville', 'burde'])

/** A clause about what was to happen: its times are no times of what did. */
export function isCounterfactual(clause: Clause | undefined): boolean {
  // "skulle gerne" hopes for what is to come
  return (
    clause?.tokens.some((t, i) => counterfactual.has(t.lower) && clause.tokens[i + 1]?.lower !== 'gerne') ??
    false
  )
}

/** "Den 1. oktober er ikke realistisk, men ...": when something will not be, is no time of what will. */
export function isDenied(sentence: ReadSentence, clause: Clause | undefined): boolean {
  if (clause?.type !== 'main' || commitmentLexicon().emptying.test(sentence.all)) return false
  const predicates = predicatesOf(clause)
  return predicates.length > 0 && predicates.every((p) => p.negated)
}

/** "har haft tre ledere i løbet af halvandet år": how long it took, not by when it will be done. */
const span = /^(?:i\s+løbet\s+af|inden\s+for|på)\s/i
const isOver = ({ tense }: { tense: string }) => tense === 'perfect' || tense === 'past'

const ofWhich = new Set(['fra', 'for'])
const periods = new Set(['year', 'halfyear', 'quarter'])

/**
 * A time that looks ahead and is none of what is done: until when things are as they are ("som er på ferie til og med
 * uge 24"), how long something took, of which year a law is ("nye regler fra 2021"), or which cases are meant ("20
 * sager fra kalenderåret 2021").
 */
export function isOfNoAct(time: TimeExpression, clause: Clause | undefined, letterDate: string): boolean {
  if (!clause) return false
  const { lastingStates, laws, covering, reports, subject } = commitmentLexicon()
  const predicates = predicatesOf(clause)
  const states = predicates.length > 0 && predicates.every(({ lemma }) => lastingStates.has(lemma))
  if (time.relation === 'until' && states) return true
  const counted = time.assumed.includes("counted from the letter's date")
  if (counted && span.test(time.quote) && predicates[0] && isOver(predicates[0])) return true
  // the last word before the time, and the one before it where that is "fra"
  const [before, from] = clause.tokens
    .filter((token) => token.end <= time.span.start)
    .slice(-2)
    .reverse()
  if (time.grain === 'year' && before !== undefined && laws.test(before.lower)) return true
  if (periods.has(time.grain) && covering.has(before?.lower ?? '')) return true
  const of = ofWhich.has(before?.lower ?? '') ? from : /^(?:fra|for)\s/i.test(time.quote) ? before : undefined
  if (of === undefined) return false
  // "opgørelsen for 3. kvartal"
  if (periods.has(time.grain) && reports(of.lower)) return true
  // "ansøgninger fra før 1. november"
  const whichever = /^fra\s+før\s/i.test(time.quote)
  return (whichever || time.start <= letterDate) && subject.cases(of.lower)
}

/** "I 2022 udløber bevillingen, og vi ...": what is said of somebody or something else, and when, beside the step. */
export function isBeside(sentence: ReadSentence, clause: Clause | undefined): boolean {
  if (clause?.type !== 'main') return false
  const next = sentence.clauses[sentence.clauses.indexOf(clause) + 1]
  // "Inden den 1. maj forventer vi, at ..."
  if (next?.type === 'that') return false
  const [first, last] = [clause.tokens[0]?.start ?? 0, clause.tokens.at(-1)?.end ?? 0]
  const own = sentence.acts.filter(({ position }) => position > first && position <= last)
  return (
    own.length > 0 &&
    own.length < sentence.acts.length &&
    own.every(
      (act) =>
        act.subject.class !== 'matter' &&
        !act.subject.tokens.some((t) => commitmentLexicon().subject.citizen(t.lower)) &&
        isElsewhere(act, sentence),
    )
  )
}
