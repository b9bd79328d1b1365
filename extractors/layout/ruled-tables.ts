import { near, withMergedCells } from './merged-cells.ts'
import { findPieces } from './pieces.ts'
import {
  type Area,
  around,
  isUpright,
  type LayoutPage,
  type LayoutWord,
  lengthOf,
  type Piece,
} from './words.ts'

/**
 * A table: for each row its cells, for each cell its lines. `words` are all the words in it, `columns` where the lines
 * between its columns stand.
 */
export type Table = Area & { rows: Piece[][][]; words: Set<LayoutWord>; columns: number[] }

/** What goes on so far beyond the last line, in points, is a row. */
const openRow = 8

/**
 * Finds the tables that are drawn with lines between their rows and columns, page by page. A single row is one only where
 * it has the columns of the last table on the page before.
 */
export function findRuledTables(pages: Pick<LayoutPage, 'words' | 'rules'>[]): Table[][] {
  const found: Table[][] = []
  for (const { words, rules } of pages) {
    const before = found.at(-1)?.at(-1)?.columns ?? []
    const tables = connected(rules).flatMap((group) => tableIn(group, words, before) ?? [])
    found.push(tables.sort((a, b) => a.top - b.top))
  }
  return found
}

const alike = (a: number[], b: number[]): boolean =>
  a.length === b.length && a.every((place, at) => Math.abs(place - (b[at] as number)) <= near)

/** Groups of lines that touch each other. */
function connected(rules: Area[]): Area[][] {
  const groups: { area: Area; rules: Area[] }[] = []
  for (const rule of rules) {
    const touching = groups.filter(({ rules: others }) => others.some((other) => touch(rule, other)))
    const merged = [rule, ...touching.flatMap((group) => group.rules)]
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push({ area: around(merged), rules: merged })
  }
  return groups.map((group) => group.rules)
}

const touch = (a: Area, b: Area) =>
  a.left <= b.right + near && b.left <= a.right + near && a.top <= b.bottom + near && b.top <= a.bottom + near

function tableIn(rules: Area[], words: LayoutWord[], before: number[]): Table | null {
  const upright = rules.filter(isUpright)
  const level = rules.filter((rule) => !isUpright(rule))
  const columns = distinct(upright.map((rule) => (rule.left + rule.right) / 2))
  const lines = withOpenEnds(distinct(level.map((rule) => (rule.top + rule.bottom) / 2)), upright)
  const goesOn = alike(columns, before)
  if (columns.length < 3 || lines.length < (goesOn ? 2 : 3)) return null
  const cells = lines.slice(1).map(() => columns.slice(1).map((): LayoutWord[] => []))
  for (const word of words) {
    const column = slot(columns, (word.left + word.right) / 2)
    const row = slot(lines, (word.top + word.bottom) / 2)
    if (column >= 0 && row >= 0) cells[row]?.[column]?.push(word)
  }
  const merged = withMergedCells(cells, { columns, lines, rules })
  const filled = merged.filter((row) => row.some((cell) => cell.length > 0))
  const inside = new Set(filled.flat(2))
  const wide = filled.filter((row) => row.filter((cell) => cell.length > 0).length > 1).length
  // a frame around text, or a letter that is set in one as a whole
  const few = goesOn ? filled.length === 0 : filled.length < 2 || wide < 2
  const frame = few || filled.flat().some((cell) => lengthOf(cell) > 2500)
  if (frame) return null
  const rows = filled.map((row) => row.map((cell) => linesOf(cell)))
  return { ...around([...inside]), rows, words: inside, columns }
}

/** A row that a page breaks has no line at the page's foot, and none at the next one's head: the upright ones go on there. */
function withOpenEnds(lines: number[], upright: Area[]): number[] {
  const [first, last] = [lines[0] ?? Infinity, lines.at(-1) ?? -Infinity]
  const { top, bottom } = around(upright)
  return [...(first - top > openRow ? [top] : []), ...lines, ...(bottom - last > openRow ? [bottom] : [])]
}

/** The lines of a cell from top to bottom. */
export function linesOf(words: LayoutWord[]): Piece[] {
  return findPieces(words).sort((a, b) =>
    Math.abs(a.baseline - b.baseline) < Math.min(a.size, b.size) * 0.35
      ? a.left - b.left
      : a.baseline - b.baseline,
  )
}

function distinct(places: number[]): number[] {
  const sorted = places.toSorted((a, b) => a - b)
  return sorted.filter((place, at) => at === 0 || place - (sorted[at - 1] as number) > near)
}

function slot(edges: number[], place: number): number {
  if (place < (edges[0] as number) || place > (edges.at(-1) as number)) return -1
  return edges.findLastIndex((edge) => edge <= place)
}
