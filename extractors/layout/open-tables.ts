import type { Row, Run } from './rows.ts'
import { goesOnText } from './table-rows.ts'
import { largest, type Piece, textOf } from './words.ts'

/** A gap of at least this many type sizes makes two cells of one line that stands alone. */
const cellGap = 1.8

/** A run ends after so many rows: more than a page of print holds. */
const longestRun = 300

/** The run of rows with several pieces that begins at `from`, with the lines of one piece that go on a cell of it. */
export function runAt(rows: Row[], from: number): Row[] {
  let end = from + 1
  let columns = columnsOf(rows.slice(from, end))
  for (; end < rows.length && end - from < longestRun; end++) {
    const [above, row, below] = [rows[end - 1], rows[end], rows[end + 1]] as [Row, Row, Row | undefined]
    if (row.baseline - above.baseline > 4 * row.size) break
    if (row.pieces.length === 1 && !goesOnCell(row, above, columns, below)) break
    columns = columnsOf(rows.slice(from, end + 1))
  }
  return rows.slice(from, end)
}

/** Whether a page begins with the rest of a row, of which only one cell goes on: not the first, which tells nothing. */
export function beginsInTable([first, second]: Row[]): boolean {
  if (first?.pieces.length !== 1 || second === undefined || second.pieces.length < 2) return false
  const piece = first.pieces[0] as Piece
  const under = second.pieces.slice(1).some(({ left }) => Math.abs(piece.left - left) < 0.5 * first.size)
  return under && second.baseline - first.baseline < 2.2 * first.size
}

/**
 * A line below a row that stands under one of its cells: not under the first, unless more of the table follows or its words
 * go on.
 */
function goesOnCell(row: Row, above: Row, columns: Run['columns'], below: Row | undefined): boolean {
  const [piece] = row.pieces as [Piece]
  const distance = row.baseline - above.baseline
  if (distance > 2.2 * row.size) return false
  const under = columns.filter((column) => piece.left < column.right && piece.right > column.left)
  const second = columns[1]
  if (second === undefined || under.length !== 1) return false
  if (under[0] !== columns[0]) return piece.left > second.left - row.size
  const more =
    below !== undefined && below.pieces.length > 1 && below.baseline - row.baseline < 2.2 * row.size
  const words = distance < 1.5 * row.size && goesOnText(above.pieces[0] as Piece, piece)
  return (more || words) && piece.right < second.left - row.size * 0.5
}

/** The columns of some rows: the stretches of the width that their pieces cover, but for those over several. */
export function columnsOf(rows: Row[]): Run['columns'] {
  const most = largest(rows.map((row) => row.pieces.length))
  const full = rows.filter((row) => row.pieces.length >= Math.min(most, 2))
  const spans = full.flatMap((row) => row.pieces).sort((a, b) => a.left - b.left)
  const columns: Run['columns'] = []
  for (const { left, right } of spans) {
    const last = columns.at(-1)
    if (last && left < last.right) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

/** The columns of a run as pieces from top to bottom when they are columns of prose, else null. */
export function proseColumns({ columns, rows }: Run): Piece[][] | null {
  if (columns.length < 2 || columns.length > 3 || rows.length < 8) return null
  const parts = columns.map(({ left, right }) =>
    rows.flatMap((row) => row.pieces.filter((piece) => piece.left < right && piece.right > left)),
  )
  const prose = parts.every((part, at) => {
    const { left, right } = columns[at] as Run['columns'][number]
    const filling = part.filter((piece) => piece.right - piece.left > (right - left) * 0.75)
    const characters = part.reduce((sum, piece) => sum + textOf(piece).length, 0)
    return part.length >= 8 && filling.length >= part.length * 0.6 && characters >= part.length * 25
  })
  return prose ? parts : null
}

/** Whether a row that stands alone is one line of text with a wide space in it. */
export const isOneLine = (row: Row): boolean => gapsOf(row).every((gap) => gap < cellGap * row.size)

/** How much the gaps of a line set to both edges may differ, in type sizes: they are cut to whole units. */
const sameGap = 0.08

/** Whether a row is a line of text set to both edges: the gaps between all of its words are wide, and the same. */
export function isJustified(row: Row): boolean {
  if (row.pieces.length < 4 || row.pieces.some(({ words }) => words.length > 1)) return false
  const gaps = gapsOf(row).sort((a, b) => a - b)
  return (gaps.at(-1) as number) - (gaps[0] as number) < sameGap * row.size
}

const gapsOf = ({ pieces }: Row): number[] =>
  pieces.slice(1).map((piece, at) => piece.left - (pieces[at] as Piece).right)
