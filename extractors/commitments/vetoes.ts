import type { Context } from './context.ts'
import { commitmentLexicon } from './lexicon.ts'
import type { Act, ReadSentence } from './sentence.ts'

/** Why a whole sentence cannot commit its sender, or null. */
export function vetoOf(sentence: ReadSentence, context: Context): string | null {
  const lexicon = commitmentLexicon()
  const { text, acts } = sentence
  const promises = acts.filter(isPromise)
  if (/\?\s*["”»]?$/.test(text)) return 'question'
  if (lexicon.politeness.test(text)) return 'politeness'
  if (lexicon.considering.test(text) && !promises.some((a) => !lexicon.considering.test(a.text)))
    return 'considering'
  if (isConditional(sentence)) return 'condition'
  if (lexicon.law.test(sentence.mainText) && !acts.some((a) => a.tense === 'future' || a.tense === 'perfect'))
    return 'law'
  if (context.background && !promises.some((a) => ['sender', 'staff', 'there'].includes(a.subject.class)))
    return 'background'
  return null
}

/** "Hvis byrådet bevilger midler, vil vi ...", "Skulle forslaget ikke blive vedtaget, må ...", "Virker den, bliver ...". */
function isConditional(sentence: ReadSentence): boolean {
  if (sentence.clauses[0]?.type === 'condition') return true
  if (/^skulle(?!\p{L})/iu.test(sentence.text)) return true
  return commitmentLexicon().conditionPhrases.test(sentence.text)
}

function isPromise(act: Act): boolean {
  const future = act.tense === 'future' || act.tense === 'must'
  return future && !act.negated && !commitmentLexicon().never.has(act.lemma) && act.subject.class !== 'other'
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

/** An act that commits nobody: negated, somebody else's, only said or thought, or how things used to be. */
export function isNoAct(act: Act, sentence: ReadSentence): boolean {
  const lexicon = commitmentLexicon()
  if (act.negated || act.subject.class === 'other') return true
  const othersSay = sentence.acts.find((a) => a.clause === 'main')?.subject.class === 'other'
  if (othersSay && act.clause === 'that') return true
  if (
    lexicon.never.has(act.lemma) ||
    lexicon.reporting.test(act.clauseText) ||
    /(?<!\p{L})gerne(?!\p{L})/u.test(act.text)
  )
    return true
  if (act.clause === 'main' && introducesContent(act, sentence)) return true
  return act.tense !== 'future' && lexicon.formerly.test(act.clauseText)
}
