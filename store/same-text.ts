/** The words of a text in lower case, without punctuation, marks of emphasis and line ends. */
export function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function counts(list: string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const word of list) found.set(word, (found.get(word) ?? 0) + 1)
  return found
}

function shared(a: string[], b: string[]): number {
  const left = counts(b)
  let n = 0
  for (const word of a) {
    const rest = left.get(word) ?? 0
    if (rest > 0) n++
    left.set(word, rest - 1)
  }
  return n
}

/**
 * How alike two texts are, from 0 to 1: Dice's coefficient over their words, each counted as often as it stands.
 * Letter pairs (as in natural's DiceCoefficient) do not tell letters apart: any two long Danish texts share nearly
 * all of them.
 */
export function likeness(a: string, b: string): number {
  const left = words(a)
  const right = words(b)
  return left.length + right.length === 0 ? 0 : (2 * shared(left, right)) / (left.length + right.length)
}
