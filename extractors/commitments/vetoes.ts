import type { Clause } from '../language/clauses.ts'
import { latin } from '../language/latin.ts'
import { beginsUpper } from '../language/letter-case.ts'
import { holdsWord, lineOf, type Passage, passagesOf } from '../language/phrases.ts'
import { opensWithVerb } from '../language/predicates.ts'
import type { Context } from './context.ts'
import { commitmentLexicon } from './lexicon.ts'
import { type Act, clauseAt, type ReadSentence } from './sentence.ts'
import { isElse } from './subject.ts'

/** Why a whole sentence cannot commit its sender, or null. `letterDate` tells what is still to come. */
export function vetoOf(sentence: ReadSentence, context: Context, letterDate: string): string | null {
  const lexicon = commitmentLexicon()
  const { text, acts } = sentence
  if (text.includes('?') && /\?\s*["”»]?$/.test(text)) return 'question'
  if (text.endsWith(':') && (isShort(sentence) || lexicon.introducing.test(sentence.all)))
    return 'introduction'
  // "Det har vi nu."
  if (sentence.tokens.length <= 4 && isShort(sentence) && saysNothing(sentence)) return 'too little'
  if (lexicon.announcedSteps.test(sentence.main) && sentence.times.length === 0) return 'introduction'
  if (
    lexicon.politeness.test(sentence.all) &&
    isPolite(sentence) &&
    !datesAnotherClause(sentence, letterDate)
  )
    return 'politeness'
  if (lexicon.disclaiming.test(sentence.all)) return 'disclaimer'
  if (lexicon.reserving.test(sentence.main) && !sentence.times.some(({ end }) => end >= letterDate))
    return 'reservation'
  if (isSeriesOfFigures(sentence)) return 'figures'
  if (isConditional(sentence)) return 'condition'
  if (acts[0] && acts[0].clause === 'main' && lexicon.considering.test(acts[0].text)) return 'considering'
  if (isHearsay(sentence)) return 'hearsay'
  const told = toldIn(sentence)
  if (lexicon.law.test(told) && !tellsMoreThanLaw(sentence, letterDate)) return 'law'
  if (changesLaw(told) || (acts.every(isDemanded) && changesLaw(sentence.all))) return 'law'
  if (!context.background || sentence.times.some((t) => t.end >= letterDate && t.grain !== 'year'))
    return null
  const promise = acts.some((a) => isPromise(a) && ['sender', 'staff', 'there'].includes(a.subject.class))
  return promise ? null : 'background'
}

/** "Loven træder i kraft den 1. januar". */
function changesLaw(words: Passage): boolean {
  const { takingEffect, laws } = commitmentLexicon()
  return takingEffect.test(words) && laws.test(words)
}

/** "Når de nye regler træder i kraft, skal der ..." */
const isDemanded = ({ tense, subject }: Act): boolean =>
  tense === 'must' && subject.class !== 'sender' && subject.class !== 'staff'

const saysNothing = ({ acts }: ReadSentence): boolean =>
  acts.length > 0 && acts.every(({ lemma }) => lemma === 'have' || lemma === 'være')

const figure = latin(/^\s+\d+(?:[.,]\d+)?(?=\s*(?:[,;.]\s|[,;.]?$|og\s|pct|%))/u)
/** "Sanktioner i 2018: 1. kvartal 11, 2. kvartal 9 og 3. kvartal 14." */
const isSeriesOfFigures = ({ text, span, times, acts }: ReadSentence): boolean =>
  acts.length === 0 &&
  times.length > 1 &&
  times.filter((time) => figure.test(text.slice(time.span.end - span.start))).length > 1

/** "Sådan følger vi op:" */
const isShort = ({ tokens, times, recurrences }: ReadSentence): boolean =>
  tokens.length <= 8 && times.length === 0 && recurrences.length === 0

/** "om den ledige står til rådighed" is no set phrase of letters. */
const isPolite = ({ clauses }: ReadSentence): boolean =>
  clauses.some(
    ({ type, tokens }, at) =>
      type !== 'question' &&
      type !== 'relative' &&
      // "stillingen slås op i maj, og vi håber at ..."
      !(at > 0 && tokens.some(({ lower }) => lower === 'håber')) &&
      commitmentLexicon().politeness.test(passagesOf(tokens)()),
  )

/** "Vi beklager forløbet, og vi forventer at opfylde loven senest den 1. februar 2020.": the rest is none. */
const datesAnotherClause = (sentence: ReadSentence, letterDate: string): boolean =>
  sentence.times.some(({ end, span }) => {
    const clause = end >= letterDate ? clauseAt(sentence, span) : undefined
    if (clause?.type !== 'main' || clause === sentence.clauses[0]) return false
    return !commitmentLexicon().politeness.test(passagesOf(clause.tokens)())
  })

/** Where the main clause only says that something is said ("Det skal bemærkes, at ..."), what is told stands after it. */
function toldIn({ acts, main, all }: ReadSentence): Passage {
  const [first] = acts
  return first?.clause === 'main' && commitmentLexicon().never.has(first.lemma) ? all : main
}

const according = latin(/(?<!\p{L})ifølge (?:de[nt]? )?(\p{L}+)/u)

/** "begynder ifølge skolen i 2019": somebody else says so; the sender's own plan may be named in the same way. */
function isHearsay({ main }: ReadSentence): boolean {
  if (!holdsWord(main, 'ifølge')) return false
  const source = according.exec(lineOf(main))?.[1]
  return source !== undefined && !commitmentLexicon().ownSources(source)
}

/** A law has no dates of its own to come, and neither does it what will be or has been done. */
function tellsMoreThanLaw({ acts, times }: ReadSentence, letterDate: string): boolean {
  const dated = times.some(
    (t) => t.end >= letterDate && !t.assumed.includes("counted from the letter's date"),
  )
  const done = acts.some(
    (a) => a.clause === 'main' && a.tense === 'perfect' && !commitmentLexicon().legislating.has(a.lemma),
  )
  return dated || done || acts.some((a) => a.tense === 'future')
}

/** Verbs that open what is only thought of: "Skulle forslaget ...". */
export const hypothetical: ReadonlySet<string> = new Set(['skulle', 'ville', 'kunne', 'burde'])

/** "Hvis byrådet bevilger midler, vil vi ...", "Skulle forslaget ikke blive vedtaget, må ...", "Virker den, bliver ...". */
export function isConditional(sentence: ReadSentence): boolean {
  const [first, ...rest] = sentence.clauses
  if (!first) return false
  // "Opretter: seks pladser ..." is a note in telegram style
  const isNoted = () => /^[^,.;]{0,60}:/.test(sentence.text)
  if (first.type === 'condition' || (rest.length > 0 && hypothetical.has(sentence.tokens[0]?.lower ?? '')))
    return true
  // "Når alle er på plads, vil der ...": a time, though "når" is a verb too
  const opens = first.type === 'main' && opensWithVerb(first.tokens)
  if (opens && rest.some(answersCondition) && beginsUpper.test(sentence.text) && !isNoted()) return true
  return commitmentLexicon().conditionPhrases.test(sentence.main)
}

/** "..., bliver den ...", "..., kan vi ...", "..., så ...": the main clause after a condition begins with its verb. */
function answersCondition({ type, tokens }: Clause): boolean {
  const [verb, subject] = tokens
  if (type !== 'main' || !verb || !subject) return false
  if (verb.lower === 'så') return true
  const named =
    subject.word.subjectStart ||
    ['vi', 'jeg', 'I'].includes(subject.text) ||
    /(?:en|et|ne)$/.test(subject.lower)
  return named && opensWithVerb(tokens)
}

function isPromise(act: Act): boolean {
  const future = act.tense === 'future' || act.tense === 'must'
  return future && !act.negated && !commitmentLexicon().never.has(act.lemma) && !isElse(act.subject)
}

/** Phrases of effect: the words that they begin with, and what they are at the head of a sentence. */
let effects: { starts: Set<string>; pattern: RegExp } | undefined
/** A sentence that only explains the step before it or tells its effect. */
export function isEffect({ text, all }: ReadSentence): boolean {
  if (!effects) {
    const phrases = commitmentLexicon().effects
    effects = {
      starts: new Set(phrases.map((phrase) => phrase.split(' ', 1)[0] as string)),
      pattern: latin(
        new RegExp(`^(?:${phrases.map((p) => p.replace(/\s+/g, '\\s+')).join('|')})(?!\\p{L})`, 'iu'),
      ),
    }
  }
  return effects.starts.has(all.row.words[all.start]?.lower ?? '') && effects.pattern.test(text)
}
