import type { SourceSegment } from './letter-text.ts'
import type { Box, PageWord } from './page.ts'
import type { Span } from './span.ts'

/** Where a position of a letter's text stands in the file: page (from 1) and offset in that page's text. */
export type SourcePosition = { page: number; offset: number }

/**
 * Leads from a position of a letter's text back to the file. A position that lies between two segments (a joint that
 * the cleaning made) belongs to the one before it.
 * @returns null when the letter has no segments
 */
export function sourcePosition(segments: SourceSegment[], position: number): SourcePosition | null {
  const segment = segments[lastStarting(segments, position)]
  if (!segment) return null
  const within = Math.min(Math.max(position, segment.start), segment.end) - segment.start
  return { page: segment.page, offset: segment.offset + within }
}

/** The pages that a letter lies on, ascending. */
export function sourcePages(segments: SourceSegment[]): number[] {
  return [...new Set(segments.map((segment) => segment.page))].sort((a, b) => a - b)
}

/**
 * Where words stand on one page: a box for each of their lines, several for one that leans. `confidence`: how sure the
 * reader of an image was of the least sure of them, 0 to 1; null where the file itself gives the text.
 */
export type SourcePlace = { page: number; boxes: Box[]; confidence: number | null }
/** Tells where a stretch of a letter's text stands; nothing where the file has no places (text, Markdown). */
export type PlacesOf = (span: Span) => SourcePlace[]

/**
 * Leads from a stretch of a letter's text to its places in the file, page by page in the order of the text.
 * @param words the words of the letter's pages by page number, each page's in the order of its text
 */
export function sourcePlaces(
  segments: SourceSegment[],
  words: Map<number, PageWord[]>,
  span: Span,
): SourcePlace[] {
  const places: SourcePlace[] = []
  for (let at = Math.max(0, lastStarting(segments, span.start)); at < segments.length; at++) {
    const { start, end, page, offset } = segments[at] as SourceSegment
    if (start >= span.end) break
    const from = offset + Math.max(span.start, start) - start
    const to = offset + Math.min(span.end, end) - start
    const found = wordsBetween(words.get(page) ?? [], from, to)
    if (from >= to || found.length === 0) continue
    let place = places.find((known) => known.page === page)
    if (!place) {
      place = { page, boxes: [], confidence: null }
      places.push(place)
    }
    for (const { box, confidence } of found) {
      addBox(place.boxes, box)
      if (confidence !== undefined) place.confidence = Math.min(place.confidence ?? 1, confidence)
    }
  }
  return places
}

/** The index of the last one of some ranges in order that starts at or before a position; -1 when there is none. */
function lastStarting(ranges: { start: number }[], position: number): number {
  let low = ranges.length === 0 ? -1 : 0
  let high = ranges.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ranges[middle]?.start ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** The words in a part of a page's text; of one that only partly lies in it, its share of the box. */
function wordsBetween(words: PageWord[], from: number, to: number): PageWord[] {
  const found: PageWord[] = []
  for (let at = Math.max(0, lastStarting(words, from)); at < words.length; at++) {
    const word = words[at] as PageWord
    const { start, end, box } = word
    if (start >= to) break
    if (end <= from || start === end) continue
    const [left, top, right, bottom] = box
    const share = (position: number) => left + ((right - left) * (position - start)) / (end - start)
    found.push({ ...word, box: [share(Math.max(from, start)), top, share(Math.min(to, end)), bottom] })
  }
  return found
}

/** What stands further apart on a line than this share of the page's width is not one stretch of words. */
const wideGap = 0.08

/** The boxes of a line that leans are parted where one would be this many times as high as its words. */
const leaning = 1.4

/** Adds the box of the next word: to that of its line, or as a new line. */
function addBox(boxes: Box[], [left, top, right, bottom]: Box): Box[] {
  const last = boxes.at(-1)
  const level = last ? Math.min(last[3], bottom) - Math.max(last[1], top) : 0
  const height = last ? Math.max(last[3], bottom) - Math.min(last[1], top) : 0
  const goesOn =
    last &&
    height <= Math.max(last[3] - last[1], leaning * (bottom - top)) &&
    level > Math.min(last[3] - last[1], bottom - top) / 2 &&
    left >= last[0] &&
    left - last[2] < wideGap
  if (goesOn)
    boxes[boxes.length - 1] = [
      last[0],
      Math.min(last[1], top),
      Math.max(last[2], right),
      Math.max(last[3], bottom),
    ]
  else boxes.push([left, top, right, bottom])
  return boxes
}
