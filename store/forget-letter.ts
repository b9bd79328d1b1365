import type { Issue } from '../schemas/letter.ts'
import { first, query, run, type Store } from './query.ts'
import { decidedCommitments } from './replace-commitments.ts'
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
  if (decidedCommitments(store, id).length === 0 && !liesInAFile(store, id)) {
    run(store, query.deleteFrom('letter').where('id', '=', id))
    return
  }
  run(store, query.deleteFrom('commitment').where('letter_id', '=', id).where('review', '=', 'proposed'))
  run(store, query.updateTable('commitment').set({ withdrawn: 1 }).where('letter_id', '=', id))
  for (const source of sources) {
    const row = { ...source, position: after + source.position }
    run(store, query.insertInto('letter_source').values(row))
  }
  saveIssues(store, id, 'recording', [notFoundAgain])
}

function liesInAFile(store: Store, id: string): boolean {
  return (
    first(store, query.selectFrom('letter_source').select('position').where('letter_id', '=', id)) !==
    undefined
  )
}
