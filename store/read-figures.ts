import type { Reliance, StoredObservation, ValueChange } from '../schemas/observation.ts'
import { all, first, query, type Store } from './query.ts'
import { groupBy } from './read-commitments.ts'

/** Which observations; what is left out does not limit. `areas` are codes, `DK` for the country. */
export type FigureFilter = { indicator?: string; areas?: string[]; period?: string }

/** Observations of every retrieval, by indicator, area, period and part, each series from the oldest retrieval on. */
export function readObservations(store: Store, filter: FigureFilter = {}): StoredObservation[] {
  let rows = query
    .selectFrom('observation')
    .innerJoin('figure_import', 'figure_import.id', 'observation.import_id')
    .selectAll('observation')
    .select(['name', 'path', 'sha256', 'format', 'source', 'figure_table', 'retrieved'])
    .orderBy('indicator')
    .orderBy('area')
    .orderBy('period')
    .orderBy('dimensions')
    .orderBy('retrieved')
    .orderBy('observation.id')
  if (filter.indicator) rows = rows.where('indicator', '=', filter.indicator)
  if (filter.areas) rows = rows.where('area', 'in', filter.areas)
  if (filter.period) rows = rows.where('period', '=', filter.period)
  return all(store, rows).map(
    ({ import_id, figure_table, dimensions, name, path, sha256, format, source, retrieved, ...row }) => ({
      ...row,
      dimensions: JSON.parse(dimensions),
      from: { id: import_id, name, path, sha256, format, source, table: figure_table, retrieved },
    }),
  )
}

/** The number of the observation that was stored last; 0 when there is none. */
export function lastObservation(store: Store): number {
  return (
    first(
      store,
      query.selectFrom('observation').select((eb) => eb.fn.max('id').as('id')),
    )?.id ?? 0
  )
}

/** The observations of one figure, oldest retrieval first, for each figure. */
export function byFigure(observations: StoredObservation[]): StoredObservation[][] {
  const key = ({ indicator, area, period, dimensions }: StoredObservation) =>
    JSON.stringify([indicator, area, period, dimensions])
  return [...groupBy(observations, key).values()]
}

/** Whether two retrievals say the same. */
export function sameValue(a: StoredObservation, b: StoredObservation): boolean {
  return a.state === b.state && a.value === b.value && a.unit === b.unit
}

/** Values that a later retrieval changed, with what relied on the value before. */
export function readChanges(store: Store, filter: FigureFilter = {}): ValueChange[] {
  const relianceOf = groupBy(
    all(store, query.selectFrom('relied_on').selectAll().orderBy('at').orderBy('kind').orderBy('record')),
    ({ observation_id }) => String(observation_id),
  )
  const reliedOn = (observations: StoredObservation[]): Reliance[] =>
    observations.flatMap(({ id }) =>
      (relianceOf.get(String(id)) ?? []).map(({ kind, record, period, at }) => ({
        kind,
        record,
        period,
        at,
      })),
    )
  return byFigure(readObservations(store, filter)).flatMap((figure) => {
    const changes: ValueChange[] = []
    let same: StoredObservation[] = []
    for (const observation of figure) {
      const before = same.at(-1)
      if (before && !sameValue(before, observation)) {
        changes.push({ before, after: observation, reliedOn: reliedOn(same) })
        same = []
      }
      same.push(observation)
    }
    return changes
  })
}
