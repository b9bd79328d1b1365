import { z } from 'zod'
import { loadData } from '../data/load.ts'
import { UsageError } from './usage-error.ts'

const municipalitiesSchema = z.object({
  municipalities: z.array(z.object({ code: z.string(), name: z.string(), officialName: z.string() })),
})

/** The code of a municipality that is named by code or by name ("Køge", "køge kommune"). @throws UsageError */
export function municipalityCode(typed: string): string {
  const fold = (name: string) => name.normalize('NFC').toLocaleLowerCase('da').trim()
  const { municipalities } = loadData('municipalities.json', municipalitiesSchema)
  const wanted = fold(typed)
  const found = municipalities.find(({ code, name, officialName }) =>
    [code, fold(name), fold(officialName), `${fold(name)} kommune`].includes(wanted),
  )
  if (!found) throw new UsageError(`--municipality ${typed}: there is none of this name or code`)
  return found.code
}
