import { wordEnd } from './word-end.ts'
import type { Token } from './words.ts'

/** Tells whether one of a list of words and phrases occurs in a text, or in a passage whose words are known. */
export type PhraseTest = { test: (text: string | Passage) => boolean }

/** One of a list's words or phrases in a row of words; positions count words. */
type Hit = { list: number; start: number; end: number }
/** Words in a row, looked through once for all lists, when first asked. */
type Row = { words: string[]; hits: readonly Hit[] | null }
/** The stretch [start, end) of a row of words. */
export type Passage = { row: Row; start: number; end: number }

type PhraseList = { isWord: (word: string) => boolean; beginnings: string[] }
/** All compiled lists; a text is looked through once for all of them. */
const lists: PhraseList[] = []
/** A phrase of several words: its list and its words, which come first in `phrasesByStart`. */
type Phrase = { list: number; words: string[] }
const phrasesByStart = new Map<string, Phrase[]>()
/** What may begin with a word: the numbers of the lists that it alone belongs to, and phrases. */
type Entry = { lists: readonly number[]; phrases: readonly Phrase[] }
const entries = new Map<string, Entry | null>()
/** How many words are remembered before starting over. */
const rememberedWords = 50_000

/** Null for a word that no list begins with, as most do not. */
function entryOf(word: string): Entry | null {
  const hit = entries.get(word)
  if (hit !== undefined) return hit
  const numbers = lists.flatMap(({ isWord, beginnings }, number) =>
    isWord(word) || beginnings.some((b) => word.startsWith(b)) ? [number] : [],
  )
  const phrases = phrasesByStart.get(word) ?? []
  const entry = numbers.length + phrases.length > 0 ? { lists: numbers, phrases } : null
  if (entries.size > rememberedWords) entries.clear()
  entries.set(word, entry)
  return entry
}

/** A word of a phrase; one that begins with a hyphen leaves the beginning of the word open. */
const isPart = (word: string | undefined, part: string): boolean =>
  word === part || (part.startsWith('-') && word?.endsWith(part.slice(1)) === true)

function findHits(words: string[]): Hit[] {
  const hits: Hit[] = []
  for (let start = 0; start < words.length; start++) {
    const entry = entryOf(words[start] as string)
    if (!entry) continue
    for (const list of entry.lists) hits.push({ list, start, end: start + 1 })
    for (const { list, words: phrase } of entry.phrases)
      if (phrase.every((word, k) => isPart(words[start + k], word)))
        hits.push({ list, start, end: start + phrase.length })
  }
  return hits
}

/** The passages of a row of tokens, each from one token up to another; without bounds, the whole. */
export function passagesOf(tokens: readonly Token[]): (from?: number, to?: number) => Passage {
  const words: string[] = []
  const starts: number[] = []
  for (const { word } of tokens) {
    starts.push(words.length)
    for (const part of word.parts) words.push(part)
  }
  const row: Row = { words, hits: null }
  const at = (token: number) => starts[token] ?? words.length
  return (from = 0, to = tokens.length) => ({ row, start: at(from), end: at(to) })
}

/** The words of a passage as one line, lower case, for patterns. */
export const lineOf = ({ row, start, end }: Passage): string => row.words.slice(start, end).join(' ')

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
  const words = plainWords(text.toLowerCase())
  return { row: { words, hits: null }, start: 0, end: words.length }
}

/**
 * Compiles words and phrases of the data files. A leading hyphen leaves the beginning of the word open ("-leder"
 * matches "teamleder"), a trailing hyphen its end ("opfølgning-" matches "opfølgningen"). Upper and lower case are
 * the same; parts of a hyphenated word are words; a phrase's words must follow each other, whatever stands between
 * them that is no word.
 */
export function phraseTest(phrases: readonly string[]): PhraseTest {
  const single = phrases.filter((p) => !/\s/.test(p)).map((p) => p.toLowerCase())
  const number = lists.length
  lists.push({
    isWord: wordTest(single.filter((p) => !p.endsWith('-'))),
    beginnings: single.filter((p) => p.endsWith('-')).map((p) => p.slice(0, -1)),
  })
  for (const phrase of phrases.filter((p) => /\s/.test(p))) {
    const words = phrase
      .toLowerCase()
      .split(/\s+/)
      .flatMap((word) =>
        plainWords(word).map((plain, at) => (at === 0 && word.startsWith('-') ? `-${plain}` : plain)),
      )
    const [first = ''] = words
    phrasesByStart.set(first, [...(phrasesByStart.get(first) ?? []), { list: number, words }])
  }
  // what was remembered does not know the new list
  entries.clear()
  return {
    test: (text) => {
      const { row, start, end } = typeof text === 'string' ? passageOf(text) : text
      row.hits ??= findHits(row.words)
      return row.hits.some((hit) => hit.list === number && hit.start >= start && hit.end <= end)
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
