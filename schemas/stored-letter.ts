import type { Commitment, ReviewState } from './commitment.ts'
import type {
  Acknowledgement,
  Contact,
  Issue,
  LetterFacts,
  LetterKind,
  LetterReference,
  MunicipalityRef,
  Signatory,
} from './letter.ts'
import type { FileFormat, ReadScan } from './page.ts'
import type { Span } from './span.ts'
import type { TimeExpression } from './time.ts'

/** A file as it was ingested first. `path` is where it lay then; its identity is `sha256`. */
export type StoredFile = {
  sha256: string
  name: string
  path: string
  format: FileFormat
  pages: number
  notes: string[]
}

/** How well a page was read from its image. */
export type SourceScan = { page: number } & Pick<ReadScan, 'grade' | 'confidence' | 'uncoveredInk'>

/** A place where a letter was found: a file and the pages of it; of those that were read from images, how well. */
export type StoredSource = {
  sha256: string
  file: string
  path: string
  pages: number[]
  scans: SourceScan[]
}

/**
 * A commitment as recorded. `span` is null when the letter's text changed and the words are no longer found in it.
 * `withdrawn`: a person decided on it, and the rules of today no longer find it.
 */
export type StoredCommitment = Omit<Commitment, 'span'> & {
  id: string
  letterId: string
  span: Span | null
  page: number
  review: ReviewState
  withdrawn: boolean
}

/** A signatory with the rule that found it; `assumed` is empty when the letter itself says it. */
export type StoredSignatory = Signatory & { rule: string; assumed: string[] }

/** A letter as recorded. `facts` is what was read in the letter itself, with its evidence. */
export type StoredLetter = {
  id: string
  kind: LetterKind
  municipality: MunicipalityRef | null
  date: string | null
  subject: string | null
  recipient: string | null
  contact: Contact | null
  caseNumbers: string[]
  signatories: StoredSignatory[]
  references: LetterReference[]
  replyDeadline: TimeExpression | null
  acknowledges: Acknowledgement | null
  statusDataPeriod: string | null
  issues: Issue[]
  /** The letters that this one answers, and those that answer it. */
  linked: { id: string; kind: LetterKind; date: string | null }[]
  sources: StoredSource[]
  commitments: StoredCommitment[]
  facts: LetterFacts
}
