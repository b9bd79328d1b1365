import type { MunicipalityRef } from '../../schemas/letter.ts'
import type { LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import type { FoundTimes } from '../../schemas/time.ts'
import { type Context, contextReader } from './context.ts'
import { judgeSentence, type Verdict } from './judge.ts'
import { complies } from './kind.ts'
import { commitmentLexicon } from './lexicon.ts'
import { withNeighbours } from './neighbours.ts'
import { isNoAct } from './no-act.ts'
import { isQuoted } from './quotations.ts'
import { type Act, type ReadSentence, readSentence } from './sentence.ts'
import { isElse } from './subject.ts'
import type { Unit } from './units.ts'
import { isEffect, vetoOf } from './vetoes.ts'

/** A unit with its sentences read and its verdict; `verdicts` has one for each sentence. */
export type Judged = {
  unit: Unit
  sentences: ReadSentence[]
  context: Context
  verdict: Verdict | null
  verdicts: (Verdict | null)[]
}

export const isStrong = (v: Verdict | null | undefined): boolean => v?.strength === 'strong'

/** "Det anses for realistisk at være i mål ...": no act, but what is expected. */
const isExpected = ({ negated, passive, subject }: Act, { main }: ReadSentence): boolean =>
  passive && !negated && subject.class === 'it' && commitmentLexicon().expecting.test(main)

/** A sentence that says by when the law is met or the effect shows commits whatever its main verb is. */
function judgeCompliance(sentence: ReadSentence, context: Context, letterDate: string): Verdict | null {
  if (!sentence.times.some((t) => t.end >= letterDate)) return null
  if (
    !complies({ text: () => sentence.text, words: sentence.all }) ||
    vetoOf(sentence, context, letterDate) !== null
  )
    return null
  const main = sentence.acts.find((a) => a.clause === 'main')
  if (
    isElse(main?.subject) ||
    (sentence.acts.length > 0 &&
      sentence.acts.every((a) => isNoAct(a, sentence, letterDate) && !isExpected(a, sentence)))
  )
    return null
  return { strength: 'strong', rule: 'compliance', status: 'planned', act: null, sentence }
}

/** "Ad 2. Borgere, der ...": a note to an item of the plan above it tells a step, like the item. */
function noteToPlan(letter: LetterText, unit: Unit, context: Context): Context {
  const block = letter.blocks[unit.block]
  const isNote =
    block !== undefined && /^ad\s+\d/i.test(letter.text.slice(block.span.start, block.span.start + 8))
  return isNote && !context.background ? { ...context, steps: true } : context
}

/** A sentence without what only its quotations say: "I maj skrev kommunen: "Vi vil ..."". */
function withoutQuoted(sentence: ReadSentence, quotations: Span[]): ReadSentence {
  const quoted = ({ position }: Act) => quotations.some((q) => q.start <= position && position < q.end)
  return sentence.acts.some(quoted)
    ? { ...sentence, acts: sentence.acts.filter((act) => !quoted(act)) }
    : sentence
}

/** "... jf. § 50. Herudover skal planen revideres hvert halve år.": a rule after a rule of the law. */
function goesOnWithLaw(
  { act, rule, sentence }: Verdict,
  { block, kind }: Unit,
  before: Judged | undefined,
  letterDate: string,
): boolean {
  const own = act?.subject.class === 'sender' || act?.subject.class === 'staff'
  if (kind !== 'sentence' || rule !== 'modal-must' || own || before?.unit.block !== block) return false
  if (sentence.times.some((t) => t.end >= letterDate)) return false
  const previous = before.sentences.at(-1)
  return previous !== undefined && vetoOf(previous, before.context, letterDate) === 'law'
}

/** Reads and judges every unit of a letter, in order. */
export function judgeUnits(
  letter: LetterText,
  units: Unit[],
  times: FoundTimes,
  letterDate: string,
  quotations: Span[],
  sender: MunicipalityRef | null,
): Judged[] {
  const contextAt = contextReader(letter)
  let before: Judged | undefined
  return units.map((unit) => {
    const context = noteToPlan(letter, unit, contextAt(unit.block))
    const sentences = unit.sentences
      .filter((s) => !isQuoted(s, quotations))
      .map((s) => withoutQuoted(withNeighbours(readSentence(letter.text, s, times), sender), quotations))
    const verdicts = sentences.map((sentence) => {
      const act = judgeSentence(sentence, context, letterDate)
      const met = judgeCompliance(sentence, context, letterDate)
      // "er etableret og forventes at have fuld effekt ...": the expectation says more than the step
      if (met && commitmentLexicon().expecting.test(sentence.main)) return met
      return isStrong(act) ? act : (met ?? act)
    })
    const found = verdicts.find(isStrong) ?? verdicts.find((v) => v !== null) ?? null
    const verdict = found && goesOnWithLaw(found, unit, before, letterDate) ? null : found
    before = { unit, sentences, context, verdict, verdicts }
    return before
  })
}

/** "Fælles hold med naboen: drøftet, fravalgt.", "Udenfor kommunens hånd.": no step, or none any more. */
export const isDropped = (sentence: ReadSentence): boolean =>
  commitmentLexicon().dropped.test(sentence.main) || isDisclaimed(sentence)

/** "Det er naboens projekt og ikke vores." */
export const isDisclaimed = ({ all }: ReadSentence): boolean => commitmentLexicon().disclaiming.test(all)

/** Items of a list of steps commit even without a verb ("Etablering af ..."), unless something speaks against it. */
export function commitsAsItem({ unit, sentences, context, verdict }: Judged, letterDate: string): boolean {
  if (unit.kind !== 'item' || sentences.length === 0 || context.background) return false
  if (sentences.some(isDropped)) return false
  // a list that nothing introduces is taken for one of steps where its items act
  if (verdict) return true
  const dated = sentences.some((s) => s.times.some(({ end }) => end >= letterDate))
  if (!context.steps && context.topic !== 'goals' && !(context.topic === 'compliance' && dated)) return false
  const [first] = sentences
  return (
    first !== undefined &&
    vetoOf(first, context, letterDate) === null &&
    !isEffect(first) &&
    !first.acts.some((a) => a.clause === 'main')
  )
}

/** "Udsendelse af påmindelser til alle, fra december.": a noun of action that stands for a sentence, with a time to come. */
export function commitsAsNoun({ unit, sentences, context }: Judged, letterDate: string): boolean {
  const [sentence] = sentences
  if (unit.kind !== 'sentence' || !sentence || sentence.acts.length > 0 || context.background) return false
  const [first, second] = sentence.clauses[0]?.tokens ?? []
  const ofAction = /(?:else|ing)$/.test(first?.lower ?? '') && second?.lower === 'af'
  return (
    ofAction &&
    sentence.times.some(({ start }) => start > letterDate) &&
    vetoOf(sentence, context, letterDate) === null
  )
}
