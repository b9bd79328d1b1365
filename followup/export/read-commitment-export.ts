import { type ExportedLetter, exportLetter } from '../../schemas/export.ts'
import type { Store } from '../../store/query.ts'
import { readLetters } from '../../store/read-letters.ts'
import { placesOfLetters } from '../../store/read-places.ts'

/** Some commitments in the form of the export: their letters in the order of the commitments, each with those asked for. */
export function readCommitmentExport(
  store: Store,
  wanted: { id: string; letterId: string }[],
): ExportedLetter[] {
  const order = [...new Set(wanted.map(({ letterId }) => letterId))]
  const ids = new Set(wanted.map(({ id }) => id))
  const letters = new Map(readLetters(store, order).map((letter) => [letter.id, letter]))
  const places = placesOfLetters(store)
  return order.flatMap((id) => {
    const letter = letters.get(id)
    if (!letter) return []
    const commitments = letter.commitments.filter((commitment) => ids.has(commitment.id))
    return [exportLetter({ ...letter, commitments }, places(id))]
  })
}
