import { z } from 'zod'
import { loadData } from '../../data/load.ts'

const sentences = z.array(z.strictObject({ english: z.string().min(1), danish: z.string().min(1) }))
const schema = z.strictObject({ note: z.string(), files: sentences, figures: sentences, drafts: sentences })

type Sentence = { pattern: RegExp; danish: string }
let known: Sentence[] | undefined

function allSentences(): Sentence[] {
  if (known) return known
  const { files, figures, drafts } = loadData('danish-messages.json', schema)
  const longestFirst = [...files, ...figures, ...drafts].sort((a, b) => b.english.length - a.english.length)
  known = longestFirst.map(({ english, danish }) => ({
    pattern: new RegExp(
      `^${english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '(.+?)')}$`,
      's',
    ),
    danish,
  }))
  return known
}

/** What is taken over into a message may be a whole cell of a file: of more than this the ends are shown. */
const longest = 1000

/**
 * What the program says in English, in Danish by `data/danish-messages.json`, with the words that are taken over into it.
 * What is not there stays as it is.
 */
export function inDanish(english: string): string {
  const said =
    english.length > longest ? `${english.slice(0, longest / 2)} … ${english.slice(-longest / 2)}` : english
  for (const { pattern, danish } of allSentences()) {
    const found = pattern.exec(said)
    if (!found) continue
    const [, ...taken] = found
    let next = 0
    return danish.replace(/\*(\d?)/g, (_, place: string) => {
      const words = taken[place === '' ? next++ : Number(place) - 1] ?? ''
      return words === said ? words : inDanish(words)
    })
  }
  return said
}

/** Why a file could not be read, and what to do. */
export function adviceInDanish({ reason, advice }: { reason: string; advice: string }): string {
  return `${inDanish(reason)}; ${inDanish(advice)}.`
}
