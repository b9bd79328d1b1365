import type { LayoutWord } from './words.ts'

/** So many lines with a wide gap in them may be a table; fewer are read well without its lines. */
const enough = 4

/** Whether words stand side by side with wide gaps between them, so that lines drawn there could matter. */
export function mayHoldTable(words: LayoutWord[]): boolean {
  const rows = new Map<number, LayoutWord[]>()
  for (const word of words) {
    const height = Math.round(word.baseline)
    const row = rows.get(height)
    if (row) row.push(word)
    else rows.set(height, [word])
  }
  let wide = 0
  for (const row of rows.values()) {
    row.sort((a, b) => a.left - b.left)
    if (row.some((word, at) => at > 0 && isWide(row[at - 1] as LayoutWord, word)) && ++wide >= enough)
      return true
  }
  return false
}

/** A wide gap that does not only part a list's sign from its words. */
const isWide = (before: LayoutWord, word: LayoutWord): boolean =>
  before.text.length > 3 && word.left - before.right > word.size
