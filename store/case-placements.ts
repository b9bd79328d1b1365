import { saveAuditEntry } from './decide.ts'
import { all, insert, inTransaction, query, run, type Store } from './query.ts'
import { inPortions } from './read-commitments.ts'

/**
 * Where a person put a letter: in the case of another letter of a municipality, or alone (`with` is null). The code
 * matters for orientations, which stand in the cases of several municipalities.
 */
export type CasePlacement = { letter: string; municipality: string; with: string | null }

/** The placements that hold, of some letters, or without ids of all. */
export function readCasePlacements(store: Store, letters?: string[]): CasePlacement[] {
  const placements = query
    .selectFrom('case_placement')
    .selectAll()
    .orderBy('letter_id')
    .orderBy('municipality_code')
  const rows = letters
    ? inPortions(letters, (portion) => all(store, placements.where('letter_id', 'in', portion)))
    : all(store, placements)
  return rows.map(({ letter_id, municipality_code, with_letter_id }) => ({
    letter: letter_id,
    municipality: municipality_code,
    with: with_letter_id,
  }))
}

/**
 * Records where a person put a letter, in place of what was decided about it before, and in the audit log.
 * @param onlyThere the letter stands in cases of several municipalities, and only its place in this one changes
 * @param at the time of the decision, ISO 8601
 */
export function placeLetter(
  store: Store,
  placement: CasePlacement,
  { who, at, reason, onlyThere }: { who: string; at: string; reason: string; onlyThere: boolean },
): void {
  inTransaction(store, () => {
    const { letter, municipality } = placement
    const mine = (one: CasePlacement) =>
      one.letter === letter && (!onlyThere || one.municipality === municipality)
    const before = readCasePlacements(store, [letter]).filter(mine)
    let old = query.deleteFrom('case_placement').where('letter_id', '=', letter)
    if (onlyThere) old = old.where('municipality_code', '=', municipality)
    run(store, old)
    const row = { letter_id: letter, municipality_code: municipality, with_letter_id: placement.with }
    insert(store, 'case_placement', row)
    const action = placement.with === null ? 'case-alone' : 'case-moved'
    saveAuditEntry(store, { at, who, action, recordId: letter, before, after: [placement], reason })
  })
}
