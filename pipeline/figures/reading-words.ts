import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { foldLabel } from './table.ts'

const words = z.array(z.string().min(1))
const schema = z.strictObject({
  note: z.string(),
  source: z.string(),
  areaColumns: words,
  periodColumns: words,
  retrievedLabels: words,
  country: z.strictObject({ note: z.string(), names: words }),
  otherAreas: z.strictObject({
    note: z.string(),
    beginnings: z.array(z.strictObject({ start: z.string().min(1), what: z.string() })),
  }),
  missing: z.strictObject({ note: z.string(), marks: words }),
  withheld: z.strictObject({ note: z.string(), marks: words }),
  totals: z.strictObject({ note: z.string(), values: words }),
})

type ReadingWords = {
  areaColumns: Set<string>
  periodColumns: Set<string>
  retrievedLabels: string[]
  country: Set<string>
  otherAreas: { start: string; what: string }[]
  marks: { missing: Set<string>; withheld: Set<string> }
  totals: Set<string>
}

let known: ReadingWords | undefined

/** The words of `data/figures/reading.json`, folded. */
export function readingWords(): ReadingWords {
  if (known) return known
  const read = loadData('figures/reading.json', schema)
  const folded = (list: string[]) => new Set(list.map(foldLabel))
  known = {
    areaColumns: folded(read.areaColumns),
    periodColumns: folded(read.periodColumns),
    retrievedLabels: read.retrievedLabels.map(foldLabel),
    country: folded(read.country.names),
    otherAreas: read.otherAreas.beginnings,
    marks: { missing: folded(read.missing.marks), withheld: folded(read.withheld.marks) },
    totals: folded(read.totals.values),
  }
  return known
}
