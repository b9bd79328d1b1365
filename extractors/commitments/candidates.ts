import type { Block, LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import { has } from '../language/verb-tokens.ts'
import type { Context } from './context.ts'
import {
  addsTo,
  saysMoreOf,
  saysWhen,
  standsAmongSteps,
  tellsAfter,
  tellsWhen,
  tellsWhenAgain,
} from './continuations.ts'
import { isElsewhere } from './elsewhere.ts'
import { partsOf } from './item-parts.ts'
import type { Verdict } from './judge.ts'
import { commitsAsItem, commitsAsNoun, isDisclaimed, isDropped, isStrong, type Judged } from './judge-unit.ts'
import type { Reading } from './learned/model.ts'
import { commitmentLexicon } from './lexicon.ts'
import type { ReadSentence } from './sentence.ts'
import { type ActionRow, type ActionTable, isRowOfFigures, kindOfTable, readActionTable } from './tables.ts'
import { vetoOf } from './vetoes.ts'

/** A passage that commits its sender, before its kind, status and times are described. */
export type Candidate = {
  block: number
  span: Span
  sentences: ReadSentence[]
  context: Context
  verdict: Verdict | null
  table: ActionRow | null
  rule: string
  /** For each sentence, whether something in it commits. */
  acting: boolean[]
  /** The passage it was read from. */
  judged: Judged
}

/** Weighs a passage of the letter by its likeness to annotated ones. */
export type Weigh = (passage: Judged) => Reading

function ruleOf({ verdict, context, unit }: Judged, table: ActionTable | null): string {
  if (table) return unit.labelled ? 'labelled-step' : 'table-row'
  const rule = verdict?.rule ?? (context.topic === 'goals' ? 'goal' : 'item-of-steps')
  return unit.kind === 'item' ? `${rule}-item` : rule
}

function toCandidate(
  judged: Judged,
  span: Span = judged.unit.span,
  table: ActionRow | null = null,
): Candidate {
  const { unit, sentences, context, verdict, verdicts } = judged
  // "Ansat: to rådgivere. Begge tiltrådt 1. februar."
  const told = (i: number) => sentences[i]?.acts.length === 0 && hasParticiple(sentences[i])
  const when = (i: number) => sentences[i] !== undefined && saysWhen(sentences[i])
  const acting = verdicts.map(
    (v, i) =>
      (v !== null && (i === 0 || !onlyTells(v))) ||
      table !== null ||
      (unit.kind === 'item' && (i === 0 || told(i) || when(i))),
  )
  const rule = ruleOf(judged, table)
  return { block: unit.block, span, sentences, context, verdict, table, rule, acting, judged }
}

/** "Ved udgangen af januar var der 41 tilbage.": behind the step, how things were. */
const onlyTells = ({ rule, act }: Verdict): boolean => rule === 'past-act' && act?.lemma === 'være'

const hasParticiple = ({ clauses }: ReadSentence): boolean =>
  clauses.some(({ tokens }) => tokens.some((t) => has(t, 'part')))

/** The paragraph that a letter of several opens with: it tells what was asked and what happened, not what is done. */
function openingOf({ blocks }: LetterText): number {
  const isParagraph = ({ kind }: Block) => kind === 'paragraph'
  return blocks.filter(isParagraph).length < 4 ? -1 : blocks.findIndex(isParagraph)
}

/** Paragraphs that explain ("Årsagen er ...") and in which nothing but what has happened commits. */
function explainingBlocks(judged: Judged[]): Set<number> {
  const { explaining } = commitmentLexicon()
  const found = new Set<number>()
  for (const { unit, sentences, context, verdict } of judged)
    if (unit.kind === 'sentence' && !context.steps && !isStrong(verdict))
      if (sentences.some(({ main }) => explaining.test(main))) found.add(unit.block)
  for (const j of judged) if (isStrong(j.verdict) && !tellsOfBefore(j)) found.delete(j.unit.block)
  return found
}

const tellsOfBefore = ({ verdict }: Judged): boolean =>
  verdict?.rule === 'perfect' || verdict?.rule === 'past-act'

/** Below this likelihood a passage does not commit whatever its construction is; above the other it does without one. */
const unlikely = 0.5
/** The same of what says "vi vil": a promise, if a poor one. */
const unlikelyPromise = 0.4
/** The same of a row of a table of steps: its place tells more than its words, and a lost deadline is worse than a row to reject. */
const unlikelyRow = 0.3
const leastOf = ({ verdict, table }: Candidate): number =>
  table ? unlikelyRow : verdict?.rule === 'modal-future' ? unlikelyPromise : unlikely
const likely = 0.6
/** From this on it commits among explanations, too. */
const surely = 0.9
/** From this on a sentence that commits is part of the commitment before it. */
const alike = 0.7
/** The same of one that tells what has happened since. */
const retold = 0.5

/** Nothing speaks against it that the words alone would not tell. `commits`: how likely it is by its words. */
const mayCommit = ({ unit, sentences, context }: Judged, letterDate: string, commits: number): boolean =>
  !unit.introduces &&
  !sentences.some((s) => isDropped(s) || speaksAgainst(vetoOf(s, context, letterDate), commits)) &&
  !sentences.every((s) => tellsOfOthers(s) || tellsOfTrouble(s))

const speaksAgainst = (veto: string | null, commits: number): boolean =>
  veto !== null && !(veto === 'background' && commits >= surely)

/** "Apoteket går den 4. november tilbage til ...": the sender has no part in it. */
const tellsOfOthers = (sentence: ReadSentence): boolean =>
  sentence.acts.length > 0 &&
  sentence.acts.every(
    (act) => !act.passive && !commitmentLexicon().receiving.has(act.lemma) && isElsewhere(act, sentence),
  ) &&
  !sentence.tokens.some(({ lower }) => commitmentLexicon().subject.sender(lower))

/** "Ved en optælling den 28. september manglede 94 borgere en samtale.", "Den tidligere leder indførte et tilsyn." */
const tellsOfTrouble = ({ acts }: ReadSentence): boolean => {
  const { troubleVerbs, formerly } = commitmentLexicon()
  return (
    acts.length > 0 &&
    acts.every(
      ({ tense, lemma, clauseText }) =>
        tense === 'past' && (troubleVerbs.has(lemma) || formerly.test(clauseText)),
    )
  )
}

/**
 * All passages of the letter that commit, in order; an introducing line and the items that only elaborate it are one.
 * Constructions find them; `weigh`, which knows how annotated letters read, takes out what reads like no commitment and
 * adds what reads like one. Without it constructions decide alone.
 */
export function findCandidates(
  letter: LetterText,
  judged: Judged[],
  letterDate: string,
  weigh: Weigh | null,
): Candidate[] {
  const merged = new Set<Judged>()
  const constructed = constructionReader(letter, judged, letterDate, merged)
  const found: Candidate[] = []
  for (const [at, j] of judged.entries()) {
    if (merged.has(j)) continue
    const last = found.at(-1)
    if (last && (tellsWhen(j, last) || tellsWhenAgain(j, last))) {
      found[found.length - 1] = withSentences(last, j)
      continue
    }
    const before = judged[at - 1]
    if (before?.unit.kind === 'sentence' && before.verdict && tellsWhen(j, before.unit)) {
      found.push(withSentences(toCandidate(before), j))
      continue
    }
    const candidates = constructed(j, last)
    if (weigh && last && candidates.length > 0 && tellsAfter(last, j) && weigh(j).elaborates() >= retold)
      found[found.length - 1] = withSentences(last, j)
    else if (!weigh) found.push(...candidates)
    else if (candidates.length > 0) {
      const reads = (c: Candidate) => weigh(c.judged).commits >= leastOf(c)
      if (weigh(j).commits >= Math.min(...candidates.map(leastOf))) found.push(...candidates.filter(reads))
    } else if (weigh(j).commits >= likely && mayCommit(j, letterDate, weigh(j).commits)) {
      if (last && weigh(j).elaborates() >= alike && saysMoreOf(last, j))
        found[found.length - 1] = withSentences(last, j)
      else found.push({ ...toCandidate(j), rule: 'likeness', acting: j.sentences.map(() => true) })
    }
  }
  return found
}

/** Reads what a passage commits to by its construction; what is merged into another passage is put into `merged`. */
function constructionReader(
  letter: LetterText,
  judged: Judged[],
  letterDate: string,
  merged: Set<Judged>,
): (j: Judged, last: Candidate | undefined) => Candidate[] {
  const children = childrenByBlock(letter, judged)
  const tableOf = tableReader(letter)
  const opening = openingOf(letter)
  const explaining = explainingBlocks(judged)
  const stepBlocks = new Set(judged.filter((j) => isStrong(j.verdict)).map((j) => j.unit.block))
  return (j, last) => {
    const { unit, sentences } = j
    if (tellsOfBefore(j) && (unit.block === opening || explaining.has(unit.block))) return []
    if (unit.kind === 'row') {
      const table = unit.labelled ?? tableOf(unit.block)
      const cells = unit.labelled?.cells ?? letter.blocks[unit.block]?.cells ?? []
      const figures = table && kindOfTable(table) === 'steps' && isRowOfFigures(letter, cells)
      return table && !figures && !sentences.some(isDropped)
        ? [toCandidate(j, unit.span, { ...table, cells })]
        : []
    }
    if (unit.introduces) {
      const whole = introducingStep(j, children, merged)
      return whole ? [toCandidate(j, whole)] : []
    }
    if (unit.kind === 'item' && sentences.some(isDisclaimed)) return []
    const commits =
      isStrong(j.verdict) ||
      addsTo(last, j) ||
      standsAmongSteps(j, stepBlocks) ||
      commitsAsItem(j, letterDate) ||
      commitsAsNoun(j, letterDate)
    return commits ? partsOf(letter, j, letterDate).map((part) => toCandidate(part)) : []
  }
}

const withSentences = (step: Candidate, { unit, sentences }: Judged): Candidate => ({
  ...step,
  span: { start: step.span.start, end: unit.span.end },
  sentences: [...step.sentences, ...sentences],
  acting: [...step.acting, ...sentences.map(() => true)],
})

/** The items under each block, by the block's index. */
function childrenByBlock(letter: LetterText, judged: Judged[]): Map<number, Judged[]> {
  const children = new Map<number, Judged[]>()
  for (const j of judged) {
    const parent = letter.blocks[j.unit.block]?.parent ?? null
    if (parent === null) continue
    const known = children.get(parent)
    if (known) known.push(j)
    else children.set(parent, [j])
  }
  return children
}

/** The action table that a row belongs to; one that goes on after a page break has no column names of its own. */
function tableReader(letter: LetterText): (block: number) => ActionTable | null {
  const tables = new Map<number, ActionTable | null>()
  let lastHeader = -1
  return (index) => {
    const row = letter.blocks[index]
    const header: number = row?.header ?? lastHeader
    if (!tables.has(header)) tables.set(header, readActionTable(letter, header))
    lastHeader = header
    const table = tables.get(header) ?? null
    return row?.header !== null || table?.roles.length === row?.cells.length ? table : null
  }
}

/**
 * The span of an introducing line that is a step with a time of its own, together with the items that only elaborate
 * it (which are put into `merged`); null when the line only introduces.
 */
function introducingStep(j: Judged, children: Map<number, Judged[]>, merged: Set<Judged>): Span | null {
  const items = children.get(j.unit.block) ?? []
  const dated = j.sentences.some((s) => s.times.length > 0)
  if (!isStrong(j.verdict) || !dated || items.length === 0) return null
  let { end } = j.unit.span
  for (const item of items) {
    if (isStrong(item.verdict)) break
    end = merge(item, children, merged)
  }
  return { start: j.unit.span.start, end }
}

/** Takes an item and all under it into the step that it elaborates; where the last of them ends. */
function merge(item: Judged, children: Map<number, Judged[]>, merged: Set<Judged>): number {
  merged.add(item)
  let { end } = item.unit.span
  for (const child of children.get(item.unit.block) ?? []) end = merge(child, children, merged)
  return end
}
