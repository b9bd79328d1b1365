import type { Page, UnreadScan } from '../schemas/page.ts'
import type { StoredFile } from '../schemas/stored-letter.ts'
import { type PackedPage, unpackWords } from './page-words.ts'
import { all, builtOnce, first, insert, query, run, type Store } from './query.ts'

/** What is recorded of a file: the version of the rules it was read with, and whether other content took its place. */
export type FileState = { version: string; superseded: boolean }

const stateOf = builtOnce((sha256: string) =>
  query.selectFrom('file').select(['extractor_version', 'superseded']).where('sha256', '=', sha256),
)

/** What is recorded of a file, or null when it was never ingested. */
export function fileState(store: Store, sha256: string): FileState | null {
  const row = first(store, stateOf(sha256))
  return row ? { version: row.extractor_version, superseded: row.superseded === 1 } : null
}

/** The files that lay at a path with other content than this one's. */
export function otherContentAt(store: Store, path: string, sha256: string): string[] {
  return all(store, othersAt(path, sha256)).map((row) => row.sha256)
}

const othersAt = builtOnce((path: string, sha256: string) =>
  query
    .selectFrom('file')
    .select('sha256')
    .where('path', '=', path)
    .where('sha256', '!=', sha256)
    .where('superseded', '=', 0),
)

/** Notes that other content took a file's place. */
export function supersedeFile(store: Store, sha256: string): void {
  run(store, query.updateTable('file').set({ superseded: 1 }).where('sha256', '=', sha256))
}

/** Has a file read again at the next ingest, as if the rules were newer. */
export function readAgain(store: Store, sha256: string): void {
  run(store, query.updateTable('file').set({ extractor_version: '' }).where('sha256', '=', sha256))
}

/** Records a file and the text of its pages. `at` is the time of the ingest, ISO 8601. */
export function insertFile(
  store: Store,
  file: StoredFile,
  pages: PackedPage[],
  version: string,
  at: string,
): void {
  const { notes, ...rest } = file
  const row = { ...rest, notes: JSON.stringify(notes), extractor_version: version, added_at: at }
  insert(store, 'file', row)
  insertPages(store, file.sha256, pages)
}

/**
 * Records a known file as it was read again. Its name, path and time stay those of the first ingest, unless other
 * content had taken its place there.
 */
export function updateFile(store: Store, file: StoredFile, pages: PackedPage[], version: string): void {
  const { sha256, name, path, format, notes } = file
  const place = fileState(store, sha256)?.superseded ? { name, path, superseded: 0 as const } : {}
  const values = {
    ...place,
    format,
    pages: file.pages,
    notes: JSON.stringify(notes),
    extractor_version: version,
  }
  run(store, query.updateTable('file').set(values).where('sha256', '=', sha256))
  run(store, query.deleteFrom('page').where('sha256', '=', sha256))
  insertPages(store, sha256, pages)
}

function insertPages(store: Store, sha256: string, pages: PackedPage[]): void {
  for (const { scan, ...page } of pages)
    insert(store, 'page', { sha256, ...page, scan: scan ? JSON.stringify(scan) : null })
}

/** The pages of a file with their words as they were read, in order; empty when the file is not known. */
export function readPages(store: Store, sha256: string): Page[] {
  const rows = all(
    store,
    query
      .selectFrom('page')
      .select(['number', 'text', 'words', 'scan', 'confidences'])
      .where('sha256', '=', sha256)
      .orderBy('number'),
  )
  return rows.map(({ number, text, words, scan, confidences }) => ({
    number,
    text,
    ...(words && { words: unpackWords(words, confidences) }),
    ...(scan && { scan: JSON.parse(scan) }),
  }))
}

/** How the pages of a file that were not read from their images were not. */
export function readUnreadScans(store: Store, sha256: string): UnreadScan[] {
  return all(store, unreadIn(sha256)).map(({ scan }) => JSON.parse(scan ?? '{}'))
}

const unreadIn = builtOnce((sha256: string) =>
  query.selectFrom('page').select('scan').where('sha256', '=', sha256).where('scan', 'like', '%"unread"%'),
)

/** A known file, or null. */
export function readStoredFile(store: Store, sha256: string): StoredFile | null {
  const row = first(store, storedFile(sha256))
  return row ? { ...row, notes: JSON.parse(row.notes) } : null
}

const storedFile = builtOnce((sha256: string) =>
  query
    .selectFrom('file')
    .select(['sha256', 'name', 'path', 'format', 'pages', 'notes'])
    .where('sha256', '=', sha256),
)
