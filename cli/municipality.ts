import distance from 'natural/lib/natural/distance/index.js'
import { municipalities } from '../data/municipalities.ts'
import { UsageError } from './usage-error.ts'

/** A name without case, accents, hyphens and the word kommune, with æ, ø and å as ae, oe and aa. */
function fold(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ (?:kommune|regionskommune)s?$/, '')
    .trim()
}

/** The code of a municipality that was typed, see `namedMunicipality`. */
export function municipalityCode(typed: string): string {
  return namedMunicipality(typed).code
}

/**
 * The municipality that is named by code ("0259", "259") or by name ("Køge", "koege", "Køge Kommune").
 * @throws UsageError when there is none, with the nearest name
 */
export function namedMunicipality(typed: string): { code: string; name: string } {
  const wanted = fold(typed)
  const found = municipalities().find(({ code, name, officialName }) =>
    [code, code.replace(/^0/, ''), fold(name), fold(officialName)].includes(wanted),
  )
  if (found) return { code: found.code, name: found.name }
  const alike = ({ name }: { name: string }) => distance.JaroWinklerDistance(fold(name), wanted)
  const [nearest] = municipalities().toSorted((a, b) => alike(b) - alike(a))
  throw new UsageError(
    `--municipality ${typed}: there is none of this name or code${nearest ? `; the nearest name is ${nearest.name}` : ''}`,
  )
}
