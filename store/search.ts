import { sql } from 'kysely'
import { all, query, type Store } from './query.ts'

/** A place where words were found. In `snippet` the words found stand between `marks`. */
export type SearchHit = {
  record: 'letter' | 'commitment'
  id: string
  letterId: string
  municipality: string | null
  date: string | null
  snippet: string
}

/** Control characters that no text of a letter holds: they mark the words found in a snippet. */
export const marks = { open: '\u0002', close: '\u0003' } as const

const snippetWords = 24

/**
 * Turns what a person typed into an FTS5 query: all words must stand in the text; "words in quotes" stand together; a
 * word that ends in * may go on. Everything else is quoted, so that nothing of it is read as query language.
 * @returns null when there is no word in it
 */
export function matchExpression(typed: string): string | null {
  const parts = typed.normalize('NFC').match(/"[^"]*"|[^\s"]+/gu) ?? []
  const terms = parts
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => {
      const prefix = !part.startsWith('"') && part.endsWith('*') ? '*' : ''
      return `"${part.replaceAll('"', '').replaceAll('\u0000', '')}"${prefix}`
    })
  return terms.length === 0 ? null : terms.join(' ')
}

/** Finds letters and commitments that hold all the words typed, the best first; commitments before letters. */
export function search(store: Store, typed: string, limit: number): SearchHit[] {
  const match = matchExpression(typed)
  if (match === null) return []
  return [...searchCommitments(store, match, limit), ...searchLetters(store, match, limit)]
}

function searchCommitments(store: Store, match: string, limit: number): SearchHit[] {
  const found = query
    .selectFrom('commitment_search')
    .innerJoin('commitment', 'commitment.seq', 'commitment_search.rowid')
    .innerJoin('letter', 'letter.id', 'commitment.letter_id')
    .select(['commitment.id', 'commitment.letter_id', 'letter.municipality_name', 'letter.date'])
    .select(
      sql<string>`snippet(commitment_search, 0, ${marks.open}, ${marks.close}, '…', ${snippetWords})`.as(
        'snippet',
      ),
    )
    .where(sql<boolean>`commitment_search MATCH ${match}`)
    .orderBy('commitment_search.rank')
    .orderBy('commitment.id')
    .limit(limit)
  return all(store, found).map((row) => ({
    record: 'commitment',
    id: row.id,
    letterId: row.letter_id,
    municipality: row.municipality_name,
    date: row.date,
    snippet: row.snippet,
  }))
}

function searchLetters(store: Store, match: string, limit: number): SearchHit[] {
  const found = query
    .selectFrom('letter_search')
    .innerJoin('letter', 'letter.seq', 'letter_search.rowid')
    .select(['letter.id', 'letter.municipality_name', 'letter.date'])
    .select(
      sql<string>`snippet(letter_search, -1, ${marks.open}, ${marks.close}, '…', ${snippetWords})`.as(
        'snippet',
      ),
    )
    .where(sql<boolean>`letter_search MATCH ${match}`)
    .orderBy('letter_search.rank')
    .orderBy('letter.id')
    .limit(limit)
  return all(store, found).map((row) => ({
    record: 'letter',
    id: row.id,
    letterId: row.id,
    municipality: row.municipality_name,
    date: row.date,
    snippet: row.snippet,
  }))
}
