import type { Commitment, ReviewState } from '../schemas/commitment.ts'
import type { StoredCommitment } from '../schemas/stored-letter.ts'
import { all, first, insert, inTransaction, query, run, type Store } from './query.ts'
import { readCommitments } from './read-commitments.ts'
import { saveTimes } from './replace-commitments.ts'

/** What a person can change in a commitment. */
export type CommitmentChanges = Partial<
  Pick<Commitment, 'kind' | 'status' | 'times' | 'every' | 'responsible' | 'target'>
>

export type Decision = {
  who: string
  /** The time of the decision, ISO 8601. */
  at: string
  review: ReviewState
  changes: CommitmentChanges
  reason: string
  /** What the audit log calls it; `review` when not given. */
  action?: string
}

/** One entry of the audit log. */
export type AuditEntry = {
  at: string
  who: string
  action: string
  recordId: string
  before: unknown
  after: unknown
  reason: string
}

/**
 * Records a person's decision about a commitment, and in the audit log who made it, when, and what was before.
 * From then on no rule changes or removes the commitment; `review: 'proposed'` hands it back to the rules.
 * @returns the commitment as it is now, or null when there is none with this id
 */
export function decideCommitment(store: Store, id: string, decision: Decision): StoredCommitment | null {
  return inTransaction(store, () => {
    const before = readCommitment(store, id)
    if (!before) return null
    const { times, target, ...columns } = decision.changes
    const values = {
      ...columns,
      ...(target === undefined ? {} : { target: target && JSON.stringify(target) }),
      review: decision.review,
    }
    run(store, query.updateTable('commitment').set(values).where('id', '=', id))
    if (times) saveTimes(store, id, times)
    const after = readCommitment(store, id)
    const { who, at, review, reason, action = review } = decision
    saveAuditEntry(store, { at, who, action, recordId: id, before, after, reason })
    return after
  })
}

/** Adds an entry to the audit log. */
export function saveAuditEntry(store: Store, entry: AuditEntry): void {
  const { recordId, before, after, ...rest } = entry
  const row = { ...rest, record_id: recordId, before: JSON.stringify(before), after: JSON.stringify(after) }
  insert(store, 'audit_log', row)
}

/** One commitment, or null when there is none with this id. */
export function readCommitment(store: Store, id: string): StoredCommitment | null {
  const row = first(store, query.selectFrom('commitment').select('letter_id').where('id', '=', id))
  if (!row) return null
  return readCommitments(store, [row.letter_id]).find((commitment) => commitment.id === id) ?? null
}

/** What persons decided about a record, oldest first. */
export function readAuditLog(store: Store, id: string): AuditEntry[] {
  const rows = all(store, query.selectFrom('audit_log').selectAll().where('record_id', '=', id).orderBy('id'))
  return rows.map(({ at, who, action, record_id, before, after, reason }) => ({
    at,
    who,
    action,
    recordId: record_id,
    before: JSON.parse(before),
    after: JSON.parse(after),
    reason,
  }))
}
