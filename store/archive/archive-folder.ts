import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Store } from '../query.ts'

/** The files whose copy in memory a store is. */
const copyOf = new WeakMap<Store, string>()

/** Notes that a store in memory is the copy of a database file. */
export function standsFor(store: Store, path: string): void {
  copyOf.set(store, path)
}

/** The folder of originals of a database: `opfolg-originals` beside `opfolg.db`. */
export const folderBeside = (database: string): string =>
  join(dirname(resolve(database)), `${basename(database, extname(database))}-originals`)

/** What Opfølg keeps of a database on the disk: the file, what SQLite puts beside it, the originals. */
export const filesOf = (database: string): string[] => [
  ...['', '-wal', '-shm'].map((end) => `${database}${end}`),
  folderBeside(database),
]

/** The folder of a store's originals; null for a database that was never a file. */
export function archiveFolder(store: Store): string | null {
  const path = copyOf.get(store) ?? store.name
  return path === '' || path === ':memory:' ? null : folderBeside(path)
}

/** Where an original lies in the archive folder: `ab/abcdef….pdf`. */
export const placeOf = ({ sha256, extension }: { sha256: string; extension: string }): string =>
  join(sha256.slice(0, 2), `${sha256}.${extension}`)

/** The folder inside the archive where copies are written before they get their place. */
export const unfinishedFolder = 'unfinished'
