import { predicatesOf } from '../language/clauses.ts'
import { stative } from './act-rules.ts'
import type { Candidate } from './candidates.ts'
import { isStrong, type Judged } from './judge-unit.ts'
import { commitmentLexicon } from './lexicon.ts'
import { type Act, type ReadSentence, recurs } from './sentence.ts'

type Place = Pick<Candidate, 'block' | 'span'>
/** A sentence at most so many characters behind a passage. */
const isBehind = ({ unit }: Judged, { block, span }: Place, characters: number): boolean =>
  unit.kind === 'sentence' && unit.block === block && unit.span.start - span.end <= characters
/** The sentence right after a passage. */
const follows = (judged: Judged, place: Place) => isBehind(judged, place, 2)
/** With no more than a remark in between. */
const isNear = (judged: Judged, place: Place) => isBehind(judged, place, 250)

/** The words of a subject; "det arbejde" is "arbejdet", "den ordning" "ordningen". */
function namedBy({ subject: { tokens } }: Act): { lower: string }[] {
  const [determiner, noun, ...more] = tokens
  const end = { det: 't', dette: 't', den: 'n', denne: 'n' }[determiner?.lower ?? '']
  if (!noun || !end || more.length > 0) return tokens
  return [{ lower: `${noun.lower}${noun.lower.endsWith('e') ? '' : 'e'}${end}` }]
}

/** "Det skete den 14. august.": said of the sentence before. */
export const saysWhen = ({ acts, times }: ReadSentence): boolean =>
  times.length > 0 && acts[0]?.subject.class === 'it' && commitmentLexicon().tellingWhen.has(acts[0].lemma)

const happened = new Set(['ske', 'foregå'])

/** "Det sker mandag den 3. juni.", "Det ligger fast hver uge.": the sentence after a step that only says when. */
export function tellsWhen(judged: Judged, last: Place): boolean {
  const [sentence] = judged.sentences
  const act = sentence?.acts[0]
  if (!follows(judged, last) || !act) return false
  // "For erhvervsbyggeri, som er mere komplekst, bliver det først i juni."
  // "Det skete i uge 48 og 49, og lederen var selv med på turene."
  const { start, end } = act.lemma === 'blive' ? sentence.main : sentence.all
  const clause = happened.has(act.lemma) ? sentence.clauses[0]?.tokens.length : undefined
  if (Math.min(end - start, clause ?? Infinity) > 10) return false
  const timed = sentence.times.length > 0 || recurs(sentence)
  return (
    timed &&
    act.subject.class === 'it' &&
    commitmentLexicon().tellingWhen.has(act.lemma) &&
    !act.negated &&
    (act.tense !== 'past' || happened.has(act.lemma))
  )
}

/** The sentence right after a step, with no time of its own: it may elaborate the step. */
export const saysMoreOf = (last: Place, judged: Judged): boolean =>
  follows(judged, last) && judged.sentences.every((s) => s.times.length === 0 && !recurs(s))

/** "Rapporten blev afleveret den 22. januar.": what has happened after a step, and when. */
export const tellsAfter = (last: Place, judged: Judged): boolean =>
  follows(judged, last) &&
  judged.sentences.some((s) => s.times.length > 0) &&
  judged.sentences.every(
    ({ acts }) => acts.length > 0 && acts.every(({ tense }) => tense === 'past' || tense === 'perfect'),
  )

/** "Endvidere får alle ledige besked om, hvornår ...": after a step, a sentence that adds is one too. */
export function addsTo(last: Candidate | undefined, { unit, verdict, sentences, context }: Judged): boolean {
  if (!last || unit.kind !== 'sentence' || context.background || !verdict?.act) return false
  // "Dernæst skal der være noget at tilbyde."
  if (verdict.act.lemma === 'være' && ['modal-must', 'perfect'].includes(verdict.rule)) return false
  const near = unit.block - last.block <= 1 && unit.span.start - last.span.end <= 3
  const words = sentences[0]?.tokens.slice(0, 3) ?? []
  return near && verdict.act.clause === 'main' && words.some((t) => commitmentLexicon().adding.has(t.lower))
}

/** "Vi har truffet aftale med ... Aftalen gælder fra 1. oktober.": what the step made is named again, and since when it is. */
export function tellsWhenAgain(judged: Judged, last: Candidate): boolean {
  const [sentence] = judged.sentences
  const act = sentence?.acts[0]
  if (!isNear(judged, last) || !act || isStrong(judged.verdict)) return false
  if (sentence.times.length === 0 || act.negated || act.clause !== 'main') return false
  const { stepNames } = commitmentLexicon()
  const [noun, ...more] = namedBy(act)
  // "Det indebærer, at ... Omlægningen trådte i kraft den 18. juni."
  if (!follows(judged, last)) return runs(act) && !more.length && stepNames.has(noun?.lower ?? '')
  // "Det er et forsøg, som løber til sommer."
  const described = act.lemma === 'være' && act.subject.class === 'it' && runsIn(sentence)
  if (!runs(act) && !described) return false
  // "Det får premiere i uge 34.", "Det begyndte vi på i uge 41."
  if (act.subject.class === 'it' || sentence.tokens[0]?.lower === 'det') return true
  if (!noun || more.length > 0) return false
  if (stepNames.has(noun.lower)) return true
  if (act.subject.class !== 'thing' || !/.{4}(?:en|et|ne)$/.test(noun.lower)) return false
  return last.sentences.at(-1)?.text.toLowerCase().includes(noun.lower.slice(0, -2)) === true
}

/** "gælder", "begyndte", "tages i brug". */
function runs({ lemma, text }: Act): boolean {
  const { running, runningWithPhrase, beginningPhrases } = commitmentLexicon()
  return running.has(lemma) || (runningWithPhrase.has(lemma) && beginningPhrases.test(text))
}

/** A relative clause of the sentence says how long something runs, and when. */
const runsIn = ({ clauses, times }: ReadSentence): boolean =>
  clauses.some(
    (clause) =>
      clause.type === 'relative' &&
      predicatesOf(clause).some(({ lemma }) => commitmentLexicon().running.has(lemma)) &&
      times.some(({ span }) => span.start >= (clause.tokens[0]?.start ?? 0)),
  )

const ofActs = new Set(['passive', 'present', 'perfect', 'past-act'])

/**
 * "Simple sager ekspederes i et hurtigspor" in a paragraph of steps: an act without a time is one of them. A state, or
 * what the sender only is or has, is not.
 */
export function standsAmongSteps({ unit, verdict, context }: Judged, stepBlocks: Set<number>): boolean {
  if (unit.kind !== 'sentence' || context.background || !stepBlocks.has(unit.block)) return false
  const act = verdict?.act
  if (act?.clause !== 'main' || !verdict || !ofActs.has(verdict.rule)) return false
  const { weak, usually, trouble, subject, lightVerbs, beginning } = commitmentLexicon()
  const { main } = verdict.sentence
  if (usually.test(main) || trouble.test(main)) return false
  if (verdict.rule === 'passive') return !act.subject.tokens.some((t) => subject.figures(t.lower))
  // "Bookingen blev overdraget til en central enhed", "Kontrakten trådte i kraft den 4. februar"
  const began = () => beginning.has(act.lemma) && verdict.sentence.times.length > 0
  if (verdict.rule === 'past-act') return !weak.has(act.lemma) && (act.passive || began())
  if (verdict.rule === 'perfect') return (act.passive && !stative.has(act.lemma)) || lightVerbs.test(act.text)
  return !weak.has(act.lemma)
}
