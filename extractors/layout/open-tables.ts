import { endsSentence, isOpen } from '../structure/join-words.ts'
import { markerOf } from '../structure/list-markers.ts'
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
    if (row.baseline - above.baseline > 4 * row.size) break
    if (row.pieces.length === 1 && !goesOnCell(row, above, columns, below)) break
    columns = columnsOf(rows.slice(from, end + 1))
  }
  return rows.slice(from, end)
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
  const gaps = gapsOf(row)
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)]
  const single = row.pieces.every(({ words }) => words.length === 1)
  return single && gaps.length >= 3 && most - least < sameGap * row.size
}

const gapsOf = ({ pieces }: Row): number[] =>
  pieces.slice(1).map((piece, at) => piece.left - (pieces[at] as Piece).right)

/** The rows of a table with their cells; a line that goes on the cells above it belongs to their row. */
export function tableRows({ columns, rows }: Run): Piece[][][] {
  const distances = rows.slice(1).map((row, at) => row.baseline - (rows[at] as Row).baseline)
  const pitch = distances.reduce((least, one) => Math.min(least, one), Infinity)
  const spaced = distances.some((distance) => distance > pitch * 1.25)
  const lines = rows.map((row, at): TableLine => {
    const cells = columns.map(({ left, right }) => {
      const inside = row.pieces.filter((piece) => piece.left < right && piece.right > left)
      return inside.length > 0 ? joinPieces(inside) : null
    })
    return { cells, close: at > 0 && (distances[at - 1] as number) <= pitch * 1.25 }
  })
  const parted = spaced && rowsArePartedByGaps(lines)
  const table: Piece[][][] = []
  for (const { cells, close } of lines) {
    const above = table.at(-1)
    if (above && close && (parted ? !isNumbered(cells) : goesOn(above, cells, columns, spaced)))
      cells.forEach((piece, column) => {
        if (piece) above[column]?.push(piece)
      })
    else table.push(cells.map((piece) => (piece ? [piece] : [])))
  }
  return table
}

/** A line of a table, column by column; `close`: no gap parts it from the line above. */
type TableLine = { cells: (Piece | null)[]; close: boolean }

const isNumbered = ([first]: TableLine['cells']): boolean => first != null && markerOf(textOf(first)) !== null

const lowerFirst = /^[("”“»]?\p{Ll}/u

/** How many of the lines without a gap above them show that they go on, so that all of them do. */
const mostGoOn = 0.6

/** Whether the rows of a table stand apart, so that lines without a gap between them are of the same row. */
function rowsArePartedByGaps(lines: TableLine[]): boolean {
  let [close, going, whole] = [0, 0, 0]
  lines.forEach(({ cells, close: isClose }, at) => {
    if (!isClose) return
    const above = lines[at - 1] as TableLine
    close++
    if (cells.every((cell) => cell !== null) && !cells.some((cell) => cell && lowerFirst.test(textOf(cell))))
      whole++
    else if (cells.some((cell, column) => cell && goesOnText(above.cells[column] ?? null, cell))) going++
    else if (cells[0] === null && above.cells[0] !== null) going++
  })
  return close > 0 && going >= mostGoOn * close && whole <= close * 0.1
}

/** Whether a line goes on the one above it in the same cell, by its words alone. */
function goesOnText(above: Piece | null, next: Piece): boolean {
  if (above === null) return false
  const text = textOf(above)
  return isOpen(text) || (lowerFirst.test(textOf(next)) && !endsSentence(text))
}

function goesOn(
  above: Piece[][],
  cells: TableLine['cells'],
  columns: Run['columns'],
  spaced: boolean,
): boolean {
  return cells.every((next, at) => {
    if (next === null) return true
    const last = above[at]?.at(-1)
    if (last === undefined) return false
    if (goesOnText(last, next)) return true
    const [text, more] = [textOf(last), textOf(next)]
    if (!spaced || !/\p{L}{2}/u.test(more) || text.length < 12) return false
    const { right } = columns[at] as Run['columns'][number]
    return last.right + (next.words[0] as Piece['words'][number]).right - next.left > right - last.size
  })
}
