import { z } from 'zod'
import { loadData } from '../../data/load.ts'

const words = z.array(z.string().min(1))
const schema = z.object({
  note: z.string(),
  source: z.string(),
  neverEnd: words,
  mayEnd: words,
  units: words,
  starters: words,
  months: words,
  numbered: words,
})

let loaded: ReturnType<typeof load> | undefined

function load() {
  const data = loadData('language/abbreviations.json', schema)
  return {
    neverEnd: new Set(data.neverEnd),
    mayEnd: new Set(data.mayEnd),
    units: new Set(data.units),
    starters: new Set(data.starters),
    months: new Set(data.months),
    numbered: new RegExp(
      `(?<!\\p{L})(?:${data.numbered.join('|')}) (?:\\d{1,2}(?:, | og | eller | ?[-–] ?)){0,6}\\d{1,2}$`,
      'iu',
    ),
  }
}

/** Danish abbreviations by whether a sentence may end with them, and the words that commonly begin a sentence. */
export function abbreviations() {
  loaded ??= load()
  return loaded
}
