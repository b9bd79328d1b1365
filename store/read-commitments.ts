import type { StoredCommitment } from '../schemas/stored-letter.ts'
import type { TimeExpression } from '../schemas/time.ts'
import { all, query, type Store } from './query.ts'
import type { CommitmentTable, CommitmentTimeTable } from './tables.ts'

/** How many ids stand in one query: SQLite takes 32,766 parameters at most. */
export const idsPerQuery = 5_000

/** Reads in portions what belongs to many records. */
export function inPortions<T>(ids: string[], read: (portion: string[]) => T[]): T[] {
  const found: T[] = []
  for (let i = 0; i < ids.length; i += idsPerQuery)
    for (const row of read(ids.slice(i, i + idsPerQuery))) found.push(row)
  return found
}

/** Groups rows by the record they belong to, keeping their order. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/** The commitments of letters, each letter's in the order of its text. */
export function readCommitments(store: Store, letters: string[]): StoredCommitment[] {
  const rows = inPortions(letters, (portion) =>
    all(
      store,
      query
        .selectFrom('commitment')
        .selectAll()
        .where('letter_id', 'in', portion)
        .orderBy('letter_id')
        .orderBy((eb) => eb.fn.coalesce('span_start', eb.lit(1e9)))
        .orderBy('id'),
    ),
  )
  const times = inPortions(letters, (portion) =>
    all(
      store,
      query
        .selectFrom('commitment_time')
        .innerJoin('commitment', 'commitment.id', 'commitment_time.commitment_id')
        .selectAll('commitment_time')
        .where('commitment.letter_id', 'in', portion)
        .orderBy('commitment_time.commitment_id')
        .orderBy('commitment_time.position'),
    ),
  )
  const timesOf = groupBy(times, (time) => time.commitment_id)
  return rows.map((row) => toCommitment(row, timesOf.get(row.id) ?? []))
}

type CommitmentRow = Omit<CommitmentTable, 'seq'>

function toCommitment(row: CommitmentRow, times: CommitmentTimeTable[]): StoredCommitment {
  return {
    id: row.id,
    letterId: row.letter_id,
    quote: row.quote,
    span:
      row.span_start === null || row.span_end === null ? null : { start: row.span_start, end: row.span_end },
    page: row.page,
    kind: row.kind,
    status: row.status,
    times: times.map(toTime),
    every: row.every,
    responsible: row.responsible,
    target: row.target === null ? null : JSON.parse(row.target),
    rule: row.rule,
    assumed: JSON.parse(row.assumed),
    review: row.review,
    withdrawn: row.withdrawn === 1,
  }
}

function toTime(row: CommitmentTimeTable): TimeExpression {
  return {
    quote: row.quote,
    span: { start: row.span_start, end: row.span_end },
    relation: row.relation,
    start: row.first_day,
    end: row.last_day,
    grain: row.grain,
    assumed: JSON.parse(row.assumed),
    rule: row.rule,
  }
}
