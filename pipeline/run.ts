import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { extractLetter } from '../extractors/extract-letter.ts'
import { splitLetters } from '../extractors/split/split-letters.ts'
import { structureLetter } from '../extractors/structure/structure-letter.ts'
import type { ExtractedLetter } from '../schemas/letter.ts'
import type { LetterLines, Page, ReadFile } from '../schemas/page.ts'
import type { Store } from '../store/query.ts'
import { isLetter } from './is-letter.ts'
import { linkLetters } from './link-letters.ts'
import { readLetterFile } from './read/read-file.ts'
import { scanIssues } from './read/scan/scan-issues.ts'
import { UnreadableFile } from './read/unreadable-file.ts'
import { isRecorded, type Recorded, recordFile } from './record.ts'
import { rulesVersion } from './rules-version.ts'

/** What became of one file. `reason` and `advice` are for a person. */
export type FileOutcome =
  | ({ path: string; letters: ExtractedLetter[]; notes: string[] } & Recorded)
  | { path: string; outcome: 'unreadable'; reason: string; advice: string }

export type IngestOptions = {
  /** The time of the ingest, ISO 8601. */
  at: string
  /** Called after each file, in order. */
  onFile: (outcome: FileOutcome) => void
  /** Stops after the file that is being read. */
  signal?: AbortSignal
}

/** Ingests files one after the other, then links the ministry's answers to the statements they answer. */
export async function ingestFiles(store: Store, files: string[], options: IngestOptions): Promise<void> {
  const version = rulesVersion()
  for (const path of files) {
    if (options.signal?.aborted) break
    options.onFile(await ingestFile(store, path, version, options.at))
    // Lets signals in: reading and recording a text file never waits for anything.
    await setImmediate()
  }
  linkLetters(store)
}

/** File → pages → letters → findings → records. */
async function ingestFile(store: Store, path: string, version: string, at: string): Promise<FileOutcome> {
  try {
    const sha256 = await hashFile(path)
    if (isRecorded(store, sha256, resolve(path), version))
      return { path, outcome: 'known', ids: [], differing: new Map(), letters: [], notes: [] }
    const read = await readLetterFile(path)
    const { letters, notes } = findLetters(read)
    const name = basename(path)
    const { format, pages } = read
    const file = { sha256, name, path: resolve(path), format, pages: pages.length, notes }
    const recorded = recordFile(store, { file, pages, letters }, version, at)
    return { path, ...recorded, letters, notes }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { path, outcome: 'unreadable', reason: error.reason, advice: error.advice }
  }
}

/** The letters in a file with their findings. @throws UnreadableFile when there is none in it */
function findLetters(read: ReadFile): { letters: ExtractedLetter[]; notes: string[] } {
  const passages = splitLetters(read.pages).map((lines) => readPassage(lines, read.pages))
  const letters = passages.filter(isLetter)
  if (letters.length === 0)
    throw new UnreadableFile('no letter found in it', 'take out of the folder what is no letter')
  const others = passages.length - letters.length
  const left = others === 0 ? [] : [`${others} passage(s) without the marks of a letter left out`]
  return { letters, notes: [...read.notes, ...left] }
}

/** Structures and extracts one letter; a boundary in doubt and what was read unsurely are issues of it. */
function readPassage(lines: LetterLines, pages: Page[]): ExtractedLetter {
  const letter = extractLetter(structureLetter(lines.lines))
  const issues = [...letter.facts.issues, ...scanIssues(letter, pages)]
  if (lines.uncertain !== null)
    issues.push({ code: 'uncertain-boundary', message: lines.uncertain, span: null })
  return { ...letter, facts: { ...letter.facts, issues } }
}

/** The SHA-256 of a file's bytes, its identity. @throws UnreadableFile when it cannot be read */
async function hashFile(path: string): Promise<string> {
  try {
    // A pipe or a device would be waited for without end.
    if (!(await stat(path)).isFile()) throw new UnreadableFile('not a file', 'name a file or a folder')
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new UnreadableFile(`cannot be opened (${code})`, 'check its permissions')
  }
}
