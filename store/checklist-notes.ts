import { saveAuditEntry } from './decide.ts'
import { first, inTransaction, query, run, type Store } from './query.ts'

/** What a person ticked off on a municipality's page of a checklist, and wrote beside it. `at`: ISO 8601. */
export type ChecklistNote = { ticked: string[]; note: string; who: string; at: string }

/** Null when nobody has ticked or written anything on the page. */
export function readChecklistNote(store: Store, period: string, municipality: string): ChecklistNote | null {
  const row = first(
    store,
    query
      .selectFrom('checklist_note')
      .select(['ticked', 'note', 'who', 'at'])
      .where('period', '=', period)
      .where('municipality_code', '=', municipality),
  )
  return row ? { ...row, ticked: JSON.parse(row.ticked) } : null
}

/** Keeps what a person ticked and wrote, and in the audit log what stood there before. */
export function saveChecklistNote(
  store: Store,
  period: string,
  municipality: string,
  note: ChecklistNote,
): void {
  inTransaction(store, () => {
    const before = readChecklistNote(store, period, municipality)
    const row = { ...note, ticked: JSON.stringify(note.ticked) }
    const insert = query
      .insertInto('checklist_note')
      .values({ period, municipality_code: municipality, ...row })
      .onConflict((on) => on.columns(['period', 'municipality_code']).doUpdateSet(row))
    run(store, insert)
    const { who, at } = note
    const recordId = `${period} ${municipality}`
    saveAuditEntry(store, { at, who, action: 'checklist-noted', recordId, before, after: note, reason: '' })
  })
}
