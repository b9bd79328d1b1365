import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { defaultLimits } from './read/limits.ts'
import { type LetterFile, openLetterFiles } from './read/read-file.ts'
import { UnreadableFile } from './read/unreadable-file.ts'

export type Original = Extract<LetterFile, { bytes: Uint8Array }>

/**
 * Finds a recorded file again in the archive or where it lay, also inside a mail or ZIP.
 * @param path that of its copy in the archive, or as recorded: for a file in a mail or ZIP it leads on from that of the mail or ZIP
 * @throws UnreadableFile when nothing lies there any more, or other content does
 */
export async function findOriginal(path: string, sha256: string): Promise<Original> {
  const outer = await lastFile(path)
  if (outer === null)
    throw new UnreadableFile(
      'the file is not there any more',
      'put it back where it lay when it was ingested',
    )
  for await (const file of openLetterFiles(outer, defaultLimits))
    if ('bytes' in file && file.sha256 === sha256) return file
  throw new UnreadableFile('the file has other content now', 'ingest it again')
}

/** The file that a path leads to or through; null when there is none. */
async function lastFile(path: string): Promise<string | null> {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    // what does not exist, or lies in what is no folder, has no state
    const state = await stat(at).catch(() => null)
    if (state?.isFile()) return at
    if (state) return null
  }
  return null
}
