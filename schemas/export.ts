import { z } from 'zod'
import {
  commitmentKindSchema,
  commitmentStatusSchema,
  reviewStateSchema,
  targetSchema,
} from './commitment.ts'
import { type Issue, letterKindSchema, scanUnsure } from './letter.ts'
import { type Box, scanGrades } from './page.ts'
import type { PlacesOf, SourcePlace } from './source-position.ts'
import type { StoredCommitment, StoredLetter } from './stored-letter.ts'
import { everySchema, isoDateSchema, timeExpressionSchema } from './time.ts'

const exportedTimeSchema = timeExpressionSchema
  .pick({ quote: true, relation: true, start: true, end: true, grain: true })
  .strict()

const exportedTargetSchema = targetSchema.omit({ population: true }).strict()

/** A box on a page as fractions of it: left, top, right, bottom. */
const fraction = z.number().min(0).max(1)
const boxSchema = z.tuple([fraction, fraction, fraction, fraction])

export const exportedCommitmentSchema = z.strictObject({
  id: z.string(),
  quote: z.string(),
  kind: commitmentKindSchema,
  status: commitmentStatusSchema,
  times: z.array(exportedTimeSchema),
  every: everySchema.nullable(),
  responsible: z.string().nullable(),
  target: exportedTargetSchema.nullable(),
  evidence: z.strictObject({
    file: z.string(),
    page: z.int().min(1),
    boxes: z.array(boxSchema),
    /** How sure the reader of a scan was of its least sure word; null where the file itself gives the text. */
    confidence: fraction.nullable(),
  }),
  /** Something in it was read unsurely from a scan: to be held against the image. */
  unsure: z.boolean(),
  rule: z.string(),
  review: reviewStateSchema,
})

/** How well a page was read from its image; pages whose text the file itself gives have none. */
const exportedScanSchema = z.strictObject({
  page: z.int().min(1),
  grade: z.enum(scanGrades),
  confidence: fraction,
  uncoveredInk: fraction,
})

/** What a person should look at. `code` is stable, `message` Danish. */
const exportedIssueSchema = z.strictObject({ code: z.string(), message: z.string() })

export const exportedLetterSchema = z.strictObject({
  id: z.string(),
  kind: letterKindSchema,
  municipality: z.strictObject({ code: z.string().regex(/^\d{4}$/), name: z.string() }).nullable(),
  date: isoDateSchema.nullable(),
  caseNumbers: z.array(z.string()),
  subject: z.string().nullable(),
  recipient: z.string().nullable(),
  signatories: z.array(
    z.strictObject({ name: z.string(), title: z.string().nullable(), onBehalf: z.boolean() }),
  ),
  contact: z
    .strictObject({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
  refersTo: z.array(z.strictObject({ date: isoDateSchema })),
  replyDeadline: z.strictObject({ quote: z.string(), start: isoDateSchema, end: isoDateSchema }).nullable(),
  sources: z.array(
    z.strictObject({
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      pages: z.array(z.int().min(1)),
      scans: z.array(exportedScanSchema),
    }),
  ),
  commitments: z.array(exportedCommitmentSchema),
  issues: z.array(exportedIssueSchema),
  acknowledges: z
    .strictObject({
      receivedDate: isoDateSchema.nullable(),
      signedBy: z.array(z.strictObject({ name: z.string(), title: z.string().nullable() })),
      notedExpectation: z.strictObject({ quote: z.string(), times: z.array(exportedTimeSchema) }).nullable(),
    })
    .nullable(),
  statusDataPeriod: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
})

/** The form of `opfolg export --format json`: what scripts and scorers outside hang on. */
export const exportSchema = z.strictObject({ letters: z.array(exportedLetterSchema) })
export type Export = z.infer<typeof exportSchema>
export type ExportedLetter = z.infer<typeof exportedLetterSchema>
export type ExportedCommitment = z.infer<typeof exportedCommitmentSchema>
export type ExportedTime = z.infer<typeof exportedTimeSchema>

/** Four decimals: less than a tenth of a millimetre. */
const rounded = (box: Box): Box => box.map((share) => Math.round(share * 1e4) / 1e4) as Box

const exportTime = ({ quote, relation, start, end, grain }: ExportedTime): ExportedTime => ({
  quote,
  relation,
  start,
  end,
  grain,
})

/** A letter in the form of the export. `places` tells where its words stand in the file. */
export function exportLetter(letter: StoredLetter, places: PlacesOf): ExportedLetter {
  const { acknowledges, replyDeadline, municipality } = letter
  return {
    id: letter.id,
    kind: letter.kind,
    municipality: municipality && { code: municipality.code, name: municipality.name },
    date: letter.date,
    caseNumbers: letter.caseNumbers,
    subject: letter.subject,
    recipient: letter.recipient,
    signatories: letter.signatories.map(({ name, title, onBehalf }) => ({ name, title, onBehalf })),
    contact: letter.contact,
    refersTo: letter.references.map(({ date }) => ({ date })),
    replyDeadline: replyDeadline && {
      quote: replyDeadline.quote,
      start: replyDeadline.start,
      end: replyDeadline.end,
    },
    sources: letter.sources.map(({ file, sha256, pages, scans }) => ({ file, sha256, pages, scans })),
    commitments: letter.commitments.map((commitment) => exportCommitment(commitment, letter, places)),
    issues: letter.issues.map(({ code, message }) => ({ code, message })),
    acknowledges: acknowledges && {
      receivedDate: acknowledges.receivedDate?.value ?? null,
      signedBy: acknowledges.signedBy.map(({ value: { name, title } }) => ({ name, title })),
      notedExpectation: acknowledges.notedExpectation && {
        quote: acknowledges.notedExpectation.quote,
        times: acknowledges.notedExpectation.times.map(exportTime),
      },
    },
    statusDataPeriod: letter.statusDataPeriod,
  }
}

/** How sure the reader of an image was of the least sure word; null where the file itself gives the text. */
function lowest(places: SourcePlace[]): number | null {
  const confidences = places.flatMap(({ confidence }) => confidence ?? [])
  return confidences.length === 0 ? null : Math.min(...confidences)
}

/** Whether something in a commitment was read unsurely from a scan. */
export function isUnsure({ span }: Pick<StoredCommitment, 'span'>, issues: Issue[]): boolean {
  if (!span) return false
  return issues.some(
    (issue) =>
      issue.code === scanUnsure && issue.span && issue.span.start < span.end && issue.span.end > span.start,
  )
}

/**
 * A commitment of a letter in the form of the export. `places` tells where the words stand in the file that the
 * letter's text comes from; the boxes are those on the page on which it begins.
 */
export function exportCommitment(
  commitment: StoredCommitment,
  letter: Pick<StoredLetter, 'sources' | 'issues'>,
  places: PlacesOf,
): ExportedCommitment {
  const { target, span, page } = commitment
  const file = letter.sources[0]?.file ?? ''
  const found = span ? places(span) : []
  const boxes = found.find((place) => place.page === page)?.boxes ?? []
  return {
    id: commitment.id,
    quote: commitment.quote,
    kind: commitment.kind,
    status: commitment.status,
    times: commitment.times.map(exportTime),
    every: commitment.every,
    responsible: commitment.responsible,
    target: target && {
      indicator: target.indicator,
      comparator: target.comparator,
      value: target.value,
      unit: target.unit,
      reference: target.reference,
    },
    evidence: { file, page, boxes: boxes.map(rounded), confidence: lowest(found) },
    unsure: isUnsure(commitment, letter.issues),
    rule: commitment.rule,
    review: commitment.review,
  }
}
