import type { Issue } from '../schemas/letter.ts'
import { all, first, insert, query, run, type Store } from './query.ts'
import { decidedCommitments } from './replace-commitments.ts'
import { readAgain } from './save-file.ts'
import { saveIssues } from './save-letter.ts'
import type { LetterSourceTable } from './tables.ts'

/** Danish, as all issues. */
const notFoundAgain: Issue = {
  code: 'letter-not-found-again',
  message:
    'Brevet blev ikke genfundet i filen, da den blev læst igen med nyere regler. Se efter, om det er delt rigtigt.',
  span: null,
}

/**
 * Removes a letter that better rules no longer find in its file. It stays, with an issue and without its proposed
 * commitments, when a person decided something about it or when it lies in another file too.
 * @param sources where it lay in the file
 * @param after how many letters are found in the file now: the kept letter stands after them
 */
export function forgetLetter(store: Store, id: string, sources: LetterSourceTable[], after: number): void {
  if (!isDecided(store, id) && !liesInAFile(store, id)) {
    run(store, query.deleteFrom('letter').where('id', '=', id))
    return
  }
  run(store, query.deleteFrom('commitment').where('letter_id', '=', id).where('review', '=', 'proposed'))
  run(store, query.updateTable('commitment').set({ withdrawn: 1 }).where('letter_id', '=', id))
  for (const source of sources) {
    const row = { ...source, position: after + source.position }
    insert(store, 'letter_source', row)
  }
  saveIssues(store, id, 'recording', [notFoundAgain])
}

/**
 * Takes a letter out of a file whose content was replaced and which no longer has it. Where it lies in another file it
 * stays as it is, and that file is read again at the next ingest to become the one its text comes from; else it is
 * forgotten.
 */
export function leaveLetter(store: Store, id: string, sources: LetterSourceTable[]): void {
  const others = query.selectFrom('letter_source').select('sha256').where('letter_id', '=', id).distinct()
  const files = all(store, others)
  if (files.length === 0) forgetLetter(store, id, sources, 0)
  for (const { sha256 } of files) readAgain(store, sha256)
}

/** Whether a person decided something about a letter or one of its commitments. */
export const isDecided = (store: Store, id: string): boolean =>
  decidedCommitments(store, id).length > 0 || isDecidedOn(store, id)

/** Whether a person placed the letter in a case, or another one with it, assessed it, or decided on its head or foot. */
function isDecidedOn(store: Store, id: string): boolean {
  const placed = query
    .selectFrom('case_placement')
    .select('letter_id')
    .where((eb) => eb.or([eb('letter_id', '=', id), eb('with_letter_id', '=', id)]))
  const assessed = query.selectFrom('assessment').select('letter_id').where('letter_id', '=', id)
  const facts = query.selectFrom('fact_decision').select('field').where('letter_id', '=', id)
  return [placed, assessed, facts].some((decided) => first(store, decided) !== undefined)
}

function liesInAFile(store: Store, id: string): boolean {
  return (
    first(store, query.selectFrom('letter_source').select('position').where('letter_id', '=', id)) !==
    undefined
  )
}
