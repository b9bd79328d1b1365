import { parsePeriod } from '../../schemas/period.ts'
import type { StoredReply } from '../../schemas/reply.ts'
import type { Verdict, VerdictValue } from '../../schemas/verdict.ts'
import type { Store } from '../../store/query.ts'
import { rememberedChecklist } from '../browse/remembered-checklist.ts'

/**
 * A verdict that a draft tells and that a person should look at first. `proposal`: nobody has decided on it; `changed`:
 * what it was decided on is another now; `otherwise`: it is another than the draft says; `gone`: the promise is not held
 * against figures any more.
 */
export type OpenVerdict = {
  commitmentId: string
  written: VerdictValue
  why: 'proposal' | 'changed' | 'otherwise' | 'gone'
  /** The verdict as it is now; null when it is gone. */
  now: Verdict | null
}

/** The verdicts that a draft rests on and that do not hold as it tells them, or not yet. */
export function openVerdicts(store: Store, { period: code, content }: StoredReply): OpenVerdict[] {
  const period = code === null ? null : parsePeriod(code)
  if (period === null || content.verdicts.length === 0) return []
  const all = rememberedChecklist(store, period).municipalities.flatMap(({ verdicts }) => verdicts)
  const byCommitment = new Map(all.map((verdict) => [verdict.commitmentId, verdict]))
  return content.verdicts.flatMap(({ commitmentId, verdict: written }): OpenVerdict[] => {
    const now = byCommitment.get(commitmentId) ?? null
    const why = whyOpen(now, written)
    return why ? [{ commitmentId, written, why, now }] : []
  })
}

function whyOpen(now: Verdict | null, written: VerdictValue): OpenVerdict['why'] | null {
  if (now === null) return 'gone'
  if (now.verdict !== written) return 'otherwise'
  if (now.decision === null) return 'proposal'
  return now.decision.basisChanged ? 'changed' : null
}
