import type { FigureSource, Observation, Reliance } from '../schemas/observation.ts'
import { all, first, insert, inTransaction, query, run, type Store } from './query.ts'

/**
 * Stores the figures of one file or answer, all of them or none. What is there stays: a later retrieval adds to it.
 * @param at the time of the import, ISO 8601
 * @returns how many were stored: those of an indicator that is there already from the same content, retrieved the same
 * day, are not stored twice
 */
export function saveFigures(
  store: Store,
  source: FigureSource,
  observations: Observation[],
  at: string,
): number {
  return inTransaction(store, () => {
    const { sha256, retrieved, table, ...rest } = source
    const known = query
      .selectFrom('figure_import')
      .innerJoin('observation', 'observation.import_id', 'figure_import.id')
      .select('observation.indicator')
      .distinct()
      .where('sha256', '=', sha256)
      .where('retrieved', '=', retrieved)
    const there = new Set(all(store, known).map(({ indicator }) => indicator))
    const wanted = observations.filter(({ indicator }) => !there.has(indicator))
    if (wanted.length === 0) return 0
    const row = { ...rest, sha256, retrieved, figure_table: table, imported_at: at }
    insert(store, 'figure_import', row)
    const inserted = first(
      store,
      query.selectFrom('figure_import').select((eb) => eb.fn.max('id').as('id')),
    )
    const importId = inserted?.id as number
    for (const { dimensions, ...one } of wanted) {
      const values = { ...one, import_id: importId, dimensions: dimensionsKey(dimensions) }
      insert(store, 'observation', values)
    }
    return wanted.length
  })
}

/** Dimensions as they are stored: JSON with its keys in order, so that equal ones are equal texts. */
export function dimensionsKey(dimensions: Record<string, string>): string {
  const pairs = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(Object.fromEntries(pairs))
}

/**
 * Notes that a checklist, draft or decided verdict was written with these values, so that a later change of one tells
 * which of them to look at again. Noting it once more renews the time.
 */
export function recordReliance(store: Store, reliance: Reliance, observationIds: number[]): void {
  inTransaction(store, () => {
    for (const observationId of new Set(observationIds)) {
      const row = { ...reliance, observation_id: observationId }
      const insert = query
        .insertInto('relied_on')
        .values(row)
        .onConflict((on) =>
          on.columns(['observation_id', 'kind', 'record', 'period']).doUpdateSet({ at: reliance.at }),
        )
      run(store, insert)
    }
  })
}
