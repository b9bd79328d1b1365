import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
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
    return store
  } catch (error) {
    store?.close()
    throw explain(error, path)
  }
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
    if (!isOurs(store) && !isEmpty(store))
      throw new UnusableDatabase(`${path}: a database of another program; name another file with --db`)
    if (from > migrations.length)
      throw new UnusableDatabase(
        `${path}: made by a newer Opfølg (database version ${from}, this program knows ${migrations.length}); ` +
          'update the program or name another file with --db',
      )
    for (const migration of migrations.slice(from)) store.exec(migration)
    store.pragma(`application_id = ${applicationId}`)
    store.pragma(`user_version = ${migrations.length}`)
  })
}

const isOurs = (store: Store): boolean => store.pragma('application_id', { simple: true }) === applicationId
const isEmpty = (store: Store): boolean => (store.pragma('schema_version', { simple: true }) as number) === 0

/** Turns SQLite's errors about the file itself into one clear line; others are passed on as they are. */
function explain(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code === 'SQLITE_NOTADB')
    return new UnusableDatabase(`${path}: not a database; name another file with --db`)
  if (error.code.startsWith('SQLITE_CORRUPT'))
    return new UnusableDatabase(`${path}: the database is damaged (${error.message}); restore it from a copy`)
  if (error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_READONLY'))
    return new UnusableDatabase(
      `${path}: cannot be opened for writing; check the permissions of the file and its folder`,
    )
  if (error.code.startsWith('SQLITE_BUSY'))
    return new UnusableDatabase(`${path}: another program holds the database; try again when it is done`)
  return error
}
