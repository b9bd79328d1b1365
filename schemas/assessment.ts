import { z } from 'zod'
import { isoDateSchema } from './time.ts'

/** How far a statement answers a question. `vague`: it speaks of it, but nothing that can be checked. */
export const answers = ['answered', 'vague', 'missing'] as const
export const answerSchema = z.enum(answers)
export type Answer = z.infer<typeof answerSchema>

/** What follows for a statement as a whole. */
export const outcomes = ['sufficient', 'ask-again'] as const
export const outcomeSchema = z.enum(outcomes)
export type Outcome = z.infer<typeof outcomeSchema>

/**
 * What is to be said of a promise as an answer. `vague-words`: words that sound like a time limit and set none;
 * `no-time`: planned without a time; `no-rhythm`: not said how often; `not-measurable`: a goal without a measure;
 * `not-new`: goes on as before.
 */
export const answerNotes = ['vague-words', 'no-time', 'no-rhythm', 'not-measurable', 'not-new'] as const
export const answerNoteSchema = z.strictObject({ code: z.enum(answerNotes), words: z.string().nullable() })
export type AnswerNote = z.infer<typeof answerNoteSchema>

/** A promise that speaks to a question, and whether it answers it by itself. */
export const answerPointSchema = z.strictObject({
  letterId: z.string(),
  commitmentId: z.string(),
  quote: z.string(),
  file: z.string(),
  page: z.int().min(1),
  answers: z.boolean(),
  notes: z.array(answerNoteSchema),
})
export type AnswerPoint = z.infer<typeof answerPointSchema>

/** A person's decision, and whether the program would propose something else today than it did then. */
const decisionSchema = z.strictObject({
  who: z.string(),
  at: z.string(),
  reason: z.string(),
  proposalChanged: z.boolean(),
})

/** Danish: `text`, `reason`. `answer` is what holds: a person's decision, else the proposal. */
export const questionAssessmentSchema = z.strictObject({
  question: z.string(),
  text: z.string(),
  /** Whether the ministry asked it, by the request or by the letters that say what was asked. */
  asked: z.enum(['yes', 'no', 'unknown']),
  askedIn: z.strictObject({ letterId: z.string(), quote: z.string() }).nullable(),
  proposal: answerSchema,
  reason: z.string(),
  points: z.array(answerPointSchema),
  answer: answerSchema,
  decision: decisionSchema.nullable(),
})
export type QuestionAssessment = z.infer<typeof questionAssessmentSchema>

/** A statement held against what the ministry asks of one: the form of `opfolg assess --json`. */
export const letterAssessmentSchema = z.strictObject({
  letterId: z.string(),
  municipality: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  date: isoDateSchema.nullable(),
  caseId: z.string().nullable(),
  questions: z.array(questionAssessmentSchema),
  proposal: outcomeSchema,
  outcome: outcomeSchema,
  decision: decisionSchema.nullable(),
})
export type LetterAssessment = z.infer<typeof letterAssessmentSchema>

/** Where a case stands after all its statements: a later one supplements those before it. */
export const caseAssessmentSchema = z.strictObject({
  caseId: z.string(),
  letters: z.array(letterAssessmentSchema),
  questions: z.array(
    z.strictObject({
      question: z.string(),
      text: z.string(),
      answer: answerSchema,
      /** The last statement that gives this answer; null when there is no statement. */
      letterId: z.string().nullable(),
      /** What to ask the municipality for; null when it is answered or was not asked. Danish. */
      ask: z.string().nullable(),
    }),
  ),
  outcome: outcomeSchema,
})
export type CaseAssessment = z.infer<typeof caseAssessmentSchema>
