import { z } from 'zod'
import { loadData } from '../../data/load.ts'

const sentences = z.array(z.strictObject({ english: z.string().min(1), danish: z.string().min(1) }))
const schema = z.strictObject({
  note: z.string(),
  files: sentences,
  figures: sentences,
  drafts: sentences,
  findings: sentences,
})

type Sentence = { pattern: RegExp; danish: string }
let known: { messages: Sentence[]; findings: Sentence[] } | undefined

function allSentences() {
  if (known) return known
  const { files, figures, drafts, findings } = loadData('danish-messages.json', schema)
  known = { messages: longestFirst([...files, ...figures, ...drafts]), findings: longestFirst(findings) }
  return known
}

function longestFirst(pairs: z.infer<typeof sentences>): Sentence[] {
  return pairs
    .sort((a, b) => b.english.length - a.english.length)
    .map(({ english, danish }) => ({
      pattern: new RegExp(
        `^${english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '(.+?)')}$`,
        's',
      ),
      danish,
    }))
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
  return translated(said, allSentences().messages, (words) => (words === said ? words : inDanish(words)))
}

/** The rule by which a time or a field was found, or what was assumed of it, in Danish as above. */
export function findingInDanish(english: string): string {
  return translated(english, allSentences().findings, (words) => words)
}

/** @param taken what becomes of words that are taken over */
function translated(said: string, by: Sentence[], taken: (words: string) => string): string {
  for (const { pattern, danish } of by) {
    const found = pattern.exec(said)
    if (!found) continue
    const [, ...words] = found
    let next = 0
    return danish.replace(/\*(\d?)/g, (_, place: string) =>
      taken(words[place === '' ? next++ : Number(place) - 1] ?? ''),
    )
  }
  return said
}

/** Why a file could not be read, and what to do. */
export function adviceInDanish({ reason, advice }: { reason: string; advice: string }): string {
  return `${inDanish(reason)}; ${inDanish(advice)}.`
}
