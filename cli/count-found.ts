import type { ExtractedLetter } from '../schemas/letter.ts'

/** "1 letter", "2 letters". */
export const number = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** The letters found in a file, each once: one that stands in it several times has the same id each time. */
export function distinct(letters: ExtractedLetter[], ids: string[]): ExtractedLetter[] {
  return letters.filter((_, i) => ids.indexOf(ids[i] ?? '') === i)
}

/**
 * How many letters and commitments a file has: "1 letter (2000 times), 12 commitments".
 * @param ids of each letter, as recorded
 */
export function countFound(letters: ExtractedLetter[], ids: string[]): string {
  const once = distinct(letters, ids)
  const commitments = once.reduce((sum, letter) => sum + letter.commitments.length, 0)
  const times = once.length < letters.length ? ` (${letters.length} times)` : ''
  return `${number(once.length, 'letter')}${times}, ${number(commitments, 'commitment')}`
}
