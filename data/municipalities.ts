import { z } from 'zod'
import { loadData } from './load.ts'

const schema = z.object({
  municipalities: z.array(z.object({ code: z.string(), name: z.string(), officialName: z.string() })),
})
let loaded: z.infer<typeof schema>['municipalities'] | undefined

/** The municipalities of `data/municipalities.json`: code of four digits, name, and official name. */
export function municipalities(): z.infer<typeof schema>['municipalities'] {
  loaded ??= loadData('municipalities.json', schema).municipalities
  return loaded
}
