import type { Page } from '../schemas/page.ts'
import type { StoredFile } from '../schemas/stored-letter.ts'
import { all, first, query, run, type Store } from './query.ts'

/** The extractor version with which a file's letters were found, or null when the file was never ingested. */
export function fileVersion(store: Store, sha256: string): string | null {
  const row = first(store, query.selectFrom('file').select('extractor_version').where('sha256', '=', sha256))
  return row?.extractor_version ?? null
}

/** Records a file and the text of its pages. `at` is the time of the ingest, ISO 8601. */
export function insertFile(store: Store, file: StoredFile, pages: Page[], version: string, at: string): void {
  const { notes, ...rest } = file
  const row = { ...rest, notes: JSON.stringify(notes), extractor_version: version, added_at: at }
  run(store, query.insertInto('file').values(row))
  insertPages(store, file.sha256, pages)
}

/** Records a known file as it was read again. Its name, path and time stay those of the first ingest. */
export function updateFile(store: Store, file: StoredFile, pages: Page[], version: string): void {
  const { sha256, format, notes } = file
  const values = { format, pages: file.pages, notes: JSON.stringify(notes), extractor_version: version }
  run(store, query.updateTable('file').set(values).where('sha256', '=', sha256))
  run(store, query.deleteFrom('page').where('sha256', '=', sha256))
  insertPages(store, sha256, pages)
}

function insertPages(store: Store, sha256: string, pages: Page[]): void {
  for (const { number, text } of pages) run(store, query.insertInto('page').values({ sha256, number, text }))
}

/** The pages of a file as they were read, in order; empty when the file is not known. */
export function readPages(store: Store, sha256: string): Page[] {
  return all(
    store,
    query.selectFrom('page').select(['number', 'text']).where('sha256', '=', sha256).orderBy('number'),
  )
}

/** A known file, or null. */
export function readStoredFile(store: Store, sha256: string): StoredFile | null {
  const row = first(
    store,
    query
      .selectFrom('file')
      .select(['sha256', 'name', 'path', 'format', 'pages', 'notes'])
      .where('sha256', '=', sha256),
  )
  return row ? { ...row, notes: JSON.parse(row.notes) } : null
}
