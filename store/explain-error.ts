import Database from 'better-sqlite3'
import { UnusableDatabase } from './unusable-database.ts'

/**
 * Turns SQLite's errors about the file itself and its disk into one clear line; others are passed on as they are.
 * What was being written when they occur is rolled back.
 */
export function explainError(error: unknown, path: string, purpose = 'writing'): unknown {
  if ((error as NodeJS.ErrnoException).code === 'EACCES')
    return new UnusableDatabase(`${path}: cannot be read; check its permissions`)
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code === 'SQLITE_NOTADB')
    return new UnusableDatabase(`${path}: not a database; name another file with --db`)
  if (error.code.startsWith('SQLITE_CORRUPT'))
    return new UnusableDatabase(`${path}: the database is damaged (${error.message}); restore it from a copy`)
  if (error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_READONLY'))
    return new UnusableDatabase(
      `${path}: cannot be opened for ${purpose}; check the permissions of the file and its folder`,
    )
  if (error.code.startsWith('SQLITE_BUSY'))
    return new UnusableDatabase(`${path}: another program holds the database; try again when it is done`)
  if (error.code === 'SQLITE_FULL')
    return new Error(`${path}: the disk is full; make room and run the same command again`)
  if (error.code.startsWith('SQLITE_IOERR'))
    return new Error(`${path}: the disk cannot be read or written (${error.code}); check it and its room`)
  return error
}
