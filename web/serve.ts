import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { filesOf } from '../store/archive/archive-folder.ts'
import type { Store } from '../store/query.ts'
import { createApp } from './app.tsx'
import { openInbox } from './inbox/inbox.ts'
import { watchFolders } from './inbox/watch-folders.ts'

export type ServeOptions = {
  /** 0 lets the system choose. */
  port: number
  host: string
  /** Names under which the server may be asked for, beside its own address. */
  allowedHosts: string[]
  token: string | null
  /** The folder in which uploaded files are kept. */
  uploads: string
  /** Folders whose files are taken in by themselves. */
  watch: string[]
  now: () => string
  log: (line: string) => void
}

/** A server that runs. `close` waits for the files that were handed in; those of watched folders are found again. */
export type Running = { url: string; close: () => Promise<void> }

/** Milliseconds between two looks at watched folders; a file that stays as it is from one to the next is read. */
const lookEvery = 3000

const loopback = new Set(['localhost', '127.0.0.1', '::1'])

/** Whether only this machine can reach an address. */
export const isLoopback = (host: string): boolean => loopback.has(host)

/** An address that stands for all of a machine's: it is no name that anybody asks for. */
const isWildcard = (host: string): boolean => host === '0.0.0.0' || host === '::'

const inAddress = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/**
 * Starts the web application over an open database.
 * @throws Error when it would be open to other machines without a token, or the address cannot be listened on
 */
export async function startServer(store: Store, options: ServeOptions): Promise<Running> {
  const { host, port, token, now, log } = options
  if (!isLoopback(host) && token === null)
    throw new Error(`${host} can be reached from other machines: name a token file`)
  const uploads = resolve(options.uploads)
  const inbox = openInbox({ store, folder: uploads, now, log })
  const watch = watchFolders(options.watch, { inbox, except: [uploads, ...filesOf(store.name)], log })
  const names = [...(isLoopback(host) ? loopback : isWildcard(host) ? [] : [host]), ...options.allowedHosts]
  const hosts: string[] = []
  const app = createApp({ store, inbox, watched: watch.folders, uploads, hosts, token, now, log })
  const server = await listen(app.fetch, host, port)
  const actual = (server.address() as AddressInfo).port
  hosts.push(...names.map((name) => `${inAddress(name.toLowerCase())}:${actual}`))
  // a name given with its port, or one behind a proxy at the usual ports, stands as it is
  hosts.push(...options.allowedHosts.map((name) => name.toLowerCase()))
  if (options.watch.length > 0) watch.start(lookEvery)
  return {
    url: `http://${inAddress(isWildcard(host) ? (options.allowedHosts[0] ?? 'localhost') : host)}:${actual}/`,
    close: async () => {
      await watch.stop()
      await inbox.stop()
      await new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
    },
  }
}

type Fetch = Parameters<typeof serve>[0]['fetch']

function listen(fetch: Fetch, hostname: string, port: number): Promise<Server> {
  return new Promise((done, failed) => {
    const server = serve({ fetch, hostname, port }, () => done(server)) as Server
    server.once('error', failed)
  })
}
