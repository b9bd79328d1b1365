import type { Store } from '../query.ts'
import { checkArchive } from './check-archive.ts'
import { checkLetters, checkTables } from './check-database.ts'
import { type Finding, isRemark } from './finding.ts'

/** What a check of a database and its archive found. `checked`: how many of each, and the originals that are sound. */
export type Verified = {
  checked: { letters: number; commitments: number; originals: number }
  problems: Finding[]
  remarks: Finding[]
}

/**
 * Checks a database by itself and against its archive of originals; changes nothing. To be called on a connection that
 * was just opened: on an older one SQLite's check of the search index takes what others wrote meanwhile for damage.
 */
export function verifyStore(store: Store): Verified {
  const tables = checkTables(store)
  const { findings, letters, commitments } = checkLetters(store)
  const archive = checkArchive(store)
  const all = [...tables, ...findings, ...archive.findings]
  return {
    checked: { letters, commitments, originals: archive.sound },
    problems: all.filter((finding) => !isRemark(finding)),
    remarks: all.filter(isRemark),
  }
}
