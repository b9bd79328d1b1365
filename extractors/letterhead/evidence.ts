import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { wordSearch } from '../language/word-search.ts'
import { anyAuthority } from './authorities.ts'
import { requiredWords } from './required-words.ts'

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

type Phrase = { pattern: RegExp; needs: number[]; weight: number; rule: string }
/** The phrases of a side, and the search for the words without which none of them stands in a text. */
type Phrases = { list: Phrase[]; wordsIn: (text: string) => Uint8Array }
const compiled = new Map<Side, Phrases>()

const letters = 'a-zæøåäöüéèáà'

/** For lower-case text: letters spelt out make a pattern much faster than Unicode's letters do. */
const plainLetters = (source: string) =>
  source.replace(/(\[?)\\p\{Lu?\}/g, (_, open) => (open ? `[${letters}` : `[${letters}]`))

function compile(side: Side): Phrases {
  const words: string[] = []
  const list = loadData('letterhead/kind-evidence.json', schema)[side].map(([source, weight], at): Phrase => {
    const whole = plainLetters(source).replaceAll('<myndighed>', anyAuthority())
    const needs = requiredWords(whole).map((word) => words.push(word) - 1)
    return { pattern: new RegExp(whole), needs, weight, rule: `${side}-${at + 1}` }
  })
  return { list, wordsIn: wordSearch(words) }
}

/** The phrases of `data/letterhead/kind-evidence.json` for one side that occur in a text, each once. */
export function evidenceIn(side: Side, text: string): Evidence[] {
  const { list, wordsIn } = compiled.get(side) ?? compile(side)
  if (!compiled.has(side)) compiled.set(side, { list, wordsIn })
  const seen = wordsIn(text)
  const lower = text.toLowerCase()
  return list
    .filter(({ pattern, needs }) => needs.some((word) => seen[word]) && pattern.test(lower))
    .map(({ weight, rule }) => ({ weight, rule }))
}

export const total = (evidence: Evidence[]): number => evidence.reduce((sum, one) => sum + one.weight, 0)
