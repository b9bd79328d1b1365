/** A word, number or mark of a sentence; positions are those of the text it was cut from. */
export type Token = { text: string; lower: string; start: number; end: number }

// "Ældre- og Handicapudvalget": a hyphen that hangs on to a word belongs to it
const tokenPattern =
  /[\p{L}\p{N}]+(?:[-'’./][\p{L}\p{N}]+)*(?:-(?=\s+(?:og|eller|samt)\s))?|§|%|[,;:()"”“„»«?!–-]/gu

/** Cuts `text` into words and the marks that matter for reading a sentence. `offset` is added to positions. */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(tokenPattern)) {
    const start = offset + match.index
    tokens.push({ text: match[0], lower: match[0].toLowerCase(), start, end: start + match[0].length })
  }
  return tokens
}

/** Tells whether one of a list of words and phrases occurs in a text. */
export type PhraseTest = { test: (text: string) => boolean }

const simpleWord = /[\p{L}\p{N}§%]+/gu
const recent = new Map<string, string[]>()

/** The lower-case words of a text; parts of a hyphenated word are words. The last few hundred texts are remembered. */
function simpleWords(text: string): string[] {
  const hit = recent.get(text)
  if (hit) return hit
  const words = text.toLowerCase().match(simpleWord) ?? []
  if (recent.size > 500) recent.clear()
  recent.set(text, words)
  return words
}

/**
 * Compiles words and phrases of the data files. A leading hyphen leaves the beginning of the word open ("-leder"
 * matches "teamleder"), a trailing hyphen its end ("opfølgning-" matches "opfølgningen"). Upper and lower case are
 * the same; a phrase's words must follow each other, whatever stands between them that is no word.
 */
export function phraseTest(phrases: readonly string[]): PhraseTest {
  const single = phrases.filter((p) => !/\s/.test(p))
  const isWord = wordTest(single.filter((p) => !p.endsWith('-')).map((p) => p.toLowerCase()))
  const beginnings = single.filter((p) => p.endsWith('-')).map((p) => p.slice(0, -1).toLowerCase())
  const several = new Map<string, string[][]>()
  for (const phrase of phrases.filter((p) => /\s/.test(p))) {
    const words = phrase.toLowerCase().match(simpleWord) ?? []
    const [first = ''] = words
    several.set(first, [...(several.get(first) ?? []), words])
  }
  const known = new Map<string, boolean>()
  const alone = (word: string): boolean => {
    const hit = known.get(word)
    if (hit !== undefined) return hit
    const answer = isWord(word) || beginnings.some((b) => word.startsWith(b))
    known.set(word, answer)
    return answer
  }
  const test = (text: string) => {
    const words = simpleWords(text)
    return words.some(
      (word, i) =>
        alone(word) ||
        several.get(word)?.some((phrase) => phrase.every((w, k) => words[i + k] === w)) === true,
    )
  }
  return { test }
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
