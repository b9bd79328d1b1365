import { all, query, type Store } from './query.ts'

/** The periods that figures are there for, `2018M12`, in no order. */
export function readFigurePeriods(store: Store): string[] {
  return all(store, query.selectFrom('observation').select('period').distinct()).map(({ period }) => period)
}

/** The months on whose data the ministry's letters announce a status, `2018-12`, in no order. */
export function readAnnouncedMonths(store: Store): string[] {
  const rows = query.selectFrom('letter').select('status_data_period as month').distinct()
  return all(store, rows).flatMap(({ month }) => month ?? [])
}
