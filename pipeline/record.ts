import type { ExtractedLetter } from '../schemas/letter.ts'
import type { Page } from '../schemas/page.ts'
import type { StoredFile } from '../schemas/stored-letter.ts'
import { type Candidate, findSame, lettersLike, lettersOfFile } from '../store/find-same-letter.ts'
import { forgetLetter } from '../store/forget-letter.ts'
import { inTransaction, type Store } from '../store/query.ts'
import { fileVersion, insertFile, updateFile } from '../store/save-file.ts'
import { addSource, insertLetter, replaceLetter, takeSources } from '../store/save-letter.ts'

/** A file that was read, with the letters found in it. */
export type FileFindings = { file: StoredFile; pages: Page[]; letters: ExtractedLetter[] }

/** What the ingest of a file changed: `known` means nothing. */
export type Recorded = 'stored' | 'known' | 'extracted-again'

/**
 * Records a file, its letters and what was found in them, all of it or nothing. A file that was recorded by the same
 * version of the rules stays as it is. A letter that is known from another file gets this one as a further source.
 * @param at the time of the ingest, ISO 8601
 */
export function recordFile(store: Store, findings: FileFindings, version: string, at: string): Recorded {
  const { file, pages, letters } = findings
  return inTransaction(store, () => {
    // Asked again under the write lock: another process may have recorded the file while this one read it.
    const recorded = fileVersion(store, file.sha256)
    if (recorded === version) return 'known'
    if (recorded === null) insertFile(store, file, pages, version, at)
    else updateFile(store, file, pages, version)
    recordLetters(store, file.sha256, letters)
    return recorded === null ? 'stored' : 'extracted-again'
  })
}

function recordLetters(store: Store, sha256: string, letters: ExtractedLetter[]): void {
  const before = lettersOfFile(store, sha256)
  const sources = takeSources(store, sha256)
  const kept = new Set<string>()
  letters.forEach((letter, position) => {
    const id = recordLetter(store, sha256, letter, before, kept)
    kept.add(id)
    addSource(store, id, sha256, position, letter)
  })
  for (const { id } of before.filter((letter) => letter.sha256 === sha256 && !kept.has(letter.id))) {
    const freed = sources.filter((source) => source.letter_id === id)
    forgetLetter(store, id, freed, letters.length)
  }
}

/** Records a letter under the id it had before, under that of its copy in another file, or as a new one. */
function recordLetter(
  store: Store,
  sha256: string,
  letter: ExtractedLetter,
  before: Candidate[],
  kept: Set<string>,
): string {
  const own = findSame(
    letter.text,
    before.filter((candidate) => !kept.has(candidate.id)),
  )
  // The letter's text is that of the file in which it was found first; a further file does not replace it.
  if (own?.sha256 === sha256) replaceLetter(store, own.id, letter)
  if (own) return own.id
  const same = findSame(letter.text, lettersLike(store, letter.facts))
  return same?.id ?? insertLetter(store, sha256, letter)
}
