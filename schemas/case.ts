import { z } from 'zod'
import { isoDateSchema } from './time.ts'

/**
 * What a letter is in its case. `request`: the first; `reminder`: of one that was not answered; `supplementary-request`:
 * after a statement that did not do; `statement`, `further-statement`: the municipality's first answer and those after it;
 * `status`: what the ministry writes when the data have arrived; `general-letter`: one to all municipalities.
 */
export const stepKinds = [
  'request',
  'reminder',
  'supplementary-request',
  'statement',
  'further-statement',
  'acknowledgement',
  'status',
  'orientation',
  'general-letter',
  'other',
] as const
export const stepKindSchema = z.enum(stepKinds)
export type StepKind = z.infer<typeof stepKindSchema>

/** Why a letter stands in its case. */
export const placements = ['person', 'answer', 'reference', 'case-number', 'matter', 'alone'] as const
export const placementSchema = z.enum(placements)
export type Placement = z.infer<typeof placementSchema>

/** A request's time limit. `lastDay` is the day itself or, when that is none, the next working day. */
export const replyStates = ['answered', 'answered-late', 'open', 'overdue'] as const
export const replyStateSchema = z.enum(replyStates)
const replyDeadlineSchema = z.strictObject({
  day: isoDateSchema,
  lastDay: isoDateSchema,
  quote: z.string(),
  answeredBy: z.string().nullable(),
  state: replyStateSchema,
})

/** A letter of the case. One that is only spoken of has no `letterId`; it is missing here. */
export const caseStepSchema = z.strictObject({
  kind: stepKindSchema,
  letterId: z.string().nullable(),
  from: z.enum(['state', 'municipality']),
  /** Null when the letter has none, or when only its month or nothing of its time is known. */
  date: isoDateSchema.nullable(),
  /** What is known of a missing letter's time when its day is not: never narrowed to a day. */
  period: z.strictObject({ start: isoDateSchema, end: isoDateSchema }).nullable(),
  /** The day on which the ministry says it received it. */
  received: isoDateSchema.nullable(),
  subject: z.string().nullable(),
  caseNumbers: z.array(z.string()),
  replyDeadline: replyDeadlineSchema.nullable(),
  /** The month whose data a status is announced for, `YYYY-MM`. */
  statusDataPeriod: z.string().nullable(),
  /** Letters here that speak of it, with their words. */
  mentionedBy: z.array(z.strictObject({ letterId: z.string(), quote: z.string() })),
  placedBy: placementSchema.nullable(),
  sources: z.array(z.strictObject({ file: z.string(), pages: z.array(z.int().min(1)) })),
})
export type CaseStep = z.infer<typeof caseStepSchema>

/**
 * What somebody waits for. `statement`: an answer to a request; `compliance`: that the law is met as the municipality
 * expects; `answer`: the ministry's answer to a statement; `status`: the status on data that was announced.
 */
export const openCodes = ['statement', 'compliance', 'answer', 'status'] as const
export const openItemSchema = z.strictObject({
  code: z.enum(openCodes),
  /** The day it is due or expected; null when no letter says. */
  day: isoDateSchema.nullable(),
  overdue: z.boolean(),
  letterId: z.string().nullable(),
  commitmentId: z.string().nullable(),
  /** Danish. */
  text: z.string(),
})
export type OpenItem = z.infer<typeof openItemSchema>

export const caseIssueSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  letterId: z.string().nullable(),
})

/** A municipality's letters about one matter, in order of time. Danish texts: `title`, `text` and `message`. */
export const caseSchema = z.strictObject({
  /** Any letter's id behind the municipality's code names the case; this is that of its first letter. */
  id: z.string(),
  municipality: z.strictObject({ code: z.string().regex(/^\d{4}$/), name: z.string() }),
  matter: z.string().nullable(),
  title: z.string(),
  caseNumbers: z.array(z.string()),
  steps: z.array(caseStepSchema),
  ministryWaitsFor: z.array(openItemSchema),
  municipalityWaitsFor: z.array(openItemSchema),
  /** What comes next from today on. */
  next: z
    .strictObject({
      day: isoDateSchema,
      text: z.string(),
      letterId: z.string().nullable(),
      commitmentId: z.string().nullable(),
    })
    .nullable(),
  /** Plans of the municipality: no steps, but read beside the case. */
  plans: z.array(z.strictObject({ letterId: z.string(), subject: z.string().nullable() })),
  issues: z.array(caseIssueSchema),
})
export type Case = z.infer<typeof caseSchema>

/** The form of `opfolg cases --json`. `unplaced`: letters with no municipality, which stand in no case. */
export const casesSchema = z.strictObject({
  today: isoDateSchema,
  cases: z.array(caseSchema),
  unplaced: z.array(
    z.strictObject({
      letterId: z.string(),
      kind: z.string(),
      date: isoDateSchema.nullable(),
      file: z.string(),
    }),
  ),
})
export type Cases = z.infer<typeof casesSchema>
