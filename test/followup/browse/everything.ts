import type { CommitmentQuery } from '../../../followup/browse/browse-commitments.ts'

/** A query that leaves nothing out. */
export const everything: CommitmentQuery = {
  chosen: {},
  text: '',
  dueFrom: null,
  dueTo: null,
  period: null,
  sort: 'municipality',
  descending: false,
}
