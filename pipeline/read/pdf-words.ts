import type { LayoutWord } from '../../extractors/layout/words.ts'
import { type Matrix, multiply } from './matrix.ts'
import { textWidth } from './text-width.ts'

/** A piece of text of pdf.js. `transform` leads from the type's units to the page's, y upwards. */
export type PdfItem = {
  str: string
  transform: number[]
  width: number
  height: number
  fontName: string
}

/** No page is larger, in points: what stands farther out (in a broken file) is on no page. Source: PDF 1.7, annex C. */
export const farthest = 14_400

/** How much of a type's size stands above and below the baseline. */
export const ascent = 0.8
export const descent = 0.22

/**
 * The words of pdf.js' text items in the coordinates of a page that is looked at: y downwards from the top left
 * corner. A word inside an item gets its share of the item's width.
 * @param view the page's viewport transform
 */
export function wordsOf(items: PdfItem[], view: number[]): { words: LayoutWord[]; turned: LayoutWord[] } {
  const words: LayoutWord[] = []
  const turned: LayoutWord[] = []
  for (const item of items) {
    if (item.str.trim() === '') continue
    const matrix = multiply(view as Matrix, item.transform as Matrix)
    // also false where a broken file made it no number
    if (![...matrix, item.width].every((number) => Math.abs(number) <= farthest)) continue
    // a quarter or half turn; type that leans a little (a page scanned askew) is level
    const level = matrix[0] > 0 && Math.abs(matrix[1]) < matrix[0] * 0.3
    if (level) words.push(...split(item, matrix))
    else turned.push(...turnedWords(item, matrix))
  }
  return { words, turned }
}

/** Some typefaces have a hyphen of their own; at a line's end it parts a word like any other. */
export const plainHyphens = (text: string): string => text.replace(/[\u2010\u2011]/g, '-')

function split(item: PdfItem, [a, b, c, d, x, y]: Matrix): LayoutWord[] {
  const size = Math.hypot(c, d)
  const slope = b / a
  const total = textWidth(item.str)
  const words: LayoutWord[] = []
  let before = 0
  let at = 0
  for (const match of item.str.matchAll(/\S+/g)) {
    before += textWidth(item.str.slice(at, match.index))
    const width = textWidth(match[0])
    at = match.index + match[0].length
    const wide = Math.abs(item.width)
    const left = x + (before / total) * wide
    const baseline = y + (left - x) * slope
    words.push({
      text: plainHyphens(match[0]),
      left,
      top: baseline - size * ascent,
      right: left + (width / total) * wide,
      bottom: baseline + size * descent,
      baseline,
      size,
      style: item.fontName,
      joinsLeft: match.index === 0,
      joinsRight: at === item.str.length,
    })
    before += width
  }
  return words
}

/** An item that stands upright is kept whole: nothing is read from its words. */
function turnedWords(item: PdfItem, [a, b, c, d, x, y]: Matrix): LayoutWord[] {
  const size = Math.hypot(c, d)
  const along = Math.hypot(a, b) || 1
  const [dx, dy] = [(a / along) * item.width, (b / along) * item.width]
  const [ux, uy] = [c * ascent, d * ascent]
  const xs = [x, x + dx, x + ux, x + dx + ux]
  const ys = [y, y + dy, y + uy, y + dy + uy]
  const bottom = Math.max(...ys)
  const area = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom }
  const text = item.str.trim().replace(/\s+/g, ' ')
  return [
    { text, ...area, baseline: bottom, size, style: item.fontName, joinsLeft: false, joinsRight: false },
  ]
}
