import type { ParsingContext, Refiner } from 'chrono-node'
import { latinPattern } from '../../language/latin.ts'
import { sentenceAround } from '../../language/segments.ts'
import { isParticiple, tenseAt } from '../../language/tense.ts'
import { readVerb } from '../../language/verb-forms.ts'
import { contexts } from '../contexts.ts'
import { letterOf, lineBefore } from '../family.ts'
import { type DanishResult, rejected, type TimeReading } from '../reading.ts'

/** Rejects dates that name something else than a time of the sender's: laws, letters, budgets, weeks of unemployment. */
export const notDeadlines: Refiner = {
  refine: (context, results) => {
    for (const result of results as DanishResult[]) {
      if (result.reading.type !== 'time') continue
      const reason = reasonAgainst(context, result, result.reading)
      if (reason) result.reading = rejected(reason)
    }
    return results
  },
}

const withinDays = latinPattern(
  String.raw`^inden ?for (?:\d+|(?!de[nt]?\s)\p{L}+)\s(?:arbejds|hver)?(?:dage|døgn)$`,
)
const expecting = /forvent|regner med|påregne|satser på/
const withinWeeks = latinPattern(String.raw`^inden ?for (?:\d+|(?!de[nt]?\s)\p{L}+)\s(?:uger|måneder)$`)
const soon = latinPattern(
  String.raw`^inden ?(?:for )?(?:\d+|(?!de[nt]?\s)\p{L}+)\s(?:arbejds|hver)?(?:dage|døgn|uger)$`,
)
/** "så en udeblivelse skal være partshørt" */
const eachCase = latinPattern(
  String.raw`(?:^|[ (])(?:en|et|hver|enhver|ethvert) \p{L}+ (?:skal|bliver|får) [^.;,]*$`,
)
/** "at der fra den 1. september bliver truffet afgørelse inden for fire uger": from then on, in each case. */
function isSince(context: ParsingContext, result: DanishResult): boolean {
  const { start } = sentenceAround(letterOf(context).original, { start: result.index, end: result.stop })
  return since.test(context.text.slice(start, result.index))
}
const since = latinPattern(String.raw`(?:^|[ (])(?:fra|pr\.)(?: og med)?(?: den)? \d{1,2}\. ?\p{L}+`)
/** "inden for ti dage" says how soon in each case, unless something is expected by then, once for all. */
function isExpected(context: ParsingContext, result: DanishResult): boolean {
  const { start, end } = sentenceAround(letterOf(context).original, { start: result.index, end: result.stop })
  return expecting.test(context.text.slice(start, end))
}
const afterEvent = latinPattern(String.raw`^ efter \p{L}{4,}(?:en|et|ne)(?!\p{L})`)
const afterWord = latinPattern(String.raw`\p{L} *$`)

function reasonAgainst(context: ParsingContext, result: DanishResult, reading: TimeReading): string | null {
  const before = lineBefore(context.text, result.index)
  const facts = contexts()
  // "tager sig af inden 1. december"
  const limit = reading.relation === 'by' || reading.relation === 'before'
  if (!limit && reading.grain === 'day' && /(?:^| )(?:af|dateret|dat\.|d\.d\.) *$/.test(before)) {
    if (facts.law.test(before)) return 'the date of a law'
    return facts.letter.test(before) ? 'the date of a letter' : 'the date of a document'
  }
  if (/^fra$/.test(reading.lead[0] ?? '') && reading.lead.length < 3) {
    const last = reading.options.length === 1 ? reading.options[0]?.end : null
    const past = last ? last < letterOf(context).reference : true
    if (
      past &&
      reading.grain === 'day' &&
      facts.letter.test(before) &&
      afterWord.test(before) &&
      letterNext(before)
    )
      return 'the date of a letter'
    if (past && facts.figures.test(before)) return 'where figures come from'
    if (past && reading.grain !== 'day' && someOf.test(before) && justOver(context, reading))
      return 'where cases come from'
    if (result.rule === 'period from today' && reading.lead.length === 1 && ofNoun(before))
      return 'where cases come from'
  }
  if (
    withinDays.test(result.text) &&
    !/^ (?:fra|efter) /.test(context.text.slice(result.stop, result.stop + 8)) &&
    !isExpected(context, result)
  )
    return 'how soon in each case'
  if (withinWeeks.test(result.text) && isSince(context, result)) return 'how soon in each case'
  if (soon.test(result.text) && eachCase.test(before)) return 'how soon in each case'
  if (reading.lead[0] === 'til' && /i {1,3}forhold *$/.test(before)) return 'a comparison'
  // "den førstkommende mandag efter henvendelsen"
  if (/førstkommende/.test(result.text) && afterEvent.test(context.text.slice(result.stop, result.stop + 30)))
    return 'counted from an event'
  if (result.rule === 'week') return weekOfUnemployment(context, result, reading)
  if (result.rule === 'day from today') return nowadays(context, result, reading)
  return null
}

