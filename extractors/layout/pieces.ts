import { type LayoutWord, largest, type Piece, pieceOf } from './words.ts'

/** A gap of more than this many type sizes parts two pieces; spaces of justified lines are narrower. */
const wideGap = 1
/** What stands closer than this, and without white space, is one word ("endvi" and its hyphen). */
const noGap = 0.12

/** Puts the words of a page together to pieces of lines; the order of the words does not matter. */
export function findPieces(words: LayoutWord[]): Piece[] {
  const sorted = words.toSorted((a, b) => a.left - b.left || a.top - b.top || (a.text < b.text ? -1 : 1))
  // pieces by the height they stand at, so that a word is compared with those of its own and the next lines only
  const step = Math.max(1e-3, largest(words.map((word) => word.size)))
  const byHeight = new Map<number, LayoutWord[][]>()
  const all: LayoutWord[][] = []
  for (const word of sorted) {
    const height = Math.floor(word.baseline / step)
    const piece = best(byHeight, height, word)
    if (piece !== null) {
      append(piece, word)
      continue
    }
    const started = [word]
    all.push(started)
    const level = byHeight.get(height)
    if (level) level.push(started)
    else byHeight.set(height, [started])
  }
  return all.map(pieceOf)
}

/** The piece that a word goes on: the one it stands beside, the most level with it where there are several. */
function best(pieces: Map<number, LayoutWord[][]>, height: number, word: LayoutWord): LayoutWord[] | null {
  let found: LayoutWord[] | null = null
  let most = 0.5
  for (let near = height - 1; near <= height + 1; near++)
    for (const piece of pieces.get(near) ?? []) {
      const last = piece[piece.length - 1] as LayoutWord
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
