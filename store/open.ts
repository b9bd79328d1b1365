import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { standsFor } from './archive/archive-folder.ts'
import { explainError } from './explain-error.ts'
import { migrations } from './migrations/all.ts'
import { inTransaction, type Store } from './query.ts'
import { UnusableDatabase } from './unusable-database.ts'

/** "Opfø" in Latin-1: tells our databases from other programs' (PRAGMA application_id). */
const applicationId = 0x4f7066f8
/** How long a process waits for another one that is writing, in milliseconds. */
const patience = 60_000

/**
 * Opens a database, creates it if it does not exist, and brings it to this program's version.
 * @throws UnusableDatabase when the file is no database of Opfølg, is of a newer version, or cannot be written
 */
export function openStore(path: string): Store {
  if (path !== ':memory:') checkPlace(path)
  let store: Store | undefined
  try {
    store = new Database(path, { timeout: patience })
    store.pragma('foreign_keys = ON')
    migrate(store, path)
    // The switch to WAL needs the file for itself; only the first process has to make it.
    if (store.pragma('journal_mode', { simple: true }) !== 'wal') store.pragma('journal_mode = WAL')
    store.pragma('synchronous = NORMAL')
    // by default what many letters changed would be copied back, and waited for, after every tenth letter
    store.pragma('wal_autocheckpoint = 4000')
    return store
  } catch (error) {
    store?.close()
    throw explainError(error, path)
  }
}

/**
 * Opens a database for reading only. It is created or brought to this program's version where that is needed and
 * possible; where its folder cannot be written, it is read without the files that WAL mode puts beside it.
 * @throws UnusableDatabase as `openStore`
 */
export function openForReading(path: string): Store {
  if (path === ':memory:' || !existsSync(path) || isWritable(path)) {
    // A connection that SQLite opens as read-only would leave its WAL files behind.
    const store = openStore(path)
    store.pragma('query_only = ON')
    return store
  }
  checkPlace(path)
  let store: Store | undefined
  try {
    store = openUnwritable(path)
    const version = store.pragma('user_version', { simple: true }) as number
    if (!isOurs(store)) throw anotherPrograms(path)
    if (version > migrations.length) throw newer(path, version)
    if (version < migrations.length)
      throw new UnusableDatabase(
        `${path}: made by an older Opfølg and cannot be written; run a command on it where it can`,
      )
    return store
  } catch (error) {
    store?.close()
    throw explainError(error, path, 'reading')
  }
}

/** Whether the database and its folder can be written: SQLite needs both. */
function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Opens a database that nothing can be written beside. SQLite refuses one in WAL mode there, unless a writer has left
 * its WAL; without one the file is complete, and a copy of it in memory, marked as not in WAL mode, is read.
 */
function openUnwritable(path: string): Store {
  if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0)
    return new Database(path, { readonly: true, timeout: patience })
  const bytes = readFileSync(path)
  // Bytes 18 and 19 are the versions needed to write and to read: 2 is WAL, 1 is not (sqlite.org/fileformat2.html).
  if (bytes.length > 19) bytes.fill(1, 18, 20)
  const store = new Database(bytes)
  standsFor(store, path)
  store.pragma('query_only = ON')
  return store
}

function checkPlace(path: string): void {
  if (existsSync(path)) {
    if (!statSync(path).isFile())
      throw new UnusableDatabase(`${path}: not a file; name a database file with --db`)
  } else if (!existsSync(dirname(path)))
    throw new UnusableDatabase(
      `${path}: the folder ${dirname(path)} does not exist; create it or name another with --db`,
    )
}

function migrate(store: Store, path: string): void {
  const version = () => store.pragma('user_version', { simple: true }) as number
  if (version() === migrations.length && isOurs(store)) return
  inTransaction(store, () => {
    // Another process may have migrated while this one waited for the lock.
    const from = version()
    if (!isOurs(store) && !isEmpty(store)) throw anotherPrograms(path)
    if (from > migrations.length) throw newer(path, from)
    for (const migration of migrations.slice(from)) store.exec(migration)
    store.pragma(`application_id = ${applicationId}`)
    store.pragma(`user_version = ${migrations.length}`)
  })
}

const anotherPrograms = (path: string) =>
  new UnusableDatabase(`${path}: a database of another program; name another file with --db`)
const newer = (path: string, version: number) =>
  new UnusableDatabase(
    `${path}: made by a newer Opfølg (database version ${version}, this program knows ${migrations.length}); ` +
      'update the program or name another file with --db',
  )
const isOurs = (store: Store): boolean => store.pragma('application_id', { simple: true }) === applicationId
const isEmpty = (store: Store): boolean => (store.pragma('schema_version', { simple: true }) as number) === 0
