import { isOpen, mayGoOn } from '../structure/join-words.ts'
import { markerOf } from '../structure/list-markers.ts'
import { lowerFirst } from './paragraphs.ts'
import type { Row, Run } from './rows.ts'
import { joinPieces, type Piece, textOf } from './words.ts'

/** The rows of a table with their cells; a line that goes on the cells above it belongs to their row. */
export function tableRows({ columns, rows }: Run): Piece[][][] {
  const distances = rows.slice(1).map((row, at) => row.baseline - (rows[at] as Row).baseline)
  const pitch = distances.reduce((least, one) => Math.min(least, one), Infinity)
  const spaced = distances.some((distance) => distance > pitch * 1.25)
  const lines = rows.map((row, at): TableLine => {
    const inside = columns.map((): Piece[] => [])
    for (const piece of row.pieces) inside[columnOf(piece, columns)]?.push(piece)
    const cells = inside.map((pieces) => (pieces.length > 0 ? joinPieces(pieces) : null))
    return { cells, close: at > 0 && (distances[at - 1] as number) <= pitch * 1.25 }
  })
  const parted = spaced && rowsArePartedByGaps(lines)
  const table: Piece[][][] = []
  const shape = shapeOf(lines, columns, spaced)
  for (const line of lines) {
    const { cells, close } = line
    const above = table.at(-1)
    if (above && close && (parted ? !isNumbered(cells) : goesOn(above, line, shape)))
      cells.forEach((piece, column) => {
        if (piece) above[column]?.push(piece)
      })
    else table.push(cells.map((piece) => (piece ? [piece] : [])))
  }
  return table
}

/** The column that a piece stands in for the most part, or next to. */
function columnOf({ left, right }: Piece, columns: Run['columns']): number {
  let [best, most] = [0, -Infinity]
  columns.forEach((column, at) => {
    const common = Math.min(right, column.right) - Math.max(left, column.left)
    if (common > most) [best, most] = [at, common]
  })
  return best
}

/** A line of a table, column by column; `close`: no gap parts it from the line above. */
type TableLine = { cells: (Piece | null)[]; close: boolean }

const isNumbered = ([first]: TableLine['cells']): boolean => first != null && markerOf(textOf(first)) !== null

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

/**
 * Whether a line goes on the one above it in the same cell, by its words alone. Lower case tells nothing where all rows
 * begin with it.
 */
export function goesOnText(above: Piece | null, next: Piece, { lowerRows } = { lowerRows: false }): boolean {
  if (above === null) return false
  const [text, more] = [textOf(above), textOf(next)]
  if (isOpen(text) || (startsWithYear.test(more) && endsInLetter.test(text))) return true
  return !lowerRows && lowerFirst.test(more) && mayGoOn(text)
}

const startsWithYear = /^(?:19|20)\d\d(?!\S)/
const endsInLetter = /\p{L}$/u

/**
 * How a table is set: `spaced` where some lines stand farther apart than others, `full` the share of lines on which no cell
 * is empty, 0 where that tells nothing of its rows, `lowerRows` where these lines begin in lower case.
 */
type TableShape = { columns: Run['columns']; spaced: boolean; full: number; lowerRows: boolean }

function shapeOf(lines: TableLine[], columns: Run['columns'], spaced: boolean): TableShape {
  const full = lines.slice(1).filter(({ cells }) => cells.every((cell) => cell !== null))
  const lower = full.filter(({ cells: [first] }) => first && lowerFirst.test(textOf(first)))
  return {
    columns,
    spaced,
    full: columns.length >= 3 && full.length >= 2 ? full.length / (lines.length - 1) : 0,
    lowerRows: lower.length > full.length * 0.3,
  }
}

function goesOn(above: Piece[][], { cells }: TableLine, table: TableShape): boolean {
  const told = cells.map((next, at) => next !== null && goesOnText(above[at]?.at(-1) ?? null, next, table))
  // as all rows begin with a full line, one that does not, and of which some words go on, is the rest of a row
  const fewer = cells.some((next, at) => next === null && (above[at]?.length ?? 0) > 0)
  const below = cells.every((next, at) => next === null || (above[at]?.length ?? 0) > 0)
  const [first, anyTold] = [cells[0] === null, told.includes(true)]
  const [filled, going] = [cells.filter((next) => next !== null).length, told.filter(Boolean).length]
  if (below && told[0] && filled > 2 && going >= filled - 1) return true
  const emptyFirst = first && cells.length > 2
  // "Der oprettes ..." below "... en plan.": another step, though the name of their theme stands only once
  const begins = cells.some((next, at) => {
    const last = above[at]?.at(-1)
    return (
      next !== null && last !== undefined && /\p{L}\.$/u.test(textOf(last)) && /^\p{Lu}/u.test(textOf(next))
    )
  })
  if (begins && first) return false
  const enough = table.full >= 0.3 ? anyTold || first : anyTold && (table.full >= 0.1 || emptyFirst)
  if (fewer && below && enough) return true
  return cells.every((next, at) => {
    if (next === null || told[at]) return true
    const last = above[at]?.at(-1)
    if (last === undefined || !table.spaced) return false
    if (!/\p{L}{2}/u.test(textOf(next)) || textOf(last).length < 12) return false
    const { right } = table.columns[at] as Run['columns'][number]
    return last.right + (next.words[0] as Piece['words'][number]).right - next.left > right - last.size
  })
}
