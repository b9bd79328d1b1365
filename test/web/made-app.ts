import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../data/load.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/query.ts'
import { createApp } from '../../web/app.tsx'
import { type Inbox, openInbox } from '../../web/inbox/inbox.ts'
import { ingestHere } from '../ingest-here.ts'

export const now = '2018-12-03T09:00:00.000Z'
export const host = 'localhost:8321'

export type MadeApp = {
  store: Store
  inbox: Inbox
  log: string[]
  /** The folder in which the database and what was uploaded lie. */
  folder: string
  /** Asks for a path as a browser on this machine would. */
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** Sends a form as one of our own pages would. */
  post: (
    path: string,
    fields: Record<string, string> | FormData,
    headers?: Record<string, string>,
  ) => Promise<Response>
  close: () => void
}

/** The application over a database in a folder of its own, with these of the sample letters. */
export async function madeApp(letters: string[] = [], token: string | null = null): Promise<MadeApp> {
  const folder = mkdtempSync(join(tmpdir(), 'opfolg-web-'))
  const store = openStore(join(folder, 'a.db'))
  const paths = letters.map((name) => join(packageRoot, name))
  if (paths.length > 0) await ingestHere(store, paths, now)
  const log: string[] = []
  const common = { store, now: () => now, log: (line: string) => void log.push(line) }
  const uploads = join(folder, 'uploads')
  const inbox = openInbox({ ...common, folder: uploads })
  const app = createApp({ ...common, inbox, watched: () => [], uploads, hosts: [host], token })
  const ask = async (path: string, init: RequestInit) => app.request(`http://${host}${path}`, init)
  return {
    store,
    inbox,
    log,
    folder,
    get: (path, headers = {}) => ask(path, { headers: { host, cookie: 'opfolg_navn=Maja', ...headers } }),
    post: (path, fields, headers = {}) => {
      const body = fields instanceof FormData ? fields : formData(fields)
      const own = { host, origin: `http://${host}`, cookie: 'opfolg_navn=Maja' }
      return ask(path, { method: 'POST', body, headers: { ...own, ...headers } })
    },
    close: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function formData(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

/** A form with files to hand in. */
export function upload(files: [name: string, content: Uint8Array | string][]): FormData {
  const form = new FormData()
  for (const [name, content] of files)
    form.append('filer', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  return form
}
