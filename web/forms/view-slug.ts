import { plainLetters } from '../../data/plain-letters.ts'

/** The address of a saved view from its name: "Køge 2018" is "koege-2018". Empty when there is nothing to make it of. */
export function viewSlug(name: string): string {
  return plainLetters(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
