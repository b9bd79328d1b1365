import { isDoubtfulVerb, readVerb, type VerbForm } from './verb-forms.ts'
import type { Token } from './words.ts'

/**
 * A finite verb with what belongs to it, read in a stretch of tokens.
 * `tense`: present, past, perfect (har/er + participle), future (vil, kommer til at), must (skal), can (kan).
 * `lemma`: the verb that carries the meaning (vil *etablere*, er *etableret*).
 * `at`, `end`: index of the finite verb and of the last verb of the group among the tokens.
 */
export type Predicate = {
  lemma: string
  tense: 'present' | 'past' | 'perfect' | 'future' | 'must' | 'can'
  passive: boolean
  negated: boolean
  at: number
  end: number
}

const modals: Record<string, Predicate['tense']> = {
  vil: 'future',
  skal: 'must',
  kan: 'can',
  kunne: 'can',
  må: 'must',
  bør: 'can',
  burde: 'can',
  måtte: 'can',
}
const negations = new Set(['ikke', 'ingen', 'intet', 'aldrig', 'næppe', 'hverken', 'ej'])
const verbContext = new Set([
  'at',
  'vi',
  'jeg',
  'der',
  'som',
  'kommunen',
  'jobcentret',
  'jobcenteret',
  'forvaltningen',
  'også',
  'derfor',
  'løbende',
  'fortsat',
  'vil',
  'skal',
  'kan',
  'ikke',
  'desuden',
  'endvidere',
  'fremover',
  'samtidig',
  'nu',
])

const has = (token: Token | undefined, form: VerbForm) =>
  token !== undefined && readVerb(token.lower).some((r) => r.form === form)
const lemmaOf = (token: Token, form: VerbForm) =>
  readVerb(token.lower).find((r) => r.form === form)?.lemma ?? token.lower

/** Doubtful forms count as verbs next to a pronoun, "at", a modal or an adverb of the clause. */
function inVerbPlace(tokens: Token[], i: number): boolean {
  const token = tokens[i]
  if (!token || !isDoubtfulVerb(token.lower)) return true
  return (
    verbContext.has(tokens[i - 1]?.lower ?? '') ||
    ['vi', 'jeg', 'kommunen'].includes(tokens[i + 1]?.lower ?? '')
  )
}

/** Verbs that carry on to an infinitive and make it a plan: "vi forventer at iværksætte", "agter at", "ventes taget i brug". */
const planning = new Set([
  'forvente',
  'planlægge',
  'påregne',
  'agte',
  'påtænke',
  'vente',
  'regne',
  'satse',
  'sigte',
  'stile',
  'forpligte',
  'love',
  'aftale',
  'beslutte',
  'vælge',
  'tilstræbe',
  'arbejde',
])
/** Verbs that only say that another act starts or goes on: "er begyndt at holde", "fortsætter med at". */
const aspectual = new Set(['begynde', 'fortsætte', 'gå', 'sørge', 'overgå', 'starte'])

/** "er ved at", "er i færd med at", "er i gang med at": what is being done. */
function progressOf(
  tokens: Token[],
  verb: Omit<Predicate, 'negated' | 'at'>,
): Omit<Predicate, 'negated' | 'at'> {
  if (verb.lemma !== 'være' || verb.tense !== 'present') return verb
  const words = tokens.slice(verb.end + 1, verb.end + 8).map((t) => t.lower)
  const at = words.indexOf('at')
  const phrase = words.slice(0, Math.max(at, 0)).join(' ')
  if (at < 0 || !/(?:^|\s)(?:ved|i færd med|i gang med)$/u.test(phrase)) return verb
  const k = findForm(tokens, verb.end + 1 + at, ['inf', 'pass'])
  return k < 0
    ? verb
    : { lemma: lemmaOf(tokens[k] as Token, 'inf'), tense: 'present', passive: false, end: k }
}

/** The act behind a planning or aspectual verb: its infinitive (after "at") or participle ("forventes indført"). */
function contentOf(
  tokens: Token[],
  verb: Omit<Predicate, 'negated' | 'at'>,
): Omit<Predicate, 'negated' | 'at'> {
  const plans = planning.has(verb.lemma)
  // "vi lovede at ...": an earlier promise is told, not given
  if (plans && verb.tense === 'past') return verb
  if (!plans && !aspectual.has(verb.lemma)) return verb
  const window = Math.min(tokens.length, verb.end + 14)
  for (let j = verb.end + 1; j < window; j++) {
    const token = tokens[j] as Token
    if (token.lower === 'at' && tokens[j + 1]) {
      const k = findForm(tokens, j, ['inf', 'pass'])
      if (k < 0 || k > j + 6) return verb
      const first = tokens[k] as Token
      const perfect =
        first.lower === 'have' || first.lower === 'være' || first.lower === 'blive'
          ? findForm(tokens, k, ['part'])
          : -1
      const end = perfect > 0 && perfect < k + 10 ? perfect : k
      const lemma =
        readVerb((tokens[end] as Token).lower).find(
          (r) => r.form === (end === k ? 'inf' : 'part') || r.form === 'pass',
        )?.lemma ?? verb.lemma
      return {
        lemma,
        tense: plans ? 'future' : verb.tense,
        passive: end !== k && first.lower !== 'have',
        end,
      }
    }
    if (plans && verb.passive && has(token, 'part') && !followsDeterminer(tokens, j))
      return { lemma: lemmaOf(token, 'part'), tense: 'future', passive: true, end: j }
    if (finiteKind(tokens, j)) return verb
  }
  return verb
}

