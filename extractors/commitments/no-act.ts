import { latin } from '../language/latin.ts'
import { holdsWord, lineOf } from '../language/phrases.ts'
import { cardinalOf } from '../time/words.ts'
import { isElsewhere } from './elsewhere.ts'
import { commitmentLexicon } from './lexicon.ts'
import { isAimed, isOnlySaid, told } from './saying.ts'
import type { Act, ReadSentence } from './sentence.ts'
import { hypothetical } from './vetoes.ts'

/** "... er der ikke nogen borger, som har ventet", "at der ikke er en eneste ...": the negation is what is promised. */
function leavesNobody(act: Act, sentence: ReadSentence): boolean {
  const { emptying, weak } = commitmentLexicon()
  if (!emptying.test(sentence.all)) return false
  return isAimed(act, sentence) || (weak.has(act.lemma) && sentence.times.length > 0)
}

/** "Andelen er opgjort til 52 pct.", "Planen er udarbejdet sammen med ...", "Udvalget er orienteret om din henvendelse". */
function isNotOfPlan({ lemma, position, subject: { tokens } }: Act, sentence: ReadSentence): boolean {
  const { measuring, drafting, draftAnnouncing, informing, letters, subject, bodies } = commitmentLexicon()
  // "Antallet af konsulenter er øget fra 6 til 9" is a step
  if (measuring.has(lemma))
    return tokens.some((t) => subject.figures(t.lower)) && !tokens.some((t) => subject.staff(t.lower))
  // "har udarbejdet nedenstående plan"
  const announces = () =>
    sentence.tokens.some((t) => t.start > position && t.start < position + 25 && draftAnnouncing.has(t.lower))
  if (drafting.has(lemma)) return announces() || tokens.some((t) => subject.papers(t.lower))
  return informing.has(lemma) && bodies.test(sentence.main) && letters.test(sentence.main)
}

/** "Tre er gennemført, fire er forsinkede": how many steps were taken, not which. */
function countsOnly({ tense, subject }: Act, sentence: ReadSentence): boolean {
  const [number, second] = subject.tokens
  if (tense !== 'perfect' || sentence.times.length > 0 || !number || second) return false
  return number.word.numeric || cardinalOf(number.lower) !== null
}

/** "..., og skulle det trække ud, klarer vi os ...": what is done in a case that is only thought of. */
function answersHypothesis(act: Act, { clauses }: ReadSentence): boolean {
  if (act.clause !== 'main' || clauses.length === 1) return false
  const at = clauses.findIndex(
    ({ tokens }) => (tokens[0]?.start ?? 0) < act.position && act.position <= (tokens.at(-1)?.end ?? 0),
  )
  const [join, verb] = clauses[at - 1]?.tokens ?? []
  return joins.has(join?.lower ?? '') && hypothetical.has(verb?.lower ?? '')
}
const joins = new Set(['og', 'men'])

/** "I gennemsnit må kommunen indhente materiale to gange", "forløbet har haft opstart hver måned": how it went. */
function isStatistic({ tense, lemma, clause, clauseText }: Act, sentence: ReadSentence): boolean {
  // "Vi har i dag 35 virksomheder"
  const usual = tense === 'must' || (tense === 'present' && lemma === 'have')
  if (usual) return commitmentLexicon().usually.test(clauseText)
  if (tense !== 'perfect' || lemma !== 'have' || clause !== 'main') return false
  return sentence.recurrences.length > 0 && sentence.times.length === 0
}

/** "Vi har ladet for mange ...": a fault that is admitted. */
function admits({ tense, text, clause }: Act, { main }: ReadSentence): boolean {
  const { excess, faults } = commitmentLexicon()
  return told.has(tense) && (excess.test(text) || (clause === 'main' && faults.test(main)))
}

const ponders = latin(/(?<!\p{L})(?:overve|drøft|diskut)\p{L}*\s+at(?!\p{L})/iu)

/** An act that commits nobody: negated, somebody else's, only said, thought or pondered, or how things used to be. */
export function isNoAct(act: Act, sentence: ReadSentence, letterDate: string): boolean {
  const lexicon = commitmentLexicon()
  if (isElsewhere(act, sentence) || (act.negated && !leavesNobody(act, sentence))) return true
  if (isOnlySaid(act, sentence, letterDate)) return true
  if (told.has(act.tense) && act.clause === 'main' && isNotOfPlan(act, sentence)) return true
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
    (wasPondered(act) || pondersWhether(act, sentence) || ponders.test(lineOf(act.text)))
  )
    return true
  // "kan tidligst opsiges med udgangen af 2021": what cannot be done before
  if (act.tense === 'can' && lexicon.terminating.has(act.lemma) && holdsWord(act.clauseText, 'tidligst'))
    return true
  if (countsOnly(act, sentence) || answersHypothesis(act, sentence)) return true
  if (admits(act, sentence) || isStatistic(act, sentence)) return true
  return (
    act.tense !== 'future' && lexicon.formerly.test(act.clauseText) && !lexicon.asBefore.test(sentence.all)
  )
}

/** "har været drøftet i borgmesterkredsen": nothing came of it yet. */
const wasPondered = ({ tense, passive, text }: Act): boolean =>
  passive && tense === 'perfect' && holdsWord(text, 'været')

/** The act is the last before a clause that begins with "om": what is pondered is open. */
function pondersWhether(act: Act, sentence: ReadSentence): boolean {
  return sentence.clauses.some((clause) => {
    const start = clause.tokens[0]?.start ?? 0
    if (clause.type !== 'question' || clause.tokens[0]?.lower !== 'om') return false
    if (start < act.position) return clause === sentence.clauses[0]
    return !sentence.acts.some((other) => other.position > act.position && other.position < start)
  })
}
