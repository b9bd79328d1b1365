import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { type PhraseTest, phraseTest } from '../language/phrases.ts'

const words = z.array(z.string())
const schema = z.object({ states: z.object({ done: words, planned: words }) })

let loaded: { done: PhraseTest; planned: PhraseTest } | undefined

function load() {
  const { states } = loadData('commitments/tables.json', schema)
  return { done: phraseTest(states.done), planned: phraseTest(states.planned) }
}

/** A cell that tells the state of a row is short, and "Færdig 30/9" may be yet to come. */
const longest = 40

/** "✔ Ny teamleder - 1. marts" */
const ticked = /^[\s•*-]{0,4}[✔✓☑]/u

/**
 * What the other short cells of a table's row say of when, for a time that stands at `index` in a cell without a verb;
 * of an item, its tick.
 */
export function rowTense(text: string, index: number): 'perfect' | 'future' | null {
  const start = text.lastIndexOf('\n', index) + 1
  const newline = text.indexOf('\n', index)
  const row = text.slice(start, newline < 0 ? text.length : newline)
  if (ticked.test(row)) return 'perfect'
  if (!row.includes('\t') || row.length > 2000) return null
  loaded ??= load()
  let at = start
  let tense: 'perfect' | 'future' | null = null
  for (const cell of row.split('\t')) {
    const own = at <= index && index <= at + cell.length
    at += cell.length + 1
    if (own || cell.length > longest) continue
    if (loaded.planned.test(cell)) return 'future'
    if (!/\d/.test(cell) && loaded.done.test(cell)) tense = 'perfect'
  }
  return tense
}
