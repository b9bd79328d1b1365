import { latin } from '../language/latin.ts'
import { endsSentence, isOpen } from './join-words.ts'
import { type Chunk, sliceChunks } from './lines.ts'
import { markerOf } from './list-markers.ts'
import type { Unit } from './units.ts'

/**
 * Puts rows together cell by cell that stand on two lines, or on two pages: there furniture and the names of the columns
 * may come between them.
 */
export function mergeWrappedRows(units: Unit[]): Unit[] {
  const merged: Unit[] = []
  let [first, open] = [-1, -1]
  for (const [at, unit] of units.entries()) {
    const above = merged[open]
    const row = unit.role === 'body' && unit.tabbed
    const repeats = row && unit.text === merged[first]?.text
    const inTable = !repeats && (unit.tabbed || units[at + 1]?.tabbed === true)
    if (above && inTable && (continuesRow(above, unit) || continuesOverPage(above, unit))) {
      merged[open] = mergeRows(above, unit)
      continue
    }
    merged.push(unit)
    if (unit.role === 'furniture' || repeats) continue
    if (!row || open < 0) first = row ? merged.length - 1 : -1
    open = row ? merged.length - 1 : -1
  }
  return merged
}

const lowerCell = latin(/^\s*[("”“»]?\p{Ll}/u)
const cellsOf = (unit: Unit): string[] => unit.text.split('\t').map((cell) => cell.trim())

/** A second line with the same columns, of which the first cell is empty, and what it holds goes on in lower case. */
function continuesRow(above: Unit, unit: Unit): boolean {
  if (unit.blankBefore || unit.role !== 'body' || !unit.text.startsWith('\t')) return false
  const cells = cellsOf(unit)
  const filled = cells.filter((cell) => cell !== '')
  const aboveCells = cellsOf(above)
  return (
    aboveCells.length >= cells.length &&
    aboveCells[0] !== '' &&
    filled.length > 0 &&
    filled.every((cell) => lowerCell.test(cell))
  )
}

/**
 * The rest of a row that a page breaks: nothing stands in it below an empty cell or a whole sentence, and some cell shows
 * that it goes on, if only the first by being empty. Empty cells at its end are not written.
 */
function continuesOverPage(above: Unit, unit: Unit): boolean {
  if (unit.role !== 'body' || lastPage(unit) === lastPage(above)) return false
  const [cells, more] = [cellsOf(above), cellsOf(unit)]
  if (cells.length < more.length || unit.marker !== null || isNumbered(more[0] as string)) return false
  // a letter that stands alone may be a number of a scan
  const lower = (at: number) => (more[at]?.length ?? 0) > 1 && lowerCell.test(more[at] as string)
  const goesOn = cells.map((cell, at) => (lower(at) ? !endsSentence(cell) : isOpen(cell)))
  const told = more.some((cell, at) => (cell === '' ? at === 0 : goesOn[at]))
  const speaksAgainst = more.some((cell, at) => {
    const whole = endsSentence(cells[at] as string) && !/\d\.$/.test(cells[at] as string)
    return cell !== '' && (cells[at] === '' || (whole && !lower(at)))
  })
  return told && !speaksAgainst
}

const isNumbered = (cell: string): boolean => /^\d+[.)]?$/.test(cell) || markerOf(cell) !== null

const lastPage = ({ chunks }: Unit): number => chunks.reduce((last, { page }) => Math.max(last, page), 0)

function mergeRows(above: Unit, unit: Unit): Unit {
  const chunks: Chunk[] = []
  const second = cellRanges(unit.text)
  cellRanges(above.text).forEach(([from, to], column) => {
    if (column > 0) chunks.push(...sliceChunks(above.chunks, from - 1, from))
    chunks.push(...sliceChunks(above.chunks, from, to))
    const [more, end] = second[column] ?? [0, 0]
    if (more === end) return
    const page = unit.chunks[0]?.page ?? 0
    if (to > from) chunks.push({ text: ' ', page, offset: -1 })
    chunks.push(...sliceChunks(unit.chunks, more, end))
  })
  const text = chunks.map((chunk) => chunk.text).join('')
  return { ...above, chunks, text, last: unit.last, lines: above.lines + 1 }
}

/** Start and end of each cell of a row's text. */
function cellRanges(text: string): [number, number][] {
  let at = 0
  return text.split('\t').map((cell) => {
    const from = at
    at += cell.length + 1
    return [from, from + cell.length]
  })
}
