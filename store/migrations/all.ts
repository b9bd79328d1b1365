import { letters } from './001-letters.ts'
import { changedFiles } from './002-changed-files.ts'
import { pageWords } from './003-page-words.ts'
import { scans } from './004-scans.ts'
import { originals } from './005-originals.ts'
import { figures } from './006-figures.ts'
import { cases } from './007-cases.ts'
import { lettersOut } from './008-letters-out.ts'
import { web } from './009-web.ts'
import { letterChanges } from './010-letter-changes.ts'

/** Migrations in order: the one at index n makes version n + 1. One that was released is never changed. */
export const migrations: readonly string[] = [
  letters,
  changedFiles,
  pageWords,
  scans,
  originals,
  figures,
  cases,
  lettersOut,
  web,
  letterChanges,
]
