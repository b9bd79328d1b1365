import type { LayoutWord } from '../../../extractors/layout/words.ts'
import type { GreyImage } from './grey-image.ts'
import { partWord } from './part-word.ts'

type FoundBox = { x0: number; y0: number; x1: number; y1: number }
export type FoundWord = { text: string; confidence: number; bbox: FoundBox }
export type FoundLine = {
  words: FoundWord[]
  baseline: FoundBox
  /** The height of the letters from the lowest to the highest, and how far the lowest reach below the line. */
  rowAttributes: { rowHeight: number; ascenders: number; descenders: number }
}
/** What Tesseract finds on an image, in its pixels; `confidence` is 0 to 100. */
export type FoundBlock = { paragraphs: { lines: FoundLine[] }[] }

/** The height of a line of letters in sizes of their type. */
const rowHeightOfSize = 0.93
/** How much of a type's size stands above and below the baseline. */
const ascent = 0.8
const descent = 0.22

/**
 * The words found on an image in points from its top left corner. Words that were run together are parted, the
 * signs of lists, which Tesseract takes for letters, put back, and specks that it took for words left out.
 */
export function pageWords(blocks: FoundBlock[], image: GreyImage): LayoutWord[] {
  const lines = blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  const usual = usualRowHeight(lines)
  return lines.flatMap((line) => {
    const rowHeight = heightOf(line, usual)
    const words = line.words
      .filter((word) => !isSpeck(word, rowHeight))
      .flatMap((word) => partWord(word, rowHeight, image))
    return withBullet(words, rowHeight).map((word, at, all) => {
      const joinsRight = isTail(all[at + 1]?.text)
      return {
        ...toLayoutWord(word, line, rowHeight, 72 / image.dpi),
        joinsLeft: isTail(word.text),
        joinsRight,
      }
    })
  })
}

/** The row height that most characters of the page stand in. */
function usualRowHeight(lines: FoundLine[]): number {
  const heights = lines.flatMap((line) =>
    line.words.flatMap((word) => Array<number>(word.text.length).fill(line.rowAttributes.rowHeight)),
  )
  return heights.sort((a, b) => a - b)[heights.length >> 1] ?? 0
}

/** A line's height; measured on few letters it varies, so one that is near the usual is the usual. */
function heightOf({ rowAttributes: { rowHeight } }: FoundLine, usual: number): number {
  return Math.abs(rowHeight - usual) < usual * 0.15 ? usual : rowHeight
}

/**
 * What is no word: marks without a letter or digit that Tesseract itself does not believe in (dust, the edge of a
 * stamp); letters and digits much lower than such letters are (dots, lines); what it does not believe in and that is
 * higher than a line (the edge of a picture, a stamp across the text).
 */
export function isSpeck({ text, confidence, bbox }: FoundWord, rowHeight: number): boolean {
  const height = bbox.y1 - bbox.y0
  if (!/[\p{L}\p{N}]/u.test(text)) return confidence < 60 && !/^[-–—.,;:]+$/.test(text)
  if (/[\p{Lu}\p{N}bdfhkltæøå]/u.test(text) && height < rowHeight * 0.4) return true
  return height < rowHeight * 0.2 || (confidence < 25 && height > rowHeight * 1.6)
}

/**
 * A bullet at the start of a line is read as "e", "o", "+", "«" or the like: a mark about as wide as it is high,
 * lower than a small letter, with a gap after it that no space between words has.
 */
export function withBullet(words: FoundWord[], rowHeight: number): FoundWord[] {
  const [first, second] = words
  if (!first || !second || !/^[eoc«»+*©®¢°'.,·•]{1,2}$/i.test(first.text)) return words
  const { x0, y0, x1, y1 } = first.bbox
  const [width, height] = [x1 - x0, y1 - y0]
  const dot = height < rowHeight * 0.5 && width < rowHeight * 0.55 && width > height * 0.6
  const gap = second.bbox.x0 - x1
  return dot && gap > rowHeight * 0.7 ? [{ ...first, text: '•' }, ...words.slice(1)] : words
}

/** What belongs to the word before it, if it stands close: the hyphen of a broken word, a full stop. */
const isTail = (text: string | undefined): boolean => text !== undefined && /^[-.,;:)]+$/.test(text)

function toLayoutWord(word: FoundWord, line: FoundLine, rowHeight: number, points: number) {
  const size = Math.round(((rowHeight * points) / rowHeightOfSize) * 2) / 2
  const baseline = baselineOf(word, line, rowHeight) * points
  return {
    text: word.text,
    left: word.bbox.x0 * points,
    top: baseline - size * ascent,
    right: word.bbox.x1 * points,
    bottom: baseline + size * descent,
    baseline,
    size,
    style: '',
    confidence: word.confidence / 100,
  }
}

/** The line a word stands on; where Tesseract took two columns for one line, the word's own foot tells. */
function baselineOf({ text, bbox }: FoundWord, { baseline }: FoundLine, rowHeight: number): number {
  const { x0, y0, x1, y1 } = baseline
  const middle = (bbox.x0 + bbox.x1) / 2
  const onLine = y0 + ((y1 - y0) * (middle - x0)) / Math.max(1, x1 - x0)
  const foot = bbox.y1 - (/[gjpqyQç,;()[\]]/.test(text) ? rowHeight * 0.22 : 0)
  return Math.abs(onLine - foot) < rowHeight * 0.25 || !/[\p{L}\p{N}]/u.test(text) ? onLine : foot
}
