import { sql } from 'kysely'
import { all, query, type Store } from './query.ts'
import { matchExpression } from './search.ts'

/** The ids of the commitments that hold all the words typed; null when there is no word in it. */
export function matchCommitments(store: Store, typed: string): Set<string> | null {
  const match = matchExpression(typed)
  if (match === null) return null
  const rows = all(
    store,
    query
      .selectFrom('commitment_search')
      .innerJoin('commitment', 'commitment.seq', 'commitment_search.rowid')
      .select('commitment.id')
      .where(sql<boolean>`commitment_search MATCH ${match}`),
  )
  return new Set(rows.map(({ id }) => id))
}
