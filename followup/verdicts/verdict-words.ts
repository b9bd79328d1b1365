import { z } from 'zod'
import { loadData } from '../../data/load.ts'

const list = z.strictObject({ note: z.string(), words: z.array(z.string().min(1)).min(1) })
const schema = z.strictObject({
  note: z.string(),
  source: z.string(),
  law: list,
  country: list,
  better: list,
  narrower: list,
  otherMatters: list,
  otherGroups: list,
  vague: list,
})

let known: z.infer<typeof schema> | undefined

/** The words of `data/verdicts.json`. */
export function verdictWords(): z.infer<typeof schema> {
  known ??= loadData('verdicts.json', schema)
  return known
}
