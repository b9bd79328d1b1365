import type { Span } from '../../schemas/span.ts'
import { abbreviations } from './abbreviations.ts'
import { enclosedRanges } from './enclosed.ts'
import { latin } from './latin.ts'
import { beginsLower } from './letter-case.ts'
import { inWord, wordEnd } from './word-end.ts'

const closers = `"”“»’')]}*`
/** Nobody writes longer sentences, in characters; what is longer (a file without full stops) is cut between words. */
const longest = 2000
const openers = `"”“„»«‘'([{*–—-`

/**
 * Splits a text into sentences. A line end always ends a sentence (a letter's text holds one block a line), so a
 * heading without a full stop is a sentence of its own. Abbreviations, ordinals ("den 1. marts", "3. kvartal"),
 * initials and dots inside words, dates and addresses do not end one, nor does anything inside a quotation or
 * parentheses; a semicolon never does.
 * @returns spans in order, disjoint, without surrounding space, which together hold every non-space character
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let lineStart = 0
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart)
    const lineEnd = newline < 0 ? text.length : newline
    splitLine(text, lineStart, lineEnd, spans)
    lineStart = lineEnd + 1
  }
  return spans
}

function splitLine(text: string, lineStart: number, lineEnd: number, spans: Span[]): void {
  const line = text.slice(lineStart, lineEnd)
  const enclosed = enclosedRanges(line)
  let start = 0
  let nextEnclosed = 0
  const push = (end: number) => {
    while (end - start > longest) {
      const space = line.lastIndexOf(' ', start + longest)
      pushPiece(space > start ? space : start + longest)
    }
    pushPiece(end)
  }
  const pushPiece = (end: number) => {
    const piece = line.slice(start, end)
    const trimmed = piece.trim()
    if (trimmed !== '') {
      const from = lineStart + start + piece.indexOf(trimmed)
      spans.push({ start: from, end: from + trimmed.length })
    }
    start = end
  }
  const stops = /[.!?…]/g
  for (let stop = stops.exec(line); stop; stop = stops.exec(line)) {
    while ((enclosed[nextEnclosed]?.end ?? Infinity) <= stop.index) nextEnclosed++
    const around = enclosed[nextEnclosed]
    const inside = around !== undefined && around.start < stop.index
    // the last stop inside a quotation may end the sentence together with its closing mark
    let end = stop.index + 1
    while (end < line.length && closers.includes(line[end] as string)) end++
    if (inside && end < around.end) continue
    if (end < line.length && !isSpace(line[end] as string)) continue
    if (endsSentence(line, start, stop.index, end)) push(end)
  }
  push(line.length)
}

const isSpace = (character: string) => character === ' ' || /\s/.test(character)

/** Whether the stop at `at`, with closing marks up to `end`, ends the sentence that began at `start`. */
export function endsSentence(line: string, start: number, at: number, end: number): boolean {
  let next = end
  while (next < line.length && isSpace(line[next] as string)) next++
  if (next >= line.length) return true
  while (next < line.length && (openers.includes(line[next] as string) || line[next] === ' ')) next++
  const first = line[next] ?? ''
  if (beginsLower.test(first)) return false
  if (line[at] !== '.') return true
  return fullStopEnds(line, start, at, next)
}

const initial = latin(/^\p{Lu}\.$/u)
const singleLetters = latin(/^(\p{L}\.){2,}$/u)

function fullStopEnds(line: string, start: number, at: number, next: number): boolean {
  const { neverEnd, mayEnd, units, starters, months, numbered } = abbreviations()
  const token = wordBefore(line, start, at)
  const lower = token.toLowerCase()
  if (neverEnd.has(lower)) return false
  if (units.has(lower)) return true
  const followedByDigit = isDigit(line, next)
  if (mayEnd.has(lower)) return !followedByDigit
  if (token.length <= 3 && /^\d{1,2}\.$/.test(token)) {
    const beginsSentence = line.slice(start, Math.min(at, start + 20)).trim() === token.slice(0, -1)
    // "i uge 2 og 3. 96 af dem": after such a noun the number is no ordinal
    if (followedByDigit && numbered.test(line.slice(Math.max(start, at - 40), at))) return true
    return !(followedByDigit || beginsSentence || months.has(wordAt(line, next)))
  }
  // an initial or a section letter ("Birgitte N. Lundgren", "Spor I. Kapacitet"), unless a new sentence clearly begins
  if (token.length === 2 && initial.test(token))
    return starters.has(wordAt(line, next)) && wordAt(line, next) !== 'i'
  // an unlisted abbreviation of single letters ("m.h.b.")
  if (token[1] === '.' && singleLetters.test(token)) return starters.has(wordAt(line, next))
  return true
}

const isDigit = (line: string, at: number) => line.charCodeAt(at) >= 48 && line.charCodeAt(at) <= 57
const wordAt = (line: string, at: number): string => line.slice(at, wordEnd(line, at)).toLowerCase()

const isOfWord = (line: string, at: number) => line[at] === '.' || line[at] === '/' || inWord(line, at)

/** The word that ends at the stop `at`, with the stop, at most 20 characters back and not before `start`. */
function wordBefore(line: string, start: number, at: number): string {
  let from = at
  while (from > start && at - from < 20 && isOfWord(line, from - 1)) from--
  return line.slice(from, at + 1)
}
