import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import type { Store } from '../store/query.ts'
import { plain, say } from './output.ts'

/** The database file of a command: `--db`, else $OPFOLG_DB, else `opfolg.db` in the current folder. */
export function databasePath(command: Command): string {
  const { db } = command.optsWithGlobals<{ db?: string }>()
  return db ?? (process.env.OPFOLG_DB || 'opfolg.db')
}

type Work<T> = (store: Store) => T | Promise<T>

/** Opens the command's database, hands it to `work`, and closes it in any case. */
export async function withStore<T>(command: Command, work: Work<T>): Promise<T> {
  const { openStore } = await import('../store/open.ts')
  return closing(openStore(databasePath(command)), work)
}

/** The same for commands that only read; it says when there was no database and an empty one was made. */
export async function withStoreForReading<T>(command: Command, work: Work<T>): Promise<T> {
  const { openForReading } = await import('../store/open.ts')
  const path = databasePath(command)
  const existed = existsSync(path)
  const store = openForReading(path)
  if (!existed) say(`${plain(path)}: there was no database here, an empty one was made; see 'opfolg ingest'`)
  return closing(store, work)
}

async function closing<T>(store: Store, work: Work<T>): Promise<T> {
  try {
    return await work(store)
  } catch (error) {
    const { explainError } = await import('../store/explain-error.ts')
    throw explainError(error, store.name)
  } finally {
    store.close()
  }
}
