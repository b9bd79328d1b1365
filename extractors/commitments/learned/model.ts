import { z } from 'zod'
import { loadData } from '../../../data/load.ts'
import {
  type CommitmentKind,
  type CommitmentStatus,
  commitmentKinds,
  commitmentStatuses,
} from '../../../schemas/commitment.ts'
import type { Features } from './features.ts'

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
const clearly = 2

const mapOf = <T>(record: Record<string, T>) => new Map(Object.entries(record))

/** A model as learnt: the weights of all that a passage has are added up (logistic regression, one for each question). */
export function modelOf({ bias, words, pairs, marks }: ModelData): Model {
  const ofWord = mapOf(words)
  const ofMark = mapOf(marks)
  const ofPair = new Map(Object.entries(pairs).map(([first, seconds]) => [first, mapOf(seconds)]))
  return (features) => {
    const sums = [...bias]
    const counted = new Set<string>()
    let behind: Map<string, number[]> | undefined
    for (const word of features.words) {
      add(sums, behind?.get(word))
      behind = ofPair.get(word)
      if (counted.has(word)) continue
      counted.add(word)
      add(sums, ofWord.get(word))
    }
    for (const mark of features.marks) add(sums, ofMark.get(mark))
    return {
      commits: likelihood(sums[0] ?? 0),
      elaborates: likelihood(sums[1] ?? 0),
      kind: clearest(sums, firstKind, commitmentKinds),
      status: clearest(sums, firstStatus, commitmentStatuses),
      telling: () => tellingWords(features.words, ofWord, ofPair),
    }
  }
}

const mostTelling = 3

/** The words, alone or behind another, with the greatest weights for a commitment. */
function tellingWords(
  words: string[],
  ofWord: Map<string, number[]>,
  ofPair: Map<string, Map<string, number[]>>,
): string[] {
  const weighed = new Map<string, number>()
  words.forEach((word, i) => {
    const before = words[i - 1] ?? ''
    weighed.set(word, ofWord.get(word)?.[0] ?? 0)
    weighed.set(`${before} ${word}`, ofPair.get(before)?.get(word)?.[0] ?? 0)
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

function add(sums: number[], weights: number[] | undefined): void {
  if (weights) for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (weights[i] as number)
}

/** The answer with the greatest of the sums from `first`, when it is clearly ahead of the next. */
function clearest<T>(sums: number[], first: number, answers: readonly T[]): T | null {
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
