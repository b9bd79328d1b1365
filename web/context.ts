import type { Store } from '../store/query.ts'
import type { Inbox } from './inbox/inbox.ts'
import type { WatchedFolder } from './inbox/watch-folders.ts'

/** What every page works with. */
export type Web = {
  store: Store
  inbox: Inbox
  /** The folders whose files are taken in by themselves. */
  watched: () => WatchedFolder[]
  /** The folder in which uploaded files are kept. */
  uploads: string
  /** The names under which this server may be asked for, each with its port: anything else is refused. */
  hosts: string[]
  /** The word that opens the application; null when it is open to everybody on this machine. */
  token: string | null
  /** The present moment, ISO 8601. */
  now: () => string
  /** Writes one line of the log. */
  log: (line: string) => void
}

/** What is known of one request: who asks, as the person calls themselves. */
export type Asked = { Variables: { who: string | null } }
