import { basename, join, resolve } from 'node:path'
import { findLetters } from '../pipeline/find-letters.ts'
import { linkLetters } from '../pipeline/link-letters.ts'
import { defaultLimits } from '../pipeline/read/limits.ts'
import { openLetterFiles } from '../pipeline/read/read-file.ts'
import { UnreadableFile } from '../pipeline/read/unreadable-file.ts'
import { recordFile } from '../pipeline/record.ts'
import { rulesVersion } from '../pipeline/rules-version.ts'
import { archiveFolder } from '../store/archive/archive-folder.ts'
import { keepOriginal, prepareArchive } from '../store/archive/keep-original.ts'
import type { KeptOriginals } from '../store/archive/originals.ts'
import { packPage } from '../store/page-words.ts'
import type { Store } from '../store/query.ts'

/**
 * Ingests letter files as `ingestFiles` does, but reads them in this process: for tests of what comes after the
 * reading, which need not wait for readers to start.
 * @returns what was not read, each with the reason
 */
export async function ingestHere(store: Store, paths: string[], at: string): Promise<string[]> {
  const version = rulesVersion()
  const archive = archiveFolder(store)
  if (archive !== null) prepareArchive(archive)
  const unread: string[] = []
  for (const outer of paths)
    for await (const found of openLetterFiles(outer, defaultLimits)) {
      const path = join(outer, ...found.inner)
      try {
        if ('refused' in found) throw found.refused
        const { format, pages, notes } = await found.read()
        const { letters } = findLetters({ format, pages, notes })
        if (letters.length === 0) throw new UnreadableFile('no letter found in it', '')
        const [own, holding] = found.originals
        const originals: KeptOriginals = holding ? [own, holding] : [own]
        if (archive !== null)
          for (const original of found.originals) if (original) keepOriginal(archive, original)
        const name = [basename(outer), ...found.inner].join('/')
        const file = { sha256: found.sha256, name, path: resolve(path), format, pages: pages.length, notes }
        recordFile(store, { file, pages: pages.map(packPage), letters, originals }, version, at)
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error
        unread.push(`${path}: ${error.reason}`)
      }
    }
  linkLetters(store)
  return unread
}
