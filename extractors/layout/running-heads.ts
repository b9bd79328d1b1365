import { isPageNumber } from '../structure/frame-lines.ts'
import { type LayoutPage, lengthOf, type Piece, textOf } from './words.ts'

/** The pieces of a page, told apart by where they stand. Those at its edges are no part of the running text. */
export type PageParts = { page: LayoutPage; size: number; head: Piece[]; foot: Piece[]; inside: Piece[] }

/** How much of a page's height, at the top and at the bottom, may hold running heads and page numbers. */
const edge = 0.13
const outerEdge = 0.1

/**
 * Tells running heads and page numbers from the rest: what stands at the top or bottom edge and comes back at the
 * same height on a page near by, page numbers, and a line or two in smaller type apart from the rest.
 * @param sizes the type size of each page's running text
 */
export function partRunningHeads(pages: LayoutPage[], pieces: Piece[][], sizes: number[]): PageParts[] {
  const marks = pages.map((page, at) => new Set(edgePieces(page, pieces[at] ?? []).map(markOf(page))))
  return pages.map((page, at) => {
    const size = sizes[at] ?? 0
    const near = new Set(
      [-2, -1, 1, 2].flatMap((step) => {
        const other = pages[at + step]
        const alike = other?.width === page.width && other.height === page.height
        return alike ? [...(marks[at + step] ?? [])] : []
      }),
    )
    const all = pieces[at] ?? []
    const running = (piece: Piece) => near.has(markOf(page)(piece)) || isNumber(page, piece, all)
    const edges = edgePieces(page, all)
    const found = new Set(edges.filter(running))
    for (const small of smallPrint(page, all, size)) found.add(small)
    // what stands further out than a running head is one too, unless it is the running text itself
    for (const piece of edges) if (found.has(piece)) markOutside(page, edges, piece, found, size)
    const middle = page.height / 2
    return {
      page,
      size,
      head: all.filter((piece) => found.has(piece) && piece.baseline < middle),
      foot: all.filter((piece) => found.has(piece) && piece.baseline >= middle),
      inside: all.filter((piece) => !found.has(piece)),
    }
  })
}

const isTop = (page: LayoutPage, piece: Piece, share: number) => piece.bottom < page.height * share
const isBottom = (page: LayoutPage, piece: Piece, share: number) => piece.top > page.height * (1 - share)

const edgePieces = (page: LayoutPage, pieces: Piece[]): Piece[] =>
  pieces.filter(
    (piece) => (isTop(page, piece, edge) || isBottom(page, piece, edge)) && lengthOf(piece.words) <= 120,
  )

/** What makes two pieces on different pages the same running head: their words, figures aside, and their height. */
const markOf = (page: LayoutPage) => (piece: Piece) =>
  `${Math.round((piece.baseline / page.height) * 150)} ${textOf(piece).replace(/\d+/g, '#').toLowerCase()}`

/** A page number at the edge: written as one, or a bare number with nothing beside it and nothing beyond it. */
function isNumber(page: LayoutPage, piece: Piece, all: Piece[]): boolean {
  const text = textOf(piece)
  if (isPageNumber(text)) return true
  if (!/^\d{1,4}$/.test(text)) return false
  const bottom = piece.baseline > page.height / 2
  return all.every((other) => {
    if (other === piece) return true
    const apart = Math.abs(other.baseline - piece.baseline) > piece.size
    return apart && (bottom ? other.baseline < piece.baseline : other.baseline > piece.baseline)
  })
}

/** One or two lines of smaller type at the very edge of a page, with a gap between them and the rest. */
function smallPrint(page: LayoutPage, all: Piece[], size: number): Piece[] {
  const small = all.filter((piece) => piece.size < size * 0.95)
  return [isTop, isBottom].flatMap((at) => {
    const print = small.filter((piece) => at(page, piece, outerEdge))
    const heights = new Set(print.map((piece) => Math.round(piece.baseline / Math.max(piece.size, 1))))
    if (print.length === 0 || heights.size > 3) return []
    const others = all.filter((piece) => !print.includes(piece))
    const clear = others.every((other) =>
      print.every((piece) => Math.abs(other.baseline - piece.baseline) > size * 1.6),
    )
    return clear ? print : []
  })
}

function markOutside(page: LayoutPage, edges: Piece[], found: Piece, all: Set<Piece>, size: number): void {
  const bottom = found.baseline > page.height / 2
  for (const piece of edges) {
    const outside = bottom ? piece.baseline >= found.baseline - 1 : piece.baseline <= found.baseline + 1
    const sameHalf = piece.baseline > page.height / 2 === bottom
    if (sameHalf && outside && piece.size <= size) all.add(piece)
  }
}
