import type { CommitmentKind, CommitmentStatus, ReviewState } from '../schemas/commitment.ts'
import { dueDays } from '../schemas/due-day.ts'
import type { LetterKind, MunicipalityRef } from '../schemas/letter.ts'
import type { TimeRelation } from '../schemas/time.ts'
import { type LetterRecord, letterRecords } from './letter-records.ts'
import type { Store } from './query.ts'
import { whileSame, whileUnchanged } from './unchanged.ts'

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

/**
 * All commitments, a list for each letter, by municipality, date of the letter, and place in it. Of a letter that did not
 * change it is the very same list. Shared: do not change it.
 */
export const commitmentRowsByLetter = whileUnchanged((store: Store): readonly CommitmentRow[][] =>
  letterRecords(store).toSorted(byMunicipality).map(rowsOf),
)

/** All commitments in the same order. Shared: do not change it. */
export const readCommitmentRows = whileUnchanged((store: Store): readonly CommitmentRow[] =>
  commitmentRowsByLetter(store).flat(),
)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function byMunicipality({ letter: a }: LetterRecord, { letter: b }: LetterRecord): number {
  return (
    compare(a.municipality?.name ?? '', b.municipality?.name ?? '') ||
    compare(a.date ?? '', b.date ?? '') ||
    compare(a.id, b.id)
  )
}

const rowsOf = whileSame(({ letter }: LetterRecord): CommitmentRow[] =>
  letter.commitments.map(({ id, quote, kind, status, review, withdrawn, every, responsible, times }) => ({
    id,
    letterId: letter.id,
    letterKind: letter.kind,
    letterDate: letter.date,
    municipality: letter.municipality,
    quote,
    kind,
    status,
    review,
    withdrawn,
    every,
    responsible,
    times: times.map(({ relation, start, end }) => ({ relation, start, end })),
    due: dueDays({ status, times }, letter.date),
  })),
)
