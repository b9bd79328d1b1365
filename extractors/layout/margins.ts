import { outerColumns, shortLine } from './outer-columns.ts'
import { around, largest, lengthOf, type Piece, textOf } from './words.ts'

/** The pieces of a page's running text and of the blocks beside it. */
export type Columns = { body: Piece[]; margin: Piece[]; left: number; right: number }

/** Width of the strips in which the page is measured, in type sizes. */
const strip = 0.2

/**
 * Tells the column of the running text from what stands beside it: the margin column of a letterhead. Columns of
 * equal type that hold a good part of the text are not margins, nor are the columns of a table.
 * @param size the type size of the running text
 */
export function partMargins(pieces: Piece[], size: number): Columns {
  if (pieces.length === 0) return { body: [], margin: [], left: 0, right: 0 }
  const clusters = findClusters(pieces, size)
  const main = clusters.reduce((a, b) => (b.weight > a.weight ? b : a))
  const whole = { left: main.left, right: main.right }
  for (const other of clusters)
    if (other !== main && other.weight > main.weight * 0.35 && other.size > size * 0.93) {
      whole.left = Math.min(whole.left, other.left)
      whole.right = Math.max(whole.right, other.right)
    }
  // a narrow word at the column's edge ("i" in a line of wide gaps) stands inside
  const outside = ({ left, right }: Piece) =>
    (left > whole.right - 0.3 * size && right > whole.right + 0.3 * size) ||
    (right < whole.left + 0.3 * size && left < whole.left - 0.3 * size)
  const body = pieces.filter((piece) => !outside(piece))
  const margin = pieces.filter(outside)
  if (margin.length === 0 || isTable(body, margin, size) || isColumn(margin, whole, size)) {
    const { left, right } = around(pieces)
    return { body: pieces, margin: [], left, right }
  }
  const column = outerColumns(body, margin, size)
  if (column.size === 0) return { body, margin, ...whole }
  const all = pieces.filter((piece) => !outside(piece) || column.has(piece))
  const { left, right } = around(all)
  return { body: all, margin: margin.filter((piece) => !column.has(piece)), left, right }
}

type Cluster = { left: number; right: number; weight: number; size: number }

/** The columns of a page: stretches of its width that more than a few lines cover, with what stands in them. */
function findClusters(pieces: Piece[], size: number): Cluster[] {
  const step = Math.max(size * strip, 1e-3)
  const { left: origin } = around(pieces)
  const covered: number[] = []
  for (const piece of pieces) {
    const last = Math.min(Math.floor((piece.right - origin) / step), 5000)
    for (let at = Math.floor((piece.left - origin) / step); at <= last; at++)
      covered[at] = (covered[at] ?? 0) + 1
  }
  const enough = covered.reduce((most, count) => Math.max(most, count ?? 0), 0) * 0.1
  const clusters: Cluster[] = []
  let start = -1
  for (let at = 0; at <= covered.length; at++) {
    const inside = (covered[at] ?? 0) > enough
    if (inside && start < 0) start = at
    if (!inside && start >= 0) {
      clusters.push(clusterOf(pieces, origin + start * step, origin + at * step))
      start = -1
    }
  }
  return clusters
}

/** A cluster with the pieces that stand in it for the most part; a few that stand out do not widen it. */
function clusterOf(pieces: Piece[], from: number, to: number): Cluster {
  const inside = pieces.filter(
    (piece) => Math.min(piece.right, to) - Math.max(piece.left, from) > (piece.right - piece.left) * 0.5,
  )
  const rights = inside.map((piece) => piece.right).sort((a, b) => b - a)
  const lefts = inside.map((piece) => piece.left).sort((a, b) => a - b)
  const spare = inside.length >= 10 ? 2 : 0
  return {
    left: Math.min(from, lefts[spare] ?? from),
    right: Math.max(to, rights[spare] ?? to),
    weight: inside.reduce((sum, piece) => sum + lengthOf(piece.words), 0),
    size: largest(inside.map((piece) => piece.size)),
  }
}

/** What is set as the running text is, and nearly as wide, is a column of it. */
function isColumn(margin: Piece[], { left, right }: Pick<Cluster, 'left' | 'right'>, size: number): boolean {
  const alike = margin.filter((piece) => Math.abs(piece.size - size) < size * 0.1)
  const { left: from, right: to } = around(alike)
  return alike.length >= 5 && alike.length >= margin.length * 0.8 && to - from > (right - left) * 0.7
}

/** What stands beside short lines, on the same lines and in the same type, are a table's other columns. */
function isTable(body: Piece[], beside: Piece[], size: number): boolean {
  const level = beside.filter(
    (piece) =>
      Math.abs(piece.size - size) < size * 0.1 &&
      body.some((other) => Math.abs(other.baseline - piece.baseline) < size * 0.1),
  )
  const lengths = body.map((piece) => textOf(piece).length).sort((a, b) => a - b)
  const usual = lengths[lengths.length >> 1] ?? 0
  return level.length >= beside.length * 0.8 && usual < shortLine
}
