import type { MunicipalityRef } from '../../schemas/letter.ts'
import type { Block, LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import type { FoundTimes } from '../../schemas/time.ts'
import { has } from '../language/verb-tokens.ts'
import type { Context } from './context.ts'
import { addsTo, standsAmongSteps, tellsWhen, tellsWhenAgain } from './continuations.ts'
import { partsOf } from './item-parts.ts'
import type { Verdict } from './judge.ts'
import {
  commitsAsItem,
  commitsAsNoun,
  isDisclaimed,
  isDropped,
  isStrong,
  type Judged,
  judgeUnits,
} from './judge-unit.ts'
import { commitmentLexicon } from './lexicon.ts'
import type { ReadSentence } from './sentence.ts'
import { type ActionTable, isRowOfFigures, kindOfTable, readActionTable } from './tables.ts'
import { findUnits } from './units.ts'

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

function ruleOf({ verdict, context, unit }: Judged, table: ActionTable | null): string {
  if (table) return 'table-row'
  const rule = verdict?.rule ?? (context.topic === 'goals' ? 'goal' : 'item-of-steps')
  return unit.kind === 'item' ? `${rule}-item` : rule
}

function toCandidate(
  judged: Judged,
  span: Span = judged.unit.span,
  table: ActionTable | null = null,
): Candidate {
  const { unit, sentences, context, verdict, verdicts } = judged
  // "Ansat: to rådgivere. Begge tiltrådt 1. februar."
  const told = (i: number) => sentences[i]?.acts.length === 0 && hasParticiple(sentences[i])
  const acting = verdicts.map(
    (v, i) =>
      (v !== null && (i === 0 || !onlyTells(v))) ||
      table !== null ||
      (unit.kind === 'item' && (i === 0 || told(i))),
  )
  return { block: unit.block, span, sentences, context, verdict, table, rule: ruleOf(judged, table), acting }
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

/** All passages of the letter that commit, in order; an introducing line and the items that only elaborate it are one. */
export function findCandidates(
  letter: LetterText,
  times: FoundTimes,
  letterDate: string,
  quotations: Span[],
  sender: MunicipalityRef | null,
): Candidate[] {
  const judged = judgeUnits(letter, findUnits(letter), times, letterDate, quotations, sender)
  const children = childrenByBlock(letter, judged)
  const tableOf = tableReader(letter)
  const opening = openingOf(letter)
  const explaining = explainingBlocks(judged)
  const stepBlocks = new Set(judged.filter((j) => isStrong(j.verdict)).map((j) => j.unit.block))
  const found: Candidate[] = []
  const merged = new Set<Judged>()
  for (const [at, j] of judged.entries()) {
    if (merged.has(j)) continue
    if (tellsOfBefore(j) && (j.unit.block === opening || explaining.has(j.unit.block))) continue
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
    if (j.unit.kind === 'row') {
      const table = tableOf(j.unit.block)
      const figures = table && kindOfTable(table) === 'steps' && isRowOfFigures(letter, j.unit.block)
      if (table && !figures && !j.sentences.some(isDropped)) found.push(toCandidate(j, j.unit.span, table))
    } else if (j.unit.introduces) {
      const whole = introducingStep(j, children, merged)
      if (whole) found.push(toCandidate(j, whole))
    } else if (
      !(j.unit.kind === 'item' && j.sentences.some(isDisclaimed)) &&
      (isStrong(j.verdict) ||
        addsTo(last, j) ||
        standsAmongSteps(j, stepBlocks) ||
        commitsAsItem(j, letterDate) ||
        commitsAsNoun(j, letterDate))
    ) {
      found.push(...partsOf(letter, j, letterDate).map((part) => toCandidate(part)))
    }
  }
  return found
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
