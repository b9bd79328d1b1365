import { z } from 'zod'
import { loadData } from '../../data/load.ts'
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

const compiled = new Map<Side, { pattern: RegExp; word: string; weight: number; rule: string }[]>()

const letters = 'a-zæøåäöüéèáà'

/** For lower-case text: letters spelt out make a pattern much faster than Unicode's letters do. */
const plainLetters = (source: string) =>
  source.replace(/(\[?)\\p\{Lu?\}/g, (_, open) => (open ? `[${letters}` : `[${letters}]`))

/** The phrases of `data/letterhead/kind-evidence.json` for one side that occur in a text, each once. */
export function evidenceIn(side: Side, text: string): Evidence[] {
  let list = compiled.get(side)
  if (!list) {
    list = loadData('letterhead/kind-evidence.json', schema)[side].map(([source, weight], at) => {
      const [word = '', ...others] = requiredWords(source.replaceAll('<myndighed>', '()').toLowerCase())
      return {
        pattern: new RegExp(plainLetters(source).replaceAll('<myndighed>', anyAuthority())),
        // to look for several words takes longer than the pattern itself
        word: others.length === 0 ? word : '',
        weight,
        rule: `${side}-${at + 1}`,
      }
    })
    compiled.set(side, list)
  }
  const lower = text.toLowerCase()
  return list
    .filter(({ pattern, word }) => lower.includes(word) && pattern.test(lower))
    .map(({ weight, rule }) => ({ weight, rule }))
}

export const total = (evidence: Evidence[]): number => evidence.reduce((sum, one) => sum + one.weight, 0)
