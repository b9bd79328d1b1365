import type { ProposedVerdict, VerdictAction, VerdictValue } from '../schemas/verdict.ts'
import { observationsOf } from '../schemas/verdict.ts'
import { saveAuditEntry } from './decide.ts'
import { all, first, inTransaction, query, run, type Store } from './query.ts'
import { inPortions } from './read-commitments.ts'
import { recordReliance } from './save-figures.ts'

/** A person's decision on a verdict, with the proposal it was made on. */
export type VerdictDecision = {
  verdict: VerdictValue
  action: VerdictAction
  proposal: ProposedVerdict
  who: string
  /** ISO 8601. */
  at: string
  reason: string
}

/**
 * Records a person's decision on the verdict of a commitment in a period, and in the audit log (under the commitment's
 * id) who made it, when, and what held before. The values it rests on are noted as relied on.
 */
export function decideVerdict(store: Store, decision: VerdictDecision): void {
  const { verdict, action, proposal, who, at, reason } = decision
  const { commitmentId, period } = proposal
  inTransaction(store, () => {
    const before = readDecision(store, commitmentId, period)
    const row = { verdict, action, proposal: JSON.stringify(proposal), who, at, reason }
    const insert = query
      .insertInto('verdict_decision')
      .values({ ...row, commitment_id: commitmentId, period })
      .onConflict((on) => on.columns(['commitment_id', 'period']).doUpdateSet(row))
    run(store, insert)
    saveAuditEntry(store, {
      at,
      who,
      action: `verdict-${action}`,
      recordId: commitmentId,
      before: { period, verdict: before?.verdict ?? proposal.proposed, decided: before !== null },
      after: { period, verdict, decided: true },
      reason,
    })
    recordReliance(store, { kind: 'verdict', record: commitmentId, period, at }, observationsOf(proposal))
  })
}

function readDecision(store: Store, commitmentId: string, period: string): VerdictDecision | null {
  const row = first(
    store,
    query
      .selectFrom('verdict_decision')
      .selectAll()
      .where('commitment_id', '=', commitmentId)
      .where('period', '=', period),
  )
  return row ? { ...row, proposal: JSON.parse(row.proposal) } : null
}

/** The decisions on verdicts in any period, by letter. @param letters which ones; without it all of them */
export function readVerdictDecisions(store: Store, letters?: string[]): Map<string, VerdictDecision[]> {
  const decisions = query
    .selectFrom('verdict_decision')
    .innerJoin('commitment', 'commitment.id', 'verdict_decision.commitment_id')
    .select(['verdict', 'action', 'proposal', 'who', 'at', 'reason', 'commitment.letter_id'])
    .orderBy('commitment_id')
    .orderBy('period')
  const rows = letters
    ? inPortions(letters, (portion) => all(store, decisions.where('commitment.letter_id', 'in', portion)))
    : all(store, decisions)
  const found = new Map<string, VerdictDecision[]>()
  for (const { proposal, letter_id, ...row } of rows) {
    const decision = { ...row, proposal: JSON.parse(proposal) }
    found.set(letter_id, [...(found.get(letter_id) ?? []), decision])
  }
  return found
}
