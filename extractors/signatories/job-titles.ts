import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { latin } from '../language/latin.ts'
import { remembered } from '../language/remembered.ts'

const titleData = z.object({
  note: z.string(),
  endings: z.array(z.string()),
  words: z.array(z.string()),
  before: z.array(z.string()),
})

let cache: { head: RegExp; before: Set<string> } | undefined
function patterns() {
  if (cache) return cache
  const data = loadData('letterhead/titles.json', titleData)
  const words = data.words.map((word) => word.replace(/\./g, '\\.'))
  cache = {
    head: latin(new RegExp(`^(?:[\\p{L}-]*(?:${data.endings.join('|')})|${words.join('|')})$`, 'iu')),
    before: new Set(data.before),
  }
  return cache
}

const bare = (word: string) => word.toLowerCase().replace(/^[("“]+|[.,;:)"”]+$/gu, '')

/** A word that is the head of a title: "Arbejdsmarkedschef", "borgmester". */
export const isTitleHead = (word: string): boolean => patterns().head.test(bare(word))

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
