import type { Features } from '../extractors/commitments/learned/features.ts'
import { nameOf } from '../extractors/commitments/learned/names.ts'
import {
  type PackedWeights,
  pack,
  questions,
  type Weights,
} from '../extractors/commitments/learned/weights.ts'
import type { AnnotatedPassage } from './examples.ts'
import { trainWeights } from './logistic-regression.ts'

const note =
  'Learnt by `npm run train` from the annotated letters in test/: how much each word, each word after another, and each mark of a passage speaks for it being a commitment, of a kind, and of a state. Not written by hand.'
/** Features of fewer passages teach nothing. */
const fewest = 3
/** Features that all questions think less of are left out. */
const smallestWeight = 0.1
/** Parts the words of a feature's name; no word has it. */
const mark = '\t'

/** The names of all features of a passage: `w` a word, `p` a pair of words, `m` a mark. */
function namesOf(features: Features): string[] {
  const words = features.words.map(nameOf)
  const pairs = words.slice(1).map((word, i) => `p${mark}${words[i]}${mark}${word}`)
  const singles = words.map((word) => `w${mark}${word}`)
  return [...new Set([...singles, ...pairs, ...features.marks.map((id) => `m${mark}${nameOf(id)}`)])]
}

/** The answers to a question that annotated passages give: those that say nothing of it are left out. */
function answersTo(question: (typeof questions)[number], passages: AnnotatedPassage[]): (boolean | null)[] {
  return passages.map(({ annotated }) => {
    if (question === 'commits') return annotated !== null
    if (!annotated) return null
    if (question === 'elaborates') return annotated.elaborates
    const right: string[] =
      question === 'done' || question === 'ongoing' || question === 'planned'
        ? annotated.status
        : annotated.kind
    // of several right answers the first is the annotator's own
    return right[0] === question
  })
}

/** Learns from annotated passages which commit, of what kind and in what state they are. */
export function learn(passages: AnnotatedPassage[]): PackedWeights {
  const named = passages.map(({ features }) => namesOf(features))
  const counts = new Map<string, number>()
  for (const names of named) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const numbers = new Map<string, number>()
  for (const [name, count] of counts) if (count >= fewest) numbers.set(name, numbers.size)
  const features = named.map((names) => Uint32Array.from(names.flatMap((name) => numbers.get(name) ?? [])))
  const learnt = questions.map((question) => {
    const examples = answersTo(question, passages).flatMap((positive, i) =>
      positive === null ? [] : [{ features: features[i] as Uint32Array, positive }],
    )
    return trainWeights(examples, numbers.size)
  })
  const model: Weights = {
    bias: learnt.map(({ bias }) => rounded(bias)),
    words: {},
    pairs: {},
    marks: {},
  }
  for (const [name, number] of [...numbers].sort()) {
    const weights = learnt.map((one) => one.weights[number] ?? 0)
    if (weights.every((weight) => Math.abs(weight) < smallestWeight)) continue
    const [group, first = '', second = ''] = name.split(mark)
    if (group === 'w') model.words[first] = weights
    else if (group === 'm') model.marks[first] = weights
    else {
      model.pairs[first] ??= {}
      ;(model.pairs[first] as Record<string, number[]>)[second] = weights
    }
  }
  return pack(model, note)
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100
