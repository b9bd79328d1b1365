import { z } from 'zod'
import { comparatorSchema } from './commitment.ts'
import { indicatorUnitSchema, topicSenses } from './indicator.ts'
import { observationStateSchema } from './observation.ts'
import { isoDateSchema } from './time.ts'

/** Whether a promise was kept by the figures of a period. */
export const verdictValues = ['met', 'not-met', 'not-due-yet', 'not-measurable', 'data-missing'] as const
export const verdictValueSchema = z.enum(verdictValues)
export type VerdictValue = z.infer<typeof verdictValueSchema>

/**
 * What was compared. `law`: the value at which everybody has what the law gives. `target-value`: the letter's number.
 * `country`: the same figure for the country. `target-year`: the sender's own figure of a year. `none`: nothing can be,
 * and the reason says why.
 */
export const verdictRules = ['law', 'target-value', 'country', 'target-year', 'none'] as const
export const verdictRuleSchema = z.enum(verdictRules)
export type VerdictRule = z.infer<typeof verdictRuleSchema>

/** How a person decided: `confirmed` as proposed, or `set` to another verdict. */
export const verdictActions = ['confirmed', 'set'] as const
export type VerdictAction = (typeof verdictActions)[number]

/** A value as stored, with its source; `before` is what an earlier retrieval had, when that was different. */
export const figureSchema = z.strictObject({
  observationId: z.int(),
  area: z.string(),
  period: z.string(),
  state: observationStateSchema,
  value: z.number().nullable(),
  unit: indicatorUnitSchema,
  retrieved: isoDateSchema,
  source: z.string(),
  file: z.string(),
  before: z
    .strictObject({
      observationId: z.int(),
      state: observationStateSchema,
      value: z.number().nullable(),
      retrieved: isoDateSchema,
    })
    .nullable(),
})
export type Figure = z.infer<typeof figureSchema>

/** The indicator a promise is held against. `sense` complement: the letter speaks of the rest, 100 − value. */
const measuredSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  unit: indicatorUnitSchema,
  better: z.enum(['lower', 'higher']).nullable(),
  measures: z.string(),
  doesNotMeasure: z.string(),
  sense: z.enum(topicSenses),
})

/** What must hold for "met", in the letter's own terms (a share in time of at least 90). */
export const criterionSchema = z.strictObject({
  comparator: z.union([comparatorSchema, z.literal('better')]),
  /** The number it is compared with; null when that is a figure that is not here. */
  value: z.number().nullable(),
  /** What the number is: `landsgennemsnittet`, `niveauet for 2017`; null for the letter's or the law's own. */
  reference: z.string().nullable(),
})
export type Criterion = z.infer<typeof criterionSchema>

export const verdictSchema = z.strictObject({
  commitmentId: z.string(),
  letterId: z.string(),
  /** The words of the promise. */
  quote: z.string(),
  municipality: z.strictObject({ code: z.string(), name: z.string() }),
  period: z.string(),
  /** What holds: a person's decision, else the proposal. */
  verdict: verdictValueSchema,
  proposed: verdictValueSchema,
  rule: verdictRuleSchema,
  /** Why, in Danish, with the numbers; whole sentences. */
  reason: z.string(),
  /** What else a reader must know, in Danish: a revised value, a smaller group, several times. */
  remarks: z.array(z.string()),
  indicator: measuredSchema.nullable(),
  criterion: criterionSchema.nullable(),
  value: figureSchema.nullable(),
  country: figureSchema.nullable(),
  /** The value when the promise was made: of the letter's month, or the last one before it that is known. */
  atPromise: figureSchema.nullable(),
  /** `value` − `atPromise`, in the indicator's unit (points for a share). */
  change: z.number().nullable(),
  /** Whether the change is for the better; null when that cannot be said. */
  trend: z.enum(['better', 'worse', 'same']).nullable(),
  /** The day by which it is to be so; null when the letter names none. */
  dueDay: isoDateSchema.nullable(),
  /** The first month whose figures can settle it, `2019M03`. */
  settledBy: z.string().nullable(),
  decision: z
    .strictObject({
      action: z.enum(verdictActions),
      verdict: verdictValueSchema,
      by: z.string(),
      at: z.string(),
      reason: z.string(),
      /** The proposal or its value is another today than the one that was decided on. */
      basisChanged: z.boolean(),
    })
    .nullable(),
})
export type Verdict = z.infer<typeof verdictSchema>
/** A verdict as the rules propose it. */
export type ProposedVerdict = Omit<Verdict, 'verdict' | 'decision'>

/** The observations that a verdict rests on. */
export function observationsOf({
  value,
  country,
  atPromise,
}: Pick<Verdict, 'value' | 'country' | 'atPromise'>): number[] {
  return [value, country, atPromise].flatMap((figure) => (figure ? [figure.observationId] : []))
}
