import { grammar } from './grammar.ts'
import { isDoubtfulVerb, readVerb, type VerbForm } from './verb-forms.ts'
import type { Token } from './words.ts'

/** What a token is as a finite verb: a modal, har/havde, er/var, bliver/blev, or a full verb in one of its forms. */
export type Finite = 'modal' | 'have' | 'be' | 'become' | 'pres' | 'past' | 'pass'

export const has = (token: Token | undefined, form: VerbForm): boolean =>
  token !== undefined && readVerb(token.lower).some((r) => r.form === form)

export const lemmaOf = (token: Token, form: VerbForm): string =>
  readVerb(token.lower).find((r) => r.form === form)?.lemma ?? token.lower

/** Doubtful forms count as verbs next to a pronoun, "at", a modal or an adverb of the clause. */
function inVerbPlace(tokens: Token[], i: number): boolean {
  const token = tokens[i]
  if (!token || !isDoubtfulVerb(token.lower)) return true
  const next = tokens[i + 1]?.lower ?? ''
  return grammar().verbContext.has(tokens[i - 1]?.lower ?? '') || ['vi', 'jeg', 'kommunen'].includes(next)
}

/** "de iværksatte tiltag": a participle used as an adjective has the form of the past tense. */
export const followsDeterminer = (tokens: Token[], i: number): boolean =>
  grammar().attributeSigns.has(tokens[i - 1]?.lower ?? '')

/** "med kvalificerede kandidater", "5 ansatte": a preposition or a number before it, and no subject. */
function isAttribute(tokens: Token[], i: number): boolean {
  const previous = tokens[i - 1]?.lower ?? ''
  return grammar().prepositions.has(previous) || /^\d/.test(previous)
}

const auxiliaries: Record<string, Finite> = {
  har: 'have',
  havde: 'have',
  er: 'be',
  var: 'be',
  bliver: 'become',
  blev: 'become',
}

/** The token at `i` as a finite verb, or null. */
export function finiteKind(tokens: Token[], i: number): Finite | null {
  const token = tokens[i]
  if (!token || tokens[i - 1]?.lower === 'at') return null
  if (grammar().modals.has(token.lower)) return 'modal'
  const auxiliary = Object.hasOwn(auxiliaries, token.lower) ? auxiliaries[token.lower] : undefined
  if (auxiliary) return auxiliary
  if (!inVerbPlace(tokens, i)) return null
  if (has(token, 'pres')) return 'pres'
  if (has(token, 'pass')) return 'pass'
  if (has(token, 'past') && !followsDeterminer(tokens, i) && !isAttribute(tokens, i)) return 'past'
  return null
}

/** "er et individuelt tilrettelagt forløb": between an article and a noun the participle is an adjective. */
function isPredicateNoun(tokens: Token[], from: number, j: number): boolean {
  const article = tokens.slice(Math.max(from + 1, j - 3), j).some((t) => t.lower === 'et' || t.lower === 'en')
  const next = tokens[j + 1]
  if (!article || !next || tokens[from]?.lower === 'har') return false
  return (
    /^\p{L}{4,}/u.test(next.lower) &&
    !grammar().prepositions.has(next.lower) &&
    !grammar().firstField.has(next.lower)
  )
}

/** How far behind a finite verb the rest of its group is looked for, in tokens. */
const reach = 40

/** The first token after `from` with one of the forms, before the next auxiliary; -1 when there is none. */
export function findForm(tokens: Token[], from: number, forms: VerbForm[]): number {
  for (let j = from + 1; j < Math.min(tokens.length, from + reach); j++) {
    // "mere end 1 ansat": counted, it is a noun
    const token = tokens[j] as Token
    const counted = token.lower === 'ansat' && /^\d/.test(tokens[j - 1]?.lower ?? '')
    const fits = !counted && forms.some((f) => has(token, f)) && inVerbPlace(tokens, j)
    // "arbejdet med": after a determiner it is a noun or an adjective
    if (
      fits &&
      (token.lower === 'blevet' || !(followsDeterminer(tokens, j) || isPredicateNoun(tokens, from, j)))
    )
      return j
    const kind = finiteKind(tokens, j)
    if (kind === 'modal' || kind === 'have' || kind === 'be' || kind === 'become') return -1
  }
  return -1
}
