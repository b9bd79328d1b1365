import { z } from 'zod'
import { commitmentKinds, commitmentStatuses } from '../../../schemas/commitment.ts'

/**
 * What is asked of a passage, each a number of its own: whether it commits, whether it only elaborates the commitment
 * before it, of what kind it is, and in what state.
 */
export const questions = ['commits', 'elaborates', ...commitmentKinds, ...commitmentStatuses] as const
export const firstKind = 2
export const firstStatus = firstKind + commitmentKinds.length

/** Weights for each question: of any passage, of words, of words by the word before them, and of marks. */
export type Weights = {
  bias: number[]
  words: Record<string, number[]>
  pairs: Record<string, Record<string, number[]>>
  marks: Record<string, number[]>
}

/**
 * Weights as they lie in a file. Every process that reads letters loads them, so they are made to be loaded quickly:
 * `words`: parted by spaces; `marks`: by line ends; `pairs`: by their first word, the second ones parted by spaces;
 * `weights`: those of words, marks and pairs in this order, a signed byte for each question, base64.
 */
export const weightsSchema = z.object({
  note: z.string(),
  bias: z.array(z.number()).length(questions.length),
  words: z.string(),
  marks: z.string(),
  pairs: z.record(z.string(), z.string()),
  weights: z.base64(),
})
export type PackedWeights = z.infer<typeof weightsSchema>

/** A weight of one is so many steps of a byte: none that was learnt is as great as four. */
export const scale = 32
const greatest = 127

/** Brings weights into the form of the file. */
export function pack({ bias, words, pairs, marks }: Weights, note: string): PackedWeights {
  const rows = [words, marks, ...Object.values(pairs)].flatMap((named) => Object.values(named))
  const steps = rows
    .flat()
    .map((weight) => Math.max(-greatest, Math.min(greatest, Math.round(weight * scale))))
  return {
    note,
    bias,
    words: Object.keys(words).join(' '),
    marks: Object.keys(marks).join('\n'),
    pairs: Object.fromEntries(
      Object.entries(pairs).map(([first, seconds]) => [first, Object.keys(seconds).join(' ')]),
    ),
    weights: Buffer.from(Int8Array.from(steps).buffer).toString('base64'),
  }
}

/**
 * All weights in one table, in steps of `scale`, a row of it for each word, mark and pair.
 * - `words`, `marks`: the row of each by its name
 * - `pairs`: by the first word the row of the first pair, and the second words in order
 */
export type WeightTable = {
  table: Int8Array
  words: Map<string, number>
  marks: Map<string, number>
  pairs: Map<string, { row: number; seconds: string }>
}

/** Reads packed weights. @throws when there are not as many weights as names */
export function tableOf(packed: PackedWeights): WeightTable {
  let rows = 0
  const numbered = (names: string[]) => new Map(names.map((name) => [name, rows++]))
  const words = numbered(parts(packed.words, ' '))
  const marks = numbered(parts(packed.marks, '\n'))
  const pairs = new Map<string, { row: number; seconds: string }>()
  for (const [first, seconds] of Object.entries(packed.pairs)) {
    pairs.set(first, { row: rows, seconds })
    rows += parts(seconds, ' ').length
  }
  const bytes = Buffer.from(packed.weights, 'base64')
  if (bytes.length !== rows * questions.length)
    throw new Error(`${bytes.length} weights for ${rows} names: run npm run train`)
  return { table: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), words, marks, pairs }
}

/** The names in a text; an empty one has none. */
export const parts = (text: string, between: string): string[] => (text === '' ? [] : text.split(between))
