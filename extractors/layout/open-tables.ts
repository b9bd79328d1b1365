import { endsSentence, isOpen } from '../structure/join-words.ts'
import type { Row } from './rows.ts'
import { joinPieces, largest, type Piece, textOf } from './words.ts'

/** Rows of pieces side by side: the cells of a table or of a signature, or columns of prose. */
export type Run = { columns: { left: number; right: number }[]; rows: Row[] }

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
    const distance = row.baseline - above.baseline
    if (distance > 4 * row.size) break
    if (row.pieces.length === 1 && !goesOnCell(row, distance, columns, below)) break
    columns = columnsOf(rows.slice(from, end + 1))
  }
  return rows.slice(from, end)
}

/** A line below a row that stands under one of its cells: not under the first, unless more of the table follows. */
function goesOnCell(row: Row, distance: number, columns: Run['columns'], below: Row | undefined): boolean {
  const [piece] = row.pieces as [Piece]
  if (distance > 2.2 * row.size) return false
  const under = columns.filter((column) => piece.left < column.right && piece.right > column.left)
  const second = columns[1]
  if (second === undefined || under.length !== 1) return false
  if (under[0] !== columns[0]) return piece.left > second.left - row.size
  const more =
    below !== undefined && below.pieces.length > 1 && below.baseline - row.baseline < 2.2 * row.size
  return more && piece.right < second.left - row.size * 0.5
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
export function isOneLine(row: Row): boolean {
  return row.pieces.every(
    (piece, at) => at === 0 || piece.left - (row.pieces[at - 1] as Piece).right < cellGap * row.size,
  )
}

/** The rows of a table with their cells; a line that goes on the cells above it belongs to their row. */
export function tableRows({ columns, rows }: Run): Piece[][][] {
  const distances = rows.slice(1).map((row, at) => row.baseline - (rows[at] as Row).baseline)
  const pitch = distances.reduce((least, one) => Math.min(least, one), Infinity)
  const spaced = distances.some((distance) => distance > pitch * 1.25)
  const table: Piece[][][] = []
  rows.forEach((row, at) => {
    const cells = columns.map(({ left, right }) => {
      const inside = row.pieces.filter((piece) => piece.left < right && piece.right > left)
      return inside.length > 0 ? [joinPieces(inside)] : []
    })
    const above = table.at(-1)
    const close = at > 0 && (distances[at - 1] as number) <= pitch * 1.25
    if (above && close && goesOn(above, cells, columns, spaced))
      cells.forEach((lines, column) => {
        above[column]?.push(...lines)
      })
    else table.push(cells)
  })
  return table
}

function goesOn(above: Piece[][], cells: Piece[][], columns: Run['columns'], spaced: boolean): boolean {
  return cells.every(([next], at) => {
    if (next === undefined) return true
    const last = above[at]?.at(-1)
    if (last === undefined) return false
    const [text, more] = [textOf(last), textOf(next)]
    if (isOpen(text) || (/^[("”“]?\p{Ll}/u.test(more) && !endsSentence(text))) return true
    if (!spaced || !/\p{L}{2}/u.test(more) || text.length < 12) return false
    const { right } = columns[at] as Run['columns'][number]
    return last.right + (next.words[0] as Piece['words'][number]).right - next.left > right - last.size
  })
}
