/**
 * What an expression begins with: one of the words `first` and, where they tell too little, one of the words `next`
 * after it, whatever signs stand between. A number is named by its digits: '00' is any number of two. A final hyphen
 * leaves the end of a first word open.
 */
export type Begin = { first: string[]; next?: string[] }

/** A number of so many digits. */
export const digits = (count: number): string => '0'.repeat(count)

/** The numbers of at most so many digits. */
export const upToDigits = (most: number): string[] => Array.from({ length: most }, (_, i) => digits(i + 1))

/** The first words of phrases. */
export const firstWords = (phrases: Iterable<string>): string[] => [
  ...new Set([...phrases].map((phrase) => phrase.split(' ')[0] as string)),
]

/** What phrases begin with: the first two words of each, or the only one. */
export function phrases(list: Iterable<string>): Begin[] {
  const alone: string[] = []
  const followed = new Map<string, string[]>()
  for (const phrase of list) {
    const [first = '', second] = phrase.split(' ')
    if (second === undefined) alone.push(first)
    else followed.set(first, [...(followed.get(first) ?? []), second])
  }
  return [{ first: alone }, ...[...followed].map(([first, next]) => ({ first: [first], next }))]
}
