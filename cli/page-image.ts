import { writeFileSync } from 'node:fs'
import { drawPage, type Marks } from '../pipeline/draw-page.ts'
import { findOriginal } from '../pipeline/find-original.ts'
import { UnreadableFile } from '../pipeline/read/unreadable-file.ts'
import type { Span } from '../schemas/span.ts'
import { originalOf } from '../store/archive/originals.ts'
import { readCommitment } from '../store/decide.ts'
import type { Store } from '../store/query.ts'
import { readLetters } from '../store/read-letters.ts'
import { readPlaces } from '../store/read-places.ts'
import { plain, say } from './output.ts'
import { UsageError } from './usage-error.ts'

export type PageImageOptions = { pageImage: string; page?: string; passwords: string[] }

/**
 * Writes a picture of a page with what was found on it marked: of a letter all its commitments, times and signers, of a
 * commitment its words and times.
 */
export async function writePageImage(
  store: Store,
  { record, id }: { record: 'letter' | 'commitment'; id: string },
  { pageImage, page, passwords }: PageImageOptions,
): Promise<void> {
  const commitment = record === 'commitment' ? readCommitment(store, id) : null
  const letter = readLetters(store, [commitment?.letterId ?? id])[0]
  const source = letter?.sources[0]
  if (!letter || !source) throw new Error(`${record} ${id} has no file`)
  const number = page === undefined ? (commitment?.page ?? source.pages[0] ?? 1) : Number(page)
  if (!source.pages.includes(number))
    throw new UsageError(
      `--page ${page}: the letter lies on page ${source.pages.join(', ')} of ${source.file}`,
    )
  const placesOf = readPlaces(store, letter.id)
  const boxesOf = (spans: (Span | null)[]) =>
    spans
      .flatMap((span) => (span ? placesOf(span) : []))
      .flatMap((place) => (place.page === number ? place.boxes : []))
  const commitments = commitment ? [commitment] : letter.commitments
  const signers = commitment ? [] : letter.facts.signatories
  const marks: Marks[] = [
    { label: 'tilsagn', colour: '#ffef9f', boxes: boxesOf(commitments.map(({ span }) => span)) },
    {
      label: 'tidspunkt',
      colour: '#ffb347',
      boxes: boxesOf(commitments.flatMap(({ times }) => times.map(({ span }) => span))),
    },
    { label: 'underskriver', colour: '#a8e6a1', boxes: boxesOf(signers.map(({ span }) => span)) },
  ]
  try {
    const kept = originalOf(store, source.sha256)
    const original = await findOriginal(kept ?? source.path, source.sha256)
    writeFileSync(pageImage, await drawPage(original, number, marks, passwords))
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new UsageError(`${plain(source.path)}: cannot be drawn: ${error.reason}; ${error.advice}`)
    const { code, syscall } = error as NodeJS.ErrnoException
    if (syscall !== 'open' && syscall !== 'write') throw error
    throw new UsageError(`${pageImage}: cannot be written (${code}); name another file`)
  }
  say(`${pageImage}: page ${number} of ${plain(source.file)}`)
}
