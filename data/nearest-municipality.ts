import distance from 'natural/lib/natural/distance/index.js'
import { foldName, type Municipality, municipalities } from './municipality-names.ts'

/** The municipality whose name is most like what was written; for messages, never for reading. */
export function nearestMunicipality(typed: string): Municipality | undefined {
  const wanted = foldName(typed)
  const alike = ({ name }: Municipality) => distance.JaroWinklerDistance(foldName(name), wanted)
  return municipalities().toSorted((a, b) => alike(b) - alike(a))[0]
}
