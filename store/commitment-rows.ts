import type { CommitmentKind, CommitmentStatus, ReviewState } from '../schemas/commitment.ts'
import { dueDays } from '../schemas/due-day.ts'
import type { LetterKind, MunicipalityRef } from '../schemas/letter.ts'
import type { TimeRelation } from '../schemas/time.ts'
import { all, query, type Store } from './query.ts'
import { groupBy } from './read-commitments.ts'
import { whileUnchanged } from './unchanged.ts'

/** A commitment as it stands in a list, with what it takes from its letter. */
export type CommitmentRow = {
  id: string
  letterId: string
  letterKind: LetterKind
  letterDate: string | null
  municipality: MunicipalityRef | null
  quote: string
  kind: CommitmentKind
  status: CommitmentStatus
  review: ReviewState
  withdrawn: boolean
  every: string | null
  responsible: string | null
  times: { relation: TimeRelation; start: string; end: string }[]
  /** The days on which it falls due, in order. */
  due: string[]
}

/** All commitments by municipality, date of the letter, and place in it; read again only after a change. */
export const readCommitmentRows = whileUnchanged((store: Store): CommitmentRow[] => {
  const rows = all(
    store,
    query
      .selectFrom('commitment')
      .innerJoin('letter', 'letter.id', 'commitment.letter_id')
      .select(['commitment.id', 'commitment.letter_id', 'commitment.quote', 'commitment.kind'])
      .select(['commitment.status', 'commitment.review', 'commitment.withdrawn', 'commitment.every'])
      .select(['commitment.responsible', 'letter.kind as letter_kind', 'letter.date'])
      .select(['letter.municipality_code as code', 'letter.municipality_name as name'])
      .orderBy('letter.municipality_name')
      .orderBy('letter.date')
      .orderBy('letter.id')
      .orderBy('commitment.span_start')
      .orderBy('commitment.id'),
  )
  const times = groupBy(
    all(
      store,
      query
        .selectFrom('commitment_time')
        .select(['commitment_id', 'relation', 'first_day as start', 'last_day as end'])
        .orderBy('commitment_id')
        .orderBy('position'),
    ),
    (time) => time.commitment_id,
  )
  return rows.map((row): CommitmentRow => {
    const own = (times.get(row.id) ?? []).map(({ relation, start, end }) => ({ relation, start, end }))
    return {
      id: row.id,
      letterId: row.letter_id,
      letterKind: row.letter_kind,
      letterDate: row.date,
      municipality: row.code !== null && row.name !== null ? { code: row.code, name: row.name } : null,
      quote: row.quote,
      kind: row.kind,
      status: row.status,
      review: row.review,
      withdrawn: row.withdrawn === 1,
      every: row.every,
      responsible: row.responsible,
      times: own,
      due: dueDays({ status: row.status, times: own }, row.date),
    }
  })
})
