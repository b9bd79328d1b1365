import { endsSentence } from '../structure/join-words.ts'
import { lowerFirst } from './paragraphs.ts'
import { around, largest, lengthOf, median, type Piece, textOf } from './words.ts'

/** A part of a page from top to bottom: pieces of lines, or columns of text beside each other, from left to right. */
export type Region = { pieces: Piece[] } | { columns: Piece[][] }

/** The least width of the free strip between two columns, in type sizes. */
const narrowest = 0.8
/** So many lines of a column begin at its edge at least. */
const enoughAtEdge = 3
/** Of the lines of a table's columns more than this share stand level with each other. */
const levelRows = 0.35
/** A column has so many lines, the shorter one of two so many. */
const [manyLines, fewLines] = [8, 3]
/** A line of prose has so many letters; in a narrow column so many, which a table's cell may have, too. */
const [wideLine, narrowLine] = [21, 15]
/** A page with more pieces than this is no letter's. */
const mostPieces = 600
/** Lines of a column lie closer than this, in type sizes. */
const closeLines = 1.9

/**
 * Parts a page where lines stand in columns beside each other that are read one after the other: columns of prose, or text
 * in a box beside other text. Of a table's columns the lines stand level, and are no prose.
 */
export function partColumns(pieces: Piece[]): Region[] {
  const found = findColumns(pieces)
  if (found === null) return pieces.length > 0 ? [{ pieces }] : []
  const { left, right } = found
  const inside = new Set([...left, ...right])
  const top = topOf([...left, ...right])
  const rest = pieces.filter((piece) => !inside.has(piece))
  const columns = inOrder(found).flatMap((side) =>
    partColumns(side).flatMap((region) => ('columns' in region ? region.columns : [region.pieces])),
  )
  return [
    ...partColumns(rest.filter((piece) => piece.baseline < top)),
    { columns },
    ...partColumns(rest.filter((piece) => piece.baseline >= top)),
  ]
}

/** From left to right, but a box comes before the text beside it whose last sentence goes on below, not in the box. */
function inOrder({ left, right }: Sides): Piece[][] {
  const [end, begin] = [left.at(-1), right[0]] as [Piece, Piece]
  const goesOnBelow = !endsSentence(textOf(end)) && !lowerFirst.test(textOf(begin))
  return goesOnBelow && right.length < manyLines && isProse(left) ? [right, left] : [left, right]
}

type Sides = { left: Piece[]; right: Piece[] }

/** The largest part of a page that stands in two columns, each of which may be columns again. */
function findColumns(pieces: Piece[]): Sides | null {
  if (pieces.length < 2 * fewLines || pieces.length > mostPieces) return null
  const size = median(pieces.map((piece) => piece.size))
  const sorted = pieces.toSorted((a, b) => a.baseline - b.baseline)
  let [best, most]: [Sides | null, number] = [null, 0]
  for (const edge of edgesOf(pieces, size))
    for (const run of freeRuns(sorted, edge, size)) {
      const sides = trimmed(run, size)
      const count = sides ? sides.left.length + sides.right.length : 0
      if (sides && count > most && areColumns(sides, size)) [best, most] = [sides, count]
    }
  return best
}

/** A page has at most so many columns, and tables whose columns might be some. */
const mostEdges = 8

/** Where most lines begin below each other, but for the page's own left edge. */
function edgesOf(pieces: Piece[], size: number): number[] {
  const lefts = pieces.map((piece) => piece.left).sort((a, b) => a - b)
  const edges: { start: number; lines: number }[] = []
  for (let from = 0, at = 1; at <= lefts.length; at++) {
    const start = lefts[from] as number
    if (at < lefts.length && (lefts[at] as number) - start < 0.3 * size) continue
    if (at - from >= enoughAtEdge && start > (lefts[0] as number) + 5 * size)
      edges.push({ start, lines: at - from })
    from = at
  }
  const most = edges.sort((a, b) => b.lines - a.lines).slice(0, mostEdges)
  return most.map(({ start }) => start).sort((a, b) => a - b)
}

/** A stretch of a page in which a strip is free, and the line above it that crosses the strip. */
type Run = Sides & { above: number }

/** The stretches of a page, from top to bottom, in which the strip before an edge is free. */
function freeRuns(sorted: Piece[], edge: number, size: number): Run[] {
  const runs: Run[] = []
  let run: Run = { left: [], right: [], above: -Infinity }
  for (const piece of sorted) {
    if (piece.right <= edge - narrowest * size) run.left.push(piece)
    else if (piece.left >= edge - 0.1 * size) run.right.push(piece)
    else {
      runs.push(run)
      run = { left: [], right: [], above: piece.baseline }
    }
  }
  return [...runs, run].filter(({ left, right }) => left.length > 0 && right.length > 0)
}

/**
 * Both sides without what stands above the other's first line, or apart below the other's last. The first lines of the
 * side that begins higher are its own, unless they end a paragraph over the whole width.
 */
