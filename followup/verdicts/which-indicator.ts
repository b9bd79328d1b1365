import { indicators } from '../../data/indicators.ts'
import type { Indicator, TopicSense } from '../../schemas/indicator.ts'
import { countPhrases, findPhrase, wordsOf } from './phrases.ts'
import { verdictWords } from './verdict-words.ts'

/** The indicator that words are about, and whether they speak of what is measured or of the rest of it. */
export type Spoken = { indicator: Indicator; sense: TopicSense }

/** A letter's words, looked through once for all its promises. */
export type LetterWords = { words: string[]; matter: Indicator | null }

/** @param text the letter's text */
export function letterWords(text: string): LetterWords {
  const words = wordsOf(text)
  return { words, matter: indicators().find((one) => isMatterOf(words, one)) ?? null }
}

/** Whether a letter is about the law whose keeping an indicator shows. */
function isMatterOf(words: string[], { law, group }: Indicator): boolean {
  return law !== null && findPhrase(words, law.matter) !== null && isMainGroup(words, group)
}

/** Whether a letter speaks of a group, and of no other benefit more often. */
function isMainGroup(words: string[], group: string[]): boolean {
  const own = countPhrases(words, group)
  const others = verdictWords().otherGroups.words.filter((word) => !group.includes(word))
  return own > 0 && others.every((other) => countPhrases(words, [other]) <= own)
}

/** The indicators that words speak of, in a letter about whom they measure. */
export function spokenOf(text: string, letter: LetterWords): Spoken[] {
  const words = wordsOf(text)
  return indicators().flatMap((indicator): Spoken[] => {
    const senses = indicator.topics
      .filter((topic) => findPhrase(words, topic.words))
      .map(({ sense }) => sense)
    // "uden rettidigt tilbud" holds the words of the rest too: as-measured comes first
    const [sense] = senses.sort()
    if (!sense) return []
    const isAbout = findPhrase(words, indicator.group) !== null || isMainGroup(letter.words, indicator.group)
    return isAbout ? [{ indicator, sense }] : []
  })
}

/**
 * The indicator that shows whether the law is met that a promise means; null when the letter is about another law, or
 * the promise about something else than offers.
 */
export function lawIndicator(quote: string, { matter }: LetterWords): Indicator | null {
  if (!matter?.law) return null
  const words = wordsOf(quote)
  const own = [...matter.law.matter, ...matter.topics.flatMap((topic) => topic.words)]
  const isElsewhere = findPhrase(words, verdictWords().otherMatters.words) && !findPhrase(words, own)
  return isElsewhere ? null : matter
}
