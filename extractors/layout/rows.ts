import { markerOf } from '../structure/list-markers.ts'
import { joinPieces, largest, type Piece, textOf } from './words.ts'

/** Pieces that stand on the same line, from left to right. */
export type Row = { pieces: Piece[]; baseline: number; size: number }

/** Rows of pieces side by side: the cells of a table or of a signature, or columns of prose. */
export type Run = { columns: { left: number; right: number }[]; rows: Row[] }

/** The lines of a part of a page from top to bottom; a list marker and what it marks are one piece. */
export function rowsOf(pieces: Piece[]): Row[] {
  const rows: Row[] = []
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1)
    const size = Math.min(row?.size ?? 0, piece.size)
    if (row && piece.baseline - row.baseline < size * 0.35) row.pieces.push(piece)
    else rows.push({ pieces: [piece], baseline: piece.baseline, size: piece.size })
  }
  for (const row of rows) {
    row.pieces = withMarkers(row.pieces.sort((a, b) => a.left - b.left))
    row.size = largest(row.pieces.map((piece) => piece.size))
  }
  return rows
}

function withMarkers(pieces: Piece[]): Piece[] {
  const [first, second, ...rest] = pieces
  if (first === undefined || second === undefined) return pieces
  const near = second.left - first.right < 5 * second.size
  return near && isMarker(textOf(first)) ? [joinPieces([first, second]), ...rest] : pieces
}

const isMarker = (text: string): boolean => text.length <= 5 && markerOf(`${text} Tekst`)?.marker === text
