import { sql } from 'kysely'
import type { LetterKind, MunicipalityRef } from '../schemas/letter.ts'
import { perLetter } from './per-letter.ts'
import { all, query, type Store } from './query.ts'
import { inPortions } from './read-commitments.ts'

/** A letter as it stands in a list. */
export type LetterRow = {
  id: string
  kind: LetterKind
  date: string | null
  municipality: MunicipalityRef | null
  subject: string | null
  /** The file that its text comes from, and when that was taken in (ISO 8601). */
  file: string
  addedAt: string
  commitments: number
  /** How many of them nobody has looked at. */
  proposed: number
  issues: number
}

/** All letters, those taken in last first. Shared: do not change it. */
export const readLetterRows = perLetter(readRows, ({ id }) => id, newestFirst)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function newestFirst(a: LetterRow, b: LetterRow): number {
  return compare(b.addedAt, a.addedAt) || compare(b.date ?? '', a.date ?? '') || compare(a.id, b.id)
}

function readRows(store: Store, ids?: string[]): LetterRow[] {
  const rows = ids ? inPortions(ids, (portion) => letterRows(store, portion)) : letterRows(store)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    date: row.date,
    municipality:
      row.code !== null && row.municipality !== null ? { code: row.code, name: row.municipality } : null,
    subject: row.subject,
    file: row.name,
    addedAt: row.added_at,
    commitments: row.commitments ?? 0,
    proposed: row.proposed ?? 0,
    issues: row.issues ?? 0,
  }))
}

function letterRows(store: Store, ids?: string[]) {
  const rows = query
    .selectFrom('letter')
    .innerJoin('file', 'file.sha256', 'letter.sha256')
    .select(['letter.id', 'letter.kind', 'letter.date', 'letter.subject'])
    .select(['letter.municipality_code as code', 'letter.municipality_name as municipality'])
    .select(['file.name', 'file.added_at'])
    .select((eb) => [
      eb
        .selectFrom('commitment')
        .select(sql<number>`count(*)`.as('count'))
        .where('letter_id', '=', eb.ref('letter.id'))
        .as('commitments'),
      eb
        .selectFrom('commitment')
        .select(sql<number>`count(*)`.as('count'))
        .where('letter_id', '=', eb.ref('letter.id'))
        .where('review', '=', 'proposed')
        .as('proposed'),
      eb
        .selectFrom('issue')
        .select(sql<number>`count(*)`.as('count'))
        .where('letter_id', '=', eb.ref('letter.id'))
        .as('issues'),
    ])
  return all(store, ids ? rows.where('letter.id', 'in', ids) : rows)
}
