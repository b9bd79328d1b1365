import { z } from 'zod'
import { loadData } from '../../data/load.ts'

const municipalitiesSchema = z.object({
  municipalities: z.array(z.object({ code: z.string(), name: z.string() })),
})

/** The 98 municipalities by name. */
export function danishMunicipalities(): { code: string; name: string }[] {
  return loadData('municipalities.json', municipalitiesSchema).municipalities.toSorted((a, b) =>
    a.name.localeCompare(b.name, 'da'),
  )
}
