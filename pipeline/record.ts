import type { ExtractedLetter } from '../schemas/letter.ts'
import { sourcePages } from '../schemas/source-position.ts'
import type { StoredFile } from '../schemas/stored-letter.ts'
import { type KeptOriginals, recordOriginals } from '../store/archive/originals.ts'
import { doubtAbout, doubtIn } from '../store/copy-quality.ts'
import { type Candidate, findCopy, findSame, lettersOfFiles } from '../store/find-same-letter.ts'
import { forgetLetter, isDecided, leaveLetter } from '../store/forget-letter.ts'
import type { PackedPage } from '../store/page-words.ts'
import { inTransaction, type Store } from '../store/query.ts'
import { fileState, insertFile, otherContentAt, supersedeFile, updateFile } from '../store/save-file.ts'
import { addSource, insertLetter, replaceLetter, takeSources } from '../store/save-letter.ts'
import { bodyFigures } from './body-figures.ts'
import { compareSources } from './compare-sources.ts'

/** A file that was read, with the letters found in it, and what was put into the archive of it. */
export type FileFindings = {
  file: StoredFile
  pages: PackedPage[]
  letters: ExtractedLetter[]
  originals?: KeptOriginals
}

/**
 * What the ingest of a file changed. `known`: nothing. `replaced`: another content of the same path was recorded, and
 * this one took its place. `ids`: of each letter found, in order; the same id twice when it stands in the file twice.
 * `differing`: how copies of these letters differ, by the letter's id.
 */
export type Recorded = {
  outcome: 'stored' | 'known' | 'replaced' | 'extracted-again'
  ids: string[]
  differing: Map<string, string>
}

/** How alike the only letter of a file and the only one that lay there before are, to be that letter corrected. */
const sameCorrected = 0.5

/**
 * Records a file, its letters and what was found in them, all of it or nothing. A file that was recorded by the same
 * version of the rules stays as it is. A letter that is known from another file gets this one as a further source.
 * When other content was recorded under the file's path, the letters of that content are replaced by these.
 * @param at the time of the ingest, ISO 8601
 */
export function recordFile(store: Store, findings: FileFindings, version: string, at: string): Recorded {
  const { file, pages } = findings
  return inTransaction(store, () => {
    // Asked again under the write lock: another process may have recorded the file while this one read it.
    if (isRecorded(store, file.sha256, file.path, version))
      return { outcome: 'known', ids: [], differing: new Map() }
    const recorded = fileState(store, file.sha256)
    const replaced = otherContentAt(store, file.path, file.sha256)
    if (recorded === null) insertFile(store, file, pages, version, at)
    else updateFile(store, file, pages, version)
    if (findings.originals) recordOriginals(store, findings.originals)
    for (const old of replaced) supersedeFile(store, old)
    const ids = recordLetters(store, findings, replaced)
    const again = recorded !== null && !recorded.superseded
    const outcome = replaced.length > 0 ? 'replaced' : again ? 'extracted-again' : 'stored'
    return { outcome, ids, differing: differing(store, ids) }
  })
}

/** Whether a file is recorded by this version of the rules, and nothing else under its path. */
export function isRecorded(store: Store, sha256: string, path: string, version: string): boolean {
  const state = fileState(store, sha256)
  if (state === null || state.superseded || state.version !== version) return false
  return otherContentAt(store, path, sha256).length === 0
}

function recordLetters(
  store: Store,
  { file: { sha256 }, pages, letters }: FileFindings,
  replaced: string[],
): string[] {
  const files = [sha256, ...replaced]
  const before = lettersOfFiles(store, files)
  const sources = files.flatMap((file) => takeSources(store, file))
  const kept = new Set<string>()
  const leastAlike =
    replaced.length > 0 && before.length === 1 && letters.length === 1 ? sameCorrected : undefined
  const ids = letters.map((letter, position) => {
    const id = recordLetter(store, files, { ...letter, pages }, before, kept, leastAlike)
    kept.add(id)
    addSource(store, id, sha256, position, letter, bodyFigures(letter.text))
    return id
  })
  for (const letter of before.filter(({ id }) => !kept.has(id))) {
    const freed = sources.filter((source) => source.letter_id === letter.id)
    if (letter.sha256 === sha256) forgetLetter(store, letter.id, freed, letters.length)
    else if (replaced.includes(letter.sha256)) leaveLetter(store, letter.id, freed)
    else compareSources(store, letter.id)
  }
  return ids
}

/**
 * Records a letter under the id it had before, under that of its copy in another file, or as a new one.
 * @param files the file, and those whose place it took
 */
function recordLetter(
  store: Store,
  files: string[],
  { pages, ...letter }: ExtractedLetter & Pick<FileFindings, 'pages'>,
  before: Candidate[],
  kept: Set<string>,
  leastAlike?: number,
): string {
  const [sha256 = ''] = files
  const free = before.filter((candidate) => !kept.has(candidate.id))
  const own = findSame(letter.text, free, leastAlike)
  // The letter's text is that of the file in which it was found first; a further file only replaces it when it is better.
  if (own && (files.includes(own.sha256) || fileState(store, own.sha256)?.superseded))
    replaceLetter(store, own.id, sha256, letter)
  if (own) return own.id
  const same = findCopy(store, letter)
  if (!same) return insertLetter(store, sha256, letter)
  const better =
    doubtAbout(store, same.id) - doubtIn(pages, sourcePages(letter.text.segments)) ||
    Number(letter.facts.date !== null) - Number(same.date !== null)
  if (better > 0 && !isDecided(store, same.id)) replaceLetter(store, same.id, sha256, letter)
  return same.id
}

/** How the copies of letters differ from each other, of those that do. */
function differing(store: Store, ids: string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const id of new Set(ids)) {
    const words = compareSources(store, id)
    if (words !== null) found.set(id, words)
  }
  return found
}
