import { grammar } from './grammar.ts'
import { latin } from './latin.ts'
import { contentOf, progressOf, readVerbGroup, type VerbGroup } from './verb-groups.ts'
import { finiteKind } from './verb-tokens.ts'
import type { Token } from './words.ts'

/**
 * A finite verb with what belongs to it, read in a stretch of tokens.
 * `tense`: present, past, perfect (har/er + participle), future (vil, forventer at), must (skal), can (kan).
 * `lemma`: the verb that carries the meaning (vil *etablere*, er *etableret*).
 * `at`, `end`: index of the finite verb and of the last verb of the group among the tokens.
 */
export type Predicate = VerbGroup & { negated: boolean; at: number }

/** "ikke længere" and "ikke kun" tell of a change, not of its absence. */
function isNegated(tokens: Token[], from: number, to: number): boolean {
  for (let k = Math.max(0, from - 2); k <= Math.min(to, tokens.length - 1); k++)
    if (tokens[k]?.word.negation && !grammar().notNegating.has(tokens[k + 1]?.lower ?? '')) return true
  return false
}

/** All predicates of a stretch of tokens, in order. Tokens of subordinate clauses are to be left out beforehand. */
export function findPredicates(tokens: Token[]): Predicate[] {
  const found: Predicate[] = []
  for (let i = 0; i < tokens.length; i++) {
    const kind = finiteKind(tokens, i)
    const group = kind ? readVerbGroup(tokens, i, kind) : null
    if (!group) continue
    const verb = contentOf(tokens, progressOf(tokens, group))
    // the negation of a verb that stands alone follows it and its subject: "har vi ikke"
    const negated = isNegated(tokens, i, verb.end + (verb.end === i ? 3 : 1))
    const { lemma, tense, passive, end } = verb
    found.push({ lemma, tense, passive, end, negated, at: i })
    if (kind !== 'pres' && kind !== 'pass' && kind !== 'past') i = verb.end
  }
  return found.length > 0 ? found : guessPredicate(tokens)
}

/** "Virker den, bliver ...": whether tokens begin with a finite verb that has the rest of its group close behind it. */
export function opensWithVerb(tokens: Token[]): boolean {
  const kind = finiteKind(tokens, 0)
  return kind !== null && readVerbGroup(tokens.slice(0, 8), 0, kind) !== null
}

const onlySmall = latin(/^\p{Ll}+$/u)
/**
 * The predicate of a clause without any known verb: an unknown word in -es that is no genitive ("betjenes"), or in -r
 * right after a pronoun ("vi skruer").
 */
function guessPredicate(tokens: Token[]): Predicate[] {
  const at = tokens.findIndex(({ lower, word }, i) => {
    if (i === 0 || lower.length < 5 || word.doubtful) return false
    const passive =
      lower.endsWith('es') && onlySmall.test(lower) && !/(?:nes|dres|ges|skes|tes)$/u.test(lower)
    return passive || (tokens[i - 1]?.word.we === true && lower.endsWith('er'))
  })
  const verb = tokens[at]
  if (!verb) return []
  const negated = isNegated(tokens, at, at + 3)
  return [
    {
      lemma: verb.lower.slice(0, -1),
      tense: 'present',
      passive: verb.lower.endsWith('s'),
      negated,
      at,
      end: at,
    },
  ]
}
