import { all, inTransaction, query, run, type Store } from './query.ts'

/** What is kept of an entry that was written: `content` is the entry itself. */
export type KeptEntry<T> = { content: T; sequence: number; stamp: string; cancelled: boolean }

/**
 * Notes what is written to a calendar, so that an entry that changed since the last time gets a higher number and one
 * that is no longer there is taken back. When nothing changed, nothing is written.
 * @param only the code of a municipality: these are all entries that concern it; null when they are all there are
 * @param at the time of writing, ISO 8601
 * @returns the entries, and those taken back, by their uids
 */
export function keepCalendarEntries<T extends { uid: string; concerns: string[] }>(
  store: Store,
  entries: T[],
  only: string | null,
  at: string,
): KeptEntry<T>[] {
  return inTransaction(store, () => {
    const kept = new Map(readEntries(store).map((row) => [row.uid, row]))
    const now = new Set(entries.map(({ uid }) => uid))
    const gone = [...kept.values()].flatMap((row) => {
      const content: T = JSON.parse(row.content)
      return now.has(row.uid) || (only !== null && !content.concerns.includes(only)) ? [] : [content]
    })
    const save = (entry: T, cancelled: boolean) => {
      const { uid } = entry
      const content = JSON.stringify(entry)
      const before = kept.get(uid)
      const same = before?.content === content && before.cancelled === (cancelled ? 1 : 0)
      if (before && same) return { sequence: before.sequence, stamp: before.stamp }
      const sequence = before ? before.sequence + 1 : 0
      const row = {
        content,
        sequence,
        stamp: at,
        cancelled: cancelled ? (1 as const) : (0 as const),
      }
      const insert = query.insertInto('calendar_entry').values({ uid, ...row })
      run(
        store,
        insert.onConflict((conflict) => conflict.column('uid').doUpdateSet(row)),
      )
      return { sequence, stamp: at }
    }
    return [
      ...entries.map((content) => ({ content, ...save(content, false), cancelled: false })),
      ...gone.map((content) => ({ content, ...save(content, true), cancelled: true })),
    ]
  })
}

function readEntries(store: Store) {
  return all(store, query.selectFrom('calendar_entry').selectAll().orderBy('uid'))
}
