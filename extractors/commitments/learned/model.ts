import { loadData } from '../../../data/load.ts'
import {
  type CommitmentKind,
  type CommitmentStatus,
  commitmentKinds,
  commitmentStatuses,
} from '../../../schemas/commitment.ts'
import type { Features } from './features.ts'
import { nameOf, under, word as wordGroup } from './names.ts'
import {
  firstKind,
  firstStatus,
  type PackedWeights,
  parts,
  questions,
  scale,
  tableOf,
  type WeightTable,
  weightsSchema,
} from './weights.ts'

/**
 * What a passage is by its likeness to annotated ones. `commits`: how likely it commits its sender, from 0 to 1;
 * `elaborates`: how likely it does so by going on about the commitment before it; `kind` and `status`: what it most
 * likely is if it commits, null where another is as likely but for `margin`; `telling`: the words that speak most for a commitment.
 */
export type Reading = {
  commits: number
  elaborates: () => number
  kind: (margin?: number) => CommitmentKind | null
  status: () => CommitmentStatus | null
  telling: () => string[]
}
export type Model = (features: Features) => Reading

/** By how much one answer must be ahead of the next. */
const clearly = 1

const width = questions.length
const none = -1

/**
 * A model as learnt: the weights of all that a passage has are added up (logistic regression, one for each question).
 * Most passages are asked only whether they commit; the other sums are made when they are asked for.
 */
export function modelOf(packed: PackedWeights): Model {
  const { bias } = packed
  const weights = tableOf(packed)
  const { table } = weights
  const find = rowFinder(weights)
  return (features) => {
    const rows = find.rows(features)
    const sumOf = (question: number) => {
      let sum = 0
      for (let i = 0; i < rows.length; i++) sum += table[(rows[i] as number) * width + question] as number
      return (bias[question] as number) + sum / scale
    }
    return {
      commits: likelihood(sumOf(0)),
      elaborates: () => likelihood(sumOf(1)),
      kind: (margin) => clearest(commitmentKinds, (at) => sumOf(firstKind + at), margin),
      status: () => clearest(commitmentStatuses, (at) => sumOf(firstStatus + at)),
      telling: () => tellingWords(features.words, find, (row) => table[row * width] as number),
    }
  }
}

/**
 * Finds rows of weights by the numbers of words and marks. `rows`: those of a passage, of each word once, however often
 * it stands there; `word` and `pair`: of a word, and of one behind another, -1 for none.
 */
type RowFinder = {
  rows: (features: Features) => Int32Array
  word: (id: number) => number
  pair: (first: number, id: number) => number
}

function rowFinder({ words, marks, pairs }: WeightTable): RowFinder {
  // found when first asked for
  const ownRow: number[] = []
  const behind: (Map<number, number> | null)[] = []
  const markRow: number[] = []
  const counted: number[] = []
  let rows = new Int32Array(256)
  let passage = 0
  const word = (id: number): number => {
    const known = ownRow[id]
    if (known !== undefined) return known
    const name = nameOf(id)
    const first = pairs.get(name)
    behind[id] = first
      ? new Map(parts(first.seconds, ' ').map((second, i) => [under(wordGroup, second), first.row + i]))
      : null
    ownRow[id] = words.get(name) ?? none
    return ownRow[id]
  }
  return {
    rows: (features) => {
      passage++
      let count = 0
      const most = 2 * features.words.length + features.marks.length
      if (rows.length < most) rows = new Int32Array(2 * most)
      let before: Map<number, number> | null = null
      for (const id of features.words) {
        const row = word(id)
        const pair = before?.get(id)
        if (pair !== undefined) rows[count++] = pair
        before = behind[id] as Map<number, number> | null
        if (row === none || counted[id] === passage) continue
        counted[id] = passage
        rows[count++] = row
      }
      for (const id of features.marks) {
        const row = markRow[id] ?? marks.get(nameOf(id)) ?? none
        markRow[id] = row
        if (row !== none) rows[count++] = row
      }
      return rows.slice(0, count)
    },
    word,
    pair: (first, id) => behind[first]?.get(id) ?? none,
  }
}

const mostTelling = 3

/** The words, alone or behind another, with the greatest weights for a commitment. */
function tellingWords(ids: number[], find: RowFinder, weightOf: (row: number) => number): string[] {
  const weighed = new Map<string, number>()
  const weigh = (row: number, name: () => string) => {
    if (row === none || weightOf(row) <= 0) return
    const said = name()
    if (isSaid.test(said)) weighed.set(said, weightOf(row))
  }
  ids.forEach((id, i) => {
    const before = ids[i - 1]
    weigh(find.word(id), () => nameOf(id))
    if (before !== undefined) weigh(find.pair(before, id), () => `${nameOf(before)} ${nameOf(id)}`)
  })
  return [...weighed]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostTelling)
    .map(([name]) => name)
}
/** No number or name, which stand for all of them. */
const isSaid = /^(?!.*(?:0|Name))[^ ]*[a-zæøå]/

const likelihood = (sum: number): number => 1 / (1 + Math.exp(-sum))

/** The answer with the greatest sum, when it is clearly ahead of the next. */
function clearest<T>(answers: readonly T[], sumAt: (at: number) => number, margin = clearly): T | null {
  let best: T | null = null
  let greatest = -Infinity
  let second = -Infinity
  answers.forEach((answer, at) => {
    const sum = sumAt(at)
    if (sum > greatest) {
      second = greatest
      greatest = sum
      best = answer
    } else if (sum > second) second = sum
  })
  return greatest - second > margin ? best : null
}

let shared: Model | undefined
/** The model of `data/commitments/learned.json`. */
export const commitmentModel = (): Model => {
  shared ??= modelOf(loadData('commitments/learned.json', weightsSchema))
  return shared
}
