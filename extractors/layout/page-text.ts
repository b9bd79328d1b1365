import type { Page, PageWord } from '../../schemas/page.ts'
import type { Span } from '../../schemas/span.ts'
import { joinOf } from '../structure/join-words.ts'
import type { LayoutPage, LayoutWord } from './words.ts'

/** The text of a page as it is being written, with the place of each word on the page. */
export type PageText = {
  page: LayoutPage
  text: string
  words: PageWord[]
  aside: Span[]
  /** The document's words with a hyphen inside them: a hyphen at a line's end is theirs. */
  hyphenated: Set<string>
}

/** Begins a line; `gap` leaves an empty one above it. */
export function newLine(to: PageText, gap: boolean): void {
  if (to.text !== '') to.text += gap ? '\n\n' : '\n'
}

/** Writes the words of a line of the page. */
export function writeWords(to: PageText, words: LayoutWord[]): void {
  words.forEach((word, at) => {
    if (at > 0) to.text += ' '
    const start = to.text.length
    to.text += word.text.normalize('NFC')
    const { confidence } = word
    const box = boxOf(to.page, word)
    to.words.push({ start, end: to.text.length, box, ...(confidence !== undefined && { confidence }) })
  })
}

/** How a line goes on is told by its end: no word is longer than this. */
const longestWord = 400

/** Writes the words of the next line so that the sentence goes on: with a space, or a broken word made whole. */
export function writeContinuation(to: PageText, words: LayoutWord[]): void {
  const end = to.text.slice(-longestWord)
  const line = end.slice(Math.max(end.lastIndexOf('\n'), end.lastIndexOf('\t')) + 1)
  const next = words.map((word) => word.text).join(' ')
  const join = joinOf(line, next, to.hyphenated)
  const last = to.words.at(-1)
  if (join === 'drop-hyphen' && last) {
    to.text = to.text.slice(0, -1)
    last.end--
  }
  if (join === 'space') to.text += ' '
  writeWords(to, words)
}

function boxOf({ width, height }: LayoutPage, word: LayoutWord): PageWord['box'] {
  const [left, right] = within(word.left / width, word.right / width)
  const [top, bottom] = within(word.top / height, word.bottom / height)
  return [left, top, right, bottom]
}

/** Both ends inside the page and apart from each other, to five decimals. */
function within(from: number, to: number): [number, number] {
  const least = 1e-5
  const start = Math.min(Math.max(from, 0), 1 - least)
  const end = Math.min(Math.max(to, start + least), 1)
  return [Math.floor(start * 1e5) / 1e5, Math.ceil(end * 1e5) / 1e5]
}

export function finishPage({ page, text, words, aside }: PageText): Page {
  return { number: page.number, text, words, aside }
}
