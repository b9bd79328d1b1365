import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { packageRoot } from '../../data/load.ts'
import { findFiles } from '../../pipeline/find-files.ts'
import { type Export, exportLetter } from '../../schemas/export.ts'
import { openStore } from '../../store/open.ts'
import { readLetters } from '../../store/read-letters.ts'
import { readPlaces } from '../../store/read-places.ts'
import { ingestHere } from '../ingest-here.ts'

/** Where the letters of the shared annotations lie. */
export const letterFolders = ['data/letters', 'test/letters'].map((folder) => join(packageRoot, folder))

/** Ingests the letters of some folders into a database of their own and exports them. What cannot be read is said on stderr. */
export async function exportLetters(folders: string[]): Promise<Export> {
  const folder = mkdtempSync(join(tmpdir(), 'opfolg-score-'))
  const store = openStore(join(folder, 'score.db'))
  try {
    const { files } = await findFiles(folders)
    // scans of letters that are here as text have a score of their own (`npm run score:scans`)
    const texts = files.filter((path) => !basename(path).startsWith('scan-'))
    const unread = await ingestHere(store, texts, new Date().toISOString())
    for (const one of unread) console.error(`not read: ${one}`)
    return { letters: readLetters(store).map((letter) => exportLetter(letter, readPlaces(store, letter.id))) }
  } finally {
    store.close()
    rmSync(folder, { recursive: true })
  }
}
