import type { Command } from 'commander'
import type { Store } from '../store/query.ts'

/** The database file of a command: `--db`, else $OPFOLG_DB, else `opfolg.db` in the current folder. */
export function databasePath(command: Command): string {
  const { db } = command.optsWithGlobals<{ db?: string }>()
  return db ?? (process.env.OPFOLG_DB || 'opfolg.db')
}

/** Opens the command's database, hands it to `work`, and closes it in any case. */
export async function withStore<T>(command: Command, work: (store: Store) => T | Promise<T>): Promise<T> {
  const { openStore } = await import('../store/open.ts')
  const store = openStore(databasePath(command))
  try {
    return await work(store)
  } finally {
    store.close()
  }
}
