import { lowerFirst } from './paragraphs.ts'
import { type Piece, textOf } from './words.ts'

/** Lines of fewer characters are no prose over the width of a page. */
export const shortLine = 45
/** The name of a column and two rows below it. */
const fewestRows = 3
/** Rows of a table follow each other within so many type sizes. */
const nextRow = 6

/**
 * What stands outside and is the outer columns of a table in the running text: below prose, blocks of which most begin
 * level with what begins a row there, or go on below such a line.
 */
export function outerColumns(body: Piece[], margin: Piece[], size: number): Set<Piece> {
  const prose = body.filter((piece) => textOf(piece).length >= shortLine).map((piece) => piece.baseline)
  const firstProse = prose.reduce((first, baseline) => Math.min(first, baseline), Infinity)
  const rowOf = ({ baseline }: Piece): Piece[] =>
    body.filter((other) => Math.abs(other.baseline - baseline) < 0.3 * size).sort((a, b) => a.left - b.left)
  const beginsRow = (piece: Piece): boolean => {
    const [first] = rowOf(piece)
    return first !== undefined && !lowerFirst.test(textOf(first))
  }
  // an address beside the letterhead stands above all prose, and in short lines
  const mayBelong = (block: Piece[]): boolean => {
    const rows = block.map(rowOf).filter((row) => row.length > 0)
    const characters = rows.flat().reduce((sum, piece) => sum + textOf(piece).length, 0)
    return (block[0] as Piece).baseline > firstProse || characters >= rows.length * 25
  }
  const alike = margin
    .filter((piece) => Math.abs(piece.size - size) < size * 0.2)
    .sort((a, b) => a.baseline - b.baseline)
  const blocks = alike.reduce<Piece[][]>((all, piece) => {
    const [block, last] = [all.at(-1), all.at(-1)?.at(-1)]
    if (block && last && piece.baseline - last.baseline < nextRow * size) block.push(piece)
    else all.push([piece])
    return all
  }, [])
  return new Set(
    blocks.flatMap((block) => (mayBelong(block) && isOfRows(block, beginsRow, size) ? block : [])),
  )
}

function isOfRows(block: Piece[], beginsRow: (piece: Piece) => boolean, size: number): boolean {
  const begin = block.filter(beginsRow)
  const others = block.filter((piece) => {
    const above = block.findLast((other) => other.baseline < piece.baseline - 0.5 * size)
    return !begin.includes(piece) && !(above && piece.baseline - above.baseline < 1.7 * size)
  })
  const baselines = distinctOf(
    begin.map((piece) => piece.baseline),
    size,
  )
  return baselines >= fewestRows && others.length <= begin.length * 0.3 && begin.length >= block.length * 0.4
}

const distinctOf = (places: number[], size: number): number =>
  places
    .sort((a, b) => a - b)
    .filter((place, at) => at === 0 || place - (places[at - 1] as number) > 0.5 * size).length
