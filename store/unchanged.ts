import type { Store } from './query.ts'

/**
 * Wraps a costly reading, so that it is done again only when the database was changed since, by this connection or by
 * another one. What is returned is shared between callers: read it, do not change it.
 */
export function whileUnchanged<T>(read: (store: Store) => T): (store: Store) => T {
  const kept = new WeakMap<Store, { state: string; value: T }>()
  return (store) => {
    const state = stateOf(store)
    const known = kept.get(store)
    if (known?.state === state) return known.value
    const value = read(store)
    kept.set(store, { state, value })
    return value
  }
}

/** Differs as soon as another connection committed something (data_version) or this one changed a row. */
function stateOf(store: Store): string {
  const others = store.pragma('data_version', { simple: true })
  const own = store.prepare('SELECT total_changes() AS changes').pluck().get()
  return `${others} ${own}`
}
