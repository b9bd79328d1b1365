import type { Span } from './span.ts'

/** A stretch of a page as fractions of its width and height: left, top, right, bottom. */
export type Box = [left: number, top: number, right: number, bottom: number]

/**
 * Where the characters [start, end) of a page's text stand on it. A word broken over two lines is two of these.
 * `confidence`: how sure the reader of an image is of the word, 0 to 1; absent where the file itself gives the text.
 */
export type PageWord = { start: number; end: number; box: Box; confidence?: number }

export const scanGrades = ['good', 'uncertain', 'bad'] as const
export type ScanGrade = (typeof scanGrades)[number]

/**
 * Why a page was not read from its image: it takes longer than the limit; the file has more scanned pages than the
 * limit; its image is broken or has more pixels than the limit; or drawing or recognising it failed.
 */
export const unreadReasons = ['time', 'pages', 'image', 'failed'] as const
export type UnreadReason = (typeof unreadReasons)[number]

/**
 * How well a page was read from its image: `confidence` is that of its words (0 to 1), `uncoveredInk` the share of its
 * letters (0 to 1) that no word covers. `blank`: nothing is seen on it.
 */
export type ReadScan = {
  grade: ScanGrade
  confidence: number
  uncoveredInk: number
  blank: boolean
}
/** `limit`: the value of the limit that an unread page met. A file that may hold more under a higher one is read again. */
export type UnreadScan = { grade: 'unread'; reason: UnreadReason; limit?: number }
export type PageScan = ReadScan | UnreadScan

/**
 * One page of a file as its reader saw it. `text` has `\n` line ends and is NFC; `number` counts from 1.
 * - `words`: where its words stand, in the order of the text; absent where the file has no pages (text, Markdown)
 * - `aside`: lines that by their place on the page are no part of the running text: running heads, page numbers,
 *   margin columns; absent where places are not known
 * - `runsOn`: the running text breaks off at the page's end in the middle of a sentence
 * - `scan`: that the page was read from its image, and how well
 */
export type Page = {
  number: number
  text: string
  words?: PageWord[]
  aside?: Span[]
  runsOn?: boolean
  scan?: PageScan
}

export const fileFormats = ['text', 'markdown', 'pdf', 'docx', 'mail', 'picture'] as const
export type FileFormat = (typeof fileFormats)[number]

/** A file that was read: its pages in order. `notes` are remarks for a person (say, a guessed encoding). */
export type ReadFile = { format: FileFormat; pages: Page[]; notes: string[] }

/**
 * One line of a page: `offset` is where it starts in that page's text.
 * - `aside`: whether by its place on the page it is no part of the running text; absent where places are not known
 * - `runsOn`: the page breaks off here in the middle of a sentence
 */
export type SourceLine = { text: string; page: number; offset: number; aside?: boolean; runsOn?: boolean }

/** The lines of one letter in a file. `uncertain` says why a boundary is in doubt, null when it is not. */
export type LetterLines = { lines: SourceLine[]; uncertain: string | null }
