import type { Row, Run } from './rows.ts'
import { largest, type Piece, pieceOf } from './words.ts'

/** Words of as many lines do not leave a corridor free by chance. */
const enoughLines = 5
/** The least width of a corridor, in type sizes: more than a space between words. */
const narrowest = 0.5

/**
 * The rows of a table with pieces parted where no word of any row stands: between columns that stand closer than pieces
 * of a line do.
 */
export function partAtCorridors(rows: Row[]): Row[] {
  const corridors = rows.length < enoughLines ? [] : corridorsOf(rows)
  if (corridors.length === 0) return rows
  return rows.map((row) => ({ ...row, pieces: row.pieces.flatMap((piece) => parted(piece, corridors)) }))
}

/** The stretches between the left and the right edge that stay free in all rows. */
function corridorsOf(rows: Row[]): Run['columns'] {
  const size = largest(rows.map((row) => row.size))
  const words = rows.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.words))
  const corridors: Run['columns'] = []
  let covered = Infinity
  for (const { left, right } of words.toSorted((a, b) => a.left - b.left)) {
    if (left - covered > narrowest * size) corridors.push({ left: covered, right: left })
    covered = covered === Infinity ? right : Math.max(covered, right)
  }
  return corridors
}

function parted(piece: Piece, corridors: Run['columns']): Piece[] {
  const columns = new Map<number, Piece['words']>()
  for (const word of piece.words) {
    const column = corridors.findLastIndex(({ right }) => right <= word.left)
    const words = columns.get(column)
    if (words) words.push(word)
    else columns.set(column, [word])
  }
  return columns.size === 1 ? [piece] : [...columns.values()].map(pieceOf)
}
