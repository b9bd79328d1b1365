import type { CommitmentKind, CommitmentStatus, ReviewState } from '../schemas/commitment.ts'
import { dueDays } from '../schemas/due-day.ts'
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
  const ids = all(store, found).map(({ id }) => id)
  if (!filter.dueBefore && !filter.dueAfter) return ids
  const due = commitmentsDue(store, filter)
  return ids.filter((id) => due.has(id))
}

/** Whether a day lies between the days of the filter, both exclusive. */
export function isWithin(day: string, { dueBefore, dueAfter }: ListFilter): boolean {
  return (!dueBefore || day < dueBefore) && (!dueAfter || day > dueAfter)
}

/** The commitments that fall due on a day that the filter lets through. */
function commitmentsDue(store: Store, filter: ListFilter): Set<string> {
  const rows = all(
    store,
    query
      .selectFrom('commitment_time')
      .innerJoin('commitment', 'commitment.id', 'commitment_time.commitment_id')
      .innerJoin('letter', 'letter.id', 'commitment.letter_id')
      .select(['commitment.id', 'commitment.status', 'letter.date'])
      .select(['relation', 'first_day as start', 'last_day as end']),
  )
  const due = rows.filter(({ status, date, ...time }) =>
    dueDays({ status, times: [time] }, date).some((day) => isWithin(day, filter)),
  )
  return new Set(due.map(({ id }) => id))
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
