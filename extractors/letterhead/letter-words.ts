import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { anyWordSearch } from '../language/word-search.ts'

const words = z.array(z.string())
const schema = z.object({
  note: z.string(),
  nouns: words,
  noLetters: words,
  dated: words,
  sentVerbs: words,
  askVerbs: words,
  received: words,
  statements: words,
  committees: words,
  handled: words,
  laws: words,
})

let loaded: z.infer<typeof schema> | undefined
/** The words of `data/letterhead/letter-words.json`. */
export function letterWords() {
  loaded ??= loadData('letterhead/letter-words.json', schema)
  return loaded
}

let anyNoun: ((text: string) => boolean) | undefined
/** Whether a word for a letter may stand in a text; not looking at whole words makes it a quick no. */
export function mayNameLetter(text: string): boolean {
  anyNoun ??= anyWordSearch(letterWords().nouns.map((one) => one.toLowerCase()))
  return anyNoun(text)
}

/** A regular expression source for any of the words, whole; `before` is allowed in front within the same word. */
export function anyWord(list: string[], before = ''): string {
  const source = [...list].sort((a, b) => b.length - a.length).map((one) => one.replace(/[.]/g, '\\$&'))
  return `(?<!\\p{L})${before}(?:${source.join('|')})(?!\\p{L})`
}
