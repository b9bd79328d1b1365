import { latin } from './latin.ts'
import type { VerbForm } from './verb-forms.ts'
import { formBit } from './vocabulary.ts'
import type { Token } from './words.ts'

/** What a token is as a finite verb: a modal, har/havde, er/var, bliver/blev, or a full verb in one of its forms. */
export type Finite = 'modal' | 'have' | 'be' | 'become' | 'pres' | 'past' | 'pass'

export const has = (token: Token | undefined, form: VerbForm): boolean =>
  token !== undefined && (token.word.forms & formBit(form)) !== 0

export const lemmaOf = (token: Token, form: VerbForm): string =>
  token.word.readings.find((r) => r.form === form)?.lemma ?? token.lower

/** Doubtful forms count as verbs next to a pronoun, "at", a modal or an adverb of the clause. */
function inVerbPlace(tokens: Token[], i: number): boolean {
  const token = tokens[i]
  if (!token?.word.doubtful) return true
  return tokens[i - 1]?.word.verbContext === true || tokens[i + 1]?.word.we === true
}

/** "de iværksatte tiltag": a participle used as an adjective has the form of the past tense. */
export const followsDeterminer = (tokens: Token[], i: number): boolean =>
  tokens[i - 1]?.word.attributeSign === true

/** "med kvalificerede kandidater", "5 ansatte": a preposition or a number before it, and no subject. */
function isAttribute(tokens: Token[], i: number): boolean {
  const previous = tokens[i - 1]?.word
  // "I uge 33 satte vi alle sammen"
  if (tokens[i + 1]?.word.we) return false
  return previous !== undefined && (previous.preposition || previous.numeric)
}

const finiteForms = formBit('pres') | formBit('past') | formBit('pass')

/** The token at `i` as a finite verb, or null. */
export function finiteKind(tokens: Token[], i: number): Finite | null {
  const token = tokens[i]
  // most words are no verbs at all
  if (!token || (token.word.auxiliary === null && (token.word.forms & finiteForms) === 0)) return null
  if (tokens[i - 1]?.lower === 'at') return null
  if (token.word.auxiliary) return token.word.auxiliary
  if (!inVerbPlace(tokens, i)) return null
  if (has(token, 'pres')) return 'pres'
  if (has(token, 'pass')) return 'pass'
  const named = followsDeterminer(tokens, i) && !followsThey(tokens, i) && !followsIt(tokens, i)
  if (has(token, 'past') && !named && !isAttribute(tokens, i)) return 'past'
  return null
}

/** "Det skete i uge 4": not "det planlagte forløb". */
const followsIt = (tokens: Token[], i: number): boolean =>
  i === 1 && tokens[0]?.lower === 'det' && tokens[2]?.word.preposition === true

/** "De begyndte i mandags og skal ...": not "De ansatte i jobcentret skal ...", which has its verb still to come. */
function followsThey(tokens: Token[], i: number): boolean {
  if (i !== 1 || tokens[0]?.lower !== 'de') return false
  const next = tokens.findIndex(
    (t, k) => k > i && (t.word.auxiliary !== null || has(t, 'pres') || has(t, 'pass')),
  )
  return next < 0 || tokens.slice(i, next).some(({ lower }) => lower === 'og' || lower === 'men')
}

const fourLetters = latin(/^\p{L}{4,}/u)
/** "er et individuelt tilrettelagt forløb": between an article and a noun the participle is an adjective. */
function isPredicateNoun(tokens: Token[], from: number, j: number): boolean {
  const article = tokens.slice(Math.max(from + 1, j - 3), j).some((t) => t.lower === 'et' || t.lower === 'en')
  const next = tokens[j + 1]
  if (!article || !next || tokens[from]?.lower === 'har') return false
  return !next.word.preposition && !next.word.firstField && fourLetters.test(next.lower)
}

/** Forms that are verbs behind a pronoun too: "vil det blive overholdt". */
const neverNouns = new Set(['blevet', 'blive', 'være', 'få', 'kunne'])

/** "det arbejde", but "er det meldt ud": right behind the verb "det" is the subject. */
const isDetermined = (tokens: Token[], from: number, j: number): boolean =>
  followsDeterminer(tokens, j) && !(j === from + 2 && tokens[from + 1]?.lower === 'det')

/** How far behind a finite verb the rest of its group is looked for, in tokens. */
const reach = 40

/** The first token after `from` with one of the forms, before the next auxiliary; -1 when there is none. */
export function findForm(tokens: Token[], from: number, forms: VerbForm[]): number {
  const wanted = forms.reduce((bits, form) => bits | formBit(form), 0)
  const last = Math.min(tokens.length, from + reach)
  for (let j = from + 1; j < last; j++) {
    const token = tokens[j] as Token
    if (token.word.forms === 0 && token.word.auxiliary === null) continue
    // "mere end 1 ansat": counted, it is a noun
    const counted = token.lower === 'ansat' && tokens[j - 1]?.word.numeric === true
    const fits = !counted && (token.word.forms & wanted) !== 0 && inVerbPlace(tokens, j)
    // "arbejdet med": after a determiner it is a noun or an adjective
    if (
      fits &&
      (neverNouns.has(token.lower) ||
        !(isDetermined(tokens, from, j) || (has(token, 'part') && isPredicateNoun(tokens, from, j))))
    )
      return j
    const kind = finiteKind(tokens, j)
    if (kind === 'modal' || kind === 'have' || kind === 'be' || kind === 'become') return -1
  }
  return -1
}
