import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { phrasePattern } from '../../data/phrases.ts'
import type { CaseLetter } from '../case-letter.ts'

const words = z.object({ note: z.string(), words: z.array(z.string()) })
const schema = z.object({
  note: z.string(),
  source: z.string(),
  closeDays: z.int().min(0),
  matters: z.array(z.object({ code: z.string(), danish: z.string(), words: z.array(z.string()) })),
  further: words,
  reminder: words,
})

let cache: ReturnType<typeof load> | undefined
function load() {
  const data = loadData('cases/matters.json', schema)
  return {
    closeDays: data.closeDays,
    matters: data.matters.map(({ code, danish, words }) => ({
      code,
      danish,
      pattern: new RegExp(phrasePattern(words), 'giu'),
      // looked for first: a letter holds the words of few matters
      parts: words.map((word) => word.replace(/^-|-$/g, '').toLowerCase()),
    })),
    further: phrasePattern(data.further.words),
    reminder: phrasePattern(data.reminder.words),
  }
}

/** What `data/cases/matters.json` says of the matters of cases. */
export function caseWords(): ReturnType<typeof load> {
  cache ??= load()
  return cache
}

/** What a case is about: its code in `data/cases/matters.json` and the Danish name. */
export type Matter = { code: string; danish: string }

/** A subject says as much about the matter as so many mentions in the text. */
const subjectWeight = 5
/** A word that stands once in a letter may stand there by chance. */
const leastMentions = 2

/** What a letter is about: the matter whose words stand in it most often, or null when none does. */
export function matterOf({ letter, text }: CaseLetter): Matter | null {
  const count = (pattern: RegExp, of: string) => [...of.matchAll(pattern)].length
  const plain = `${letter.subject ?? ''}\n${text}`.toLowerCase()
  const [best] = caseWords()
    .matters.filter(({ parts }) => parts.some((part) => plain.includes(part)))
    .map(({ code, danish, pattern }) => ({
      code,
      danish,
      mentions: count(pattern, text) + subjectWeight * count(pattern, letter.subject ?? ''),
    }))
    .sort((a, b) => b.mentions - a.mentions)
  return best && best.mentions >= leastMentions ? { code: best.code, danish: best.danish } : null
}
