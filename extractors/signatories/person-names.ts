import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { latin } from '../language/latin.ts'
import { wordTest } from '../language/phrases.ts'
import { remembered } from '../language/remembered.ts'
import { isTitleHead } from './job-titles.ts'

const organisationData = z.object({
  note: z.string(),
  endings: z.array(z.string()),
  words: z.array(z.string()),
})
const givenData = z.object({ note: z.string(), names: z.array(z.string()) })

let cache: { organisation: (lower: string) => boolean; given: Set<string> } | undefined
function lists() {
  if (cache) return cache
  const data = loadData('letterhead/organisation-words.json', organisationData)
  cache = {
    organisation: wordTest([...data.words, ...data.endings, ...data.endings.map((ending) => `-${ending}`)]),
    given: new Set(
      loadData('letterhead/given-names.json', givenData).names.map((name) => name.toLowerCase()),
    ),
  }
  return cache
}

const particle = latin(/^(?:von|van|de|af|der|den|la|le|du|da|di|del|el|al|bin|ibn|ter|zu|zum|dos|vom|y|e)$/u)
const word = latin(
  /^(?:(?:\p{Lu}\p{Ll}*['’´`]?)?\p{Lu}[\p{Ll}'’´`]+(?:-\p{Lu}?[\p{Ll}'’´`]+)*|\p{Lu}{2,}(?:-\p{Lu}{2,})*|Mc\p{Lu}\p{Ll}+)$/u,
)
// also "Chr.", "Th."
const initial = latin(/^(?:\p{Lu}\p{Ll}{0,3}\.)+(?:-\p{Lu}\.)*$|^\p{Lu}$/u)

const onlyLetters = latin(/^[\p{L}-]+$/u)
/** A word of organisations, units, addresses and other frame lines, which no name contains. */
export function isOrganisationWord(text: string): boolean {
  const word = text.replace(/[.,:;]+$/u, '')
  return onlyLetters.test(word) && lists().organisation(word.toLowerCase())
}

/** A common given name. */
export const isGivenName = (text: string): boolean => lists().given.has(text.toLowerCase())

/**
 * Whether a text reads as a person's name: two to six words with capitals, among them initials ("Birgitte N.
 * Lundgren", "H.C. Ørsted-Jensen") and particles ("Anna von Sperling"); no title, no organisation, no figure.
 */
export const isPersonName = remembered((text): boolean => {
  const words = text.trim().split(/\s+/)
  if (words.length < 2 || words.length > 6 || text.length > 60) return false
  let full = 0
  for (const [at, part] of words.entries()) {
    if (particle.test(part) && at > 0 && at < words.length - 1) continue
    if (initial.test(part) && at < words.length - 1) continue
    if (!word.test(part) || isTitleHead(part) || isOrganisationWord(part)) return false
    full++
  }
  // one full word and initials are a name when the word is last: "H.C. Andersen"
  return full >= 2 || (full === 1 && word.test(words.at(-1) ?? ''))
})

/**
 * Takes a line apart that holds several names with only spaces between ("Lisbeth Krag Thuesen Torben Vestermark"),
 * each beginning with a common given name; null when it cannot be told.
 */
export function splitNames(text: string, count: number): string[] | null {
  if (count === 0) return null
  const words = text.trim().split(/\s+/)
  const starts = words.flatMap((part, at) => (at === 0 || (isGivenName(part) && at >= 2) ? [at] : []))
  const real = starts.filter((at, index) => index === 0 || at - (starts[index - 1] ?? 0) >= 2)
  if (real.length !== count) return null
  const names = real.map((at, index) => words.slice(at, real[index + 1]).join(' '))
  return names.every(isPersonName) ? names : null
}
