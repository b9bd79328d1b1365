import { z } from 'zod'
import {
  commitmentKindSchema,
  commitmentStatusSchema,
  reviewStateSchema,
  targetSchema,
} from './commitment.ts'
import { indicatorUnitSchema } from './indicator.ts'
import { letterKindSchema } from './letter.ts'
import { everySchema, isoDateSchema, timeExpressionSchema } from './time.ts'
import { criterionSchema, figureSchema, verdictSchema, verdictValueSchema } from './verdict.ts'

/**
 * How far a promise is at a period's end by the letter's own words; not whether it was kept.
 * `done`: done when the letter was written. `due`: its deadline has come. `in-force`: its start has come. `ended`: it
 * was to last until a day that has come. `partly-due`: one of its times has come, another has not. `running`: under
 * way, or within the period it names. `not-due`: all its times lie ahead. `no-deadline`: planned, and no time given.
 */
export const deadlineStates = [
  'due',
  'partly-due',
  'in-force',
  'running',
  'not-due',
  'no-deadline',
  'ended',
  'done',
] as const
export const deadlineStateSchema = z.enum(deadlineStates)
export type DeadlineState = z.infer<typeof deadlineStateSchema>

const municipalitySchema = z.strictObject({ code: z.string().regex(/^\d{4}$/), name: z.string() })
const evidenceSchema = z.strictObject({ file: z.string(), page: z.int().min(1) })

const checklistTimeSchema = timeExpressionSchema
  .pick({ quote: true, relation: true, start: true, end: true, grain: true, assumed: true })
  .extend({ state: deadlineStateSchema })
  .strict()
export type ChecklistTime = z.infer<typeof checklistTimeSchema>

/** One promise, with its words in full and its state at the period's end. */
export const checklistItemSchema = z.strictObject({
  id: z.string(),
  kind: commitmentKindSchema,
  quote: z.string(),
  status: commitmentStatusSchema,
  state: deadlineStateSchema,
  times: z.array(checklistTimeSchema),
  every: everySchema.nullable(),
  responsible: z.string().nullable(),
  target: targetSchema.strict().nullable(),
  evidence: evidenceSchema,
  review: reviewStateSchema,
  /** The rules of today no longer find it; it stays because a person decided on it. */
  withdrawn: z.boolean(),
})
export type ChecklistItem = z.infer<typeof checklistItemSchema>

/** `assumed`: the letter is unsigned and the name is taken from the ministry's answer. */
const signatorySchema = z.strictObject({
  name: z.string(),
  title: z.string().nullable(),
  onBehalf: z.boolean(),
  assumed: z.boolean(),
})

/** A statement or plan with its promises, in the order of its text; rejected ones are left out. */
export const checklistLetterSchema = z.strictObject({
  id: z.string(),
  kind: letterKindSchema,
  date: isoDateSchema.nullable(),
  subject: z.string().nullable(),
  caseNumbers: z.array(z.string()),
  signatories: z.array(signatorySchema),
  contact: z
    .strictObject({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
  /** Dates of the letters it refers to. */
  refersTo: z.array(isoDateSchema),
  sources: z.array(z.strictObject({ file: z.string(), pages: z.array(z.int().min(1)) })),
  items: z.array(checklistItemSchema),
})
export type ChecklistLetter = z.infer<typeof checklistLetterSchema>

/**
 * How what the ministry noted compares with the statement it answers. `same`: the statement names the same time.
 * `differs`: it names other times. `letter-undated`: it names none. `no-time`: the ministry noted no time.
 * `nothing-noted`: it noted no expectation.
 */
export const notedVerdicts = ['same', 'differs', 'letter-undated', 'no-time', 'nothing-noted'] as const
export type NotedVerdict = (typeof notedVerdicts)[number]

/** The ministry's answer to a statement. */
export const ministryAnswerSchema = z.strictObject({
  letterId: z.string(),
  date: isoDateSchema.nullable(),
  receivedDate: isoDateSchema.nullable(),
  signedBy: z.array(z.strictObject({ name: z.string(), title: z.string().nullable() })),
  noted: z
    .strictObject({
      quote: z.string(),
      times: z.array(checklistTimeSchema.omit({ state: true }).strict()),
    })
    .nullable(),
  verdict: z.enum(notedVerdicts),
  /** Promises of the statement that name the time that was noted. */
  sameTime: z.array(z.string()),
  /** Compliance expectations of the statement that name another time, or none. */
  notNoted: z.array(z.string()),
  source: evidenceSchema,
})
export type MinistryAnswer = z.infer<typeof ministryAnswerSchema>

/**
 * The data that the ministry said it will make a status on, and where they lie from this period: `this` within it,
 * `earlier`, `later`, or `none` when no letter here announces any.
 */
export const announcedSchema = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
  relation: z.enum(['this', 'earlier', 'later', 'none']),
  letterId: z.string().nullable(),
  quote: z.string().nullable(),
})
export type Announced = z.infer<typeof announcedSchema>

