import { findPieces } from './pieces.ts'
import { type Area, isUpright, type LayoutWord } from './words.ts'

/** The lines between the columns and the rows of a table, from left to right and from top to bottom, and all that are drawn. */
export type Grid = { columns: number[]; lines: number[]; rules: Area[] }

/** Lines nearer than this, in points, are one. */
export const near = 2
/** A line between two cells is drawn when it is so for this share of their length: scans lose parts of lines. */
const mostlyDrawn = 0.3

/**
 * Puts the words of cells that are merged into the first of them: where no line is drawn between a cell and the one above,
 * and where none is drawn between two beside each other and words stand across.
 * @param cells the words by row and column, as if no cells were merged; not changed
 */
export function withMergedCells(cells: LayoutWord[][][], grid: Grid): LayoutWord[][][] {
  const merged = cells.map((row) => row.map((words) => [...words]))
  merged.forEach((row, r) => {
    for (let c = row.length - 1; c > 0; c--)
      if (!drawnBefore(grid, r, c) && crosses(row.flat(), grid.columns[c] as number))
        row[c - 1]?.push(...(row[c]?.splice(0) ?? []))
  })
  for (let r = merged.length - 1; r > 0; r--)
    merged[r]?.forEach((words, c) => {
      if (words.length > 0 && !drawnAbove(grid, r, c)) merged[r - 1]?.[c]?.push(...words.splice(0))
    })
  return merged
}

/** Whether a line is drawn between a cell and the one to the left of it. */
function drawnBefore({ columns, lines, rules }: Grid, row: number, column: number): boolean {
  const [place, from, to] = [columns[column], lines[row], lines[row + 1]] as [number, number, number]
  const there = rules.filter(
    (rule) => isUpright(rule) && Math.abs((rule.left + rule.right) / 2 - place) <= near,
  )
  return covered(
    there.map(({ top, bottom }) => [top, bottom]),
    from,
    to,
  )
}

/** Whether a line is drawn between a cell and the one above it. */
function drawnAbove({ columns, lines, rules }: Grid, row: number, column: number): boolean {
  const [place, from, to] = [lines[row], columns[column], columns[column + 1]] as [number, number, number]
  const there = rules.filter(
    (rule) => !isUpright(rule) && Math.abs((rule.top + rule.bottom) / 2 - place) <= near,
  )
  return covered(
    there.map(({ left, right }) => [left, right]),
    from,
    to,
  )
}

const covered = (stretches: [number, number][], from: number, to: number): boolean =>
  stretches.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0) >=
  (to - from) * mostlyDrawn

/** Whether words stand close together on both sides of a place. */
const crosses = (words: LayoutWord[], place: number): boolean =>
  findPieces(words).some(({ left, right }) => left < place - near && right > place + near)
