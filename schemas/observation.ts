import { z } from 'zod'
import { type IndicatorUnit, indicatorUnitSchema } from './indicator.ts'
import { isoDateSchema } from './time.ts'

/** The area that the country as a whole has beside the four-digit codes of municipalities. */
export const country = 'DK'
export const areaSchema = z.string().regex(/^(?:\d{4}|DK)$/)

/** `value`: a figure. `missing`: the source has none. `withheld`: it is kept back because it counts too few. */
export const observationStates = ['value', 'missing', 'withheld'] as const
export const observationStateSchema = z.enum(observationStates)
export type ObservationState = z.infer<typeof observationStateSchema>

/** What one retrieval says of an indicator in an area and period. `dimensions`: the part it is about; `{}` is all of it. */
export const observationSchema = z
  .strictObject({
    indicator: z.string(),
    area: areaSchema,
    period: z.string(),
    dimensions: z.record(z.string(), z.string()),
    state: observationStateSchema,
    value: z.number().nullable(),
    unit: indicatorUnitSchema,
    /** The label of the column it stood in, and its row: "line 12". */
    label: z.string(),
    place: z.string(),
  })
  .refine(({ state, value }) => (state === 'value') === (value !== null), 'a value has a number, others none')
export type Observation = z.infer<typeof observationSchema>

export const figureFormats = ['csv', 'xlsx', 'json-v2', 'json-v3'] as const
export type FigureFormat = (typeof figureFormats)[number]

/** A file or answer that figures came from. `retrieved` is the day they were fetched from where they are published. */
export const figureSourceSchema = z.strictObject({
  name: z.string(),
  path: z.string(),
  sha256: z.string(),
  format: z.enum(figureFormats),
  /** In words, as it is to be named beside a value: "jobindsats.dk". */
  source: z.string(),
  table: z.string().nullable(),
  retrieved: isoDateSchema,
})
export type FigureSource = z.infer<typeof figureSourceSchema>

/** An observation as stored, with where it came from. */
export type StoredObservation = Omit<Observation, 'unit'> & {
  id: number
  unit: IndicatorUnit
  from: FigureSource & { id: number }
}

/** What relies on a value: a checklist or draft that was written with it, or a verdict that a person gave on it. */
export const relianceKinds = ['checklist', 'draft', 'verdict'] as const
export type RelianceKind = (typeof relianceKinds)[number]
export type Reliance = { kind: RelianceKind; record: string; period: string; at: string }

/** A value that a later retrieval changed, and what relied on the one before. */
export type ValueChange = {
  before: StoredObservation
  after: StoredObservation
  reliedOn: Reliance[]
}
