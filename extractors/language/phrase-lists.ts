import type { Word } from './vocabulary.ts'

/** One of a list's words or phrases in a row of words; positions count words. */
export type Hit = { list: number; start: number; end: number }
/** A word of a phrase; `open`: other letters may stand before it in its word. */
export type Part = { text: string; open: boolean }
/** A phrase of several words: its list and the words after the first. */
type Phrase = { list: number; rest: readonly Part[] }
/** The phrases that begin with a word, by the word after it; `open`: those of which that may be the end of a word. */
type Phrases = { byNext: Map<string, Phrase[]>; open: Phrase[] }
/** What may begin with a word, `of` so many lists: the numbers of those that it alone belongs to, and phrases. */
export type Listed = { of: number; lists: readonly number[]; phrases: Phrases | null }

type Open = { list: number; text: string }

/** How many lists there are; a text is looked through once for all of them. */
let count = 0
const wholeWords = new Map<string, number[]>()
/** Words left open, by their first or last letter. */
const beginnings = new Map<string, Open[]>()
const endings = new Map<string, Open[]>()
const phrasesByStart = new Map<string, Phrases>()

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** The number of a new list. */
export const newList = (): number => count++

/** Adds a lower-case word to a list, its beginning or end left open by a hyphen. */
export function addWord(list: number, word: string): void {
  if (word.endsWith('-')) addTo(beginnings, word.charAt(0), { list, text: word.slice(0, -1) })
  else if (word.startsWith('-')) addTo(endings, word.charAt(word.length - 1), { list, text: word.slice(1) })
  else addTo(wholeWords, word, list)
}

/** Adds a phrase of lower-case words to a list. */
export function addPhrase(list: number, [first, next, ...others]: readonly Part[]): void {
  if (!first || !next) {
    if (first) addWord(list, first.text)
    return
  }
  const phrases = phrasesByStart.get(first.text) ?? { byNext: new Map<string, Phrase[]>(), open: [] }
  phrasesByStart.set(first.text, phrases)
  const phrase = { list, rest: [next, ...others] }
  if (next.open) phrases.open.push(phrase)
  else addTo(phrases.byNext, next.text, phrase)
}

/** What nothing begins with, which is most words. */
let nothing: Listed = { of: 0, lists: [], phrases: null }

function listedOf(word: Word): Listed {
  // what was looked up before does not know a new list
  if (word.listed?.of === count) return word.listed
  if (nothing.of !== count) nothing = { of: count, lists: [], phrases: null }
  const { lower } = word
  const lists = [...(wholeWords.get(lower) ?? [])]
  for (const { list, text } of beginnings.get(lower.charAt(0)) ?? [])
    if (lower.startsWith(text)) lists.push(list)
  for (const { list, text } of endings.get(lower.charAt(lower.length - 1)) ?? [])
    if (lower.length > text.length && lower.endsWith(text)) lists.push(list)
  const phrases = phrasesByStart.get(lower) ?? null
  const listed = lists.length > 0 || phrases ? { of: count, lists, phrases } : nothing
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

function addFollowed(phrases: readonly Phrase[], words: readonly Word[], start: number, hits: Hit[]): void {
  for (const { list, rest } of phrases)
    if (follows(words, start + 1, rest)) hits.push({ list, start, end: start + 1 + rest.length })
}

/** Where in a row of words the words and phrases of all lists stand. */
export function findHits(words: readonly Word[]): Hit[] {
  const hits: Hit[] = []
  for (let start = 0; start < words.length; start++) {
    const listed = listedOf(words[start] as Word)
    if (listed === nothing) continue
    const { lists, phrases } = listed
    for (const list of lists) hits.push({ list, start, end: start + 1 })
    if (!phrases) continue
    const byNext = phrases.byNext.get(words[start + 1]?.lower ?? '')
    if (byNext) addFollowed(byNext, words, start, hits)
    if (phrases.open.length > 0) addFollowed(phrases.open, words, start, hits)
  }
  return hits
}
