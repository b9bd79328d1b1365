import { z } from 'zod'
import { spanSchema } from './span.ts'

/**
 * What the words say about a period: `by` (senest, med udgangen af), `before` (inden), `until` (indtil, frem til),
 * `at` (den, til), `from` (fra, pr., siden), `during` (i, i løbet af, henover, ultimo), `between` (fra ... til).
 */
export const timeRelations = ['by', 'before', 'until', 'at', 'from', 'during', 'between'] as const
export const timeRelationSchema = z.enum(timeRelations)
export type TimeRelation = z.infer<typeof timeRelationSchema>

/** The precision of the words, not of the resolved dates. */
export const timeGrains = ['day', 'week', 'month', 'quarter', 'halfyear', 'season', 'year'] as const
export const timeGrainSchema = z.enum(timeGrains)
export type TimeGrain = z.infer<typeof timeGrainSchema>

export const isoDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** ISO 8601 duration of a recurrence: P1D, P1W, P2W, P1M, P3M, P6M, P1Y ... */
export const everySchema = z.string().regex(/^P\d+[DWMY]$/)

/**
 * A time expression: the words, and the first and last day of the period they name, both inclusive.
 * `assumed` names what the words did not say, in English ("year from the letter's date", "future from the tense").
 * `rule` names the parser that found it.
 */
export const timeExpressionSchema = z.object({
  quote: z.string(),
  span: spanSchema,
  relation: timeRelationSchema,
  start: isoDateSchema,
  end: isoDateSchema,
  grain: timeGrainSchema,
  assumed: z.array(z.string()),
  rule: z.string(),
})
export type TimeExpression = z.infer<typeof timeExpressionSchema>

/** A recurrence: "hver 14. dag" has `every` P2W. `every` is null where it recurs at no fixed rate ("løbende"). */
export const recurrenceSchema = z.object({
  quote: z.string(),
  span: spanSchema,
  every: everySchema.nullable(),
  rule: z.string(),
})
export type Recurrence = z.infer<typeof recurrenceSchema>

/**
 * A date-like passage that is no deadline, with the reason: a law's date, a period counted from a citizen's event,
 * a duration or an age ("senest 14 dage efter, de har meldt sig ledige", "efter 13 ugers ledighed", "i 4 måneder").
 */
export type NonDeadline = { quote: string; span: z.infer<typeof spanSchema>; reason: string }

/** Everything about time that was found in a text, each list in order of position, spans not overlapping. */
export type FoundTimes = { times: TimeExpression[]; recurrences: Recurrence[]; rejected: NonDeadline[] }
