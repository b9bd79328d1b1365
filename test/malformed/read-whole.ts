import { extractLetter } from '../../extractors/extract-letter.ts'
import { splitLetters } from '../../extractors/split/split-letters.ts'
import { structureLetter } from '../../extractors/structure/structure-letter.ts'
import { defaultLimits, type ReadLimits } from '../../pipeline/read/limits.ts'
import { openLetterFiles } from '../../pipeline/read/read-file.ts'
import { UnreadableFile } from '../../pipeline/read/unreadable-file.ts'

/** What came of a file or a file in it: the number of letters found, or why it was refused. */
export type Reading = { inner: string } & ({ letters: number; notes: string[] } | { refused: UnreadableFile })

/** Reads a file and all that is in it, from its bytes to the findings of its letters, as an ingest does. */
export async function readWhole(path: string, limits: Partial<ReadLimits> = {}): Promise<Reading[]> {
  const readings: Reading[] = []
  for await (const file of openLetterFiles(path, { ...defaultLimits, ...limits })) {
    const inner = file.inner.join(' > ')
    try {
      if ('refused' in file) throw file.refused
      const { pages, notes } = await file.read()
      const letters = splitLetters(pages).map(({ lines }) => extractLetter(structureLetter(lines)))
      readings.push({ inner, letters: letters.length, notes })
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      readings.push({ inner, refused: error })
    }
  }
  return readings
}
