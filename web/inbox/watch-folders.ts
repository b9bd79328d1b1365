import { readdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { findFiles } from '../../pipeline/find-files.ts'
import type { Inbox } from './inbox.ts'

/** A folder whose files are taken in by themselves. `trouble`: what in it cannot be opened, with the system's code. */
export type WatchedFolder = { folder: string; files: number; trouble: { path: string; code: string }[] }

export type WatchOptions = {
  inbox: Inbox
  /** Files and folders that are passed over: the program's own. */
  except: string[]
  log: (line: string) => void
}

/** Folders that are being watched. Nothing in them is moved, changed or deleted. */
export type Watch = {
  folders: () => WatchedFolder[]
  /** Looks once, and hands in what has settled: what is as large and as old as at the look before. */
  look: () => Promise<void>
  /** Looks again and again, so long after each look, until it is stopped; `stop` waits for a look under way. */
  start: (milliseconds: number) => void
  stop: () => Promise<void>
}

/** Why a folder cannot be watched: the system's code; null when it can. */
export function unwatchable(folder: string): string | null {
  try {
    readdirSync(folder)
    return null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

/** A file as it was seen: `mark` is its size and time, `handed` whether it was handed in like this. */
type Seen = { mark: string; handed: boolean }

/**
 * Watches folders by looking at them, which works on network drives too. A file that is still being copied changes
 * between two looks and waits; one that changes later is handed in again.
 */
export function watchFolders(folders: string[], { inbox, except, log }: WatchOptions): Watch {
  const watched = folders.map((folder): WatchedFolder => ({ folder, files: 0, trouble: [] }))
  const seen = new Map<string, Map<string, Seen>>(folders.map((folder) => [folder, new Map()]))
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function lookInto(of: WatchedFolder): Promise<void> {
    const { folder } = of
    const found = await findFiles([folder], except)
    const missing = found.missing.map((path) => ({ path, code: 'ENOENT' }))
    tell(of, [...missing, ...found.unreachable])
    if (of.trouble.some(({ path }) => path === folder)) return
    of.files = found.files.length
    const before = seen.get(folder)
    const now = new Map<string, Seen>()
    const settled: { name: string; path: string; bytes: number }[] = []
    for (const path of found.files) {
      // what is gone since the folder was listed is no file any more
      const state = await stat(path).catch(() => null)
      if (!state?.isFile() || state.size === 0) continue
      const mark = `${state.size} ${state.mtimeMs}`
      const known = before?.get(path)
      const isSettled = known?.mark === mark
      if (isSettled && !known.handed) settled.push({ name: relative(folder, path), path, bytes: state.size })
      now.set(path, { mark, handed: isSettled })
    }
    seen.set(folder, now)
    if (settled.length > 0) inbox.add(settled, folder, true)
  }

  /** What is in the way is logged when it appears, not at each look. */
  function tell(of: WatchedFolder, trouble: WatchedFolder['trouble']): void {
    for (const { path, code } of trouble)
      if (!of.trouble.some((before) => before.path === path && before.code === code))
        log(`watched folder: ${JSON.stringify(path)} cannot be opened (${code})`)
    of.trouble = trouble
  }

  async function lookAtAll(): Promise<void> {
    for (const of of watched)
      await lookInto(of).catch((error: Error) => log(`watched folder: ${error.stack}`))
  }
  const look = (): Promise<void> => {
    looking = looking.then(lookAtAll)
    return looking
  }

  return {
    folders: () => watched,
    look,
    start(milliseconds) {
      const again = () =>
        void look().then(() => {
          if (!stopped) timer = setTimeout(again, milliseconds)
        })
      again()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      return looking
    },
  }
}
