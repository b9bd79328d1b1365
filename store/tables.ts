import type { Generated } from 'kysely'
import type { CommitmentKind, CommitmentStatus, ReviewState } from '../schemas/commitment.ts'
import type { IndicatorUnit } from '../schemas/indicator.ts'
import type { LetterKind } from '../schemas/letter.ts'
import type { FigureFormat, ObservationState, RelianceKind } from '../schemas/observation.ts'
import type { FileFormat } from '../schemas/page.ts'
import type { ReplyKind, ReplyState } from '../schemas/reply.ts'
import type { TimeGrain, TimeRelation } from '../schemas/time.ts'
import type { VerdictAction, VerdictValue } from '../schemas/verdict.ts'

/** A value of a column that SQLite holds as 0 or 1. */
export type Flag = 0 | 1
/** A value of a column that holds JSON text. */
export type Json = string

export type FileTable = {
  sha256: string
  name: string
  path: string
  format: FileFormat
  pages: number
  notes: Json
  extractor_version: string
  added_at: string
  superseded: Generated<Flag>
}

export type PageTable = {
  sha256: string
  number: number
  text: string
  words: Uint8Array | null
  scan: Json | null
  confidences: Uint8Array | null
}

/** A file in the archive folder; its extension has no dot. */
export type OriginalTable = { sha256: string; extension: string }

export type FileInsideTable = { sha256: string; outer_sha256: string }

export type LetterTable = {
  seq: Generated<number>
  id: string
  sha256: string
  kind: LetterKind
  municipality_code: string | null
  municipality_name: string | null
  date: string | null
  subject: string | null
  recipient: string | null
  status_data_period: string | null
  text: string
  blocks: Json
  segments: Json
  facts: Json
}

export type LetterSourceTable = {
  sha256: string
  position: number
  letter_id: string
  pages: Json
  figures: Json | null
}

export type SignatoryTable = {
  letter_id: string
  position: number
  name: string
  title: string | null
  on_behalf: Flag
  rule: string
  assumed: Json
}

export type CaseNumberTable = { letter_id: string; position: number; number: string }

export type LetterReferenceTable = { letter_id: string; position: number; date: string; quote: string }

/** Where an issue was noticed: in the letter, between its copies, when letters were linked, or when it was recorded again. */
export type IssueOrigin = 'letter' | 'sources' | 'linking' | 'recording'

export type IssueTable = {
  letter_id: string
  origin: IssueOrigin
  position: number
  code: string
  message: string
  span_start: number | null
  span_end: number | null
}

export type LinkTable = { answering_id: string; answered_id: string; rule: string }

export type CommitmentTable = {
  seq: Generated<number>
  id: string
  letter_id: string
  span_start: number | null
  span_end: number | null
  page: number
  quote: string
  kind: CommitmentKind
  status: CommitmentStatus
  every: string | null
  responsible: string | null
  target: Json | null
  rule: string
  assumed: Json
  review: ReviewState
  withdrawn: Flag
}

export type CommitmentTimeTable = {
  commitment_id: string
  position: number
  quote: string
  span_start: number
  span_end: number
  relation: TimeRelation
  first_day: string
  last_day: string
  grain: TimeGrain
  rule: string
  assumed: Json
}

export type AuditLogTable = {
  id: Generated<number>
  at: string
  who: string
  action: string
  record_id: string
  before: Json
  after: Json
  reason: string
}

export type CasePlacementTable = {
  letter_id: string
  municipality_code: string
  with_letter_id: string | null
}

export type AssessmentTable = {
  letter_id: string
  question: string
  answer: string
  proposal: string
  who: string
  at: string
  reason: string
}

export type FigureImportTable = {
  id: Generated<number>
  name: string
  path: string
  sha256: string
  format: FigureFormat
  source: string
  figure_table: string | null
  retrieved: string
  imported_at: string
}

export type ObservationTable = {
  id: Generated<number>
  import_id: number
  indicator: string
  area: string
  period: string
  dimensions: Json
  state: ObservationState
  value: number | null
  unit: IndicatorUnit
  label: string
  place: string
}

export type ReliedOnTable = {
  observation_id: number
  kind: RelianceKind
  record: string
  period: string
  at: string
}

export type VerdictDecisionTable = {
  commitment_id: string
  period: string
  verdict: VerdictValue
  action: VerdictAction
  proposal: Json
  who: string
  at: string
  reason: string
}

export type CalendarEntryTable = {
  uid: string
  content: Json
  sequence: number
  stamp: string
  cancelled: Flag
}

export type ReplyTable = {
  id: string
  kind: ReplyKind
  state: ReplyState
  municipality_code: string | null
  municipality_name: string | null
  case_id: string | null
  period: string | null
  date: string
  reply_limit: Json | null
  content: Json
  template_name: string
  template: Uint8Array
  created_at: string
  approved_by: string | null
  approved_at: string | null
  case_number: string | null
  letter_id: string | null
}

export type FactDecisionTable = {
  letter_id: string
  field: string
  value: Json
  review: 'confirmed' | 'edited'
  who: string
  at: string
}

export type ChecklistNoteTable = {
  period: string
  municipality_code: string
  ticked: Json
  note: string
  who: string
  at: string
}

export type SavedViewTable = { slug: string; name: string; address: string; who: string; at: string }
/** The number of a letter's last change; of one that was removed, too. */
export type LetterChangeTable = { letter_id: string; number: number }

/** The tables of the migrations, for Kysely. */
export type Tables = {
  file: FileTable
  page: PageTable
  original: OriginalTable
  file_inside: FileInsideTable
  letter: LetterTable
  letter_source: LetterSourceTable
  signatory: SignatoryTable
  case_number: CaseNumberTable
  letter_reference: LetterReferenceTable
  issue: IssueTable
  link: LinkTable
  commitment: CommitmentTable
  commitment_time: CommitmentTimeTable
  audit_log: AuditLogTable
  case_placement: CasePlacementTable
  assessment: AssessmentTable
  calendar_entry: CalendarEntryTable
  figure_import: FigureImportTable
  observation: ObservationTable
  relied_on: ReliedOnTable
  verdict_decision: VerdictDecisionTable
  reply: ReplyTable
  fact_decision: FactDecisionTable
  saved_view: SavedViewTable
  checklist_note: ChecklistNoteTable
  letter_change: LetterChangeTable
  letter_search: { rowid: number; rank: number }
  commitment_search: { rowid: number; rank: number }
}
