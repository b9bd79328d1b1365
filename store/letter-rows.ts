import { sql } from 'kysely'
import type { LetterKind, MunicipalityRef } from '../schemas/letter.ts'
import { all, query, type Store } from './query.ts'
import { whileUnchanged } from './unchanged.ts'

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

/** All letters, those taken in last first; read again only after a change. */
export const readLetterRows = whileUnchanged((store: Store): LetterRow[] => {
  const rows = all(
    store,
    query
      .selectFrom('letter')
      .innerJoin('file', 'file.sha256', 'letter.sha256')
      .leftJoin(
        query
          .selectFrom('commitment')
          .select(['letter_id'])
          .select(sql<number>`count(*)`.as('commitments'))
          .select(sql<number>`sum(review = 'proposed')`.as('proposed'))
          .groupBy('letter_id')
          .as('found'),
        'found.letter_id',
        'letter.id',
      )
      .leftJoin(
        query
          .selectFrom('issue')
          .select(['letter_id'])
          .select(sql<number>`count(*)`.as('issues'))
          .groupBy('letter_id')
          .as('noted'),
        'noted.letter_id',
        'letter.id',
      )
      .select(['letter.id', 'letter.kind', 'letter.date', 'letter.subject'])
      .select(['letter.municipality_code as code', 'letter.municipality_name as municipality'])
      .select(['file.name', 'file.added_at', 'found.commitments', 'found.proposed', 'noted.issues'])
      .orderBy('file.added_at', 'desc')
      .orderBy('letter.date', 'desc')
      .orderBy('letter.id'),
  )
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
})
