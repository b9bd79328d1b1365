import { type Word, wordOf } from './vocabulary.ts'

/**
 * A word, number or mark of a sentence; positions are those of the text it was cut from. `lower` is in lower case,
 * `word` what is known of it.
 */
export type Token = { text: string; lower: string; start: number; end: number; word: Word }

// "Ældre- og Handicapudvalget": a hyphen that hangs on to a word belongs to it
const tokenPattern =
  /[\p{L}\p{N}]+(?:[-'’./][\p{L}\p{N}]+)*(?:-(?=\s+(?:og|eller|samt)\s))?|§|%|[,;:()"”“„»«?!–-]/gu

/** Cuts `text` into words and the marks that matter for reading a sentence. `offset` is added to positions. */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = []
  tokenPattern.lastIndex = 0
  for (let match = tokenPattern.exec(text); match; match = tokenPattern.exec(text)) {
    const start = offset + match.index
    const word = wordOf(match[0])
    tokens.push({ text: match[0], lower: word.lower, start, end: start + match[0].length, word })
  }
  return tokens
}
