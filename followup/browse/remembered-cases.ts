import type { Cases } from '../../schemas/case.ts'
import type { Store } from '../../store/query.ts'
import { whileUnchanged } from '../../store/unchanged.ts'
import { readCases } from '../case/read-cases.ts'

const byDay = whileUnchanged(() => new Map<string, Cases>())

/** All cases as they stand on a day; threaded again only after a change of the database. Shared: do not change it. */
export function rememberedCases(store: Store, today: string): Cases {
  const days = byDay(store)
  const known = days.get(today) ?? readCases(store, today)
  days.set(today, known)
  return known
}
