import type { SourceSegment } from './letter-text.ts'

/** Where a position of a letter's text stands in the file: page (from 1) and offset in that page's text. */
export type SourcePosition = { page: number; offset: number }

/**
 * Leads from a position of a letter's text back to the file. A position that lies between two segments (a joint that
 * the cleaning made) belongs to the one before it.
 * @returns null when the letter has no segments
 */
export function sourcePosition(segments: SourceSegment[], position: number): SourcePosition | null {
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle]?.start ?? 0) <= position) low = middle
    else high = middle - 1
  }
  const segment = segments[low]
  if (!segment) return null
  const within = Math.min(Math.max(position, segment.start), segment.end) - segment.start
  return { page: segment.page, offset: segment.offset + within }
}

/** The pages that a letter lies on, ascending. */
export function sourcePages(segments: SourceSegment[]): number[] {
  return [...new Set(segments.map((segment) => segment.page))].sort((a, b) => a - b)
}
