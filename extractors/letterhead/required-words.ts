/**
 * What a text must hold for a pattern to match: of the lists one whose words, or what stands for a group of the
 * pattern, are all there.
 */
export type Needs = (string | Needs)[][]

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

/** The runs of plain letters and blanks in a pattern without groups, each of which must match. */
function runs(source: string): string[] {
  const plain = source
    .replace(/^[?*+]|^\{[^}]*\}/, '')
    .replace(/\\p\{\w+\}|\[[^\]]*\]|\\./g, '\0')
    .replace(/.(?:[?*]|\{\d*,?\d*\})/gs, '\0')
  return plain.split(/[^\p{L} -]/u).filter((run) => run.length > 1)
}

/** The words that a text must have for a pattern to match, for a quick look before the costly one. */
export function requiredWords(source: string): Needs {
  return cut(source, '|').map((alternative) => {
    const parts = cut(alternative, null)
    return parts.flatMap((part, at): Needs[number] => {
      if (!part.startsWith('(')) return runs(part)
      if (!part.startsWith('(?:') || /^[?*{]/.test(parts[at + 1] ?? '')) return []
      const group = requiredWords(part.slice(3, -1))
      return group.some((all) => all.length === 0) ? [] : [group]
    })
  })
}

/** Whether a text has what a pattern needs. `has`: whether it has a word. */
export const mayMatch = (needs: Needs, has: (word: string) => boolean): boolean =>
  needs.some((all) => all.every((one) => (typeof one === 'string' ? has(one) : mayMatch(one, has))))

/** For a short text in lower case: false only where a pattern, whatever its flags, cannot match. */
export function quickTest(source: string): (lower: string) => boolean {
  const needs = requiredWords(source.toLowerCase())
  return (lower) => mayMatch(needs, (word) => lower.includes(word))
}

/** The words that `needs` names. */
export const wordsOf = (needs: Needs): string[] =>
  needs.flat().flatMap((one) => (typeof one === 'string' ? one : wordsOf(one)))
