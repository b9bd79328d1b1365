import type { Span } from '../../schemas/span.ts'
import type { FoundTimes, Recurrence, TimeExpression } from '../../schemas/time.ts'
import { type Clause, splitClauses } from '../language/clauses.ts'
import { findPredicates, type Predicate } from '../language/predicates.ts'
import { type Subject, subjectOf } from './subject.ts'

/**
 * A predicate with its subject and the clause it stands in (`main`, or `that`: the content of an expectation).
 * `text`: the verb group and the two words after it ("vil følge tæt op").
 */
export type Act = Predicate & {
  subject: Subject
  clause: 'main' | 'that'
  start: number
  endPosition: number
  text: string
}

/** A sentence read for commitments: its clauses, what is said to be done by whom, and the times in it. */
export type ReadSentence = {
  span: Span
  text: string
  clauses: Clause[]
  acts: Act[]
  times: TimeExpression[]
  recurrences: Recurrence[]
}

const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end

/**
 * Reads a sentence of the letter. The clauses of one type are read as one stretch, since a clause in between only
 * interrupts them: "Jobcentret vil, dels ..., løbende følge op".
 */
export function readSentence(letterText: string, span: Span, times: FoundTimes): ReadSentence {
  const text = letterText.slice(span.start, span.end)
  const clauses = splitClauses(text, span.start)
  return {
    span,
    text,
    clauses,
    acts: [
      ...actsOf(clauses, 'main'),
      ...clauses.filter((c) => c.type === 'that').flatMap((c) => actsOf([c], 'that')),
    ],
    times: times.times.filter((t) => within(t.span, span)),
    recurrences: times.recurrences.filter((r) => within(r.span, span)),
  }
}

const joins = (word: string | undefined) => word === 'og' || word === 'men' || word === 'samt'

function actsOf(clauses: Clause[], type: 'main' | 'that'): Act[] {
  const own = clauses.filter((c) => c.type === type)
  const tokens = own.flatMap((c) => c.tokens)
  const starts = new Set<number>()
  let position = 0
  for (const clause of own) {
    starts.add(position)
    position += clause.tokens.length
  }
  let from = 0
  let previous: Subject | null = null
  const acts: Act[] = []
  for (const predicate of findPredicates(tokens)) {
    // a clause of its own begins after a comma or where the verb before has its subject and "og" follows
    for (let k = predicate.at; k > from; k--) {
      if ((starts.has(k) && acts.length > 0) || (joins(tokens[k]?.lower) && k > (acts.at(-1)?.end ?? -1))) {
        from = k
        break
      }
    }
    const shared: boolean = previous !== null && predicate.at - from <= 1 && joins(tokens[from]?.lower)
    const subject: Subject = shared && previous ? previous : subjectOf(tokens, predicate, from)
    const start = tokens[from]?.start ?? 0
    const endPosition = tokens[predicate.end]?.end ?? start
    const words = tokens.slice(predicate.at, predicate.end + 3)
    acts.push({
      ...predicate,
      subject,
      clause: type,
      start,
      endPosition,
      text: words.map((t) => t.text).join(' '),
    })
    previous = subject
    from = predicate.end + 1
  }
  return acts
}
