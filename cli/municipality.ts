import { findMunicipality } from '../data/municipality-names.ts'
import { nearestMunicipality } from '../data/nearest-municipality.ts'
import { UsageError } from './usage-error.ts'

/**
 * The code of a municipality that is named by code ("0259", "259") or by name ("Køge", "koege", "Køge Kommune").
 * @throws UsageError when there is none, with the nearest name
 */
export function municipalityCode(typed: string): string {
  const found = findMunicipality(typed)
  if (found) return found.code
  const nearest = nearestMunicipality(typed)
  throw new UsageError(
    `--municipality ${typed}: there is none of this name or code${nearest ? `; the nearest name is ${nearest.name}` : ''}`,
  )
}
