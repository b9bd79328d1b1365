import { z } from 'zod'
import { loadData } from '../../data/load.ts'

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
})

let loaded: ReturnType<typeof load> | undefined

/** Whole words of a list; a final hyphen leaves the end of the word open. For folded text. */
const anyOf = (list: string[]) =>
  `(?<![\\p{L}\\p{N}])(?:${list.map((w) => (w.endsWith('-') ? `${w.slice(0, -1)}\\p{L}*` : w)).join('|')})(?![\\p{L}\\p{N}])`

function load() {
  const data = loadData('time/contexts.json', schema)
  const noun = (list: string[]) => anyOf(list)
  return {
    law: new RegExp(`(?:${noun(data.laws)}|nr\\.? ?\\d[\\d-]*)[^;\\n]{0,45}$`, 'u'),
    letter: new RegExp(`${noun(data.letters)}(?: [^ .;\\n]+){0,5} ?$`, 'u'),
    budget: new RegExp(`${noun(data.budgets)}(?: for| i| til| af)? ?$`, 'u'),
    figures: new RegExp(`${noun(data.figures)} ?$`, 'u'),
    citizen: new RegExp(noun(data.citizens), 'u'),
    sender: new RegExp(noun(data.senders), 'u'),
    spell: new RegExp(noun(data.spells), 'u'),
  }
}

/** Words around a date that show it is no deadline, from `data/time/contexts.json`. */
export function contexts() {
  loaded ??= load()
  return loaded
}
