import type { Period } from '../../schemas/period.ts'
import type { VerdictValue } from '../../schemas/verdict.ts'
import { readCommitmentRows } from '../../store/commitment-rows.ts'
import type { Store } from '../../store/query.ts'
import { whileUnchanged } from '../../store/unchanged.ts'
import { rememberedVerdicts } from './remembered-verdicts.ts'
import { verdictPeriods } from './verdict-periods.ts'

/** How many commitments have which verdict by the figures of the period that applies; null when there is no period. */
export type VerdictCounts = { period: Period; counts: Map<VerdictValue, number> }

/** Counted again only after a change. Shared: do not change it. What was rejected has no verdict. */
export const verdictCounts = whileUnchanged((store: Store): VerdictCounts | null => {
  const period = verdictPeriods(store).usual
  if (period === null) return null
  const verdicts = rememberedVerdicts(store, period)
  const counts = new Map<VerdictValue, number>()
  for (const { id } of readCommitmentRows(store)) {
    const verdict = verdicts.get(id)?.verdict
    if (verdict) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  }
  return { period, counts }
})
