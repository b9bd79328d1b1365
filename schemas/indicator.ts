import { z } from 'zod'

/** What a value of an indicator counts: a share in per cent, or a number of persons, firms, days or weeks. */
export const indicatorUnits = ['pct', 'persons', 'firms', 'days', 'weeks'] as const
export const indicatorUnitSchema = z.enum(indicatorUnits)
export type IndicatorUnit = z.infer<typeof indicatorUnitSchema>

const phrases = z.array(z.string().min(1))

/**
 * How letters speak of an indicator: of what is measured itself (`as-measured`), or of the rest of it (`complement`):
 * the share in time where the share without an offer is measured. What letters say is then held against 100 − value.
 */
export const topicSenses = ['as-measured', 'complement'] as const
export type TopicSense = (typeof topicSenses)[number]

/** A statistical series. In lists of words a hyphen at the end stands for any ending, "…" for up to five words. */
export const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** In full, for checklists and letters; Danish. */
  name: z.string().min(1),
  /** For tables and charts. */
  shortName: z.string().min(1),
  /** The name of the rest to 100, where letters speak of that; null where they do not. */
  restName: z.string().nullable(),
  /** The table of jobindsats.dk; null for one that is not there. */
  table: z.string().nullable(),
  /** Labels of columns that hold it; "Gruppe: Mål" is found by "Mål" too. */
  columns: z.array(z.string().min(1)),
  unit: indicatorUnitSchema,
  /** Which way is better; null when neither is. */
  better: z.enum(['lower', 'higher']).nullable(),
  measures: z.string().min(1),
  doesNotMeasure: z.string().min(1),
  /** Values of other columns that belong to the indicator itself, not to a part of it ("A-dagpenge"). */
  ownValues: z.array(z.string()),
  /** Whom it is about: a letter must speak of them before its promises are held against the indicator. */
  group: phrases,
  topics: z.array(z.strictObject({ sense: z.enum(topicSenses), words: phrases })),
  /**
   * What it takes that the law is met, for promises to live up to it; null when the indicator cannot show it.
   * `threshold` null: nobody has set one. `matter`: what a letter must be about for "loven" to mean this law.
   */
  law: z
    .strictObject({
      threshold: z.number().nullable(),
      comparator: z.enum(['at-most', 'at-least']),
      explanation: z.string().min(1),
      matter: phrases,
    })
    .nullable(),
})
export type Indicator = z.infer<typeof indicatorSchema>

/** The form of `data/indicators.json`. A share whose rest letters speak of has a name for it. */
export const indicatorsSchema = z
  .strictObject({ note: z.string(), source: z.string(), indicators: z.array(indicatorSchema).min(1) })
  .refine(({ indicators }) => new Set(indicators.map(({ id }) => id)).size === indicators.length, {
    message: 'two indicators have the same id',
  })
  .refine(
    ({ indicators }) =>
      indicators.every(
        ({ restName, unit, topics }) =>
          !topics.some(({ sense }) => sense === 'complement') || (restName !== null && unit === 'pct'),
      ),
    'only a share with a restName can have topics of sense complement',
  )
  .refine(({ indicators }) => {
    const labels = indicators.flatMap(({ columns }) => columns.map((label) => label.toLowerCase()))
    return new Set(labels).size === labels.length
  }, 'two indicators have the same column label')
