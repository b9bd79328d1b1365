import type { LayoutWord } from '../../../extractors/layout/words.ts'
import { monthOf } from '../../../extractors/time/words.ts'
import { type GreyImage, inkBelow } from './grey-image.ts'
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

/** How much of a type's size stands above and below the baseline. */
const ascent = 0.8
const descent = 0.22
/** A list marker stands at most so many line heights before what it marks. */
const markerGap = 3.5

/**
 * The words found on an image in points from its top left corner. Words that were run together are parted, the
 * signs of lists, which Tesseract takes for letters, put back, and specks that it took for words left out.
 */
export function pageWords(blocks: FoundBlock[], image: GreyImage): LayoutWord[] {
  const lines = blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  const points = 72 / image.dpi
  const pieces = lines.flatMap((line) => piecesOf(line, image))
  const usual = usualSize(pieces)
  return pieces.flatMap(({ line, words }) => {
    const measured = sizeOf(words)
    // measured on few letters a size varies: one that is near the usual is the usual
    const size = Math.abs(measured - usual) < usual * 0.1 ? usual : measured
    return words.map((word, at) => ({
      ...toLayoutWord(word, line, size, points),
      joinsLeft: isTail(word.text),
      joinsRight: isTail(words[at + 1]?.text),
    }))
  })
}

type LinePiece = { line: FoundLine; words: FoundWord[] }

/** The words of a line, apart where a wide gap shows that Tesseract took two columns for one line. */
function piecesOf(line: FoundLine, image: GreyImage): LinePiece[] {
  const { rowHeight } = line.rowAttributes
  const found = line.words
    .filter((word) => !isSpeck(word, rowHeight) && !isEmptyDash(word, image))
    .flatMap((word) => partWord(word, rowHeight, image))
    .map((word, at, words) => withDay(word, words[at + 1]))
    .reduce<FoundWord[]>((words, word) => withYear(words, word, rowHeight), [])
  const pieces: LinePiece[] = []
  for (const word of withBullet(found, rowHeight)) {
    const words = pieces.at(-1)?.words
    const last = words?.at(-1)
    if (words && last && word.bbox.x0 - last.bbox.x1 < rowHeight * 1.5) words.push(word)
    else pieces.push({ line, words: [word] })
  }
  return pieces.filter((piece, at) => hasLetters(piece) || isMarkerOf(piece, pieces[at + 1], rowHeight))
}

const hasLetters = ({ words }: LinePiece): boolean => words.some(({ text }) => /[\p{L}\p{N}]/u.test(text))

/** A dash or bullet before what it marks; other signs that stand alone are specks. */
function isMarkerOf({ words }: LinePiece, next: LinePiece | undefined, rowHeight: number): boolean {
  const [last, first] = [words.at(-1), next?.words[0]]
  return last !== undefined && first !== undefined && first.bbox.x0 - last.bbox.x1 < rowHeight * markerGap
}

/** The size that most characters of the page stand in, in pixels. */
function usualSize(pieces: LinePiece[]): number {
  const sizes = pieces.flatMap(({ words }) => {
    const size = sizeOf(words)
    return words.flatMap((word) => Array<number>(word.text.length).fill(size))
  })
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0
}

/** The size of the type that words are set in, told by how high their letters are: the median of the words. */
function sizeOf(words: FoundWord[]): number {
  const sizes = words.flatMap(({ text, bbox }) => {
    const share = heightShare(text)
    return share === null ? [] : [(bbox.y1 - bbox.y0) / share]
  })
  const height = (words[0]?.bbox.y1 ?? 0) - (words[0]?.bbox.y0 ?? 0)
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? height
}

/** How high a word's letters are in sizes of their type: those of most faces. Null where no letter tells. */
function heightShare(text: string): number | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return null
  const tall = /[\p{Lu}\p{N}bdfhijkltåé()!?/"”'’]/u.test(text)
  const deep = hasTail(text)
  if (tall) return deep ? 0.93 : 0.72
  return deep ? 0.74 : 0.53
}

const hasTail = (text: string): boolean => /[gjpqyQç,;()]/.test(text)

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

