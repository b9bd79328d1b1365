import { grammar, type Opener } from './grammar.ts'
import { latin } from './latin.ts'
import type { Listed } from './phrase-lists.ts'
import { isDoubtfulVerb, readVerb, type VerbForm, type VerbReading } from './verb-forms.ts'

/**
 * What is known of a word wherever it stands, looked up once for all its occurrences: what it can be as a verb, and
 * the closed classes it belongs to. `parts`: the words that a text search sees in it, itself in most cases, the parts
 * of a hyphenated word, none for a mark.
 */
export type Word = {
  lower: string
  parts: readonly Word[]
  readings: readonly VerbReading[]
  /** The forms of its readings, as bits of `formBit`. */
  forms: number
  doubtful: boolean
  auxiliary: 'modal' | 'have' | 'be' | 'become' | null
  attributeSign: boolean
  preposition: boolean
  subjectStart: boolean
  /** What kind of clause it opens. */
  opener: Opener | null
  clauseLead: boolean
  firstInMain: boolean
  timeConjunction: boolean
  firstField: boolean
  midField: boolean
  negation: boolean
  /** "vi", "jeg", "kommunen": as a subject it stands beside the verb. */
  we: boolean
  verbContext: boolean
  numeric: boolean
  /** It has a letter in it. */
  lettered: boolean
  breaks: boolean
  opensInside: boolean
  /** What data lists have that begins with it, looked up by `phrase-lists.ts` when first asked. */
  listed: Listed | null
  /** By which number it is weighed, set by `learned/features.ts` when first asked; 0 before. */
  weighed: number
}

const formBits: Record<VerbForm, number> = { inf: 1, pres: 2, past: 4, part: 8, pass: 16 }

/** A form as a bit of `Word.forms`. */
export const formBit = (form: VerbForm): number => formBits[form]

const auxiliaries = new Map<string, Word['auxiliary']>([
  ['har', 'have'],
  ['havde', 'have'],
  ['er', 'be'],
  ['var', 'be'],
  ['bliver', 'become'],
  ['blev', 'become'],
])
const we = new Set(['vi', 'jeg', 'kommunen'])
/** Marks that end a clause. */
const breaks = new Set([',', ';', ':', '(', ')', '–', '-'])
/** Words that may open a clause without a comma before them. */
const insideOpeners = new Set(['hvis', 'såfremt', 'ligesom', 'som', 'at'])
const marks = new Set([',', ';', ':', '(', ')', '"', '”', '“', '„', '»', '«', '?', '!', '–', '-'])

const letter = latin(/\p{L}/u)
const partsOfWord = latin(/[\p{L}\p{N}§%]+/gu)

function partsOf(word: Word): readonly Word[] {
  if (marks.has(word.lower)) return []
  return /[-'’.,/]/.test(word.lower) ? (word.lower.match(partsOfWord) ?? []).map(wordOf) : [word]
}

/** A scan's "rned", "kornrnunen": read as the word with an m where that one is known and the written one is not. */
function withM(lower: string): string {
  if (!lower.includes('rn') || isKnown(lower)) return lower
  const meant = lower.replaceAll('rn', 'm')
  return isKnown(meant) ? meant : lower
}

function isKnown(lower: string): boolean {
  const { modals, prepositions, subjectStarts, verbContext } = grammar()
  return (
    readVerb(lower).length > 0 ||
    modals.has(lower) ||
    prepositions.has(lower) ||
    subjectStarts.has(lower) ||
    verbContext.has(lower)
  )
}

function lookUp(lower: string): Word {
  const closed = grammar()
  const readings = readVerb(lower)
  const word: Word = {
    lower,
    parts: [],
    readings,
    forms: readings.reduce((bits, { form }) => bits | formBits[form], 0),
    doubtful: isDoubtfulVerb(lower),
    auxiliary: closed.modals.has(lower) ? 'modal' : (auxiliaries.get(lower) ?? null),
    attributeSign: closed.attributeSigns.has(lower),
    preposition: closed.prepositions.has(lower),
    subjectStart: closed.subjectStarts.has(lower),
    opener: closed.openers.get(lower) ?? null,
    clauseLead: closed.leads.has(lower),
    firstInMain: closed.firstInMain.has(lower),
    timeConjunction: closed.timeConjunctions.has(lower),
    firstField: closed.firstField.has(lower),
    midField: closed.midField.has(lower),
    negation: closed.negations.has(lower),
    we: we.has(lower),
    verbContext: closed.verbContext.has(lower),
    numeric: /^\d/.test(lower),
    lettered: letter.test(lower),
    breaks: breaks.has(lower),
    opensInside: insideOpeners.has(lower),
    listed: null,
    weighed: 0,
  }
  word.parts = partsOf(word)
  return word
}

/** How many words are remembered before starting over. */
const rememberedWords = 50_000
const known = new Map<string, Word>()

/** The word that a text writes like this, in upper or lower case. */
export function wordOf(text: string): Word {
  const hit = known.get(text)
  if (hit) return hit
  const lower = text.toLowerCase()
  const word = (lower === text ? undefined : known.get(lower)) ?? lookUp(withM(lower))
  if (known.size >= rememberedWords) known.clear()
  known.set(text, word)
  return word
}
