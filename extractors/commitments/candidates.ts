import type { LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import type { FoundTimes } from '../../schemas/time.ts'
import { type Context, contextReader } from './context.ts'
import { judgeSentence, type Verdict } from './judge.ts'
import { complies } from './kind.ts'
import { commitmentLexicon } from './lexicon.ts'
import { isQuoted } from './quotations.ts'
import { type ReadSentence, readSentence } from './sentence.ts'
import { type ActionTable, readActionTable } from './tables.ts'
import { findUnits, type Unit } from './units.ts'
import { isEffect, isNoAct, vetoOf } from './vetoes.ts'

/** A passage that commits its sender, before its kind, status and times are described. */
export type Candidate = {
  block: number
  span: Span
  sentences: ReadSentence[]
  context: Context
  verdict: Verdict | null
  table: ActionTable | null
  rule: string
  /** For each sentence, whether something in it commits. */
  acting: boolean[]
}

/** A unit with its sentences read and its verdict; `verdicts` has one for each sentence. */
type Judged = {
  unit: Unit
  sentences: ReadSentence[]
  context: Context
  verdict: Verdict | null
  table: ActionTable | null
  verdicts: (Verdict | null)[]
}

/** A sentence that says by when the law is met or the effect shows commits whatever its main verb is. */
function judgeCompliance(sentence: ReadSentence, context: Context, letterDate: string): Verdict | null {
  if (!complies(sentence.text) || vetoOf(sentence, context, letterDate) !== null) return null
  const main = sentence.acts.find((a) => a.clause === 'main')
  if (
    main?.subject.class === 'other' ||
    (sentence.acts.length > 0 && sentence.acts.every((a) => isNoAct(a, sentence)))
  )
    return null
  if (!sentence.times.some((t) => t.end >= letterDate)) return null
  return { strength: 'strong', rule: 'compliance', status: 'planned', act: null, sentence }
}

/** "Ad 2. Borgere, der ...": a note to an item of the plan above it tells a step, like the item. */
function noteToPlan(letter: LetterText, unit: Unit, context: Context): Context {
  const block = letter.blocks[unit.block]
  const isNote =
    block !== undefined && /^ad\s+\d/i.test(letter.text.slice(block.span.start, block.span.start + 8))
  return isNote && !context.background ? { ...context, steps: true } : context
}

function judgeUnit(
  letter: LetterText,
  unit: Unit,
  contextAt: (block: number) => Context,
  times: FoundTimes,
  letterDate: string,
  quotations: Span[],
): Judged {
  const context = noteToPlan(letter, unit, contextAt(unit.block))
  const sentences = unit.sentences
    .filter((s) => !isQuoted(s, quotations))
    .map((s) => readSentence(letter.text, s, times))
  const verdicts = sentences.map((sentence) => {
    const act = judgeSentence(sentence, context, letterDate)
    const met = judgeCompliance(sentence, context, letterDate)
    // "er etableret og forventes at have fuld effekt ...": the expectation says more than the step
    if (met && commitmentLexicon().expecting.test(sentence.mainText)) return met
    return act?.strength === 'strong' ? act : (met ?? act)
  })
  const verdict = verdicts.find((v) => v?.strength === 'strong') ?? verdicts.find((v) => v !== null) ?? null
  return { unit, sentences, context, verdict, verdicts, table: null }
}

/** Items of a list of steps commit even without a verb ("Etablering af ..."), unless something speaks against it. */
function commitsAsItem({ unit, sentences, context, verdict }: Judged, letterDate: string): boolean {
  if (unit.kind !== 'item' || sentences.length === 0 || context.background) return false
  // a list that nothing introduces is taken for one of steps where its items act
  if (verdict) return true
  if (!context.steps && context.topic !== 'goals') return false
  const [first] = sentences
  return (
    first !== undefined &&
    vetoOf(first, context, letterDate) === null &&
    !isEffect(first) &&
    !first.acts.some((a) => a.clause === 'main')
  )
}

const isStrong = (v: Verdict | null | undefined) => v?.strength === 'strong'

/** The sentences [from, to) of a unit as a unit of their own. */
function partOf(j: Judged, from: number, to: number): Judged {
  const sentences = j.sentences.slice(from, to)
  const verdicts = j.verdicts.slice(from, to)
  const span = {
    start: sentences[0]?.span.start ?? j.unit.span.start,
    end: sentences.at(-1)?.span.end ?? j.unit.span.end,
  }
  return { ...j, unit: { ...j.unit, span }, sentences, verdicts, verdict: verdicts.find(isStrong) ?? null }
}

/** A numbered paragraph ("4.1 ...") or a long one that begins with a full sentence is read sentence by sentence. */
function isProse(letter: LetterText, { unit, sentences }: Judged): boolean {
  const marker = letter.blocks[unit.block]?.marker ?? ''
  const long = sentences.length >= 4 && unit.span.end - unit.span.start > 450
  const full = sentences[0]?.acts.some((a) => a.clause === 'main') ?? false
  return full && sentences.length > 2 && (long || /^\d+\.\d/.test(marker))
}

/** Where an item goes on from what has been done to what will be done, in a sentence with a time to come; or -1. */
function turnOfTense(j: Judged, letterDate: string): number {
  const told = (v: Verdict | null) => isStrong(v) && (v?.rule === 'perfect' || v?.rule === 'past-act')
  return j.verdicts.findIndex((v, i) => {
    const ahead = j.sentences[i]?.times.some((t) => t.end > letterDate) ?? false
    return isStrong(v) && v?.rule === 'modal-future' && ahead && j.verdicts.slice(0, i).some(told)
  })
}

/** The commitments that a unit holds: mostly one; several in prose, and two where an item turns from past to future. */
function partsOf(letter: LetterText, j: Judged, letterDate: string): Judged[] {
  if (isProse(letter, j) && j.verdicts.some(isStrong))
    return j.verdicts.flatMap((v, i) => (isStrong(v) ? [partOf(j, i, i + 1)] : []))
  const turn = turnOfTense(j, letterDate)
  return turn < 1 ? [j] : [partOf(j, 0, turn), partOf(j, turn, j.sentences.length)]
}

const ruleOf = (judged: Judged) =>
  judged.table
    ? 'table-row'
    : (judged.verdict?.rule ?? (judged.context.topic === 'goals' ? 'goal' : 'item-of-steps')) +
      (judged.unit.kind === 'item' ? '-item' : '')

const toCandidate = (judged: Judged, span: Span = judged.unit.span): Candidate => ({
  block: judged.unit.block,
  span,
  sentences: judged.sentences,
  context: judged.context,
  verdict: judged.verdict,
  table: judged.table,
  rule: ruleOf(judged),
  acting: judged.verdicts.map(
    (v, i) => v !== null || judged.table !== null || (i === 0 && judged.unit.kind === 'item'),
  ),
})

/** All passages of the letter that commit, in order; an introducing line and the items that only elaborate it are one. */
export function findCandidates(
  letter: LetterText,
  times: FoundTimes,
  letterDate: string,
  quotations: Span[],
): Candidate[] {
  const contextAt = contextReader(letter)
  const judged = findUnits(letter).map((unit) =>
    judgeUnit(letter, unit, contextAt, times, letterDate, quotations),
  )
  const tables = new Map<number, ActionTable | null>()
  let lastHeader = -1
  const strong = (j: Judged) => j.verdict?.strength === 'strong'
  const found: Candidate[] = []
  const merged = new Set<Judged>()
  for (const j of judged) {
    if (merged.has(j)) continue
    const { unit } = j
    if (unit.kind === 'row') {
      const row = letter.blocks[unit.block]
      const header: number = row?.header ?? lastHeader
      if (!tables.has(header)) tables.set(header, readActionTable(letter, header))
      const table = tables.get(header) ?? null
      lastHeader = header
      // a table that goes on after a page break has no column names of its own
      j.table = table?.roles.length === row?.cells.length || row?.header !== null ? table : null
      if (j.table) found.push(toCandidate(j))
      continue
    }
    if (unit.introduces) {
      const children = judged.filter((c) => letter.blocks[c.unit.block]?.parent === unit.block)
      const ownStep = strong(j) && j.sentences.some((s) => s.times.length > 0) && children.length > 0
      if (!ownStep) continue
      const elaborating = leading(children, (c) => !strong(c))
      for (const c of elaborating) markMerged(judged, letter, c, merged)
      const end = elaborating.length ? lastOf(judged, letter, elaborating.at(-1) as Judged) : unit.span.end
      found.push(toCandidate(j, { start: unit.span.start, end }))
      continue
    }
    if (strong(j) || commitsAsItem(j, letterDate))
      found.push(...partsOf(letter, j, letterDate).map((part) => toCandidate(part)))
  }
  return found
}

/** The first items of `list` for which `test` holds. */
function leading<T>(list: T[], test: (item: T) => boolean): T[] {
  const stop = list.findIndex((item) => !test(item))
  return stop < 0 ? list : list.slice(0, stop)
}

const childrenOf = (judged: Judged[], letter: LetterText, j: Judged) =>
  judged.filter((c) => letter.blocks[c.unit.block]?.parent === j.unit.block)

function markMerged(judged: Judged[], letter: LetterText, j: Judged, merged: Set<Judged>): void {
  merged.add(j)
  for (const child of childrenOf(judged, letter, j)) markMerged(judged, letter, child, merged)
}

function lastOf(judged: Judged[], letter: LetterText, j: Judged): number {
  const last = childrenOf(judged, letter, j).at(-1)
  return last ? lastOf(judged, letter, last) : j.unit.span.end
}
