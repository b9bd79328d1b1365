import type { Checklist } from '../../schemas/checklist.ts'
import type { Period } from '../../schemas/period.ts'
import type { Store } from '../../store/query.ts'
import { whileUnchanged } from '../../store/unchanged.ts'
import { readChecklist } from '../read-checklist.ts'

const byPeriod = whileUnchanged(() => new Map<string, Checklist>())

/** The checklist of a period; made again only after a change of the database. Shared: do not change it. */
export function rememberedChecklist(store: Store, period: Period): Checklist {
  const periods = byPeriod(store)
  const known = periods.get(period.code) ?? readChecklist(store, period)
  periods.set(period.code, known)
  return known
}
