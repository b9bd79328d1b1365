import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { all, builtOnce, first, query, run, type Store } from '../query.ts'
import { archiveFolder, placeOf } from './archive-folder.ts'
import { type KeptOriginal, type Original, prepareArchive } from './keep-original.ts'

/**
 * What is kept of a recorded file: itself first, then, where it came in a mail or ZIP, the file on disk that this is or
 * lies in.
 */
export type Originals = [own: Original, outer?: Original]
/** The same without the bytes. */
export type KeptOriginals = [own: KeptOriginal, outer?: KeptOriginal]

/** Makes a store's archive ready for an ingest. @throws UnusableArchive when nothing can be written there */
export function prepareOriginals(store: Store): void {
  const folder = archiveFolder(store)
  if (folder !== null) prepareArchive(folder)
}

/** Records what was kept of a recorded file, inside a transaction; again, it changes nothing. */
export function recordOriginals(store: Store, [own, outer]: KeptOriginals): void {
  if (archiveFolder(store) === null) return
  for (const original of [own, outer])
    if (original) run(store, withOriginal(original.sha256, original.extension))
  if (outer) run(store, withInside(own.sha256, outer.sha256))
}

const withOriginal = builtOnce((sha256: string, extension: string) =>
  query
    .insertInto('original')
    .values({ sha256, extension })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ extension })),
)
const withInside = builtOnce((sha256: string, outer: string) =>
  query
    .insertInto('file_inside')
    .values({ sha256, outer_sha256: outer })
    .onConflict((conflict) => conflict.doNothing()),
)

/** Whether the archive holds what belongs to a recorded file; a store without a folder keeps nothing. */
export function isKept(store: Store, sha256: string, outer: string | null): boolean {
  if (archiveFolder(store) === null) return true
  if (originalOf(store, sha256) === null) return false
  return outer === null || (outersOf(store, sha256).includes(outer) && originalOf(store, outer) !== null)
}

/** The file in the archive with this content, or null when it is not there. */
export function originalOf(store: Store, sha256: string): string | null {
  const folder = archiveFolder(store)
  const extension = extensionOf(store, sha256)
  if (folder === null || extension === null) return null
  const path = join(folder, placeOf({ sha256, extension }))
  return existsSync(path) ? path : null
}

/** The mails and ZIPs that a recorded file came in, by their SHA-256. */
export function outersOf(store: Store, sha256: string): string[] {
  const rows = query
    .selectFrom('file_inside')
    .select('outer_sha256')
    .where('sha256', '=', sha256)
    .orderBy('outer_sha256')
  return all(store, rows).map((row) => row.outer_sha256)
}

function extensionOf(store: Store, sha256: string): string | null {
  return first(store, extensionIn(sha256))?.extension ?? null
}

const extensionIn = builtOnce((sha256: string) =>
  query.selectFrom('original').select('extension').where('sha256', '=', sha256),
)
