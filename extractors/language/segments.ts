import type { Span } from '../../schemas/span.ts'
import { latin } from './latin.ts'
import { matchesIn } from './matches.ts'
import { endsSentence } from './sentences.ts'

/** No sentence of a letter is looked through further than this on either side. */
const reach = 400

const mayBegin = latin(/[.!?:](?=["”)]?\s+["„”(]?[\p{Lu}\d-])|[\n\t]/gu)
const mayEnd = latin(/[.!?](?=["”)]?(?:\s+["„”(]?[\p{Lu}\d-]|\s*$))|[\n\t]/gu)
/** The sentence around a span: from the full stop, colon or end of a line or cell before it to the one after it. */
export function sentenceAround(text: string, span: Span): Span {
  let start = Math.max(0, span.start - reach)
  const first = start
  // a time may be the sentence's first words, which tell that a sentence begins there
  const before = text.slice(start, span.start + 3)
  for (const match of matchesIn(before, mayBegin))
    if (first + match.index < span.start && ends(text, start, first + match.index))
      start = first + match.index + 1
  const after = text.slice(span.end, span.end + reach)
  let end = span.end + after.length
  for (const match of matchesIn(after, mayEnd)) {
    if (!ends(text, start, span.end + match.index)) continue
    end = span.end + match.index
    break
  }
  return { start, end }
}

const ends = (text: string, start: number, at: number): boolean =>
  text[at] !== '.' || endsSentence(text, start, at, at + (/["”)]/.test(text[at + 1] ?? '') ? 2 : 1))

const between = /[,;:](?=\s)|[()]|\s[–—-](?=\s)/g
/** The pieces of a sentence between commas, semicolons, dashes and parentheses. */
export function segments(text: string, sentence: Span): Span[] {
  const pieces: Span[] = []
  let start = sentence.start
  const body = text.slice(sentence.start, sentence.end)
  for (const match of matchesIn(body, between)) {
    const at = sentence.start + match.index
    if (at > start) pieces.push({ start, end: at })
    start = at + match[0].length
  }
  if (sentence.end > start) pieces.push({ start, end: sentence.end })
  return pieces
}