type Finite = 'modal' | 'have' | 'be' | 'become' | 'pres' | 'past' | 'pass'

function finiteKind(tokens: Token[], i: number): Finite | null {
  const token = tokens[i]
  if (!token || tokens[i - 1]?.lower === 'at') return null
  const { lower } = token
  if (lower in modals) return 'modal'
  if (lower === 'har' || lower === 'havde') return 'have'
  if (lower === 'er' || lower === 'var') return 'be'
  if (lower === 'bliver' || lower === 'blev') return 'become'
  if (!inVerbPlace(tokens, i)) return null
  if (has(token, 'pres')) return 'pres'
  if (has(token, 'pass')) return 'pass'
  if (has(token, 'past') && !followsDeterminer(tokens, i) && !isAttribute(tokens, i)) return 'past'
  return null
}

const determiners = new Set([
  'de',
  'den',
  'det',
  'en',
  'et',
  'alle',
  'nye',
  'disse',
  'denne',
  'flere',
  'sådanne',
  'særligt',
  'af',
])
const attributive = new Set([
  'med',
  'for',
  'til',
  'på',
  'i',
  'om',
  'ved',
  'over',
  'under',
  'mellem',
  'hos',
  'blandt',
])
/** "de iværksatte tiltag": a participle used as an adjective has the form of the past tense. */
const followsDeterminer = (tokens: Token[], i: number) => determiners.has(tokens[i - 1]?.lower ?? '')

/** "med kvalificerede kandidater", "5 ansatte": a preposition or a number before it, and no subject. */
function isAttribute(tokens: Token[], i: number): boolean {
  const previous = tokens[i - 1]?.lower ?? ''
  return attributive.has(previous) || /^\d/.test(previous)
}

/** The first token after `from` with one of the forms, before the next finite verb of another group. */
function findForm(tokens: Token[], from: number, forms: VerbForm[]): number {
  for (let j = from + 1; j < Math.min(tokens.length, from + 40); j++) {
    const token = tokens[j] as Token
    if (forms.some((f) => has(token, f)) && inVerbPlace(tokens, j)) {
      // "arbejdet med": after a determiner it is a noun or an adjective
      if (!followsDeterminer(tokens, j) || token.lower === 'blevet') return j
    }
    const kind = finiteKind(tokens, j)
    if (kind === 'modal' || kind === 'have' || kind === 'be' || kind === 'become') return -1
  }
  return -1
}

function complete(tokens: Token[], i: number, kind: Finite): Omit<Predicate, 'negated' | 'at'> | null {
  const token = tokens[i] as Token
  if (kind === 'modal') {
    const tense = modals[token.lower] ?? 'future'
    const j = findForm(tokens, i, ['inf', 'pass'])
    if (j < 0) return directed(tokens, i, tense)
    const verb = tokens[j] as Token
    if (has(verb, 'pass') && !has(verb, 'inf'))
      return { lemma: lemmaOf(verb, 'pass'), tense, passive: true, end: j }
    if (verb.lower === 'blive' || verb.lower === 'være' || verb.lower === 'have' || verb.lower === 'få') {
      const p = findForm(tokens, j, ['part'])
      if (p > 0)
        return {
          lemma: lemmaOf(tokens[p] as Token, 'part'),
          tense,
          passive: verb.lower === 'blive' || verb.lower === 'være',
          end: p,
        }
    }
    if (verb.lower === 'kunne' || verb.lower === 'skulle') {
      const k = findForm(tokens, j, ['inf', 'pass'])
      if (k > 0)
        return {
          lemma: readVerb((tokens[k] as Token).lower)[0]?.lemma ?? '',
          tense: 'can',
          passive: false,
          end: k,
        }
    }
    return { lemma: lemmaOf(verb, 'inf'), tense, passive: false, end: j }
  }
  if (kind === 'have') {
    const p = findForm(tokens, i, ['part'])
    if (p > 0 && token.lower === 'havde') return { lemma: 'have', tense: 'past', passive: false, end: p }
    return p > 0
      ? perfectOf(tokens, p, false)
      : { lemma: 'have', tense: token.lower === 'havde' ? 'past' : 'present', passive: false, end: i }
  }
  if (kind === 'be' || kind === 'become') {
    const past = token.lower === 'var' || token.lower === 'blev'
    const p = findForm(tokens, i, ['part'])
    if (p < 0)
      return {
        lemma: kind === 'be' ? 'være' : 'blive',
        tense: past ? 'past' : 'present',
        passive: false,
        end: i,
      }
    const reading = perfectOf(tokens, p, past)
    // "var lukket": what had been is background, like "havde"
    if (kind === 'be' && past) return { lemma: 'være', tense: 'past', passive: false, end: p }
    return kind === 'be'
      ? { ...reading, passive: true }
      : { ...reading, tense: past ? 'past' : 'present', passive: true }
  }
  const form = kind
  return {
    lemma: lemmaOf(token, form),
    tense: kind === 'past' ? 'past' : 'present',
    passive: kind === 'pass',
    end: i,
  }
}