/** Something a person should look at. `message` is Danish, `quote` the words it is about. */
export const checklistIssueSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  quote: z.string().nullable(),
  letterId: z.string().nullable(),
})
export type ChecklistIssue = z.infer<typeof checklistIssueSchema>

/**
 * The course of an indicator up to the period: the municipality's figure and the country's of each data period that has
 * one. `promised` is the day of the statement, `criterion` what the leading expectation asks, in the indicator's terms.
 */
export const checklistCourseSchema = z.strictObject({
  indicator: z.strictObject({
    id: z.string(),
    name: z.string(),
    shortName: z.string(),
    unit: indicatorUnitSchema,
    better: z.enum(['lower', 'higher']).nullable(),
    doesNotMeasure: z.string(),
  }),
  points: z.array(
    z.strictObject({
      period: z.string(),
      value: figureSchema.nullable(),
      country: figureSchema.nullable(),
    }),
  ),
  promised: isoDateSchema.nullable(),
  criterion: criterionSchema.nullable(),
})
export type ChecklistCourse = z.infer<typeof checklistCourseSchema>

/**
 * What to do next in a case. `ask`: for a statement; `ask-again`: for a supplementary one; `acknowledge`: the statement;
 * `import`: the figures of the period; `status`: write the one that was announced; `status-of-another-period`: the one
 * that was announced on earlier data; `wait`: for later data; `consider`: nothing is announced; `done`: a status is given.
 */
export const nextSteps = [
  'ask',
  'ask-again',
  'acknowledge',
  'import',
  'status',
  'status-of-another-period',
  'wait',
  'consider',
  'done',
] as const
export type NextStep = (typeof nextSteps)[number]

export const municipalityChecklistSchema = z.strictObject({
  municipality: municipalitySchema,
  /** The case its letters stand in; null when there is none. */
  caseId: z.string().nullable(),
  /** The case in three lines, Danish. */
  summary: z.array(z.string()),
  /** What to do next, with Danish words. */
  nextStep: z.strictObject({ code: z.enum(nextSteps), text: z.string() }),
  /** On the expectations and goals of the latest statement, in its order. */
  verdicts: z.array(verdictSchema),
  /** On those of plans. */
  planVerdicts: z.array(verdictSchema),
  courses: z.array(checklistCourseSchema),
  /** Of each follow-up that the statement promises, the next report to ask for, Danish. */
  followUp: z.array(z.strictObject({ itemId: z.string(), report: z.string() })),
  announced: announcedSchema,
  /** The latest statement; null when there is none here. */
  statement: checklistLetterSchema.nullable(),
  answer: ministryAnswerSchema.nullable(),
  /** The compliance expectation that leads: the one the ministry noted and figures can tell about, else the one due last. */
  expectation: z
    .strictObject({
      itemId: z.string(),
      state: deadlineStateSchema,
      verdict: verdictValueSchema.nullable(),
    })
    .nullable(),
  /** What the latest statement promises next after the period's end. */
  next: z.strictObject({ itemId: z.string(), day: isoDateSchema }).nullable(),
  /** What the latest statement promises for a day that came in the period; "inden 1. januar" comes on 31 December. */
  cameInPeriod: z.array(z.strictObject({ itemId: z.string(), day: isoDateSchema })),
  /** Orientations that name the municipality as asked; `again`: for a supplementary statement too. */
  mentions: z.array(
    z.strictObject({ letterId: z.string(), date: isoDateSchema.nullable(), again: z.boolean() }),
  ),
  earlierStatements: z.array(checklistLetterSchema),
  plans: z.array(checklistLetterSchema),
  otherLetters: z.array(
    z.strictObject({
      id: z.string(),
      kind: letterKindSchema,
      date: isoDateSchema.nullable(),
      subject: z.string().nullable(),
    }),
  ),
  issues: z.array(checklistIssueSchema),
})
export type MunicipalityChecklist = z.infer<typeof municipalityChecklistSchema>

/** The form of `opfolg checklist --format json`. Lists without members are `[]`, values that are not known `null`. */
export const checklistSchema = z.strictObject({
  period: z.strictObject({ code: z.string(), start: isoDateSchema, end: isoDateSchema }),
  /** How many of the promises shown a person has decided on; `rejected` are left out. */
  reviews: z.record(reviewStateSchema, z.int().min(0)),
  municipalities: z.array(municipalityChecklistSchema),
  /** Municipalities that an orientation says were asked, and that have neither statement nor plan here. */
  askedWithoutStatement: z.array(
    z.strictObject({
      municipality: municipalitySchema,
      letterId: z.string(),
      date: isoDateSchema.nullable(),
    }),
  ),
  /** Letters with promises whose municipality is not known. */
  withoutMunicipality: z.array(
    z.strictObject({ id: z.string(), kind: letterKindSchema, file: z.string(), commitments: z.int() }),
  ),
})
export type Checklist = z.infer<typeof checklistSchema>
