import { textWidth } from '../text-width.ts'
import { type GreyImage, inkBelow } from './grey-image.ts'
import type { FoundWord } from './page-words.ts'

/** A space is at least this share of a line's height; the gaps between letters are a tenth of it. */
const space = 0.23

/**
 * Tesseract runs short words together ("Viharifebruar"). A word with gaps in it as wide as a space is parted there;
 * which letters stand before a gap is told by how wide they are in an average type face.
 */
export function partWord(word: FoundWord, rowHeight: number, image: GreyImage): FoundWord[] {
  if ([...word.text].length < 3) return [word]
  const runs = inkRuns(word.bbox, image, Math.max(2, rowHeight * space))
  const text = doubledStroke.test(word.text) && isStroke(runs, rowHeight) ? word.text.slice(1) : word.text
  const letters = [...text]
  if (runs.length < 2 || runs.length > letters.length) return [word]
  const inked = runs.reduce((sum, [from, to]) => sum + to - from, 0)
  const total = textWidth(text)
  const parts: FoundWord[] = []
  let [at, before] = [0, 0]
  runs.forEach(([from, to], run) => {
    before += to - from
    const left = runs.length - 1 - run
    const end =
      left === 0 ? letters.length : nearest(letters, at + 1, letters.length - left, before / inked, total)
    const text = letters.slice(at, end).join('')
    parts.push({ ...word, text, bbox: { ...word.bbox, x0: from, x1: to } })
    at = end
  })
  const words: FoundWord[] = []
  for (const part of parts) {
    const last = words.at(-1)
    if (last && isNoSpace(last.text, part.text, (part.bbox.x0 - last.bbox.x1) / rowHeight))
      words.splice(-1, 1, { ...part, text: last.text + part.text, bbox: { ...part.bbox, x0: last.bbox.x0 } })
    else words.push(part)
  }
  // a sign of its own between two gaps is letter-spaced type, or a table's dots
  return words.some((part) => part.text.length > 1) ? words : [word]
}

/** The space after the first word of "I gang" is read as a second stroke. */
const doubledStroke = /^[I|!l]{2}\p{Ll}/u
const isStroke = ([first]: [number, number][], rowHeight: number): boolean =>
  first !== undefined && first[1] - first[0] < 0.2 * rowHeight

/** Figures of one width stand so far apart, in line heights, where they are narrow ("11"). */
const betweenFigures = 0.45

/** Whether a gap is none between words: two figures, or a letter that is no word alone. */
function isNoSpace(before: string, after: string, gap: number): boolean {
  if (/\d$/.test(before) && /^\d/.test(after)) return gap < betweenFigures
  const letters = /\p{L}$/u.test(before) && /^\p{L}/u.test(after)
  return letters && (loneLetter.test(before) || loneLetter.test(after))
}

/** All but the words "i", "å" and "ø". */
const loneLetter = /^[^\P{Ll}iåø]$/u

/** After how many letters, `from` to `to`, the text comes nearest to a share of its width. */
function nearest(letters: string[], from: number, to: number, share: number, total: number): number {
  let found = from
  let least = Infinity
  for (let end = from; end <= to; end++) {
    const off = Math.abs(textWidth(letters.slice(0, end).join('')) / total - share)
    if (off < least) [found, least] = [end, off]
  }
  return found
}

/** The stretches of a box that have ink in them, where gaps of at least `gap` pixels part them. */
function inkRuns({ x0, y0, x1, y1 }: FoundWord['bbox'], image: GreyImage, gap: number): [number, number][] {
  const runs: [number, number][] = []
  for (let x = Math.max(0, x0); x < Math.min(image.width, x1); x++) {
    if (!inkBelow(image, x, y0, y1)) continue
    const last = runs.at(-1)
    if (last && x - last[1] < gap) last[1] = x + 1
    else runs.push([x, x + 1])
  }
  return runs
}