/** A dash that Tesseract sees where the page is empty: in the gap between two columns. */
function isEmptyDash({ text, bbox }: FoundWord, image: GreyImage): boolean {
  if (!/^[-–—_]+$/.test(text)) return false
  for (let x = bbox.x0; x < bbox.x1; x++) if (inkBelow(image, x, bbox.y0, bbox.y1)) return false
  return true
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
  return dot && gap > rowHeight * 0.7 && gap < rowHeight * markerGap
    ? [{ ...first, text: '•' }, ...words.slice(1)]
    : words
}

/** Letters that digits are taken for. */
const digits = new Map(
  [...'B8S5O0o0Q0I1l1i1|1Z2'.matchAll(/(.)(\d)/g)].map(([, letter, digit]) => [letter, digit]),
)
/** A digit that was read as a letter is at most this sure, so that a person looks at it. */
const guessed = 60

/** The day before the name of a month is a number ("B. august"): what was read as letters there are digits. */
export function withDay(word: FoundWord, next: FoundWord | undefined): FoundWord {
  if (!/^[\dBSOoQIli|Z]{1,2}\.$/.test(word.text) || /^\d+\.$/.test(word.text)) return word
  if (!next || monthOf(next.text.toLowerCase()) === 0) return word
  const text = word.text.replace(/[^\d.]/g, (letter) => digits.get(letter) ?? letter)
  return { ...word, text, confidence: Math.min(word.confidence, guessed) }
}

/** The halves of a year behind the name of a month ("20. juni 20 19") are one; type of few points is read like that. */
function withYear(words: FoundWord[], word: FoundWord, rowHeight: number): FoundWord[] {
  const [month, half] = words.slice(-2)
  const near = half !== undefined && word.bbox.x0 - half.bbox.x1 < rowHeight * 0.4
  const halves = /^(?:19|20)$/.test(half?.text ?? '') && /^\d\d(?!\d)/.test(word.text)
  if (!month || !half || !near || !halves || monthOf(month.text.toLowerCase()) === 0) return [...words, word]
  const bbox = { ...word.bbox, x0: half.bbox.x0 }
  const confidence = Math.min(half.confidence, word.confidence, guessed)
  return [...words.slice(0, -1), { text: half.text + word.text, bbox, confidence }]
}

/** What belongs to the word before it, if it stands close: the hyphen of a broken word, a full stop. */
const isTail = (text: string | undefined): boolean => text !== undefined && /^[-.,;:)]+$/.test(text)

function toLayoutWord(word: FoundWord, line: FoundLine, pixels: number, points: number) {
  const size = Math.round(pixels * points * 2) / 2
  const baseline = baselineOf(word, line, pixels) * points
  return {
    text: corrected(word, pixels),
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

/** The Danish data of Tesseract do not know the sign "@": it is read as a letter that no address has there. */
const mailWithWrongSign = /^([a-z0-9][a-z0-9._-]*)[ÆØÅæøåQG©®&€]{1,2}((?:[a-z0-9-]+\.)+[a-z]{2,3}[.,;:)]*)$/

/** What Tesseract confuses and the page itself tells apart: a stroke is no letter of Danish, a long hyphen a dash. */
function corrected({ text, bbox }: FoundWord, size: number): string {
  const mail = mailWithWrongSign.exec(text)
  if (mail) return `${mail[1]}@${mail[2]}`
  if (text === '-' && bbox.x1 - bbox.x0 > size * 0.42) return '–'
  // a small raised figure behind a full stop
  return text.replace(/^\|(?=\p{Ll}|$)/u, 'I').replace(/(?<=\p{Ll}{2}\.)[?!'’*]$/u, '')
}

/** The line a word stands on; where Tesseract took two columns for one line, the word's own foot tells. */
function baselineOf({ text, bbox }: FoundWord, { baseline }: FoundLine, size: number): number {
  const { x0, y0, x1, y1 } = baseline
  const middle = (bbox.x0 + bbox.x1) / 2
  const onLine = y0 + ((y1 - y0) * (middle - x0)) / Math.max(1, x1 - x0)
  const foot = bbox.y1 - (hasTail(text) ? size * 0.21 : 0)
  return Math.abs(onLine - foot) < size * 0.25 || !/[\p{L}\p{N}]/u.test(text) ? onLine : foot
}
