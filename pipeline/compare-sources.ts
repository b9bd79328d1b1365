import type { Issue } from '../schemas/letter.ts'
import type { Store } from '../store/query.ts'
import { saveIssues } from '../store/save-letter.ts'
import { sourceFigures } from '../store/source-figures.ts'

/** A place where two copies of a letter have other figures: the words of the one and of the other. */
export type Difference = [own: string, other: string]

const mostShown = 5
const mostSigns = 40
/** Above so many comparisons two sequences are compared from the front only. */
const mostCells = 4_000_000

/**
 * Notes an issue where the sources of a letter do not agree on a figure, and takes back one that no longer holds.
 * @returns the differences in words, or null when there are none
 */
export function compareSources(store: Store, letter: string): string | null {
  const figures = sourceFigures(store, letter)
  const found = figures?.others.flatMap((other) => differences(figures.own, other)) ?? []
  const shown = [...new Set(found.map(([own, other]) => `»${cut(own)}« ↔ »${cut(other)}«`))]
  const words = `${shown.slice(0, mostShown).join(', ')}${shown.length > mostShown ? ' …' : ''}`
  saveIssues(store, letter, 'sources', shown.length > 0 ? [differ(words)] : [])
  return shown.length > 0 ? words : null
}

/** A figure, or the figures of a passage, as far as one looks at them. */
const cut = (words: string): string => (words.length > mostSigns ? `${words.slice(0, mostSigns)}…` : words)

/** Danish, as all issues. */
const differ = (words: string): Issue => ({
  code: 'sources-differ',
  message: `Brevet ligger i flere filer, som ikke har de samme tal: ${words}. Se efter, hvilken der gælder.`,
  span: null,
})

/**
 * Where two sequences of figures differ. A single small number that stands in only one of them is passed over: page
 * numbers and the markers of lists come and go with the layout; a month or a longer number does not.
 */
export function differences(own: string[], other: string[]): Difference[] {
  let from = 0
  while (from < own.length && from < other.length && own[from] === other[from]) from++
  let after = 0
  while (
    after < own.length - from &&
    after < other.length - from &&
    own.at(-1 - after) === other.at(-1 - after)
  )
    after++
  const a = own.slice(from, own.length - after)
  const b = other.slice(from, other.length - after)
  return gaps(a, b)
    .filter(([left, right]) => (left.length > 0 && right.length > 0) || [...left, ...right].some(tells))
    .map(([left, right]) => [left.join(' ') || '–', right.join(' ') || '–'])
}

/** A month, or a number that is no page number and no marker of a list. */
const tells = (figure: string): boolean => /^\D/.test(figure) || figure.length > 2

/** The passages between what both sequences share, by their longest common subsequence. */
function gaps(a: string[], b: string[]): [string[], string[]][] {
  if (a.length * b.length > mostCells) return [[a.slice(0, mostShown), b.slice(0, mostShown)]]
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const found: [string[], string[]][] = []
  let open: [string[], string[]] | null = null
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      open = null
      i++
      j++
      continue
    }
    if (!open) {
      open = [[], []]
      found.push(open)
    }
    if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      open[0].push(left)
      i++
    } else if (right !== undefined) {
      open[1].push(right)
      j++
    }
  }
  return found
}
