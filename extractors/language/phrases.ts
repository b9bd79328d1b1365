import { addPhrase, addWord, findHits, type Hit, newList, type Part } from './phrase-lists.ts'
import { type Word, wordOf } from './vocabulary.ts'
import { wordEnd } from './word-end.ts'
import { anyWordSearch } from './word-search.ts'
import type { Token } from './words.ts'

/** Tells whether one of a list of words and phrases occurs in a text, or in a passage whose words are known. */
export type PhraseTest = { test: (text: string | Passage) => boolean }

/** Words in a row, looked through once for all lists, when first asked. */
type Row = { words: readonly Word[]; hits: readonly Hit[] | null }
/** The stretch [start, end) of a row of words. */
export type Passage = { row: Row; start: number; end: number }

/** The passages of a row of tokens, each from one token up to another; without bounds, the whole. */
export function passagesOf(tokens: readonly Token[]): (from?: number, to?: number) => Passage {
  // in most rows each token is one word
  if (tokens.every(({ word }) => word.parts[0] === word)) {
    const row: Row = { words: tokens.map(({ word }) => word), hits: null }
    const at = (token: number) => Math.min(token, tokens.length)
    return (from = 0, to = tokens.length) => ({ row, start: at(from), end: at(to) })
  }
  const words: Word[] = []
  const starts = tokens.map(({ word }) => words.push(...word.parts) - word.parts.length)
  const row: Row = { words, hits: null }
  const at = (token: number) => starts[token] ?? words.length
  return (from = 0, to = tokens.length) => ({ row, start: at(from), end: at(to) })
}

/** The words of a passage as one line, lower case, for patterns. */
export function lineOf({ row, start, end }: Passage): string {
  let line = ''
  for (let at = start; at < end; at++) line += (at > start ? ' ' : '') + row.words[at]?.lower
  return line
}

/** Whether one of the words of a passage is `lower`. */
export function holdsWord({ row, start, end }: Passage, lower: string): boolean {
  for (let at = start; at < end; at++) if (row.words[at]?.lower === lower) return true
  return false
}

/** The words of a text as lists know them: letters and digits in a row, and the signs that stand for words. */
export function plainWords(text: string): string[] {
  const words: string[] = []
  for (let at = 0; at < text.length; ) {
    let end = at
    for (let next = wordEnd(text, at); ; next = wordEnd(text, end)) {
      if (text[next] === '§' || text[next] === '%') next++
      if (next === end) break
      end = next
    }
    if (end > at) words.push(text.slice(at, end))
    at = end + 1
  }
  return words
}

/** The words of a text as a passage; worth it where several lists are looked for. */
export function passageOf(text: string): Passage {
  const words = plainWords(text).map(wordOf)
  return { row: { words, hits: null }, start: 0, end: words.length }
}

const partsOf = (word: string): Part[] =>
  plainWords(word).map((text, at) => ({ text, open: at === 0 && word.startsWith('-') }))

const longestWord = (phrase: string): string =>
  plainWords(phrase.toLowerCase()).reduce(
    (longest, word) => (word.length > longest.length ? word : longest),
    '',
  )

/**
 * Compiles words and phrases of the data files. A leading hyphen leaves the beginning of the word open ("-leder"
 * matches "teamleder"), a trailing hyphen its end ("opfølgning-" matches "opfølgningen"). Upper and lower case are
 * the same; parts of a hyphenated word are words; a phrase's words must follow each other, whatever stands between
 * them that is no word.
 */
export function phraseTest(phrases: readonly string[]): PhraseTest {
  const list = newList()
  for (const phrase of phrases) {
    const words = phrase.toLowerCase().split(/\s+/)
    if (words.length === 1) addWord(list, words[0] as string)
    else addPhrase(list, words.flatMap(partsOf))
  }
  let mayHold: ((text: string) => boolean) | undefined
  return {
    test: (text) => {
      if (typeof text === 'string') {
        mayHold ??= anyWordSearch(phrases.map(longestWord))
        // a scan's "rn" is read as an m
        if (!mayHold(text) && !text.includes('rn')) return false
      }
      const { row, start, end } = typeof text === 'string' ? passageOf(text) : text
      row.hits ??= findHits(row.words)
      for (const hit of row.hits) if (hit.list === list && hit.start >= start && hit.end <= end) return true
      return false
    },
  }
}

/** Whole words and word endings of a data list as a test on one lower-case word. */
export function wordTest(words: readonly string[]): (lower: string) => boolean {
  const whole = new Set(words.filter((w) => !w.startsWith('-')))
  const endings = words.filter((w) => w.startsWith('-')).map((w) => w.slice(1))
  const known = new Map<string, boolean>()
  return (lower) => {
    const hit = known.get(lower)
    if (hit !== undefined) return hit
    const answer = whole.has(lower) || endings.some((e) => lower.length > e.length && lower.endsWith(e))
    known.set(lower, answer)
    return answer
  }
}