/** "De syv sager fra efteråret", "samtlige kalendere fra 1. kvartal": some of many, counted or all. */
const someOf = latinPattern(
  String.raw`(?:^| )(?:de|disse|alle|samtlige|øvrige|\d+|to|tre|fire|fem|seks|syv|otte|ni|ti) (?:\p{L}+ ){0,2}\p{L}+(?:er|e) *$`,
)
/** The last such period is much nearer than the next. */
function justOver(context: ParsingContext, { options }: TimeReading): boolean {
  const { reference } = letterOf(context)
  const last = options.findLast((o) => o.end < reference)
  const next = options.find((o) => o.start > reference)
  return (
    last !== undefined && (next === undefined || 2 * days(last.end, reference) < days(reference, next.start))
  )
}
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

const lastWord = latinPattern(String.raw`(\p{L}{3,}) *$`)

/** "alle indberetninger fra i år", but not "gælder fra i år", "Fra i år". */
function ofNoun(before: string): boolean {
  const word = lastWord.exec(before)?.[1]
  return word !== undefined && readVerb(word).length === 0 && !isParticiple(word)
}

/** "brev fra 3. maj": the noun stands directly before. */
const letterNext = (before: string) =>
  /(?:brev|mail|e-mail|henvendelse|skrivelse|afgørelse|dom|notat|udtalelse)(?:et|en|men)? *$/.test(before)

const ofUnemployment = latinPattern(String.raw`^ ?(?:i|af|efter) \p{L}*ledighed`)

/** "inden uge 4", "uge 12, så vi ..." in a passage on unemployment and interviews counts from a citizen's first day. */
function weekOfUnemployment(
  context: ParsingContext,
  result: DanishResult,
  reading: TimeReading,
): string | null {
  if (reading.options.length === 1) return null
  const reason = "a week of a citizen's case"
  if (ofUnemployment.test(context.text.slice(result.stop, result.stop + 40))) return reason
  if (reading.relation !== 'before' && reading.relation !== null) return null
  const { original } = letterOf(context)
  const sentence = sentenceAround(original, { start: result.index, end: result.stop })
  const governing = sentenceAround(original, {
    start: Math.max(0, sentence.start - 2),
    end: Math.max(0, sentence.start - 2),
  })
  const passage =
    context.text.slice(governing.start, sentence.start) + context.text.slice(sentence.start, sentence.end)
  return contexts().spell.test(passage) ? reason : null
}

const nextWord = latinPattern(String.raw`^ {1,3}(\p{L}+)`)
const has = latinPattern(String.raw`(?<!\p{L})har *$`)

/** "I dag er indsatsen organiseret ...": the present state, not the day of the letter. */
function nowadays(context: ParsingContext, result: DanishResult, reading: TimeReading): string | null {
  if (reading.lead.length > 0 || !/i {1,3}dag$/.test(result.text)) return null
  const next = nextWord.exec(context.text.slice(result.stop, result.stop + 25))?.[1] ?? ''
  const before = lineBefore(context.text, result.index)
  if (has.test(before) && isParticiple(next)) return null
  const tense = tenseAt(letterOf(context).original, { start: result.index, end: result.stop })
  return tense === null || tense === 'past' ? null : 'nowadays'
}
