import { endsSentence, isOpen } from '../structure/join-words.ts'
import { markerOf } from '../structure/list-markers.ts'
import { lengthOf, median, type Piece, textOf } from './words.ts'

/** How a line of running text follows the one above it. */
export type Follows = 'goes-on' | 'next-line' | 'gap'

/** What goes on a sentence, perhaps in a bracket or quotation marks. */
export const lowerFirst = /^[("”“»]?\p{Ll}/u

/** "Frist: ..." stands on a line of its own, however full the line above is. */
const labelFirst = /^\p{Lu}\p{Ll}+\.?(?: \p{Ll}+\.?)?:\s/u

/** Lines of fewer characters than this are names and facts, not prose that is wrapped. */
const proseLength = 30

/** The distance from line to line inside a paragraph for each size of type, both in units of the page. */
export type Pitches = Map<number, number>
/** How a column's lines are set: where they are wrapped, how far apart, and how many characters a line of prose has. */
export type Setting = { right: number; pitches: Pitches; prose: number }

/**
 * @param usual the distances of the whole document, for type of which these lines have no wrapped sentence
 * @param narrow whether the lines stand in a column beside others, where few characters fill them
 */
export function measureLines(lines: Piece[], usual: Pitches, narrow = false): Setting {
  const prose = narrow ? Math.min(proseLength, 0.6 * longLine(lines)) : proseLength
  return { right: rightEdge(lines, prose), pitches: new Map([...usual, ...wrappedPitches(lines)]), prose }
}

/** How many characters the longer half of some lines hold at least. */
const longLine = (lines: Piece[]): number => median(lines.map((line) => textOf(line).length))

/**
 * How each line follows the one above: it goes on its sentence when the line above is full, stands below it when
 * not, or after a gap.
 */
export function followLines(lines: Piece[], setting: Setting): Follows[] {
  return lines.map((line, at) => {
    const above = lines[at - 1]
    if (above === undefined || leavesGap(above, line, setting.pitches)) return 'gap'
    return goesOn(above, line, setting) ? 'goes-on' : 'next-line'
  })
}

/** Where the lines are wrapped: the right edge of the longest line, but for one that stands out alone. */
function rightEdge(lines: Piece[], prose: number): number {
  const long = lines.filter((line) => textOf(line).length >= prose)
  const rights = long.map((line) => line.right).sort((a, b) => b - a)
  const [first = Infinity, second = first] = rights
  return first - second > 2 * (long[0]?.size ?? 0) ? second : first
}

function goesOn(above: Piece, line: Piece, { right, prose }: Setting): boolean {
  const text = textOf(above)
  const next = textOf(line)
  if (text.length < prose || markerOf(next) !== null || text.endsWith(':') || labelFirst.test(next))
    return false
  const lower = lowerFirst.test(next)
  if (!sameSize(above, line)) return false
  if (!lower && stylesDiffer(above, line)) return false
  if (lower && isOpen(text)) return true
  const [word] = line.words
  if (!isFull(above, (word?.right ?? 0) - line.left, right)) return false
  // a first line that is set in, below a whole sentence, begins a paragraph
  const setIn = line.left - above.left > above.size && markerOf(text) === null
  return !(setIn && endsSentence(text) && !lower)
}

/** Of the same type, as far as it was measured. */
const sameSize = (a: Piece, b: Piece): boolean => Math.abs(a.size - b.size) < Math.max(a.size, b.size) * 0.12

/** Whether a word of some width would not have fitted at a line's end, give or take half a type size. */
const isFull = (line: Piece, width: number, right: number): boolean =>
  line.right + 0.3 * line.size + width > right - 0.5 * line.size

/** Whether the last line of a page or column breaks off in a sentence that the first of the next goes on. */
export function runsOn(last: Piece, first: Piece, { right, prose }: Setting): boolean {
  const text = textOf(last)
  if (text.length < prose || endsSentence(text) || markerOf(textOf(first)) !== null) return false
  const [word] = first.words
  if (isOpen(text) && /^\p{Ll}/u.test(textOf(first))) return true
  return !stylesDiffer(last, first) && isFull(last, (word?.right ?? 0) - first.left, right)
}

/** Wholly in one type face, and wholly in another: a heading and the text below it. */
function stylesDiffer(above: Piece, line: Piece): boolean {
  const [first, second] = [onlyStyle(above), onlyStyle(line)]
  return first !== null && second !== null && first !== second
}

function onlyStyle({ words }: Piece): string | null {
  // the sign of a list has a type face of its own
  const letters = words.filter((word) => /[\p{L}\d]/u.test(word.text))
  const [style] = new Set(letters.map((word) => word.style))
  return style !== undefined && letters.every((word) => word.style === style) ? style : null
}

/** For each size of type the distance of lines that certainly wrap: the lower one goes on in lower case. */
export function wrappedPitches(lines: Piece[]): Pitches {
  const counts = new Map<number, Map<number, number>>()
  lines.forEach((line, at) => {
    const above = lines[at - 1]
    if (above === undefined || !sameSize(above, line)) return
    const distance = Math.round(((line.baseline - above.baseline) / line.size) * 20)
    if (distance < 16 || distance > 50) return
    const text = textOf(above)
    if (text.length < proseLength || endsSentence(text) || !/^\p{Ll}/u.test(textOf(line))) return
    const ofSize = counts.get(sizeClass(line)) ?? new Map<number, number>()
    ofSize.set(distance, (ofSize.get(distance) ?? 0) + 1)
    counts.set(sizeClass(line), ofSize)
  })
  return new Map([...counts].map(([size, of]) => [size, (mostOf(of) / 20) * size]))
}

const sizeClass = (line: Piece): number => Math.round(line.size)

function leavesGap(above: Piece, line: Piece, pitches: Map<number, number>): boolean {
  const distance = line.baseline - above.baseline
  if (distance < 0) return true
  const size = Math.max(above.size, line.size)
  const usual = Math.min(pitches.get(Math.round(size)) ?? 1.4 * size, 2 * size)
  return distance > usual * 1.2
}

/** The size of most of a page's type, in half units. */
export function bodySize(pieces: Piece[]): number {
  const counts = new Map<number, number>()
  for (const piece of pieces) {
    const size = Math.round(piece.size * 2) / 2
    counts.set(size, (counts.get(size) ?? 0) + lengthOf(piece.words))
  }
  return mostOf(counts)
}

/** What is counted most often; the smallest of several. */
const mostOf = (counts: Map<number, number>): number =>
  [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
