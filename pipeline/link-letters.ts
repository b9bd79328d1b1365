import { linkAcknowledgements } from '../extractors/refine/link-acknowledgements.ts'
import { inTransaction, type Store } from '../store/query.ts'
import { readLetterHeads, saveLinking } from '../store/save-links.ts'

/**
 * Links every acknowledgement in the database to the statement it answers: the two often come in different files,
 * in any order. When nothing new was ingested, nothing is written.
 */
export function linkLetters(store: Store): void {
  inTransaction(store, () => {
    const heads = readLetterHeads(store)
    saveLinking(store, heads, linkAcknowledgements(heads))
  })
}
