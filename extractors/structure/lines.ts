import type { SourceLine } from '../../schemas/page.ts'
import { latin } from '../language/latin.ts'
import { matchesIn } from '../language/matches.ts'
import { type Marker, markerOf } from './list-markers.ts'

/** A stretch of text and where it stands in its page; `offset` is -1 for white space that no page holds. */
export type Chunk = { text: string; page: number; offset: number }

/**
 * A line that holds something, without the marks of emphasis and with single spaces. A gap of four spaces or more is
 * a column gap and becomes a tab; so does a narrower one that ends where a column of the line above begins.
 * - `marker`: what a list item or numbered heading begins with, asked of every line by many
 * - `indent`: white space before the text, in characters
 * - `blankBefore`, `pageBefore`: an empty line, or a page break, stands between the line before and this one
 * - `aside`: whether by its place on the page it is no part of the running text; null where places are not known
 * - `runsOn`: the page breaks off here in the middle of a sentence
 * - `bold`: emphasised as a whole; `boldContinues`: its emphasis began on the line before
 */
export type Line = {
  text: string
  chunks: Chunk[]
  marker: Marker | null
  indent: number
  blankBefore: boolean
  pageBefore: boolean
  aside: boolean | null
  runsOn: boolean
  bold: boolean
  boldContinues: boolean
}

/** The lines of a letter that hold something, in order. */
export function readLines(source: SourceLine[]): Line[] {
  const lines: Line[] = []
  let blank = false
  let page = source[0]?.page
  let insideBold = false
  let columns: number[] = []
  for (const { text, page: linePage, offset, aside = null, runsOn = false } of source) {
    const stars = text.includes('*') ? text.split('**').length - 1 : 0
    const chunks = cleanChunks(text, linePage, offset, columns)
    const cleaned = chunks.length === 1 ? (chunks[0]?.text ?? '') : chunks.map((chunk) => chunk.text).join('')
    if (cleaned === '') {
      blank = true
      if (stars === 0) insideBold = false
      continue
    }
    const own = columnStarts(text)
    if (own.length > 0 || !cleaned.includes('\t')) columns = own
    lines.push({
      text: cleaned,
      chunks,
      marker: markerOf(cleaned),
      indent: /^[ \u00a0]*/.exec(text)?.[0].length ?? 0,
      blankBefore: blank || lines.length === 0,
      pageBefore: linePage !== page,
      aside,
      runsOn,
      bold:
        insideBold || (stars > 0 && /^\s*(?:#+ )?\*\*/.test(text) && (stars === 1 || /\*\*\s*$/.test(text))),
      boldContinues: insideBold && !blank,
    })
    if (stars % 2 === 1) insideBold = !insideBold
    blank = false
    page = linePage
  }
  return lines
}

// what is taken out of a line: emphasis, the angle brackets of a bare address, soft hyphens and zero-width marks
const removable = latin(
  /\*\*|(?<![\p{L}\p{N}*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\p{L}\p{N}*])|<(?=https?:)|(?<=<https?:[^\s<>]{1,300})>|[\u00ad\u200b-\u200d\u2060\ufeff]/u,
)
// what becomes one space or, where it is wide, a tab
const spacing = /[ \u00a0\u2000-\u200a\u202f\u3000]{2,}|[\u00a0\u2000-\u200a\u202f\u3000\r\v]/
const special = latin(new RegExp(`(${removable.source})|(${spacing.source})`, 'gu'))
/** Most lines have nothing of the kind, which is quickly seen. */
const maybeSpecial = /[*<\u00a0\u00ad\u2000-\u200d\u202f\u2060\u3000\ufeff\r\v]| {2}/

/** Where a line's columns begin that stand far apart, in characters. */
const columnStarts = (text: string): number[] =>
  / {4}/.test(text) ? matchesIn(text, /(?<=\S) {4,}(?=\S)/g).map((gap) => gap.index + gap[0].length) : []

/** @param columns where the line above has columns: a narrow gap that ends there divides them, too */
function cleanChunks(text: string, page: number, offset: number, columns: number[]): Chunk[] {
  const content = text.trimEnd()
  const start = /^[^\S\t\n]*/.exec(content)?.[0].length ?? 0
  if (start >= content.length) return []
  const rest = content.slice(start)
  if (!maybeSpecial.test(rest)) return [{ text: rest, page, offset: offset + start }]
  const chunks: Chunk[] = []
  let from = start
  const keep = (to: number) => {
    if (to > from) chunks.push({ text: content.slice(from, to), page, offset: offset + from })
  }
  for (const match of matchesIn(content, special)) {
    if (match.index < start) continue
    keep(match.index)
    from = match.index + match[0].length
    const divides = match[0].length >= 4 || (match[0].length > 1 && columns.includes(from))
    if (match[2] !== undefined) chunks.push({ text: divides ? '\t' : ' ', page, offset: -1 })
  }
  keep(content.length)
  return chunks
}

/** The part of some chunks between two positions of their joined text. */
export function sliceChunks(chunks: Chunk[], from: number, to = Infinity): Chunk[] {
  const part: Chunk[] = []
  let at = 0
  for (const chunk of chunks) {
    const first = Math.max(0, from - at)
    const last = Math.min(chunk.text.length, to - at)
    if (first < last) {
      const offset = chunk.offset < 0 ? -1 : chunk.offset + first
      part.push({ text: chunk.text.slice(first, last), page: chunk.page, offset })
    }
    at += chunk.text.length
  }
  return part
}
