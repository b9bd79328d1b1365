import type { Page } from '../../schemas/page.ts'
import { hyphenatedWords } from '../structure/join-words.ts'
import { markerOf } from '../structure/list-markers.ts'
import { partAtCorridors } from './corridors.ts'
import { partMargins } from './margins.ts'
import { beginsInTable, columnsOf, isJustified, isOneLine, proseColumns, runAt } from './open-tables.ts'
import { partColumns } from './page-columns.ts'
import { finishPage, newLine, type PageText, writeContinuation, writeWords } from './page-text.ts'
import {
  bodySize,
  followLines,
  measureLines,
  type Pitches,
  runsOn,
  type Setting,
  wrappedPitches,
} from './paragraphs.ts'
import { findPieces } from './pieces.ts'
import { rowsOf } from './rows.ts'
import { findRuledTables, type Table } from './ruled-tables.ts'
import { type PageParts, partRunningHeads } from './running-heads.ts'
import { tableRows } from './table-rows.ts'
import { around, joinPieces, type LayoutPage, largest, type Piece, pieceOf, textOf } from './words.ts'

/** A part of the running text: lines of prose, in a narrow column or over its whole width; or a table's cells. */
type Part = { lines: Piece[]; narrow: boolean } | { rows: Piece[][][] }

/**
 * Reads laid-out pages: for each the text in reading order, with the place of every word. On a page come first the
 * running head, then the blocks beside the running text, then that text itself, then the foot; all but the running
 * text is marked as standing aside. Wrapped lines are joined, a row of a table is one line with tabs, and an empty line
 * stands where the page leaves a gap. The order in which the words are given does not matter.
 */
export function layOutPages(pages: LayoutPage[]): Page[] {
  const tables = findRuledTables(pages)
  const pieces = pages.map((page, at) => {
    const taken = tables[at] as Table[]
    return findPieces(page.words.filter((word) => !taken.some((table) => table.words.has(word))))
  })
  const hyphenated = hyphenatedWords(pieces.flat().map(textOf))
  const read = partRunningHeads(pages, pieces, pieces.map(bodySize)).map((parts, at) =>
    readPage(parts, tables[at] as Table[]),
  )
  const usual = wrappedPitches(read.flatMap(({ parts }) => parts.flatMap(wideLines)))
  return read.map((page, at) => {
    const setting = settingOf(page.parts, usual)
    const last = page.parts.at(-1)
    const next = read[at + 1]?.parts[0]
    const [end, start] = [last && linesIn(last).at(-1), next && linesIn(next)[0]]
    const goesOn =
      last !== undefined &&
      end !== undefined &&
      start !== undefined &&
      runsOn(end, start, settingIn(last, setting))
    return { ...writePage(page, setting, hyphenated), ...(goesOn ? { runsOn: true } : {}) }
  })
}

/** A page with its running text found: `left` is where that begins. */
type ReadPage = { heads: PageParts; margin: Piece[]; left: number; parts: Part[] }

const linesIn = (part: Part): Piece[] => ('rows' in part ? [] : part.lines)
const wideLines = (part: Part): Piece[] => ('rows' in part || part.narrow ? [] : part.lines)

function readPage(heads: PageParts, tables: Table[]): ReadPage {
  const { body, margin, left } = partMargins(heads.inside, heads.size)
  return { heads, margin, left, parts: findParts(body, tables) }
}

/** How lines over the whole width are set; columns reach as far to the right. */
function settingOf(parts: Part[], usual: Pitches): Setting {
  const setting = measureLines(parts.flatMap(wideLines), usual)
  const narrow = parts.flatMap((part) => ('lines' in part && part.narrow ? part.lines : []))
  return { ...setting, right: Math.max(setting.right, largest(narrow.map((line) => line.right))) }
}

/** How the lines of a part are set, on a page whose lines over the whole width are set in one way. */
const settingIn = (part: Part, setting: Setting): Setting =>
  'lines' in part && part.narrow ? measureLines(part.lines, setting.pitches, true) : setting

function writePage(
  { heads, margin, left, parts }: ReadPage,
  setting: Setting,
  hyphenated: Set<string>,
): Page {
  const { page } = heads
  const to: PageText = { page, text: '', words: [], aside: [], hyphenated }
  writeAside(to, heads.head)
  writeAside(to, margin)
  let above: { line: Piece; set: Setting } | null = null
  for (const part of parts) {
    if ('rows' in part) {
      writeTable(to, part.rows)
      above = null
      continue
    }
    const { lines, narrow } = part
    const set = settingIn(part, setting)
    const goesOn = above !== null && runsOn(above.line, lines[0] as Piece, above.set)
    writeLines(to, lines, narrow ? around(lines).left : left, set, goesOn)
    above = { line: lines.at(-1) as Piece, set }
  }
  writeAside(to, heads.foot)
  if (page.turned.length > 0) writeAside(to, [pieceOf(page.turned)])
  return finishPage(to)
}

/** Writes what does not belong to the running text, each line as it stands. */
function writeAside(to: PageText, pieces: Piece[]): void {
  if (pieces.length === 0) return
  const rows = rowsOf(pieces)
  const lines = rows.map((row) => joinPieces(row.pieces))
  const follows = followLines(lines, measureLines(lines, new Map()))
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
  let from = -Infinity
  for (const table of [...tables, null]) {
    const to = table?.top ?? Infinity
    const between = body.filter((piece) => piece.baseline > from && piece.baseline <= to)
    for (const region of partColumns(between))
      if ('columns' in region)
        for (const column of region.columns) parts.push(...findOpenTables(column, true))
      else parts.push(...findOpenTables(region.pieces, false))
    if (table) parts.push({ rows: table.rows })
    from = to
  }
  return parts
}

/** @param narrow whether the pieces stand in a column beside others */
function findOpenTables(pieces: Piece[], narrow: boolean): Part[] {
  const rows = rowsOf(pieces)
  const parts: Part[] = []
  let open: Piece[] | null = null
  const addLine = (line: Piece) => {
    if (open === null) {
      open = []
      parts.push({ lines: open, narrow })
    }
    open.push(line)
  }
  let at = 0
  while (at < rows.length) {
    const row = rows[at] as (typeof rows)[number]
    if (isJustified(row)) {
      addLine(joinPieces(row.pieces))
      at++
      continue
    }
    const inTable = row.pieces.length > 1 || (at === 0 && beginsInTable(rows))
    const close = inTable ? runAt(rows, at) : [row]
    at += close.length
    const run = partAtCorridors(close)
    const columns = columnsOf(run)
    const prose = proseColumns({ columns, rows: run })
    if (!prose && (columns.length === 1 || (run.length === 1 && isOneLine(row)))) {
      for (const one of run) addLine(joinPieces(one.pieces))
      continue
    }
    if (prose) for (const column of prose) parts.push({ lines: column, narrow: true })
    else parts.push({ rows: tableRows({ columns, rows: run }) })
    open = null
  }
  return parts
}

/** @param goesOn whether the first line goes on a sentence of the column before */
function writeLines(to: PageText, lines: Piece[], left: number, setting: Setting, goesOn = false): void {
  const follows = followLines(lines, setting)
  lines.forEach((line, at) => {
    if (follows[at] === 'goes-on' || (goesOn && at === 0)) {
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
