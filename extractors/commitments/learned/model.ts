import { z } from 'zod'
import { loadData } from '../../../data/load.ts'
import {
  type CommitmentKind,
  type CommitmentStatus,
  commitmentKinds,
  commitmentStatuses,
} from '../../../schemas/commitment.ts'
import type { Features } from './features.ts'
import { nameOf, under, word } from './names.ts'

/**
 * What is asked of a passage, each a number of its own: whether it commits, whether it only elaborates the commitment
 * before it, of what kind it is, and in what state.
 */
export const questions = ['commits', 'elaborates', ...commitmentKinds, ...commitmentStatuses] as const
const firstKind = 2
const firstStatus = firstKind + commitmentKinds.length

const weights = z.array(z.number()).length(questions.length)
const weightsByName = z.record(z.string(), weights)

/** Learnt weights, for each question: of words, of words by the word before them, of marks, and of any passage. */
export const modelSchema = z.object({
  note: z.string(),
  bias: weights,
  words: weightsByName,
  pairs: z.record(z.string(), weightsByName),
  marks: weightsByName,
})
export type ModelData = z.infer<typeof modelSchema>

/**
 * What a passage is by its likeness to annotated ones. `commits`: how likely it commits its sender, from 0 to 1;
 * `elaborates`: how likely it does so by going on about the commitment before it; `kind` and `status`: what it most
 * likely is if it commits, null where two are nearly as likely; `telling`: the words that speak most for a commitment.
 */
export type Reading = {
  commits: number
  elaborates: number
  kind: CommitmentKind | null
  status: CommitmentStatus | null
  telling: () => string[]
}
export type Model = (features: Features) => Reading

/** By how much one answer must be ahead of the next. */
const clearly = 1

const width = questions.length
const none = -1

/** All weights in one table, and where those of a word, of a word behind another and of a mark begin in it. */
function tableOf(data: ModelData) {
  const rows: number[][] = []
  const place = (row: number[] | undefined): number => (row ? (rows.push(row) - 1) * width : none)
  const words = new Map(Object.entries(data.words).map(([said, row]) => [said, place(row)]))
  const marks = new Map(Object.entries(data.marks).map(([said, row]) => [said, place(row)]))
  const pairs = new Map<string, Map<number, number>>()
  for (const [first, seconds] of Object.entries(data.pairs))
    pairs.set(first, new Map(Object.entries(seconds).map(([said, row]) => [under(word, said), place(row)])))
  return { words, marks, pairs, table: Float64Array.from(rows.flat()) }
}

/** A model as learnt: the weights of all that a passage has are added up (logistic regression, one for each question). */
export function modelOf(data: ModelData): Model {
  const { words, marks, pairs, table } = tableOf(data)
  // by the numbers of words and marks, found when first asked for
  const ownRow: number[] = []
  const behind: (Map<number, number> | null)[] = []
  const markRow: number[] = []
  const counted: number[] = []
  const sums = new Float64Array(width)
  let passage = 0
  const add = (row: number) => {
    for (let i = 0; i < width; i++) sums[i] = (sums[i] as number) + (table[row + i] as number)
  }
  const meet = (id: number) => {
    ownRow[id] = words.get(nameOf(id)) ?? none
    behind[id] = pairs.get(nameOf(id)) ?? null
  }
  return (features) => {
    sums.set(data.bias)
    passage++
    let before: Map<number, number> | null = null
    for (const id of features.words) {
      if (ownRow[id] === undefined) meet(id)
      const pair = before?.get(id)
      if (pair !== undefined) add(pair)
      before = behind[id] as Map<number, number> | null
      const row = ownRow[id] as number
      // a word counts once, however often it stands in the passage
      if (row === none || counted[id] === passage) continue
      counted[id] = passage
      add(row)
    }
    for (const id of features.marks) {
      const row = markRow[id] ?? marks.get(nameOf(id)) ?? none
      markRow[id] = row
      if (row !== none) add(row)
    }
    return {
      commits: likelihood(sums[0] as number),
      elaborates: likelihood(sums[1] as number),
      kind: clearest(sums, firstKind, commitmentKinds),
      status: clearest(sums, firstStatus, commitmentStatuses),
      telling: () => tellingWords(features.words.map(nameOf), data),
    }
  }
}

const mostTelling = 3

/** The words, alone or behind another, with the greatest weights for a commitment. */
function tellingWords(said: string[], { words, pairs }: ModelData): string[] {
  const weighed = new Map<string, number>()
  said.forEach((word, i) => {
    const before = said[i - 1] ?? ''
    weighed.set(word, words[word]?.[0] ?? 0)
    weighed.set(`${before} ${word}`, pairs[before]?.[word]?.[0] ?? 0)
  })
  return [...weighed]
    .filter(([said, weight]) => weight > 0 && isSaid.test(said))
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostTelling)
    .map(([said]) => said)
}
/** No number or name, which stand for all of them. */
const isSaid = /^(?!.*(?:0|Name))[^ ]*[a-zæøå]/

const likelihood = (sum: number): number => 1 / (1 + Math.exp(-sum))

/** The answer with the greatest of the sums from `first`, when it is clearly ahead of the next. */
function clearest<T>(sums: Float64Array, first: number, answers: readonly T[]): T | null {
  let at = 0
  let greatest = -Infinity
  let second = -Infinity
  for (let i = 0; i < answers.length; i++) {
    const sum = sums[first + i] as number
    if (sum > greatest) {
      second = greatest
      greatest = sum
      at = i
    } else if (sum > second) second = sum
  }
  return greatest - second > clearly ? (answers[at] as T) : null
}

let shared: Model | undefined
/** The model of `data/commitments/learned.json`. */
export const commitmentModel = (): Model => {
  shared ??= modelOf(loadData('commitments/learned.json', modelSchema))
  return shared
}
