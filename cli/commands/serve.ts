import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { databasePath, withStore } from '../database-option.ts'
import { plain, say } from '../output.ts'
import { UsageError } from '../usage-error.ts'

type Options = { port: string; host: string; tokenFile?: string; allowHost: string[]; watch: string[] }

const defaultPort = '8321'
const shortestToken = 12
const collect = (one: string, before: string[]): string[] => [...before, one]

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('the web application, for this machine only unless --host says otherwise')
    .option('--port <n>', 'the port; 0 lets the system choose', defaultPort)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--token-file <file>', 'a file with the word that opens the application')
    .option(
      '--allow-host <name>',
      'a name under which other machines ask for it; may be repeated',
      collect,
      [] as string[],
    )
    .option(
      '--watch <folder>',
      'takes in what lies in a folder and what comes to lie there; may be repeated',
      collect,
      [] as string[],
    )
    .action(serve)
}

async function serve(options: Options, command: Command): Promise<void> {
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`--port ${options.port}: not a port; use a number from 0 to 65535`)
  const token = options.tokenFile === undefined ? null : readToken(options.tokenFile)
  const { isLoopback, startServer } = await import('../../web/serve.ts')
  const { host, allowHost: allowedHosts } = options
  if (!isLoopback(host) && token === null)
    throw new UsageError(
      `--host ${host}: other machines could reach it; name a --token-file, or leave out --host`,
    )
  const { unwatchable } = await import('../../web/inbox/watch-folders.ts')
  for (const folder of options.watch) checkWatched(folder, unwatchable(folder))
  await withStore(command, async (store) => {
    const running = await startServer(store, {
      port,
      host,
      allowedHosts,
      token,
      uploads: `${databasePath(command)}-indbakke`,
      watch: options.watch.map((folder) => resolve(folder)),
      now: () => new Date().toISOString(),
      log: (line) => say(`${new Date().toISOString()} ${plain(line)}`),
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.syscall === 'listen' ? new UsageError(unavailable(host, port, error.code)) : error
    })
    say(`Opfølg: ${running.url} (Ctrl-C ends it)`)
    await new Promise<void>((stop) => {
      process.once('SIGINT', () => stop())
      process.once('SIGTERM', () => stop())
    })
    await running.close()
  })
}

function checkWatched(folder: string, code: string | null): void {
  if (code === null) return
  const trouble =
    code === 'ENOENT' ? 'no such folder' : code === 'ENOTDIR' ? 'not a folder' : `cannot be read (${code})`
  throw new UsageError(`--watch ${folder}: ${trouble}`)
}

function unavailable(host: string, port: number, code: string | undefined): string {
  if (code === 'EADDRINUSE') return `--port ${port}: in use by another program; name another port`
  if (code === 'EACCES') return `--port ${port}: not allowed; name one above 1023`
  return `--host ${host}: cannot be listened on (${code}); name an address of this machine`
}

function readToken(file: string): string {
  let token: string
  try {
    token = readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new UsageError(`--token-file ${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  if ([...token].length < shortestToken)
    throw new UsageError(`--token-file ${file}: the word in it is shorter than ${shortestToken} characters`)
  return token
}
