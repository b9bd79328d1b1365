import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { latin } from '../language/latin.ts'
import { wordTest } from '../language/phrases.ts'
import { remembered } from '../language/remembered.ts'

const titleData = z.object({
  note: z.string(),
  endings: z.array(z.string()),
  words: z.array(z.string()),
  before: z.array(z.string()),
})

let cache: { heads: Set<string>; ending: (lower: string) => boolean; before: Set<string> } | undefined
function patterns() {
  if (cache) return cache
  const data = loadData('letterhead/titles.json', titleData)
  cache = {
    heads: new Set([...data.words, ...data.endings]),
    ending: wordTest(data.endings.map((ending) => `-${ending}`)),
    before: new Set(data.before),
  }
  return cache
}

const bare = (word: string) => word.toLowerCase().replace(/^[("“]+|[.,;:)"”]+$/gu, '')

const onlyLetters = latin(/^[\p{L}-]+$/u)
/** A word that is the head of a title: "Arbejdsmarkedschef", "borgmester". */
export function isTitleHead(word: string): boolean {
  const lower = bare(word)
  const { heads, ending } = patterns()
  return heads.has(lower) || (onlyLetters.test(lower) && ending(lower))
}

/** A word that may stand before the head: "kst.", "fungerende", "1.". */
export const isBeforeTitle = (word: string): boolean => patterns().before.has(bare(word))

const endsAsSentence = latin(/\p{Ll}{3,}\.$/u)
const adjective = latin(/^\p{L}{3,}(?:sk|ig|ende|mæssig)$|^\p{Ll}+\.\p{L}/u)
const initials = latin(/^\p{Lu}{2,5}$/u)
/**
 * Whether a line reads as a job title: a title's head among its first words, the rest what the title is for
 * ("Formand for Beskæftigelses- og Socialudvalget", "Kst. direktør, Job og Vækst"). Sentences are none.
 */
export const isTitle = remembered((text): boolean => {
  const line = text.trim()
  if (line.length < 3 || line.length > 110 || /[@:]|\d{2}|www\.|[!?]$/u.test(line)) return false
  if (endsAsSentence.test(line) && line.split(/\s+/).length > 6) return false
  const words = line.split(/\s+/)
  const at = words.slice(0, 5).findIndex(isTitleHead)
  if (at < 0 || words.length > 14) return false
  // before the head only words that qualify it: "Faglig leder", "Vice- kommunaldirektør", "Børne- og ungechef"
  return words
    .slice(0, at)
    .every(
      (word) =>
        isBeforeTitle(word) ||
        /-$|^(?:og|&)$/u.test(word) ||
        adjective.test(word) ||
        (at === 1 && initials.test(word)),
    )
})
