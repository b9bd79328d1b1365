import type { Page } from '../../schemas/page.ts'
import { hyphenatedWords } from '../structure/join-words.ts'
import { markerOf } from '../structure/list-markers.ts'
import { partMargins } from './margins.ts'
import { columnsOf, isOneLine, proseColumns, runAt, tableRows } from './open-tables.ts'
import { finishPage, newLine, type PageText, writeContinuation, writeWords } from './page-text.ts'
import { bodySize, followLines, measureLines, type Setting } from './paragraphs.ts'
import { findPieces } from './pieces.ts'
import { rowsOf } from './rows.ts'
import { findRuledTables, type Table } from './ruled-tables.ts'
import { type PageParts, partRunningHeads } from './running-heads.ts'
import { type LayoutPage, type Piece, pieceOf, textOf } from './words.ts'

/** A part of the running text: lines of prose, in a narrow column or over its whole width; or a table's cells. */
type Part = { lines: Piece[]; narrow: boolean } | { rows: Piece[][][] }

/**
 * Reads laid-out pages: for each the text in reading order, with the place of every word. On a page come first the
 * running head, then the blocks beside the running text, then that text itself, then the foot; all but the running
 * text is marked as standing aside. Wrapped lines are joined, a row of a table is one line with tabs, and an empty line
 * stands where the page leaves a gap. The order in which the words are given does not matter.
 */
export function layOutPages(pages: LayoutPage[]): Page[] {
  const tables = pages.map((page) => findRuledTables(page.words, page.rules))
  const pieces = pages.map((page, at) => {
    const taken = tables[at] as Table[]
    return findPieces(page.words.filter((word) => !taken.some((table) => table.words.has(word))))
  })
  const sizes = pieces.map(bodySize)
  const hyphenated = hyphenatedWords(pieces.flat().map(textOf))
  return partRunningHeads(pages, pieces, sizes).map((parts, at) =>
    layOutPage(parts, tables[at] as Table[], hyphenated),
  )
}

function layOutPage(parts: PageParts, tables: Table[], hyphenated: Set<string>): Page {
  const { page, size } = parts
  const to: PageText = { page, text: '', words: [], aside: [], hyphenated }
  const { body, margin, left } = partMargins(parts.inside, size)
  writeAside(to, parts.head)
  writeAside(to, margin)
  const bodyParts = findParts(body, tables)
  const setting = measureLines(bodyParts.flatMap((part) => ('rows' in part || part.narrow ? [] : part.lines)))
  for (const part of bodyParts) {
    if ('rows' in part) writeTable(to, part.rows)
    else writeLines(to, part.lines, left, part.narrow ? measureLines(part.lines) : setting)
  }
  writeAside(to, parts.foot)
  if (page.turned.length > 0) writeAside(to, [pieceOf(page.turned)])
  return finishPage(to)
}

/** Writes what does not belong to the running text, each line as it stands. */
function writeAside(to: PageText, pieces: Piece[]): void {
  if (pieces.length === 0) return
  const rows = rowsOf(pieces)
  const lines = rows.map((row) => pieceOf(row.pieces.flatMap((piece) => piece.words)))
  const follows = followLines(lines, measureLines(lines))
  let start = -1
  rows.forEach((row, at) => {
    newLine(to, follows[at] === 'gap')
    if (start < 0) start = to.text.length
    writeCells(
      to,
      row.pieces.map((piece) => [piece]),
    )
  })
  to.aside.push({ start, end: to.text.length })
}

/** The running text from top to bottom: its tables, ruled or not, and the lines between them. */
function findParts(body: Piece[], tables: Table[]): Part[] {
  const parts: Part[] = []
  const ordered = tables.toSorted((a, b) => a.top - b.top)
  let from = -Infinity
  for (const table of [...ordered, null]) {
    const to = table?.top ?? Infinity
    const between = body.filter((piece) => piece.baseline > from && piece.baseline <= to)
    parts.push(...findOpenTables(between))
    if (table) parts.push({ rows: table.rows })
    from = to
  }
  return parts
}

function findOpenTables(pieces: Piece[]): Part[] {
  const rows = rowsOf(pieces)
  const parts: Part[] = []
  const addLine = (line: Piece) => {
    const last = parts.at(-1)
    if (last && 'lines' in last && !last.narrow) last.lines.push(line)
    else parts.push({ lines: [line], narrow: false })
  }
  let at = 0
  while (at < rows.length) {
    const row = rows[at] as (typeof rows)[number]
    const run = row.pieces.length > 1 ? runAt(rows, at) : [row]
    at += run.length
    const columns = columnsOf(run)
    const prose = proseColumns({ columns, rows: run })
    if (prose) for (const column of prose) parts.push({ lines: column, narrow: true })
    else if (columns.length === 1 || (run.length === 1 && isOneLine(row)))
      for (const one of run) addLine(pieceOf(one.pieces.flatMap((piece) => piece.words)))
    else parts.push({ rows: tableRows({ columns, rows: run }) })
  }
  return parts
}

function writeLines(to: PageText, lines: Piece[], left: number, setting: Setting): void {
  const follows = followLines(lines, setting)
  lines.forEach((line, at) => {
    if (follows[at] === 'goes-on') {
      writeContinuation(to, line.words)
      return
    }
    newLine(to, follows[at] === 'gap')
    // how far a list is set in tells its level
    if (markerOf(textOf(line)) !== null)
      to.text += '  '.repeat(Math.min(20, Math.max(0, Math.round((line.left - left) / line.size))))
    writeWords(to, line.words)
  })
}

function writeTable(to: PageText, rows: Piece[][][]): void {
  rows.forEach((cells, at) => {
    newLine(to, at === 0)
    writeCells(to, cells)
  })
}

/** Writes cells with tabs between them; the lines of a cell are joined. */
function writeCells(to: PageText, cells: Piece[][]): void {
  cells.forEach((lines, column) => {
    if (column > 0) to.text += '\t'
    lines.forEach((line, at) => {
      if (at === 0) writeWords(to, line.words)
      else writeContinuation(to, line.words)
    })
  })
}
