import { z } from 'zod'
import { loadData } from '../../data/load.ts'

const sentencesSchema = z.object({
  sentences: z.array(z.object({ english: z.string(), danish: z.string() })),
})

type Sentence = { pattern: RegExp; danish: string }
let known: Sentence[] | undefined

function sentences(): Sentence[] {
  known ??= loadData('unreadable-danish.json', sentencesSchema).sentences.map(({ english, danish }) => ({
    pattern: new RegExp(`^${english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '(.+?)')}$`),
    danish,
  }))
  return known
}

/** What the reader says, in Danish where `data/unreadable-danish.json` has it. */
export function inDanish(english: string): string {
  for (const { pattern, danish } of sentences()) {
    const found = pattern.exec(english)
    if (!found) continue
    let taken = 0
    return danish.replaceAll('*', () => found[++taken] ?? '')
  }
  return english
}

/** Why a file could not be read, and what to do. */
export function adviceInDanish({ reason, advice }: { reason: string; advice: string }): string {
  return `${inDanish(reason)}; ${inDanish(advice)}.`
}

/** A remark of the reader. */
export const noteInDanish = inDanish
