import type { Span } from '../../schemas/span.ts'
import type { FoundTimes, Recurrence, TimeExpression } from '../../schemas/time.ts'
import { type Clause, joining, predicatesOf, splitClauses } from '../language/clauses.ts'
import { type Passage, passagesOf } from '../language/phrases.ts'
import { findPredicates, type Predicate } from '../language/predicates.ts'
import type { Token } from '../language/words.ts'
import { type Subject, subjectOf } from './subject.ts'

/**
 * A predicate with its subject and the clause it stands in (`main`, or `that`: the content of what is said or expected).
 * `text`: the verb group and the two words after it ("vil følge tæt op"); `clauseText`: its clause up to there;
 * `position`: where the group ends in the letter's text.
 */
export type Act = Predicate & {
  subject: Subject
  clause: 'main' | 'that'
  position: number
  text: Passage
  clauseText: Passage
}

/**
 * A sentence read for commitments: its clauses, what is said to be done by whom, and the times in it.
 * `tokens`: its words in order; `all`: all of them; `main`: those of its main clauses, without what is subordinate.
 */
export type ReadSentence = {
  span: Span
  text: string
  tokens: readonly Token[]
  all: Passage
  main: Passage
  clauses: Clause[]
  acts: Act[]
  times: TimeExpression[]
  recurrences: Recurrence[]
}

/** The findings that lie inside `span`; they come in order of position, so the first is found by halving. */
function insideOf<T extends { span: Span }>(found: T[], span: Span): T[] {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle] as T).span.start < span.start) low = middle + 1
    else high = middle
  }
  const inside: T[] = []
  for (let i = low; i < found.length && (found[i] as T).span.start < span.end; i++)
    if ((found[i] as T).span.end <= span.end) inside.push(found[i] as T)
  return inside
}
/** "i dag" tells how things are, not when they will be. */
const isToday = /^(?:i\s+dag|dags\s+dato)$/iu
const joins = (word: string | undefined) => joining.has(word ?? '')

/**
 * Reads a sentence of the letter. The main clauses are read as one stretch, since a clause in between only
 * interrupts them: "Jobcentret vil, dels ..., løbende følge op".
 */
export function readSentence(letterText: string, span: Span, times: FoundTimes): ReadSentence {
  const text = letterText.slice(span.start, span.end)
  const clauses = splitClauses(text, span.start)
  const whole = stretchOf(clauses)
  const inMain = clauses.filter((c) => c.type === 'main')
  const main = inMain.length === clauses.length ? whole : stretchOf(inMain)
  const acts = actsOf(main, 'main')
  clauses.forEach((clause, i) => {
    if (clause.type === 'that') acts.push(...actsOf(partOf(whole, i, clause), 'that'))
  })
  return {
    span,
    text,
    tokens: whole.tokens,
    all: whole.passage(),
    main: main.passage(),
    clauses,
    acts,
    times: insideOf(times.times, span).filter((t) => !isToday.test(t.quote)),
    recurrences: insideOf(times.recurrences, span),
  }
}

/** Clauses read as one: their tokens, where each begins among them, and the passages they hold. */
type Stretch = {
  tokens: Token[]
  starts: number[]
  passage: (from?: number, to?: number) => Passage
  predicates: () => Predicate[]
}

function stretchOf(clauses: Clause[]): Stretch {
  const [first, second] = clauses
  if (first && !second)
    return {
      tokens: first.tokens,
      starts: [0],
      passage: passagesOf(first.tokens),
      predicates: () => predicatesOf(first),
    }
  const none: Token[] = []
  const tokens = none.concat(...clauses.map((clause) => clause.tokens))
  let length = 0
  const starts = clauses.map((clause) => {
    length += clause.tokens.length
    return length - clause.tokens.length
  })
  return { tokens, starts, passage: passagesOf(tokens), predicates: () => findPredicates(tokens) }
}

/** The clause at `index` of a sentence, read as one; its passages are the sentence's. */
function partOf({ tokens, starts, passage }: Stretch, index: number, clause: Clause): Stretch {
  const first = starts[index] ?? 0
  const last = starts[index + 1] ?? tokens.length
  return {
    tokens: clause.tokens,
    starts: [0],
    passage: (from = 0, to = last) => passage(first + from, Math.min(first + to, last)),
    predicates: () => predicatesOf(clause),
  }
}

function actsOf({ tokens, starts, passage, predicates }: Stretch, type: 'main' | 'that'): Act[] {
  let from = 0
  let previous: Subject | null = null
  const acts: Act[] = []
  for (const predicate of predicates()) {
    from = clauseStart(tokens, starts, predicate.at, from, acts.at(-1)?.end ?? null)
    const shared: boolean = previous !== null && predicate.at - from <= 1 && joins(tokens[from]?.lower)
    const subject: Subject = shared && previous ? previous : subjectOf(tokens, predicate, from)
    const text = passage(predicate.at, predicate.end + 3)
    const clauseText = passage(from, predicate.end + 3)
    const position = tokens[predicate.end]?.end ?? 0
    const { lemma, tense, passive, end, negated, at } = predicate
    acts.push({
      lemma,
      tense,
      passive,
      end,
      negated,
      at,
      subject,
      clause: type,
      position,
      text,
      clauseText,
    })
    previous = subject
    from = predicate.end + 1
  }
  return acts
}

/** Where the clause of the verb at `at` begins: after a comma, or at an "og" behind the verb before it. */
function clauseStart(
  tokens: Token[],
  starts: number[],
  at: number,
  from: number,
  lastVerb: number | null,
): number {
  for (let k = at; k > from; k--) {
    if (
      (starts.includes(k) && lastVerb !== null) ||
      (joins(tokens[k]?.lower) && lastVerb !== null && k > lastVerb)
    )
      return k
  }
  return from
}

/** Whether something in the sentence recurs at a fixed rate. */
export const recurs = ({ recurrences }: ReadSentence): boolean =>
  recurrences.some(({ every }) => every !== null)

/** The clause of the sentence in which `span` stands. */
export function clauseAt(sentence: ReadSentence, span: Span): Clause | undefined {
  return sentence.clauses.find(
    (c) => (c.tokens[0]?.start ?? 0) <= span.start && (c.tokens.at(-1)?.end ?? 0) >= span.end,
  )
}
