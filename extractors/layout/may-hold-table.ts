import { partMargins } from './margins.ts'
import { bodySize } from './paragraphs.ts'
import { findPieces } from './pieces.ts'
import { rowsOf } from './rows.ts'
import type { LayoutWord } from './words.ts'

/** Whether words stand in columns inside the running text, so that lines drawn between them could matter. */
export function mayHoldTable(words: LayoutWord[]): boolean {
  const pieces = findPieces(words)
  const { body } = partMargins(pieces, bodySize(pieces))
  return rowsOf(body).filter((row) => row.pieces.length > 1).length >= 3
}
