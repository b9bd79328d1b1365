import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { wordSearch } from '../language/word-search.ts'
import { anyAuthority } from './authorities.ts'
import { mayMatch, type Needs, numbered, requiredWords } from './required-words.ts'

/** One thing that speaks for or against, with its weight. */
export type Evidence = { rule: string; weight: number }

const phrases = z.array(z.tuple([z.string(), z.number()]))
const schema = z.object({
  note: z.string(),
  state: phrases,
  municipality: phrases,
  acknowledgement: phrases,
  statement: phrases,
  insufficient: phrases,
})
type Side = Exclude<keyof z.infer<typeof schema>, 'note'>

type Phrase = { pattern: RegExp; needs: Needs<number>; weight: number; rule: string }
type Phrases = { sides: Record<Side, Phrase[]>; wordsIn: ReturnType<typeof wordSearch> }
let compiled: Phrases | undefined

const letters = 'a-zæøåäöüéèáà'

/** For lower-case text: letters spelt out make a pattern much faster than Unicode's letters do. */
const plainLetters = (source: string) =>
  source.replace(/(\[?)\\p\{Lu?\}/g, (_, open) => (open ? `[${letters}` : `[${letters}]`))

function compile(): Phrases {
  const data = loadData('letterhead/kind-evidence.json', schema)
  const authority = anyAuthority()
  const numbers = new Map<string, number>()
  const numberOf = (word: string) => {
    const number = numbers.get(word) ?? numbers.size
    numbers.set(word, number)
    return number
  }
  const phrasesOf = (side: Side) =>
    data[side].map(([source, weight], at): Phrase => {
      const whole = plainLetters(source).replaceAll('<myndighed>', authority)
      const needs = numbered(requiredWords(whole), numberOf)
      return { pattern: new RegExp(whole), needs, weight, rule: `${side}-${at + 1}` }
    })
  const sides = {
    state: phrasesOf('state'),
    municipality: phrasesOf('municipality'),
    acknowledgement: phrasesOf('acknowledgement'),
    statement: phrasesOf('statement'),
    insufficient: phrasesOf('insufficient'),
  }
  return { sides, wordsIn: wordSearch([...numbers.keys()]) }
}

/** Finds which phrases of a side occur in a part of a letter, given in lower case; each once. */
export type EvidenceReader = (side: Side, lower: string) => Evidence[]

/**
 * For the phrases of `data/letterhead/kind-evidence.json`. What words there are in all that will be asked about is looked
 * up once, and a phrase without its words is not looked for.
 */
export function evidenceReader(whole: string): EvidenceReader {
  compiled ??= compile()
  const { sides, wordsIn } = compiled
  const has = wordsIn(whole)
  return (side, lower) =>
    sides[side]
      .filter(({ pattern, needs }) => mayMatch(needs, has) && pattern.test(lower))
      .map(({ weight, rule }) => ({ weight, rule }))
}

export const total = (evidence: Evidence[]): number => evidence.reduce((sum, one) => sum + one.weight, 0)
