import { sql } from 'kysely'
import type { CommitmentKind, CommitmentStatus, ReviewState } from '../schemas/commitment.ts'
import type { LetterKind } from '../schemas/letter.ts'
import { all, query, type Store } from './query.ts'

/** What to list; what is left out does not limit. Days are ISO dates. */
export type ListFilter = {
  municipalityCode?: string
  letterKinds?: LetterKind[]
  commitmentKinds?: CommitmentKind[]
  statuses?: CommitmentStatus[]
  reviews?: ReviewState[]
  /** Only commitments with a time that falls due before this day. */
  dueBefore?: string
  /** Only commitments with a time that falls due after this day. */
  dueAfter?: string
}

/** The day on which a time falls due, as in `dueDay` of schemas/due-day.ts. */
const dueDay = sql<string>`CASE relation WHEN 'before' THEN first_day ELSE last_day END`

/** The ids of the commitments that the filter lets through. */
export function findCommitmentIds(store: Store, filter: ListFilter): string[] {
  let found = query
    .selectFrom('commitment')
    .innerJoin('letter', 'letter.id', 'commitment.letter_id')
    .select('commitment.id')
  if (filter.municipalityCode) found = found.where('letter.municipality_code', '=', filter.municipalityCode)
  if (filter.letterKinds) found = found.where('letter.kind', 'in', filter.letterKinds)
  if (filter.commitmentKinds) found = found.where('commitment.kind', 'in', filter.commitmentKinds)
  if (filter.statuses) found = found.where('commitment.status', 'in', filter.statuses)
  if (filter.reviews) found = found.where('commitment.review', 'in', filter.reviews)
  if (filter.dueBefore || filter.dueAfter) {
    let due = query.selectFrom('commitment_time').select('commitment_id')
    if (filter.dueBefore) due = due.where(dueDay, '<', filter.dueBefore)
    if (filter.dueAfter) due = due.where(dueDay, '>', filter.dueAfter)
    found = found.where('commitment.id', 'in', due)
  }
  return all(store, found).map(({ id }) => id)
}

/** The ids of the letters that the filter lets through; when it limits commitments, those that have such a one. */
export function findLetterIds(store: Store, filter: ListFilter): string[] {
  let found = query.selectFrom('letter').select('letter.id')
  if (filter.municipalityCode) found = found.where('letter.municipality_code', '=', filter.municipalityCode)
  if (filter.letterKinds) found = found.where('letter.kind', 'in', filter.letterKinds)
  const ids = all(store, found).map(({ id }) => id)
  const { commitmentKinds, statuses, reviews, dueBefore, dueAfter } = filter
  if (!(commitmentKinds || statuses || reviews || dueBefore || dueAfter)) return ids
  const having = new Set(lettersOfCommitments(store, new Set(findCommitmentIds(store, filter))))
  return ids.filter((id) => having.has(id))
}

function lettersOfCommitments(store: Store, commitments: Set<string>): string[] {
  return all(store, query.selectFrom('commitment').select(['id', 'letter_id']))
    .filter(({ id }) => commitments.has(id))
    .map(({ letter_id }) => letter_id)
}
