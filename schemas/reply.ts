import { z } from 'zod'
import { isoDateSchema } from './time.ts'
import type { VerdictValue } from './verdict.ts'

/** The ministry's letters, each with a template in `data/templates`; the words are those of a case's steps. */
export const replyKinds = [
  'request',
  'supplementary-request',
  'acknowledgement',
  'status',
  'orientation',
] as const
export const replyKindSchema = z.enum(replyKinds)
export type ReplyKind = z.infer<typeof replyKindSchema>

/** `draft`: as the program wrote it; `approved`: a person has; `sent`: it has left the house, by whatever way. */
export const replyStates = ['draft', 'approved', 'sent'] as const
export type ReplyState = (typeof replyStates)[number]

/** What stands in a placeholder of a template: words, whether a passage is shown, or a list with fields of its own. */
export type FieldValue = string | boolean | null | Fields[]
export type Fields = { [name: string]: FieldValue }

/** Where the words in a field come from, for those who check the draft. `quote`: as they stand there. */
export const replyEvidenceSchema = z.strictObject({
  field: z.string(),
  words: z.string(),
  /** What it rests on, in Danish: "redegørelse c725792c97", "måling 12", "kommandolinjen". */
  record: z.string(),
  place: z.string(),
  quote: z.string().nullable(),
})
export type ReplyEvidence = z.infer<typeof replyEvidenceSchema>

/**
 * What a letter is written from. `observations`: the values it relies on. `verdicts`: what it tells of promises, as the
 * verdicts were when it was written.
 */
export type ReplyContent = {
  fields: Fields
  evidence: ReplyEvidence[]
  observations: number[]
  verdicts: { commitmentId: string; verdict: VerdictValue }[]
}

/** How the last day for an answer is set: a number of working days from the letter's date, or a day. */
export const replyLimitSchema = z.union([
  z.strictObject({ workingDays: z.int().min(1) }),
  z.strictObject({ day: isoDateSchema }),
])
export type ReplyLimit = z.infer<typeof replyLimitSchema>

/** A draft as stored. */
export type StoredReply = {
  id: string
  kind: ReplyKind
  state: ReplyState
  municipality: { code: string; name: string } | null
  caseId: string | null
  /** The data period it is about; null for letters that are about none. */
  period: string | null
  /** The letter's date: the one it is meant to have, or was sent with. */
  date: string
  limit: ReplyLimit | null
  content: ReplyContent
  /** The name of the template's file, and the template as it was. */
  templateName: string
  template: Uint8Array
  createdAt: string
  approvedBy: string | null
  approvedAt: string | null
  caseNumber: string | null
  /** The letter as it was read back when it was sent. */
  letterId: string | null
}
