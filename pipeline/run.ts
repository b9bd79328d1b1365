import { availableParallelism } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { deserialize } from 'node:v8'
import type { ExtractedLetter } from '../schemas/letter.ts'
import { archiveFolder } from '../store/archive/archive-folder.ts'
import { isKept, prepareOriginals, recordOriginals } from '../store/archive/originals.ts'
import { inTransaction, type Store } from '../store/query.ts'
import { readAgain as readAnew, readStoredFile, readUnreadScans } from '../store/save-file.ts'
import { linkLetters } from './link-letters.ts'
import { defaultLimits, mayBeRead, type ReadLimits } from './read/limits.ts'
import type { FileReading, Findings, Knowledge } from './readers/messages.ts'
import { type ReadAhead, readFiles } from './readers/read-ahead.ts'
import { isRecorded, type Recorded, recordFile } from './record.ts'
import { rulesVersion } from './rules-version.ts'

/**
 * What became of one file; of one in a mail or ZIP, `path` leads on to it from that of the mail or ZIP. `reason` and
 * `advice` are for a person.
 */
export type FileOutcome =
  | ({ path: string; letters: ExtractedLetter[]; notes: string[] } & Recorded)
  | { path: string; outcome: 'unreadable'; reason: string; advice: string }

export type IngestOptions = {
  /** The time of the ingest, ISO 8601. */
  at: string
  /** Called after each file, in order; a mail or ZIP has as many as there are files in it. */
  onFile: (outcome: FileOutcome) => void
  /** Called for a mail that is no letter itself, with remarks on what of it was left out. */
  onLeftOut?: (path: string, notes: string[]) => void
  /** Called after each of the files that were named. */
  onDone?: () => void
  /** Stops after the file that is being recorded; those that are being read are dropped. */
  signal?: AbortSignal
  limits?: ReadLimits
  /** Tried on encrypted PDFs. */
  passwords?: string[]
  /** How many files are read at once; as many as there are cores when not given. */
  jobs?: number
}

/** What one ingest works with. */
type Ingest = { store: Store; version: string; reading: ReadAhead } & Pick<IngestOptions, 'at' | 'onLeftOut'>

/**
 * Ingests files, then links the ministry's answers to the statements they answer. Files are read several at once, in
 * processes of their own, and recorded one after the other in the order given, so that the same files give the same
 * records on any machine.
 */
export async function ingestFiles(store: Store, files: string[], options: IngestOptions): Promise<void> {
  const { onFile, onDone, signal } = options
  const version = rulesVersion()
  prepareOriginals(store)
  const limits = options.limits ?? defaultLimits
  const stateOf = (path: string, sha256: string, outer: string | null): Knowledge => {
    // pages that met a limit may be read under a higher one
    if (readUnreadScans(store, sha256).some((scan) => mayBeRead(scan, limits))) readAnew(store, sha256)
    if (!isRecorded(store, sha256, resolve(path), version)) return 'new'
    return isKept(store, sha256, outer) ? 'known' : 'unkept'
  }
  const reading: ReadAhead = {
    jobs: options.jobs ?? availableParallelism(),
    limits,
    passwords: options.passwords ?? [],
    archive: archiveFolder(store),
    // what is attached to a mail is looked at each time
    stateOf: (path, sha256) =>
      readStoredFile(store, sha256)?.format === 'mail' ? 'new' : stateOf(path, sha256, null),
    stateInside: (path, { inner, sha256, outer }) => stateOf(join(path, ...inner), sha256, outer),
    ...(signal && { signal }),
  }
  const ingest = { ...options, store, version, reading }
  for await (const { path, readings } of readFiles(files, reading)) {
    for await (const reading of readings) {
      const outcome = await ingestReading(ingest, path, reading)
      if (outcome) onFile(outcome)
      if (signal?.aborted) break
    }
    if (signal?.aborted) break
    onDone?.()
  }
  linkLetters(store)
}

/** Records what was read of a file. @returns null for a mail that is no letter but carries some */
async function ingestReading(
  ingest: Ingest,
  outer: string,
  reading: FileReading,
): Promise<FileOutcome | null> {
  const path = join(outer, ...reading.inner)
  if ('refused' in reading) return { path, outcome: 'unreadable', ...reading.refused }
  const { store, version, at } = ingest
  const { inner, sha256 } = reading
  if ('known' in reading) {
    const { originals } = reading
    if (originals) inTransaction(store, () => recordOriginals(store, originals))
    if (isRecorded(store, sha256, resolve(path), version))
      return { path, outcome: 'known', ids: [], differing: new Map(), letters: [], notes: [] }
    const again = await readAgain(ingest, outer, reading)
    return again && ingestReading(ingest, outer, again)
  }
  if ('leftOut' in reading) {
    if (reading.leftOut.length > 0) ingest.onLeftOut?.(path, reading.leftOut)
    return null
  }
  const { originals } = reading
  const { format, pages, letters, notes } = deserialize(reading.findings) as Findings
  const name = [basename(outer), ...inner].join('/')
  const file = { sha256, name, path: resolve(path), format, pages: pages.length, notes }
  const recorded = recordFile(store, { file, pages, letters, ...(originals && { originals }) }, version, at)
  // another process recorded it in the meantime, or it is a mail, which is opened each time
  if (recorded.outcome === 'known' && originals) inTransaction(store, () => recordOriginals(store, originals))
  return { path, ...recorded, letters, notes }
}

/**
 * Reads a file that was known when its turn was far off, and is no longer: one before it took its place. Another
 * content than the one that was known is passed over: the file just changed, and the next ingest reads it.
 */
async function readAgain(
  { reading }: Ingest,
  outer: string,
  { inner, sha256 }: { inner: string[]; sha256: string },
): Promise<FileReading | null> {
  const place = inner.join('/')
  const how: ReadAhead = {
    ...reading,
    jobs: 1,
    stateOf: () => 'new',
    stateInside: (_, found) => (found.inner.join('/') !== place || found.sha256 !== sha256 ? 'known' : 'new'),
  }
  let found: FileReading | null = null
  for await (const { readings } of readFiles([outer], how))
    for await (const one of readings) if (one.inner.join('/') === place && !('known' in one)) found ??= one
  return found
}
