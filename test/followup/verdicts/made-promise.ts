import { currentFigures, type Figures } from '../../../followup/verdicts/figures.ts'
import type { Promised } from '../../../followup/verdicts/judge.ts'
import { letterWords } from '../../../followup/verdicts/which-indicator.ts'
import type { Target } from '../../../schemas/commitment.ts'
import type { StoredObservation } from '../../../schemas/observation.ts'
import type { Period } from '../../../schemas/period.ts'
import { parsePeriod } from '../../../schemas/period.ts'
import type { StoredCommitment } from '../../../schemas/stored-letter.ts'
import type { TimeExpression } from '../../../schemas/time.ts'

/** What a letter about offers in time to the insured unemployed says before its promise. */
export const aboutOffers =
  'Dagpengemodtagere skal have et aktivt tilbud inden for tidspunktet for ret og pligt. '

export function madeTime(relation: TimeExpression['relation'], start: string, end = start): TimeExpression {
  return {
    quote: '',
    span: { start: 0, end: 0 },
    relation,
    start,
    end,
    grain: 'day',
    assumed: [],
    rule: 'test',
  }
}

export function madeTarget(more: Partial<Target>): Target {
  const none = { indicator: null, value: null, unit: null, reference: null, population: null }
  return { ...none, comparator: 'at-least', ...more }
}

type More = Partial<StoredCommitment> & { date?: string | null; text?: string }

/** A promise of Køge in a letter of 8 August 2018. */
export function madePromise(
  quote: string,
  { date = '2018-08-08', text = aboutOffers, ...more }: More = {},
): Promised {
  const commitment: StoredCommitment = {
    id: 'c',
    letterId: 'l',
    quote,
    span: null,
    page: 1,
    kind: 'compliance',
    status: 'planned',
    times: [],
    every: null,
    responsible: null,
    target: null,
    rule: 'test',
    assumed: [],
    review: 'proposed',
    withdrawn: false,
    ...more,
  }
  return { commitment, municipality: { code: '0259', name: 'Køge' }, date, words: letterWords(text + quote) }
}

type Row = [
  area: string,
  period: string,
  value: number | null | 'withheld',
  more?: Partial<StoredObservation>,
]

/** Figures of one indicator, in the order of their retrieval. */
export function madeFigures(rows: Row[], indicator = 'uden-tilbud-ret-og-pligt'): Figures {
  return currentFigures(
    rows.map(([area, period, value, more], i): StoredObservation => {
      const number = typeof value === 'number' ? value : null
      return {
        id: i + 1,
        indicator,
        area,
        period,
        dimensions: {},
        state: value === 'withheld' ? 'withheld' : value === null ? 'missing' : 'value',
        value: number,
        unit: 'pct',
        label: '',
        place: '',
        from: {
          id: 1,
          name: 'a.csv',
          path: '/a.csv',
          sha256: '',
          format: 'csv',
          source: 'jobindsats.dk',
          table: null,
          retrieved: `2019-0${Math.min(9, i + 1)}-04`,
        },
        ...more,
      }
    }),
  )
}

export function period(code: string): Period {
  const found = parsePeriod(code)
  if (!found) throw new Error(code)
  return found
}
