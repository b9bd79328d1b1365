import type { Clause } from '../language/clauses.ts'
import { lineOf, type Passage } from '../language/phrases.ts'
import { findPredicates } from '../language/predicates.ts'
import type { Context } from './context.ts'
import { commitmentLexicon } from './lexicon.ts'
import type { Act, ReadSentence } from './sentence.ts'
import { isElse } from './subject.ts'

/** Why a whole sentence cannot commit its sender, or null. `letterDate` tells what is still to come. */
export function vetoOf(sentence: ReadSentence, context: Context, letterDate: string): string | null {
  const lexicon = commitmentLexicon()
  const { text, acts } = sentence
  if (/\?\s*["”»]?$/.test(text)) return 'question'
  if (text.endsWith(':') && lexicon.introducing.test(sentence.all)) return 'introduction'
  if (lexicon.announcedSteps.test(sentence.main) && sentence.times.length === 0) return 'introduction'
  if (lexicon.politeness.test(sentence.all)) return 'politeness'
  if (lexicon.disclaiming.test(sentence.all)) return 'disclaimer'
  if (isConditional(sentence)) return 'condition'
  if (acts[0] && acts[0].clause === 'main' && lexicon.considering.test(acts[0].text)) return 'considering'
  if (isHearsay(sentence)) return 'hearsay'
  if (lexicon.law.test(toldIn(sentence)) && !tellsMoreThanLaw(sentence, letterDate)) return 'law'
  if (lexicon.takingEffect.test(toldIn(sentence)) && lexicon.laws.test(toldIn(sentence))) return 'law'
  if (!context.background || sentence.times.some((t) => t.end >= letterDate && t.grain !== 'year'))
    return null
  const promise = acts.some((a) => isPromise(a) && ['sender', 'staff', 'there'].includes(a.subject.class))
  return promise ? null : 'background'
}

/** Where the main clause only says that something is said ("Det skal bemærkes, at ..."), what is told stands after it. */
function toldIn({ acts, main, all }: ReadSentence): Passage {
  const [first] = acts
  return first?.clause === 'main' && commitmentLexicon().never.has(first.lemma) ? all : main
}

/** "begynder ifølge skolen i 2019": somebody else says so; the sender's own plan may be named in the same way. */
function isHearsay({ main }: ReadSentence): boolean {
  const source = /(?<!\p{L})ifølge (?:de[nt]? )?(\p{L}+)/u.exec(lineOf(main))?.[1]
  return source !== undefined && !commitmentLexicon().ownSources(source)
}

/** A law has no dates of its own to come, and neither does it what will be or has been done. */
function tellsMoreThanLaw({ acts, times }: ReadSentence, letterDate: string): boolean {
  const dated = times.some(
    (t) => t.end >= letterDate && !t.assumed.includes("counted from the letter's date"),
  )
  const done = acts.some((a) => a.clause === 'main' && a.tense === 'perfect' && a.lemma !== 'fastsætte')
  return dated || done || acts.some((a) => a.tense === 'future')
}

/** "Hvis byrådet bevilger midler, vil vi ...", "Skulle forslaget ikke blive vedtaget, må ...", "Virker den, bliver ...". */
export function isConditional(sentence: ReadSentence): boolean {
  const [first, ...rest] = sentence.clauses
  if (!first) return false
  const hypothetical = /^(?:skulle|ville|kunne|burde)(?!\p{L})/iu.test(sentence.text)
  // "Opretter: seks pladser ..." is a note in telegram style
  const noted = /^[^,.;]{0,60}:/.test(sentence.text)
  const opensWithVerb = hypothetical || findPredicates(first.tokens.slice(0, 8)).some((p) => p.at === 0)
  if (first.type === 'condition' || (hypothetical && rest.length > 0)) return true
  if (opensWithVerb && !noted && startsUpper(sentence.text) && rest.some(answersCondition)) return true
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
  return named && findPredicates(tokens.slice(0, 8)).some((p) => p.at === 0)
}

const startsUpper = (text: string) => /^\p{Lu}/u.test(text)

function isPromise(act: Act): boolean {
  const future = act.tense === 'future' || act.tense === 'must'
  return future && !act.negated && !commitmentLexicon().never.has(act.lemma) && !isElse(act.subject)
}

let effects: RegExp | undefined
/** A sentence that only explains the step before it or tells its effect. */
export function isEffect(sentence: ReadSentence): boolean {
  if (!effects) {
    const phrases = commitmentLexicon().effects.map((p) => p.replace(/\s+/g, '\\s+'))
    effects = new RegExp(`^(?:${phrases.join('|')})(?!\\p{L})`, 'iu')
  }
  return effects.test(sentence.text)
}

/** "Det er besluttet, at ...", "Vi forventer, at ...": what is decided or expected stands in the clause with "at". */
function introducesContent(act: Act, sentence: ReadSentence): boolean {
  const content = sentence.acts.some((a) => a.clause === 'that')
  return content && (act.subject.class === 'it' || commitmentLexicon().expecting.test(act.text))
}

const told = new Set(['past', 'perfect'])

/** "... er der ikke nogen borger, som har ventet", "at der ikke er en eneste ...": the negation is what is promised. */
function leavesNobody(act: Act, sentence: ReadSentence): boolean {
  const { emptying, weak } = commitmentLexicon()
  return weak.has(act.lemma) && sentence.times.length > 0 && emptying.test(sentence.all)
}

/** "Jeg har bedt direktøren om at ...": one's own staff is told to do it. */
function delegates(act: Act, sentence: ReadSentence): boolean {
  const { delegating, subject } = commitmentLexicon()
  if (!delegating.has(act.lemma)) return false
  // "Jobcenterchefen har bedt om at få tallene hver måned"
  if (act.subject.class === 'staff') return sentence.recurrences.some(({ every }) => every !== null)
  if (act.subject.class !== 'sender') return false
  const asked = sentence.clauses.flatMap((clause) => clause.tokens).find((t) => t.start >= act.position)
  return asked !== undefined && subject.staff(asked.lower)
}

/** "Andelen er opgjort til 52 pct.", "Planen er udarbejdet sammen med ...", "Udvalget er orienteret om din henvendelse". */
function isNotOfPlan({ lemma, subject: { tokens } }: Act, sentence: ReadSentence): boolean {
  const { measuring, drafting, informing, letters, subject, bodies } = commitmentLexicon()
  if (lemma === 'bevilge') return tokens.some((t) => subject.funds(t.lower))
  if (measuring.has(lemma)) return tokens.some((t) => subject.figures(t.lower))
  if (drafting.has(lemma)) return tokens.some((t) => subject.papers(t.lower))
  return informing.has(lemma) && bodies.test(sentence.main) && letters.test(sentence.main)
}

/** "lægges om af Folketinget": who acts stands after "af". */
function isDoneByOthers(act: Act, sentence: ReadSentence): boolean {
  if (!act.passive) return false
  const { subject } = commitmentLexicon()
  const tokens = sentence.clauses.flatMap((clause) => clause.tokens).filter((t) => t.start >= act.position)
  const by = tokens.slice(0, 3).findIndex((t) => t.lower === 'af')
  return by >= 0 && subject.other(tokens[by + 1]?.lower ?? '')
}

/** An act that commits nobody: negated, somebody else's, only said, thought or pondered, or how things used to be. */
export function isNoAct(act: Act, sentence: ReadSentence): boolean {
  const lexicon = commitmentLexicon()
  const { class: subject } = act.subject
  // what is done to others is somebody's step ("virksomhederne kontaktes")
  const others = ((subject === 'other' || subject === 'law') && !act.passive) || isDoneByOthers(act, sentence)
  // "Fra januar ændres reglerne"
  if (subject === 'law' && lexicon.legislating.has(act.lemma)) return true
  if (lexicon.lasting.has(act.lemma) && act.subject.tokens.some((t) => lexicon.subject.funds(t.lower)))
    return true
  if (others || subject === 'matter' || (act.negated && !leavesNobody(act, sentence))) return true
  const saying = sentence.acts.find((a) => a.clause === 'main')
  const othersSay =
    isElse(saying?.subject) ||
    (saying?.subject.class === 'thing' && !saying.passive && lexicon.hearing.has(saying.lemma))
  if (othersSay && act.clause === 'that') return true
  if (told.has(act.tense) && act.clause === 'main' && isNotOfPlan(act, sentence)) return true
  // "at alle klager besvares": what is expected to be answered is an act, "vi besvarer" only speaks
  const expected = act.clause === 'that' && act.passive && act.tense !== 'perfect'
  if (lexicon.never.has(act.lemma) && !expected && !delegates(act, sentence)) return true
  if (lexicon.reporting.test(act.clauseText) || lexicon.considering.test(act.text)) return true
  if (
    told.has(act.tense) &&
    lexicon.approving.has(act.lemma) &&
    lexicon.bodies.test(act.clauseText) &&
    act.clause === 'main'
  )
    return true
  if (
    lexicon.deliberating.has(act.lemma) &&
    (pondersWhether(act, sentence) ||
      /(?<!\p{L})(?:overve|drøft|diskut)\p{L}*\s+at(?!\p{L})/iu.test(lineOf(act.text)))
  )
    return true
  if (act.clause === 'main' && introducesContent(act, sentence)) return true
  return act.tense !== 'future' && lexicon.formerly.test(act.clauseText)
}

/** The act is the last before a clause that begins with "om": what is pondered is open. */
function pondersWhether(act: Act, sentence: ReadSentence): boolean {
  return sentence.clauses.some((clause) => {
    const start = clause.tokens[0]?.start ?? 0
    if (clause.type !== 'question' || clause.tokens[0]?.lower !== 'om') return false
    if (start < act.position) return clause === sentence.clauses[0]
    return !sentence.acts.some((other) => other.position > act.position && other.position < start)
  })
}
