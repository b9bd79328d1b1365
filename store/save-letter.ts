import type { ExtractedLetter, Issue } from '../schemas/letter.ts'
import { sourcePages } from '../schemas/source-position.ts'
import { withDecisions } from './decided-facts.ts'
import { letterId } from './ids.ts'
import { all, builtOnce, first, insert, query, run, type Store } from './query.ts'
import { replaceCommitments } from './replace-commitments.ts'
import { letterColumns, saveFacts } from './save-facts.ts'
import type { IssueOrigin } from './tables.ts'

/** The columns of `letter` that come from the letter itself. */
function letterRow({ text, facts }: ExtractedLetter) {
  return {
    ...letterColumns(facts),
    text: text.text,
    blocks: JSON.stringify(text.blocks),
    segments: JSON.stringify(text.segments),
  }
}

/** Records a letter with its findings. @returns its id */
export function insertLetter(store: Store, sha256: string, letter: ExtractedLetter): string {
  const id = letterId(letter.facts, letter.text.text, (taken) => letterExists(store, taken))
  insert(store, 'letter', { id, sha256, ...letterRow(letter) })
  saveFindings(store, id, letter, null)
  return id
}

/** Replaces what was found in a letter, by its text in `sha256`; its id and a person's decisions on it stay. */
export function replaceLetter(store: Store, id: string, sha256: string, found: ExtractedLetter): void {
  const letter = { ...found, facts: withDecisions(store, id, found.facts) }
  const before = first(store, query.selectFrom('letter').select(['text', 'sha256']).where('id', '=', id))
  run(
    store,
    query
      .updateTable('letter')
      .set({ sha256, ...letterRow(letter) })
      .where('id', '=', id),
  )
  saveFindings(store, id, letter, before ? { text: before.text, otherFile: before.sha256 !== sha256 } : null)
}

function saveFindings(
  store: Store,
  id: string,
  letter: ExtractedLetter,
  before: Parameters<typeof replaceCommitments>[3],
): void {
  const { facts } = letter
  saveFacts(store, id, facts)
  saveIssues(store, id, 'letter', facts.issues)
  saveIssues(store, id, 'recording', [])
  replaceCommitments(store, id, letter, before)
}

const withoutIssues = builtOnce((letter: string, origin: IssueOrigin) =>
  query.deleteFrom('issue').where('letter_id', '=', letter).where('origin', '=', origin),
)

/** Replaces a letter's issues of one origin. */
export function saveIssues(store: Store, id: string, origin: IssueOrigin, issues: Issue[]): void {
  run(store, withoutIssues(id, origin))
  issues.forEach(({ code, message, span }, position) => {
    const place = { span_start: span?.start ?? null, span_end: span?.end ?? null }
    insert(store, 'issue', { letter_id: id, origin, position, code, message, ...place })
  })
}

/** Notes that a letter lies in a file, as the file's letter number `position` (from 0), with these figures. */
export function addSource(
  store: Store,
  id: string,
  sha256: string,
  position: number,
  letter: ExtractedLetter,
  figures: string[],
): void {
  const row = {
    sha256,
    position,
    letter_id: id,
    pages: JSON.stringify(sourcePages(letter.text.segments)),
    figures: JSON.stringify(figures),
  }
  insert(store, 'letter_source', row)
}

/** Forgets which letters lie in a file. @returns the rows that were there */
export function takeSources(store: Store, sha256: string) {
  const rows = all(store, sourcesIn(sha256))
  run(store, withoutSources(sha256))
  return rows
}

const sourcesIn = builtOnce((sha256: string) =>
  query.selectFrom('letter_source').selectAll().where('sha256', '=', sha256),
)
const withoutSources = builtOnce((sha256: string) =>
  query.deleteFrom('letter_source').where('sha256', '=', sha256),
)

/** Whether a letter with this id is recorded. */
export function letterExists(store: Store, id: string): boolean {
  return first(store, withId(id)) !== undefined
}

const withId = builtOnce((id: string) => query.selectFrom('letter').select('seq').where('id', '=', id))
