/** A word of a phrase: a whole one, the beginning of one, or a gap of up to five words. */
type Part = { word: string; beginning: boolean } | 'gap'

const widestGap = 5
const parsed = new Map<string, Part[]>()

/** The words of a text in lower case; the parts of a hyphenated word are words. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase('da')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function parse(phrase: string): Part[] {
  const known = parsed.get(phrase)
  if (known) return known
  const parts = phrase.split(' ').map((written): Part => {
    if (written === '…') return 'gap'
    const beginning = written.endsWith('-')
    return { word: (beginning ? written.slice(0, -1) : written).toLocaleLowerCase('da'), beginning }
  })
  parsed.set(phrase, parts)
  return parts
}

function matchesAt(words: string[], at: number, parts: Part[], from = 0): boolean {
  const part = parts[from]
  if (part === undefined) return true
  if (part === 'gap') {
    for (let skipped = 0; skipped <= widestGap; skipped++)
      if (matchesAt(words, at + skipped, parts, from + 1)) return true
    return false
  }
  const word = words[at]
  if (word === undefined || !(part.beginning ? word.startsWith(part.word) : word === part.word)) return false
  return matchesAt(words, at + 1, parts, from + 1)
}

/**
 * The first of some phrases that occurs among words, or null. In a phrase a hyphen at a word's end stands for any
 * ending, "…" for up to five words.
 */
export function findPhrase(words: string[], phrases: string[]): string | null {
  return (
    phrases.find((phrase) => {
      const parts = parse(phrase)
      return words.some((_, at) => matchesAt(words, at, parts))
    }) ?? null
  )
}

/** How often some phrases occur among words. */
export function countPhrases(words: string[], phrases: string[]): number {
  const wanted = phrases.map(parse)
  return words.filter((_, at) => wanted.some((parts) => matchesAt(words, at, parts))).length
}
