import { type Word, wordOf } from './vocabulary.ts'
import { wordEnd } from './word-end.ts'
import type { Token } from './words.ts'

/** Tells whether one of a list of words and phrases occurs in a text, or in a passage whose words are known. */
export type PhraseTest = { test: (text: string | Passage) => boolean }

/** One of a list's words or phrases in a row of words; positions count words. */
type Hit = { list: number; start: number; end: number }
/** Words in a row, looked through once for all lists, when first asked. */
type Row = { words: readonly Word[]; hits: readonly Hit[] | null }
/** The stretch [start, end) of a row of words. */
export type Passage = { row: Row; start: number; end: number }

type PhraseList = { isWord: (word: string) => boolean; beginnings: string[] }
/** All compiled lists; a text is looked through once for all of them. */
const lists: PhraseList[] = []
/** A word of a phrase; `open`: other letters may stand before it in its word. */
type Part = { text: string; open: boolean }
/** A phrase of several words: its list and the words after the first. */
type Phrase = { list: number; rest: Part[] }
/** The phrases that begin with a word, by the word after it; `open`: those of which that may be the end of a word. */
type Phrases = { byNext: Map<string, Phrase[]>; open: Phrase[] }
const phrasesByStart = new Map<string, Phrases>()
/** What may begin with a word, `of` so many lists: the numbers of those that it alone belongs to, and phrases. */
export type Listed = { of: number; lists: readonly number[]; phrases: Phrases | null }

function listedOf(word: Word): Listed {
  // what was looked up before does not know a new list
  if (word.listed?.of === lists.length) return word.listed
  const { lower } = word
  const numbers = lists.flatMap(({ isWord, beginnings }, number) =>
    isWord(lower) || beginnings.some((b) => lower.startsWith(b)) ? [number] : [],
  )
  const listed = { of: lists.length, lists: numbers, phrases: phrasesByStart.get(lower) ?? null }
  word.listed = listed
  return listed
}

/** Whether the words of a phrase behind its first stand from `at` on. */
function follows(words: readonly Word[], at: number, rest: readonly Part[]): boolean {
  for (let k = 0; k < rest.length; k++) {
    const { text, open } = rest[k] as Part
    const lower = words[at + k]?.lower
    if (lower !== text && !(open && lower?.endsWith(text))) return false
  }
  return true
}

function findHits(words: readonly Word[]): Hit[] {
  const hits: Hit[] = []
  for (let start = 0; start < words.length; start++) {
    const { lists: alone, phrases } = listedOf(words[start] as Word)
    for (const list of alone) hits.push({ list, start, end: start + 1 })
    if (!phrases) continue
    const next = words[start + 1]?.lower ?? ''
    for (const candidates of [phrases.byNext.get(next) ?? none, phrases.open])
      for (const { list, rest } of candidates)
        if (follows(words, start + 1, rest)) hits.push({ list, start, end: start + 1 + rest.length })
  }
  return hits
}
const none: readonly Phrase[] = []

/** The passages of a row of tokens, each from one token up to another; without bounds, the whole. */
export function passagesOf(tokens: readonly Token[]): (from?: number, to?: number) => Passage {
  const words: Word[] = []
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
    const [first, ...rest] = phrase
      .toLowerCase()
      .split(/\s+/)
      .flatMap((word) =>
        plainWords(word).map((text, at) => ({ text, open: at === 0 && word.startsWith('-') })),
      )
    const start = first?.text ?? ''
    const known = phrasesByStart.get(start) ?? { byNext: new Map<string, Phrase[]>(), open: [] }
    const [next] = rest
    if (next?.open) known.open.push({ list: number, rest })
    else
      known.byNext.set(next?.text ?? '', [
        ...(known.byNext.get(next?.text ?? '') ?? []),
        { list: number, rest },
      ])
    phrasesByStart.set(start, known)
  }
  return {
    test: (text) => {
      const { row, start, end } = typeof text === 'string' ? passageOf(text) : text
      row.hits ??= findHits(row.words)
      for (const hit of row.hits) if (hit.list === number && hit.start >= start && hit.end <= end) return true
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
