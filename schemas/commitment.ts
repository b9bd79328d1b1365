import { z } from 'zod'
import { spanSchema } from './span.ts'
import { everySchema, timeExpressionSchema } from './time.ts'

/**
 * `initiative`: a concrete step; `monitoring`: how results are followed up; `compliance`: when steps are in force,
 * effects show or the law is met; `target`: a measurable goal the sender sets itself.
 */
export const commitmentKinds = ['initiative', 'monitoring', 'compliance', 'target'] as const
export const commitmentKindSchema = z.enum(commitmentKinds)
export type CommitmentKind = z.infer<typeof commitmentKindSchema>

/** State at the letter's own date. */
export const commitmentStatuses = ['done', 'ongoing', 'planned'] as const
export const commitmentStatusSchema = z.enum(commitmentStatuses)
export type CommitmentStatus = z.infer<typeof commitmentStatusSchema>

/** A person's decision about a finding. */
export const reviewStates = ['proposed', 'confirmed', 'edited', 'rejected'] as const
export const reviewStateSchema = z.enum(reviewStates)
export type ReviewState = z.infer<typeof reviewStateSchema>

export const comparators = ['above', 'at-least', 'at-most', 'equal'] as const
export const comparatorSchema = z.enum(comparators)

/** A measurable goal. `unit` is `pct` or the counted noun; `reference` a benchmark instead of (or beside) a value. */
export const targetSchema = z.object({
  indicator: z.string().nullable(),
  comparator: comparatorSchema,
  value: z.number().nullable(),
  unit: z.string().nullable(),
  reference: z.string().nullable(),
  population: z.string().nullable(),
})
export type Target = z.infer<typeof targetSchema>

export const commitmentSchema = z.object({
  quote: z.string(),
  span: spanSchema,
  kind: commitmentKindSchema,
  status: commitmentStatusSchema,
  times: z.array(timeExpressionSchema),
  every: everySchema.nullable(),
  responsible: z.string().nullable(),
  target: targetSchema.nullable(),
  rule: z.string(),
  assumed: z.array(z.string()),
})
export type Commitment = z.infer<typeof commitmentSchema>
