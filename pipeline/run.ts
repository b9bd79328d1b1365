import { basename, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { extractLetter } from '../extractors/extract-letter.ts'
import { splitLetters } from '../extractors/split/split-letters.ts'
import { structureLetter } from '../extractors/structure/structure-letter.ts'
import type { ExtractedLetter } from '../schemas/letter.ts'
import type { LetterLines, Page, ReadFile } from '../schemas/page.ts'
import { completeOriginals, keepOriginals, prepareOriginals } from '../store/archive/originals.ts'
import type { Store } from '../store/query.ts'
import { isLetter } from './is-letter.ts'
import { linkLetters } from './link-letters.ts'
import { defaultLimits, type ReadLimits } from './read/limits.ts'
import { type LetterFile, openLetterFiles } from './read/read-file.ts'
import { scanIssues } from './read/scan/scan-issues.ts'
import { UnreadableFile } from './read/unreadable-file.ts'
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
  /** Called after each of the files that were named. */
  onDone?: () => void
  /** Stops after the file that is being read. */
  signal?: AbortSignal
  limits?: ReadLimits
  /** Tried on encrypted PDFs. */
  passwords?: string[]
}

/** Ingests files one after the other, then links the ministry's answers to the statements they answer. */
export async function ingestFiles(store: Store, files: string[], options: IngestOptions): Promise<void> {
  const version = rulesVersion()
  prepareOriginals(store)
  for (const path of files) {
    for await (const file of openLetterFiles(path, options.limits ?? defaultLimits, options.passwords)) {
      if (options.signal?.aborted) break
      const outcome = await ingestFile(store, path, file, version, options.at)
      if (outcome) options.onFile(outcome)
      // Lets signals in: reading and recording a text file never waits for anything.
      await setImmediate()
    }
    if (options.signal?.aborted) break
    options.onDone?.()
  }
  linkLetters(store)
}

/** File → pages → letters → findings → records. @returns null for a mail that is no letter but carries some */
async function ingestFile(
  store: Store,
  outer: string,
  letterFile: LetterFile,
  version: string,
  at: string,
): Promise<FileOutcome | null> {
  const path = join(outer, ...letterFile.inner)
  try {
    if ('refused' in letterFile) throw letterFile.refused
    const { inner, sha256, originals, carries } = letterFile
    if (isRecorded(store, sha256, resolve(path), version)) {
      completeOriginals(store, originals)
      return { path, outcome: 'known', ids: [], differing: new Map(), letters: [], notes: [] }
    }
    const read = await letterFile.read()
    const { letters, notes } = findLetters(read)
    if (letters.length === 0 && carries) return null
    if (letters.length === 0) throw noLetter
    const name = [basename(outer), ...inner].join('/')
    const { format, pages } = read
    const file = { sha256, name, path: resolve(path), format, pages: pages.length, notes }
    // before the record: a kill in between leaves an original without a record, never a record without original
    keepOriginals(store, originals)
    const recorded = recordFile(store, { file, pages, letters, originals }, version, at)
    return { path, ...recorded, letters, notes }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { path, outcome: 'unreadable', reason: error.reason, advice: error.advice }
  }
}

const noLetter = new UnreadableFile('no letter found in it', 'take out of the folder what is no letter')

/** The letters in a file with their findings. */
function findLetters(read: ReadFile): { letters: ExtractedLetter[]; notes: string[] } {
  const passages = splitLetters(read.pages).map((lines) => readPassage(lines, read.pages))
  const letters = passages.filter(isLetter)
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
