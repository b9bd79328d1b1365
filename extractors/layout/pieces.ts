import { type LayoutWord, type Piece, pieceOf } from './words.ts'

/** A gap of more than this many type sizes parts two pieces; spaces of justified lines are narrower. */
const wideGap = 1
/** What stands closer than this, and without white space, is one word ("endvi" and its hyphen). */
const noGap = 0.12

/** Puts the words of a page together to pieces of lines; the order of the words does not matter. */
export function findPieces(words: LayoutWord[]): Piece[] {
  const sorted = words.toSorted((a, b) => a.left - b.left || a.top - b.top || (a.text < b.text ? -1 : 1))
  const finished: LayoutWord[][] = []
  let open: LayoutWord[][] = []
  for (const word of sorted) {
    // words come from left to right: a piece that ends too far to the left will not go on
    if (open.length > 40) {
      const near = (piece: LayoutWord[]) => word.left - endOf(piece) <= 3 * Math.max(word.size, 1)
      finished.push(...open.filter((piece) => !near(piece)))
      open = open.filter(near)
    }
    const piece = best(open, word)
    if (piece === null) open.push([word])
    else append(piece, word)
  }
  return [...finished, ...open].map(pieceOf)
}

const endOf = (piece: LayoutWord[]): number => (piece.at(-1) as LayoutWord).right

/** The piece that a word goes on: the one it stands beside, the most level with it where there are several. */
function best(pieces: LayoutWord[][], word: LayoutWord): LayoutWord[] | null {
  let found: LayoutWord[] | null = null
  let most = 0.5
  for (const piece of pieces) {
    const last = piece.at(-1) as LayoutWord
    const size = Math.max(last.size, word.size)
    const gap = word.left - last.right
    if (gap > wideGap * size || gap < -0.6 * size) continue
    const level = Math.max(overlap(last, word), overlap(piece[0] as LayoutWord, word))
    if (level >= most) {
      found = piece
      most = level
    }
  }
  return found
}

/** The share of the lower of two words' heights that both cover. */
function overlap(a: LayoutWord, b: LayoutWord): number {
  const common = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return common / Math.max(Math.min(a.bottom - a.top, b.bottom - b.top), 1e-6)
}

function append(piece: LayoutWord[], word: LayoutWord): void {
  const last = piece.at(-1) as LayoutWord
  // drawn twice, a little apart, to look bold
  if (last.text === word.text && word.left - last.left < 0.2 * word.size) return
  const tight = last.joinsRight && word.joinsLeft && word.left - last.right < noGap * word.size
  if (!tight) {
    piece.push(word)
    return
  }
  piece[piece.length - 1] = {
    ...last,
    text: last.text + word.text,
    top: Math.min(last.top, word.top),
    right: Math.max(last.right, word.right),
    bottom: Math.max(last.bottom, word.bottom),
    joinsRight: word.joinsRight,
  }
}
