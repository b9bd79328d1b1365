import type { Dirent } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A place that could not be looked into: the system's code for the reason, or that it is a link to nothing. */
export type Unreachable = { path: string; code: string }

/** What lies under the paths named: files in a fixed order, each once, and what was left out. */
export type FoundFiles = {
  files: string[]
  /** Hidden and temporary files and folders. */
  skipped: string[]
  /** Named on the command line, but nothing is there. */
  missing: string[]
  unreachable: Unreachable[]
}

/** Hidden files, office lock files, editors' copies, and what Windows leaves in folders. */
const noLetter = /^\.|^~\$|~$|\.(?:tmp|temp|part|crdownload|bak|swp)$|^(?:thumbs\.db|desktop\.ini)$/i

/** Whether a name is one of those that no letter has; of a path with folders, also by a folder's name. */
export const isNoLetter = (path: string): boolean =>
  path.split('/').some((name) => noLetter.test(name) || name === '__MACOSX')

/**
 * Lists files; folders are searched to the bottom. A folder or file that is reached in several ways, also by links
 * in a circle, counts once. A file that is named itself is taken even if its name is that of a hidden file.
 * @param except files and folders that are passed over: the program's own
 */
export async function findFiles(paths: string[], except: string[] = []): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], skipped: [], missing: [], unreachable: [] }
  const seen = new Set<string>()
  for (const path of except) seen.add(await realpath(path).catch(() => path))
  for (const path of paths) await visit(path, true, found, seen)
  return found
}

async function visit(path: string, named: boolean, found: FoundFiles, seen: Set<string>): Promise<void> {
  let entries: Dirent[] | null
  try {
    const real = await realpath(path)
    if (seen.has(real)) return
    seen.add(real)
    entries = (await stat(path)).isDirectory() ? await readdir(path, { withFileTypes: true }) : null
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    if (code === 'ENOENT' && (await isLink(path))) found.unreachable.push({ path, code: 'broken link' })
    else if (named && (code === 'ENOENT' || code === 'ENOTDIR')) found.missing.push(path)
    else found.unreachable.push({ path, code })
    return
  }
  if (entries === null) {
    found.files.push(path)
    return
  }
  const names = entries.map((entry) => entry.name).sort((a, b) => (a < b ? -1 : 1))
  for (const name of names) {
    if (isNoLetter(name)) found.skipped.push(join(path, name))
    else await visit(join(path, name), false, found, seen)
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink()
  } catch {
    return false
  }
}
