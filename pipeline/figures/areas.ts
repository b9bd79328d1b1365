import { findMunicipality } from '../../data/municipality-names.ts'
import { nearestMunicipality } from '../../data/nearest-municipality.ts'
import { country } from '../../schemas/observation.ts'
import { readingWords } from './reading-words.ts'
import { BadFigures, foldLabel } from './table.ts'

/** An area of a table: a municipality or the country by its code, or one that is no municipality and is left out. */
export type Area = { code: string } | { leftOut: string }

/**
 * The area of a name as figures have it: "Køge", "Hele landet", "Region Sjælland"; null for a name that is none.
 */
export function findArea(name: string): Area | null {
  const { country: countryNames, otherAreas } = readingWords()
  const folded = foldLabel(name)
  if (countryNames.has(folded)) return { code: country }
  const municipality = findMunicipality(name)
  if (municipality) return { code: municipality.code }
  const other = otherAreas.find(({ start }) => folded.startsWith(start))
  return other ? { leftOut: other.what } : null
}

/** The message for a name that is no area, with the nearest name. */
export function unknownArea(name: string, place: string): BadFigures {
  const nearest = nearestMunicipality(name)
  return new BadFigures(
    `${place}: no municipality is called '${name}'${nearest ? `; the nearest name is ${nearest.name}` : ''}`,
  )
}
