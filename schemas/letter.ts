import { z } from 'zod'
import type { Commitment } from './commitment.ts'
import type { LetterText } from './letter-text.ts'
import type { Found, Span } from './span.ts'
import type { TimeExpression } from './time.ts'

export const letterKinds = [
  'statement',
  'acknowledgement',
  'request',
  'committee-orientation',
  'plan',
  'other',
] as const
export const letterKindSchema = z.enum(letterKinds)
export type LetterKind = z.infer<typeof letterKindSchema>

export type MunicipalityRef = { code: string; name: string }
export type Contact = { name: string | null; phone: string | null; email: string | null }
/** `onBehalf`: signed for this person by another ("f /", "e.b.", "p.v."). */
export type Signatory = { name: string; title: string | null; onBehalf: boolean }
/** A letter that this one refers to: its date and what it is called there ("dit brev dateret den 9. april"). */
export type LetterReference = { date: string; quote: string }

/**
 * A letter that this one speaks of, and when it was written as far as the words say: `start` and `end` are the first and
 * last day of the period they name ("fra maj 2018" is the whole month), null when they name none ("vores første
 * redegørelse"). `from`: who wrote it, the state or the municipality; `toAll`: it went to all municipalities.
 */
export type LetterMention = {
  quote: string
  from: 'state' | 'municipality'
  toAll: boolean
  start: string | null
  end: string | null
}

/** Which statement a letter of the ministry acknowledges, and what it noted. */
export type Acknowledgement = {
  receivedDate: Found<string> | null
  signedBy: Found<{ name: string; title: string | null }>[]
  notedExpectation: { quote: string; span: Span; times: TimeExpression[] } | null
}

/** Trouble in a letter is data for a person to look at. `code` is stable, `message` is Danish. */
export type Issue = { code: string; message: string; span: Span | null }

/** The code of the issue that words were read unsurely from a scan. */
export const scanUnsure = 'scan-unsure'

/** What stands in a letter's head, foot and frame; everything except its commitments. */
export type LetterFacts = {
  kind: Found<LetterKind>
  municipality: Found<MunicipalityRef> | null
  date: Found<string> | null
  caseNumbers: Found<string>[]
  subject: Found<string> | null
  recipient: Found<string> | null
  contact: Found<Contact> | null
  signatories: Found<Signatory>[]
  refersTo: Found<LetterReference>[]
  /** Those letters again, and those named by a month or without a date. */
  mentions: Found<LetterMention>[]
  replyDeadline: TimeExpression | null
  acknowledges: Acknowledgement | null
  /** The month whose data a status will be made on, `YYYY-MM`. */
  statusDataPeriod: Found<string> | null
  /** Municipalities named in an orientation: asked first, and asked again for a supplementary statement. */
  asked: Found<MunicipalityRef>[]
  askedAgain: Found<MunicipalityRef>[]
  issues: Issue[]
}

/** A letter with everything that was found in it. */
export type ExtractedLetter = { text: LetterText; facts: LetterFacts; commitments: Commitment[] }
