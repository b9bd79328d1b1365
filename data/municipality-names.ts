import { z } from 'zod'
import { country } from '../schemas/observation.ts'
import { loadData } from './load.ts'
import { plainLetters } from './plain-letters.ts'

const municipalitiesSchema = z.object({
  municipalities: z.array(
    z.object({ code: z.string(), name: z.string(), officialName: z.string(), jobindsatsName: z.string() }),
  ),
})
export type Municipality = z.infer<typeof municipalitiesSchema>['municipalities'][number]

let known: Municipality[] | undefined

/** The 98 municipalities of `data/municipalities.json`. */
export function municipalities(): Municipality[] {
  known ??= loadData('municipalities.json', municipalitiesSchema).municipalities
  return known
}

/** A name without case, accents, hyphens and the word kommune, with æ, ø and å as ae, oe and aa. */
export function foldName(name: string): string {
  return plainLetters(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ (?:kommune|regionskommune)s?$/, '')
    .trim()
}

let byName: Map<string, Municipality> | undefined

/** The municipality of a code ("0259", "259") or name ("Køge", "koege", "Køge Kommune"); undefined when there is none. */
export function findMunicipality(typed: string): Municipality | undefined {
  byName ??= new Map(
    municipalities().flatMap((one): [string, Municipality][] =>
      [one.name, one.officialName, one.jobindsatsName, one.code, one.code.replace(/^0/, '')].map((name) => [
        foldName(name),
        one,
      ]),
    ),
  )
  return byName.get(foldName(typed))
}

let byLowerName: Map<string, Municipality> | undefined

/** The municipality whose name a word is, in lower case ("køge"); undefined when it is none. Asked of every word. */
export function municipalityNamed(lower: string): Municipality | undefined {
  byLowerName ??= new Map(municipalities().map((one) => [one.name.toLowerCase(), one]))
  return byLowerName.get(lower)
}

/** The name of an area of figures: of a municipality's code, or "Hele landet" for the country. */
export function areaName(code: string): string {
  if (code === country) return 'Hele landet'
  return municipalities().find((one) => one.code === code)?.name ?? code
}
