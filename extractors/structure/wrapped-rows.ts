import { latin } from '../language/latin.ts'
import { type Chunk, sliceChunks } from './lines.ts'
import type { Unit } from './units.ts'

/**
 * Puts rows together that stand on two lines cell by cell: the second line has the same columns, its first cell is
 * empty, and what it holds goes on in lower case.
 */
export function mergeWrappedRows(units: Unit[]): Unit[] {
  const merged: Unit[] = []
  for (const unit of units) {
    const above = merged.at(-1)
    if (above !== undefined && continuesRow(above, unit)) merged[merged.length - 1] = mergeRows(above, unit)
    else merged.push(unit)
  }
  return merged
}

const lowerCell = latin(/^\s*\p{Ll}/u)
function continuesRow(above: Unit, unit: Unit): boolean {
  if (unit.blankBefore || above.role !== 'body' || unit.role !== 'body' || !unit.text.startsWith('\t'))
    return false
  const cells = unit.text.split('\t')
  const filled = cells.filter((cell) => cell.trim() !== '')
  const aboveCells = above.text.split('\t')
  return (
    aboveCells.length >= cells.length &&
    aboveCells[0]?.trim() !== '' &&
    filled.length > 0 &&
    filled.every((cell) => lowerCell.test(cell))
  )
}

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
