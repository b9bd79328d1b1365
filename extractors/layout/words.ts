/** What covers a stretch of a page, in the page's own units, y downwards from its top left corner. */
export type Area = { left: number; top: number; right: number; bottom: number }

/**
 * A word as a reader found it on a page. `size` is that of its type, `baseline` the line it stands on, `style` tells
 * type faces apart ('' where the reader does not know).
 * - `joinsLeft`, `joinsRight`: no white space is known on this side: what stands close there is of the same word
 * - `confidence`: how sure the reader of an image is of the word, 0 to 1
 */
export type LayoutWord = Area & {
  text: string
  baseline: number
  size: number
  style: string
  joinsLeft: boolean
  joinsRight: boolean
  confidence?: number
}

/**
 * The words of a page in any order. `rules` are the straight lines drawn on it, as thin areas; `turned` are words
 * that stand upright or upside down beside the others. `blank`: nothing at all is drawn on the page.
 */
export type LayoutPage = {
  number: number
  width: number
  height: number
  words: LayoutWord[]
  turned: LayoutWord[]
  rules: Area[]
  blank?: boolean
}

/** Words that stand side by side on one line without a wide gap between them. `size` is that of most of their type. */
export type Piece = Area & { words: LayoutWord[]; baseline: number; size: number }

/** Texts of pieces, which are asked for many times. */
const texts = new WeakMap<Piece, string>()

export function textOf(piece: Piece): string {
  const text = texts.get(piece) ?? piece.words.map((word) => word.text).join(' ')
  texts.set(piece, text)
  return text
}

/** How many characters stand in some words, spaces not counted. */
export const lengthOf = (words: LayoutWord[]): number =>
  words.reduce((sum, word) => sum + word.text.length, 0)

/** Whether a thin area stands upright. */
export const isUpright = ({ left, top, right, bottom }: Area): boolean => bottom - top > right - left

export function around(areas: Area[]): Area {
  const area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { left, top, right, bottom } of areas) {
    area.left = Math.min(area.left, left)
    area.top = Math.min(area.top, top)
    area.right = Math.max(area.right, right)
    area.bottom = Math.max(area.bottom, bottom)
  }
  return area
}

/** The largest of some figures, 0 when there are none. A page may hold more than a call takes arguments. */
export const largest = (figures: number[]): number => figures.reduce((most, one) => Math.max(most, one), 0)

export function median(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** The size of type of some words, of each in proportion to its length: readers measure it word by word. */
function sizeOf(words: LayoutWord[]): number {
  const first = words[0]?.size ?? 0
  if (words.every((word) => word.size === first)) return first
  return words.reduce((sum, word) => sum + word.size * word.text.length, 0) / Math.max(1, lengthOf(words))
}

/** Makes one piece of words that stand on one line from left to right, whatever the gaps between them. */
export function pieceOf(words: LayoutWord[]): Piece {
  const { left, top, right, bottom } = around(words)
  const first = words[0]?.baseline ?? 0
  const level = words.every((word) => word.baseline === first)
  const baseline = level ? first : median(words.map((word) => word.baseline))
  return { left, top, right, bottom, words, baseline, size: sizeOf(words) }
}

/** Makes one piece of those of a row, from left to right. */
export function joinPieces(pieces: Piece[]): Piece {
  const [first, ...rest] = pieces
  if (first !== undefined && rest.length === 0) return first
  return pieceOf(pieces.flatMap((piece) => piece.words))
}
