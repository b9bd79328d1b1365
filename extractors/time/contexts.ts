import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { latinPattern } from '../language/latin.ts'

const strings = z.array(z.string())
const schema = z.object({
  note: z.string(),
  source: z.string(),
  laws: strings,
  letters: strings,
  budgets: strings,
  figures: strings,
  citizens: strings,
  senders: strings,
  spells: strings,
  totals: strings,
})

let loaded: ReturnType<typeof load> | undefined

/** The word lists of `data/time/contexts.json`. */
export function contextWords() {
  lists ??= loadData('time/contexts.json', schema)
  return lists
}
let lists: z.infer<typeof schema> | undefined

/** Alternatives of a list whose final hyphens leave the end of the word open; for folded text. */
export const openWords = (list: string[]): string =>
  list.map((w) => (w.endsWith('-') ? `${w.slice(0, -1)}\\p{L}*` : w)).join('|')

const noun = (list: string[]) => `(?<![\\p{L}\\p{N}])(?:${openWords(list)})(?![\\p{L}\\p{N}])`

function load() {
  const data = contextWords()
  return {
    law: latinPattern(`(?:${noun(data.laws)}|nr\\.? ?\\d[\\d-]*)[^;\\n]{0,45}$`),
    letter: latinPattern(`${noun(data.letters)}(?: [^ .;\\n]+){0,5} ?$`),
    figures: latinPattern(`${noun(data.figures)} ?$`),
    citizen: latinPattern(noun(data.citizens)),
    citizenWho: latinPattern(`${noun(data.citizens)} (?:der|som|hvis|hvor)(?!\\p{L})`),
    sender: latinPattern(noun(data.senders)),
    total: latinPattern(noun(data.totals)),
    spell: latinPattern(noun(data.spells)),
  }
}

/** Words around a date that show it is no deadline, from `data/time/contexts.json`. */
export function contexts() {
  loaded ??= load()
  return loaded
}
