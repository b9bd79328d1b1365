import { all, first, query, type Store } from './query.ts'
import { whileUnchanged } from './unchanged.ts'

type Kept<T> = { upTo: number; byId: Map<string, T>; list: readonly T[] }

/**
 * Wraps a costly reading of one thing for each letter, so that after a change of the database only the letters that
 * changed are read again: of the others the very same objects are given once more. What is returned is shared: do not
 * change it.
 * @param read the things of some letters, or without ids of all
 * @param idOf the letter that a thing is of
 * @param compare the order in which they are given
 */
export function perLetter<T>(
  read: (store: Store, ids?: string[]) => T[],
  idOf: (thing: T) => string,
  compare: (a: T, b: T) => number,
): (store: Store) => readonly T[] {
  const kept = new WeakMap<Store, Kept<T>>()
  const keep = (upTo: number, things: Iterable<T>): Kept<T> => {
    const list = [...things].sort(compare)
    return { upTo, list, byId: new Map(list.map((thing) => [idOf(thing), thing])) }
  }
  const refresh = (store: Store): Kept<T> => {
    const known = kept.get(store)
    if (!known) return keep(lastChange(store), read(store))
    const changes = changesAfter(store, known.upTo)
    if (changes.length === 0) return known
    const ids = changes.map(({ letter_id }) => letter_id)
    const byId = new Map(known.byId)
    for (const id of ids) byId.delete(id)
    for (const thing of read(store, ids)) byId.set(idOf(thing), thing)
    return keep(Math.max(...changes.map(({ number }) => number)), byId.values())
  }
  return whileUnchanged((store) => {
    // what is read in somebody's transaction may be rolled back
    if (store.inTransaction) return read(store).sort(compare)
    // in one transaction, so that letters that belong together are read as of one moment
    const now = store.transaction(() => refresh(store))()
    kept.set(store, now)
    return now.list
  })
}

function lastChange(store: Store): number {
  const last = query.selectFrom('letter_change').select((eb) => eb.fn.max('number').as('number'))
  return first(store, last)?.number ?? 0
}

function changesAfter(store: Store, number: number) {
  const changes = query.selectFrom('letter_change').select(['letter_id', 'number'])
  return all(store, changes.where('number', '>', number))
}
