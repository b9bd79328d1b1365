import { z } from 'zod'
import {
  commitmentKindSchema,
  commitmentStatusSchema,
  reviewStateSchema,
  targetSchema,
} from './commitment.ts'
import { letterKindSchema } from './letter.ts'
import type { Box } from './page.ts'
import type { PlacesOf } from './source-position.ts'
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
  evidence: z.strictObject({ file: z.string(), page: z.int().min(1), boxes: z.array(boxSchema) }),
  rule: z.string(),
  review: reviewStateSchema,
})

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
    }),
  ),
  commitments: z.array(exportedCommitmentSchema),
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
  const file = letter.sources[0]?.file ?? ''
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
    sources: letter.sources.map(({ file, sha256, pages }) => ({ file, sha256, pages })),
    commitments: letter.commitments.map((commitment) => exportCommitment(commitment, file, places)),
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

/**
 * A commitment in the form of the export. `file` is the one that its letter's text comes from, `places` tells where
 * the words stand in it; the boxes are those on the page on which it begins.
 */
export function exportCommitment(
  commitment: StoredCommitment,
  file: string,
  places: PlacesOf,
): ExportedCommitment {
  const { target, span, page } = commitment
  const boxes = (span ? places(span) : []).find((place) => place.page === page)?.boxes ?? []
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
    evidence: { file, page, boxes: boxes.map(rounded) },
    rule: commitment.rule,
    review: commitment.review,
  }
}
