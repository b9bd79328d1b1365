/** A word, number or mark of a sentence; positions are those of the text it was cut from. */
export type Token = { text: string; lower: string; start: number; end: number }

const tokenPattern = /[\p{L}\p{N}]+(?:[-'’./][\p{L}\p{N}]+)*|§|%|[,;:()"”“„»«?!–-]/gu

/** Cuts `text` into words and the marks that matter for reading a sentence. `offset` is added to positions. */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(tokenPattern)) {
    const start = offset + match.index
    tokens.push({ text: match[0], lower: match[0].toLowerCase(), start, end: start + match[0].length })
  }
  return tokens
}

const escapeForRegex = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Compiles words and phrases of the data files to one matcher. A leading hyphen leaves the beginning of the word
 * open ("-leder" matches "teamleder"), a trailing hyphen its end ("opfølgning-" matches "opfølgningen").
 * Upper and lower case are the same; a phrase's words may stand over any white space.
 */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const alternatives = phrases.map((phrase) => {
    const openLeft = phrase.startsWith('-')
    const openRight = phrase.endsWith('-')
    const words = phrase.slice(openLeft ? 1 : 0, openRight ? -1 : undefined)
    const body = words.split(/\s+/).map(escapeForRegex).join('\\s+')
    return `(?<![\\p{L}\\p{N}])${openLeft ? '[\\p{L}-]*' : ''}${body}${openRight ? '' : '(?![\\p{L}\\p{N}])'}`
  })
  return new RegExp(alternatives.join('|'), 'iu')
}

/** Whole words and word endings of a data list as a test on one lower-case word. */
export function wordTest(words: readonly string[]): (lower: string) => boolean {
  const whole = new Set(words.filter((w) => !w.startsWith('-')))
  const endings = words.filter((w) => w.startsWith('-')).map((w) => w.slice(1))
  const known = new Map<string, boolean>()
  return (lower) => {
    const hit = known.get(lower)
    if (hit !== undefined) return hit
    const answer = whole.has(lower) || endings.some((e) => lower.length > e.length && lower.endsWith(e))
    known.set(lower, answer)
    return answer
  }
}
