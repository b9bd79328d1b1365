import type { StoredObservation } from '../../schemas/observation.ts'
import { type Period, parsePeriod, periodKind } from '../../schemas/period.ts'
import type { Figure } from '../../schemas/verdict.ts'
import { byFigure, sameValue } from '../../store/read-figures.ts'

/** The current figures, to look up by indicator, area and period. */
export type Figures = {
  at: (indicator: string, area: string, period: string) => Figure | null
  /** Those of one indicator and area, of the kind of `like`, in the order of their periods. */
  course: (indicator: string, area: string, like: Period) => Figure[]
}

/**
 * The current figures of the whole group, of the latest retrieval each; parts (an age group) are left out.
 * @param observations as read from the store, oldest retrieval first
 */
export function currentFigures(observations: StoredObservation[]): Figures {
  const series = new Map<string, Map<string, Figure>>()
  const key = (indicator: string, area: string) => `${indicator} ${area}`
  for (const retrievals of byFigure(observations)) {
    const figure = currentFigure(retrievals)
    const last = retrievals.at(-1)
    if (!figure || !last || Object.keys(last.dimensions).length > 0) continue
    const periods = series.get(key(last.indicator, last.area)) ?? new Map<string, Figure>()
    series.set(key(last.indicator, last.area), periods.set(last.period, figure))
  }
  return {
    at: (indicator, area, period) => series.get(key(indicator, area))?.get(period) ?? null,
    course: (indicator, area, like) =>
      [...(series.get(key(indicator, area))?.values() ?? [])]
        .map((figure) => ({ figure, period: parsePeriod(figure.period) }))
        .filter(({ period }) => period && periodKind(period) === periodKind(like))
        .sort((a, b) => ((a.period?.end ?? '') < (b.period?.end ?? '') ? -1 : 1))
        .map(({ figure }) => figure),
  }
}

function currentFigure(retrievals: StoredObservation[]): Figure | null {
  const last = retrievals.at(-1)
  if (!last) return null
  const before = retrievals.findLast((one) => !sameValue(one, last))
  const { id, area, period, state, value, unit, from } = last
  return {
    observationId: id,
    area,
    period,
    state,
    value,
    unit,
    retrieved: from.retrieved,
    source: from.source,
    file: from.name,
    before: before
      ? {
          observationId: before.id,
          state: before.state,
          value: before.value,
          retrieved: before.from.retrieved,
        }
      : null,
  }
}