function trimmed({ left, right, above }: Run, size: number): Sides | null {
  const top = Math.max(topOf(left), topOf(right)) - 1.3 * size
  const bottom = Math.min(bottomOf(left), bottomOf(right)) + 1.6 * size
  const cut = (side: Piece[]): Piece[] => {
    let from = side.findIndex(({ baseline }) => baseline >= top)
    if (from < 0) return []
    const first = from
    const distance = (at: number) => (side[at] as Piece).baseline - (side[at - 1]?.baseline ?? above)
    while (from > 0 && first - from < fewLines && distance(from) < closeLines * size) from--
    if (from < first && distance(from) < closeLines * size) from = first
    // what fills the column is its own; a closing stands below all columns
    const width = largest(side.map((line) => line.right - line.left))
    const full = side.findLastIndex((line) => line.right - line.left > 0.75 * width)
    const end = side.findIndex(
      ({ baseline }, at) =>
        at > Math.max(first, full) && baseline > bottom && distance(at) > closeLines * size,
    )
    return side.slice(from, end < 0 ? side.length : end)
  }
  const sides = { left: cut(left), right: cut(right) }
  return Math.min(sides.left.length, sides.right.length) >= fewLines ? sides : null
}

const topOf = (pieces: Piece[]): number =>
  pieces.reduce((top, { baseline }) => Math.min(top, baseline), Infinity)
const bottomOf = (pieces: Piece[]): number => largest(pieces.map((piece) => piece.baseline))

function areColumns({ left, right }: Sides, size: number): boolean {
  const sides = [left, right]
  if (numbersGoOn(left, right)) return true
  const level = levelShare(left, right, size)
  const many = Math.min(left.length, right.length) >= manyLines
  const continuous = level <= levelRows && many ? 0.3 : 0.6
  if (!sides.every((side) => isContinuous(side, size, continuous))) return false
  const [first, second] = sides.map((side) => median(side.map((line) => line.size))) as [number, number]
  const otherType = (isScanned(left) ? 0.15 : 0.05) * size
  if (Math.abs(first - second) > otherType || level <= levelRows) return true
  if (Math.max(left.length, right.length) < manyLines) return false
  if (rowsDisagree(left, right, size)) return true
  const lowerRight = lowerFirst.test(textOf(right[0] as Piece))
  return sides.every(isText) && (lowerRight || sides.every((side) => charactersIn(side) >= wideLine))
}

/** "1.", "2." on the left and "3.", "4." on the right: a list goes on from column to column. */
function numbersGoOn(left: Piece[], right: Piece[]): boolean {
  const [onLeft, onRight] = [left, right].map((side) =>
    side.flatMap((line) => /^(\d{1,2})\.$/.exec(line.words[0]?.text ?? '')?.[1] ?? []).map(Number),
  ) as [number[], number[]]
  const goesUp = (numbers: number[]) =>
    numbers.length >= 2 && numbers.every((one, at) => at === 0 || one === (numbers[at - 1] as number) + 1)
  return goesUp(onLeft) && goesUp([...onLeft, ...onRight]) && onRight.length > 0
}

/** Whether what begins on the right stands beside the middle of a sentence on the left: not so in the rows of a table. */
function rowsDisagree(left: Piece[], right: Piece[], size: number): boolean {
  const beginning = right.filter((line) => /^\p{Lu}/u.test(textOf(line)))
  const disagreeing = beginning.filter(({ baseline }) => {
    const beside = left.findLast((line) => line.baseline < baseline + 0.2 * size)
    return beside !== undefined && lowerFirst.test(textOf(beside))
  })
  return disagreeing.length >= fewLines && disagreeing.length > beginning.length * 0.5
}

/** Whether lines stand below each other, so many of them without a gap. */
function isContinuous(lines: Piece[], size: number, most: number): boolean {
  const close = lines.filter((line, at) => {
    // what stands beside a line is of another column
    const above = lines.findLast(
      (other, place) => place < at && other.right > line.left && other.left < line.right,
    )
    return above !== undefined && line.baseline - above.baseline < closeLines * size
  })
  return close.length >= most * (lines.length - 1)
}

/** Whether lines are prose, or columns of it. */
function isText(lines: Piece[]): boolean {
  if (isProse(lines)) return true
  const inside = findColumns(lines)
  return inside !== null && inside.left.length + inside.right.length > 0.7 * lines.length
}

/** Whether most lines fill a column, and hold as much as a line of prose. */
function isProse(lines: Piece[]): boolean {
  const { left, right } = around(lines)
  const filling = lines.filter((line) => line.right - line.left > (right - left) * 0.75)
  return filling.length >= lines.length * 0.6 && charactersIn(lines) >= narrowLine
}

/** How many characters a line has on average. */
const charactersIn = (lines: Piece[]): number =>
  lines.reduce((sum, line) => sum + lengthOf(line.words), 0) / lines.length

/** Whether lines were read from an image, where places and sizes are measured word by word. */
const isScanned = ([first]: Piece[]): boolean => first?.words[0]?.confidence !== undefined

/** Which share of the lines of one side stands on the level of lines of the other: nearly all in a table. */
function levelShare(left: Piece[], right: Piece[], size: number): number {
  const [fewer, more] = left.length < right.length ? [left, right] : [right, left]
  const near = (isScanned(left) ? 0.35 : 0.12) * size
  const level = fewer.filter((line) => more.some((other) => Math.abs(other.baseline - line.baseline) < near))
  return level.length / fewer.length
}
