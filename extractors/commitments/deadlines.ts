import type { CommitmentStatus } from '../../schemas/commitment.ts'
import type { Span } from '../../schemas/span.ts'
import type { Recurrence, TimeExpression } from '../../schemas/time.ts'
import type { Clause } from '../language/clauses.ts'
import { findPredicates } from '../language/predicates.ts'
import type { ReadSentence } from './sentence.ts'

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end
const amounts = /(?<!\p{L})(?:kr|mio|bevilling\p{L}*|tillægsbevilling\p{L}*|budget\p{L}*)(?!\p{L})/iu
const figures = /(?<!\p{L})(?:pct|procent|procentpoint|kr)(?!\p{L})|%/iu

function clauseAt(clauses: Clause[], span: Span): Clause | undefined {
  return clauses.find(
    (c) => (c.tokens[0]?.start ?? 0) <= span.start && (c.tokens.at(-1)?.end ?? 0) >= span.end,
  )
}

/** Why a time in a commitment's sentence is not a time of the commitment, or null. */
function descriptive(
  time: TimeExpression,
  sentence: ReadSentence,
  status: CommitmentStatus,
  letterDate: string,
): string | null {
  const past = time.end < letterDate
  const clause = clauseAt(sentence.clauses, time.span)
  if (clause) {
    if (clause.type === 'condition' || clause.type === 'question') return `in a ${clause.type}`
    const predicates = findPredicates(clause.tokens)
    if (
      (clause.type === 'relative' || clause.type === 'adverbial') &&
      predicates.some((p) => p.tense === 'past')
    )
      return 'past clause'
    const text = clause.tokens.map((t) => t.text).join(' ')
    if (past && figures.test(text)) return 'figure of the past'
    if (time.grain === 'year' && amounts.test(text)) return 'budget'
    if (past && clause.type === 'aside' && time.relation !== 'during') return 'past, in parentheses'
  }
  if (past && status === 'planned' && time.relation !== 'from') return 'past'
  return null
}

/** The times of a commitment among those in its sentences. `excluded`: quotations and references to other letters. */
export function timesOf(
  sentences: ReadSentence[],
  status: CommitmentStatus,
  letterDate: string,
  excluded: Span[],
): TimeExpression[] {
  return sentences.flatMap((sentence) =>
    sentence.times.filter(
      (t) =>
        !excluded.some((e) => overlaps(e, t.span)) && descriptive(t, sentence, status, letterDate) === null,
    ),
  )
}

/** How often: the first recurrence at a fixed rate that is not inside a condition, a question or a rule about others. */
export function everyOf(sentences: ReadSentence[], excluded: Span[]): Recurrence | null {
  for (const sentence of sentences) {
    for (const recurrence of sentence.recurrences) {
      const type = clauseAt(sentence.clauses, recurrence.span)?.type
      if (type === 'condition' || type === 'question' || recurrence.every === null) continue
      if (!excluded.some((e) => overlaps(e, recurrence.span))) return recurrence
    }
  }
  return null
}
