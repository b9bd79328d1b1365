import { randomUUID } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { placeOf, unfinishedFolder } from './archive-folder.ts'
import { explainArchive } from './unusable-archive.ts'

/** A file to keep as it came: its bytes, their SHA-256 in hex, and the extension of its kind, without a dot. */
export type Original = { sha256: string; extension: string; bytes: Uint8Array }
export type KeptOriginal = Omit<Original, 'bytes'>

/** After this many milliseconds no ingest is still writing a copy: what is left of it was interrupted. */
const abandoned = 24 * 60 * 60 * 1000

/**
 * Makes an archive folder ready for an ingest, and clears away what interrupted ones left half-written.
 * @throws UnusableArchive when nothing can be written there
 */
export function prepareArchive(folder: string): void {
  const unfinished = join(folder, unfinishedFolder)
  try {
    mkdirSync(unfinished, { recursive: true })
    for (const place of [folder, unfinished]) accessSync(place, constants.W_OK | constants.X_OK)
    for (const name of readdirSync(unfinished)) {
      const left = statSync(join(unfinished, name), { throwIfNoEntry: false })
      if (left && Date.now() - left.mtimeMs > abandoned) rmSync(join(unfinished, name), { force: true })
    }
  } catch (error) {
    throw explainArchive(error, folder)
  }
}

/**
 * Keeps a file in an archive folder, once. It gets its name when it is whole and on the disk, so that neither a kill nor
 * a power cut leaves a part of one there, and it is read-only from then on. Two processes may keep the same file at
 * once. A copy whose length is wrong is replaced; one that came under another name before is enough.
 * @throws UnusableArchive when nothing can be written there; Error when the disk is full
 */
export function keepOriginal(folder: string, { sha256, extension: wanted, bytes }: Original): KeptOriginal {
  const unfinished = join(folder, unfinishedFolder, `${sha256}-${randomUUID()}`)
  try {
    const extension = extensionThere(folder, sha256) ?? wanted
    const path = join(folder, placeOf({ sha256, extension }))
    if (statSync(path, { throwIfNoEntry: false })?.size === bytes.length) return { sha256, extension }
    mkdirSync(dirname(unfinished), { recursive: true })
    const created = mkdirSync(dirname(path), { recursive: true })
    writeFileSync(unfinished, bytes, { flag: 'wx', mode: 0o444, flush: true })
    renameSync(unfinished, path)
    syncFolder(dirname(path))
    if (created !== undefined) syncFolder(folder)
    return { sha256, extension }
  } catch (error) {
    removeQuietly(unfinished)
    throw explainArchive(error, folder)
  }
}

/** The extension under which content is kept already, say of a file that came under another name. */
function extensionThere(folder: string, sha256: string): string | null {
  const place = dirname(join(folder, placeOf({ sha256, extension: '' })))
  const names = existsSync(place) ? readdirSync(place) : []
  const name = names.find((one) => one.startsWith(`${sha256}.`))
  return name === undefined ? null : name.slice(sha256.length + 1)
}

/** Has the names in a folder written to the disk. Windows does so by itself, and opens no folder. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Removes what was not finished; where that fails too, the first failure is the one to tell of. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // the next ingest clears it away
  }
}
