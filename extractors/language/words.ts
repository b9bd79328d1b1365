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

/** The words of a stretch of text, in which the lists of phrases are looked for once, when first asked. */
export type Passage = { words: string[]; lists?: ReadonlySet<number> }

/** Tells whether one of a list of words and phrases occurs in a text, or in a passage whose words are known. */
export type PhraseTest = { test: (text: string | Passage) => boolean }

type PhraseList = { isWord: (word: string) => boolean; beginnings: string[] }
/** All compiled lists; a text is looked through once for all of them. */
const lists: PhraseList[] = []
/** Phrases of several words by their first word, with the number of their list. */
const phrasesByStart = new Map<string, { list: number; words: string[] }[]>()
/** The numbers of the lists that a word alone belongs to. */
const listsOfWord = new Map<string, number[]>()
const simpleWord = /[\p{L}\p{N}§%]+/gu
/** How many words are remembered before starting over. */
const rememberedWords = 50_000

function listsFor(word: string): number[] {
  const hit = listsOfWord.get(word)
  if (hit) return hit
  const numbers = lists.flatMap(({ isWord, beginnings }, number) =>
    isWord(word) || beginnings.some((b) => word.startsWith(b)) ? [number] : [],
  )
  if (listsOfWord.size > rememberedWords) listsOfWord.clear()
  listsOfWord.set(word, numbers)
  return numbers
}

/** The numbers of the lists that a row of words has something of. */
function listsIn(words: string[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    for (const number of listsFor(word)) found.add(number)
    for (const { list, words: phrase } of phrasesByStart.get(word) ?? [])
      if (phrase.every((w, k) => words[i + k] === w)) found.add(list)
  }
  return found
}

const marks = new Set([',', ';', ':', '(', ')', '"', '”', '“', '„', '»', '«', '?', '!', '–', '-'])

/** The passage that tokens make: marks are no words, the parts of a hyphenated word are. */
export function passageOf(tokens: readonly Token[]): Passage {
  const words: string[] = []
  for (const { lower } of tokens) {
    if (marks.has(lower)) continue
    if (/[-'’./]/.test(lower)) words.push(...(lower.match(simpleWord) ?? []))
    else words.push(lower)
  }
  return { words }
}

/** The lists found in a passage, looked for when first asked. */
function listsOf(passage: Passage): ReadonlySet<number> {
  passage.lists ??= listsIn(passage.words)
  return passage.lists
}

/**
 * Compiles words and phrases of the data files. A leading hyphen leaves the beginning of the word open ("-leder"
 * matches "teamleder"), a trailing hyphen its end ("opfølgning-" matches "opfølgningen"). Upper and lower case are
 * the same; parts of a hyphenated word are words; a phrase's words must follow each other, whatever stands between
 * them that is no word.
 */
export function phraseTest(phrases: readonly string[]): PhraseTest {
  const single = phrases.filter((p) => !/\s/.test(p)).map((p) => p.toLowerCase())
  const number = lists.length
  lists.push({
    isWord: wordTest(single.filter((p) => !p.endsWith('-'))),
    beginnings: single.filter((p) => p.endsWith('-')).map((p) => p.slice(0, -1)),
  })
  for (const phrase of phrases.filter((p) => /\s/.test(p))) {
    const words = phrase.toLowerCase().match(simpleWord) ?? []
    const [first = ''] = words
    phrasesByStart.set(first, [...(phrasesByStart.get(first) ?? []), { list: number, words }])
  }
  // what was remembered does not know the new list
  listsOfWord.clear()
  return {
    test: (text) =>
      (typeof text === 'string' ? listsIn(text.toLowerCase().match(simpleWord) ?? []) : listsOf(text)).has(
        number,
      ),
  }
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
