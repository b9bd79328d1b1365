import { type Word, wordOf } from './vocabulary.ts'
import { wordEnd } from './word-end.ts'

/**
 * A word, number or mark of a sentence; positions are those of the text it was cut from. `lower` is in lower case,
 * `word` what is known of it.
 */
export type Token = { text: string; lower: string; start: number; end: number; word: Word }

/** Marks that matter for reading a sentence. */
const marks = new Set('§%,;:()"”“„»«?!–-')
/** What joins letters to one word: "e-mail", "d'Or", "06/07", "2.500"; a comma joins digits only. */
const joints = new Set("-'’./")
/** "Ældre- og Handicapudvalget": a hyphen that hangs on to a word belongs to it. */
const hangingHyphen = /-(?=\s+(?:og|eller|samt)\s)/y

/** Cuts `text` into words and the marks that matter for reading a sentence. `offset` is added to positions. */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    let end = wordEnd(text, at)
    if (end === at) end = text[at] !== ' ' && marks.has(text[at] as string) ? at + 1 : at
    else if (text[end] !== ' ') end = wholeWord(text, end)
    if (end > at) {
      const written = text.slice(at, end)
      const word = wordOf(written)
      tokens.push({ text: written, lower: word.lower, start: offset + at, end: offset + end, word })
    }
    at = Math.max(end, at + 1)
  }
  return tokens
}

/** The comma of "1,6 mio." */
const isDecimal = (text: string, at: number): boolean =>
  text[at] === ',' && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Where a word ends whose first letters end at `end`: behind what is joined to them. */
function wholeWord(text: string, end: number): number {
  let stop = end
  while (joints.has(text[stop] as string) || isDecimal(text, stop)) {
    const next = wordEnd(text, stop + 1)
    if (next === stop + 1) break
    stop = next
  }
  hangingHyphen.lastIndex = stop
  return text[stop] === '-' && hangingHyphen.test(text) ? stop + 1 : stop
}
