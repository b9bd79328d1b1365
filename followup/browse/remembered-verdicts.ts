import type { Period } from '../../schemas/period.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import type { Store } from '../../store/query.ts'
import { whileUnchanged } from '../../store/unchanged.ts'
import { verdictsFor } from '../verdicts/verdicts-for.ts'

const byPeriod = whileUnchanged(() => new Map<string, Map<string, Verdict>>())

/** The verdicts of a period by commitment; told again only after a change of the database. Shared: do not change it. */
export function rememberedVerdicts(store: Store, period: Period): Map<string, Verdict> {
  const periods = byPeriod(store)
  const known =
    periods.get(period.code) ??
    new Map(verdictsFor(store, period).map((verdict) => [verdict.commitmentId, verdict]))
  periods.set(period.code, known)
  return known
}
