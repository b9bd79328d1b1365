import { latin } from '../language/latin.ts'

/**
 * What a text must hold for a pattern to match: of the lists one whose words (or their numbers), or what stands for a
 * group of the pattern, are all there.
 */
export type Needs<Word = string> = (Word | Needs<Word>)[][]

/** The parts that a pattern consists of, cut at `|` or, with null, into groups and what stands between them. */
function cut(source: string, at: '|' | null): string[] {
  const parts = ['']
  let depth = 0
  for (let i = 0; i < source.length; i++) {
    let piece = source[i] as string
    if (piece === '\\') piece += source[++i]
    if (piece === '[') {
      const end = source.indexOf(']', i)
      piece = source.slice(i, end + 1)
      i = end
    }
    if (piece === '(' && depth++ === 0 && at === null) parts.push('')
    if (piece === at && depth === 0) parts.push('')
    else parts[parts.length - 1] += piece
    if (piece === ')' && --depth === 0 && at === null) parts.push('')
  }
  return parts
}

const noLetter = latin(/[^\p{L} -]/u)
/** The runs of plain letters and blanks in a pattern without groups, each of which must match. */
function runs(source: string): string[] {
  const plain = source
    .replace(/^[?*+]|^\{[^}]*\}/, '')
    .replace(/\\p\{\w+\}|\[[^\]]*\]|\\./g, '\0')
    .replace(/.(?:[?*]|\{\d*,?\d*\})/gs, '\0')
  return plain.split(noLetter).filter((run) => run.trim().length > 2)
}

/** The words that a text must have for a pattern to match, for a quick look before the costly one. */
export function requiredWords(source: string): Needs {
  return cut(source, '|').map((alternative) => {
    const parts = cut(alternative, null)
    const words = parts.flatMap((part) => (part.startsWith('(') ? [] : runs(part)))
    const groups = parts.flatMap((part, at) => {
      if (!part.startsWith('(?:') || /^[?*{]/.test(parts[at + 1] ?? '')) return []
      const group = requiredWords(part.slice(3, -1))
      return group.some((all) => all.length === 0) ? [] : [group]
    })
    // a word is sooner asked for than a group of them
    return [...words, ...groups]
  })
}

/** Whether a text has what a pattern needs. `has`: whether it has a word. */
export function mayMatch<Word extends string | number>(
  needs: Needs<Word>,
  has: (word: Word) => boolean,
): boolean {
  for (const all of needs) if (hasAll(all, has)) return true
  return false
}

function hasAll<Word extends string | number>(
  all: Needs<Word>[number],
  has: (word: Word) => boolean,
): boolean {
  for (const one of all) if (!(typeof one === 'object' ? mayMatch(one, has) : has(one))) return false
  return true
}

/** For a short text in lower case: false only where a pattern, whatever its flags, cannot match. */
export function quickTest(source: string): (lower: string) => boolean {
  const needs = requiredWords(source.toLowerCase())
  return (lower) => mayMatch(needs, (word) => lower.includes(word))
}

/** The same with a number for each word. */
export const numbered = (needs: Needs, numberOf: (word: string) => number): Needs<number> =>
  needs.map((all) => all.map((one) => (typeof one === 'string' ? numberOf(one) : numbered(one, numberOf))))