const directions = new Set(['ned', 'op', 'ud', 'ind', 'hen', 'væk', 'tilbage', 'frem'])

/** "Antallet skal ned på 60": with a direction the modal needs no infinitive. */
function directed(
  tokens: Token[],
  i: number,
  tense: Predicate['tense'],
): Omit<Predicate, 'negated' | 'at'> | null {
  const j = tokens.findIndex((t, k) => k > i && k < i + 8 && directions.has(t.lower))
  return j < 0 ? null : { lemma: 'komme', tense, passive: false, end: j }
}

function perfectOf(tokens: Token[], p: number, past: boolean): Omit<Predicate, 'negated' | 'at'> {
  const participle = tokens[p] as Token
  if (participle.lower === 'kunnet') {
    const q = findForm(tokens, p, ['inf'])
    if (q > 0) return { lemma: lemmaOf(tokens[q] as Token, 'inf'), tense: 'perfect', passive: false, end: q }
  }
  if (participle.lower === 'blevet' || participle.lower === 'været') {
    const q = findForm(tokens, p, ['part'])
    if (q > 0)
      return {
        lemma: lemmaOf(tokens[q] as Token, 'part'),
        tense: past ? 'past' : 'perfect',
        passive: true,
        end: q,
      }
  }
  return { lemma: lemmaOf(participle, 'part'), tense: past ? 'past' : 'perfect', passive: false, end: p }
}

/** "ikke længere" and "ikke kun" tell of a change, not of its absence. */
function isNegated(tokens: Token[], from: number, to: number): boolean {
  for (let k = Math.max(0, from - 2); k <= Math.min(to, tokens.length - 1); k++) {
    const next = tokens[k + 1]?.lower ?? ''
    if (
      negations.has(tokens[k]?.lower ?? '') &&
      !['længere', 'kun', 'blot', 'alene', 'mindst'].includes(next)
    )
      return true
  }
  return false
}

/** All predicates of a stretch of tokens, in order. Tokens of subordinate clauses are to be left out beforehand. */
export function findPredicates(tokens: Token[]): Predicate[] {
  const found: Predicate[] = []
  for (let i = 0; i < tokens.length; i++) {
    const kind = finiteKind(tokens, i)
    if (!kind) continue
    const verb = complete(tokens, i, kind)
    if (!verb) continue
    const rest = contentOf(tokens, progressOf(tokens, verb))
    const alone = rest.end === i
    const negated = isNegated(tokens, i, rest.end + (alone ? 3 : 1))
    found.push({ ...rest, negated, at: i })
    if (kind !== 'pres' && kind !== 'pass' && kind !== 'past') i = rest.end
  }
  return found.length > 0 ? found : guessPredicate(tokens)
}

/**
 * The predicate of a clause without any known verb: an unknown word in -es that is no genitive ("betjenes"), or in -r
 * right after a pronoun ("vi skruer").
 */
function guessPredicate(tokens: Token[]): Predicate[] {
  const at = tokens.findIndex(({ lower }, i) => {
    if (i === 0 || lower.length < 5) return false
    const passive = /^\p{Ll}+es$/u.test(lower) && !/(?:nes|dres|ges|skes|tes)$/u.test(lower)
    return passive || (['vi', 'jeg', 'kommunen'].includes(tokens[i - 1]?.lower ?? '') && lower.endsWith('er'))
  })
  const verb = tokens[at]
  if (!verb) return []
  const passive = verb.lower.endsWith('s')
  return [
    {
      lemma: verb.lower.slice(0, -1),
      tense: 'present',
      passive,
      negated: isNegated(tokens, at, at + 3),
      at,
      end: at,
    },
  ]
}
