import { createHash } from 'node:crypto'
import { type Commitment, reviewStates } from '../schemas/commitment.ts'
import { sourcePosition } from '../schemas/source-position.ts'
import type { StoredCommitment } from '../schemas/stored-letter.ts'
import {
  type AuditEntry,
  type Decision,
  decideCommitment,
  readAuditLog,
  readCommitment,
  saveAuditEntry,
} from './decide.ts'
import { commitmentId } from './ids.ts'
import { inTransaction, query, run, type Store } from './query.ts'
import { readText } from './read-letters.ts'
import { commitmentExists, insertCommitment, personRule } from './replace-commitments.ts'

/** What became of a decision. `changed`: the record was another than the person saw, so nothing was stored. */
export type Reviewed =
  | { outcome: 'done'; commitment: StoredCommitment | null }
  | { outcome: 'changed'; commitment: StoredCommitment; last: AuditEntry | null }
  | { outcome: 'gone' }

/** Who does it and when (ISO 8601). */
export type Actor = { who: string; at: string }

/** A short mark of everything in a commitment that can be decided on: another mark, another content. */
export function commitmentVersion(commitment: StoredCommitment): string {
  const { quote, kind, status, times, every, responsible, target, review, withdrawn } = commitment
  const content = [quote, kind, status, times, every, responsible, target, review, withdrawn]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
}

/** Records a decision, unless the commitment is no longer the one with this version. */
export function decideUnlessChanged(store: Store, id: string, version: string, decision: Decision): Reviewed {
  return unlessChanged(store, id, version, () => decideCommitment(store, id, decision))
}

function unlessChanged(
  store: Store,
  id: string,
  version: string,
  work: (now: StoredCommitment) => StoredCommitment | null,
): Reviewed {
  return inTransaction(store, (): Reviewed => {
    const now = readCommitment(store, id)
    if (!now) return { outcome: 'gone' }
    if (commitmentVersion(now) !== version)
      return { outcome: 'changed', commitment: now, last: readAuditLog(store, id).at(-1) ?? null }
    return { outcome: 'done', commitment: work(now) }
  })
}

const added = 'added'
const undone = 'undone'
const undoable = new Set<string>([...reviewStates, added])

/** The decisions on a commitment that were not undone, oldest first. */
export function standingDecisions(log: AuditEntry[]): AuditEntry[] {
  const standing: AuditEntry[] = []
  for (const entry of log)
    if (entry.action === undone) standing.pop()
    else if (undoable.has(entry.action)) standing.push(entry)
  return standing
}

/** Takes the last decision back: the commitment is as before it, and one that was added is removed. Both stay in the log. */
export function undoDecision(store: Store, id: string, version: string, { who, at }: Actor): Reviewed {
  return unlessChanged(store, id, version, (now) => {
    const last = standingDecisions(readAuditLog(store, id)).at(-1)
    if (!last) return now
    const before = last.before as StoredCommitment | null
    if (before === null) {
      run(store, query.deleteFrom('commitment').where('id', '=', id))
      saveAuditEntry(store, { at, who, action: undone, recordId: id, before: now, after: null, reason: '' })
      return null
    }
    const { kind, status, times, every, responsible, target, review } = before
    const changes = { kind, status, times, every, responsible, target }
    return decideCommitment(store, id, { who, at, review, changes, reason: '', action: undone })
  })
}

/**
 * Records a commitment that a person found in a letter.
 * @returns it, or null when there is no such letter or the words do not lie in its text
 */
export function addCommitment(
  store: Store,
  letter: string,
  found: Omit<Commitment, 'quote' | 'rule' | 'assumed'>,
  { who, at }: Actor,
): StoredCommitment | null {
  return inTransaction(store, () => {
    const text = readText(store, letter)
    const { start, end } = found.span
    if (!text || start >= end || end > text.text.length) return null
    const quote = text.text.slice(start, end).replace(/\s/g, ' ')
    const id = commitmentId(letter, quote, (taken) => commitmentExists(store, taken))
    const page = sourcePosition(text.segments, start)?.page ?? 1
    insertCommitment(store, id, letter, { ...found, quote, rule: personRule, assumed: [] }, page)
    run(store, query.updateTable('commitment').set({ review: 'confirmed' }).where('id', '=', id))
    const after = readCommitment(store, id)
    saveAuditEntry(store, { at, who, action: added, recordId: id, before: null, after, reason: '' })
    return after
  })
}
