import { findMunicipality } from '../data/municipality-names.ts'
import { nearestMunicipality } from '../data/nearest-municipality.ts'
import { UsageError } from './usage-error.ts'

/** The code of a municipality that was typed, see `namedMunicipality`. */
export function municipalityCode(typed: string): string {
  return namedMunicipality(typed).code
}

/**
 * The municipality that is named by code ("0259", "259") or by name ("Køge", "koege", "Køge Kommune").
 * @throws UsageError when there is none, with the nearest name
 */
export function namedMunicipality(typed: string): { code: string; name: string } {
  const found = findMunicipality(typed)
  if (found) return { code: found.code, name: found.name }
  const nearest = nearestMunicipality(typed)
  throw new UsageError(
    `--municipality ${typed}: there is none of this name or code${nearest ? `; the nearest name is ${nearest.name}` : ''}`,
  )
}
