import type { Store } from './query.ts'

/**
 * Wraps a costly reading, so that it is done again only when the database was changed since, by this connection or by
 * another one. What is returned is shared between callers: read it, do not change it. Within a transaction it is read
 * anew, since what is read there may be rolled back.
 * @param stateOf what tells a change; without it any change of the database is one
 */
export function whileUnchanged<T>(
  read: (store: Store) => T,
  stateOf: (store: Store) => string | number = anyChange,
): (store: Store) => T {
  const kept = new WeakMap<Store, { state: string | number; value: T }>()
  return (store) => {
    if (store.inTransaction) return read(store)
    const state = stateOf(store)
    const known = kept.get(store)
    if (known?.state === state) return known.value
    const value = read(store)
    kept.set(store, { state, value })
    return value
  }
}

/** Differs as soon as another connection committed something (data_version) or this one changed a row. */
function anyChange(store: Store): string {
  const others = store.pragma('data_version', { simple: true })
  const own = store.prepare('SELECT total_changes() AS changes').pluck().get()
  return `${others} ${own}`
}

const keptAnswers = 3

/**
 * Wraps a costly derivation from things that never change, so that the very same things are not looked at again. The
 * last answers are kept for as long as the first thing lives. Lists and records, and those in them, are the same when
 * they hold the same. What is returned is shared: do not change it.
 * @param derive its parameters have no default values
 */
export function whileSame<First extends object, Rest extends readonly unknown[], T>(
  derive: (first: First, ...rest: Rest) => T,
): (first: First, ...rest: Rest) => T {
  const kept = new WeakMap<First, { rest: Rest; value: T }[]>()
  return (first, ...given) => {
    // what `map` hands over beside the thing itself is nothing that it derives from
    const rest = given.slice(0, derive.length - 1) as unknown as Rest
    const known = kept.get(first) ?? []
    const found = known.find((one) => one.rest.every((input, at) => isSame(input, rest[at])))
    if (found) return found.value
    const value = derive(first, ...rest)
    kept.set(first, [{ rest, value }, ...known.slice(0, keptAnswers - 1)])
    return value
  }
}

function isSame(a: unknown, b: unknown, depth = 2): boolean {
  if (Object.is(a, b)) return true
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [ours, theirs] = [Object.values(a), Object.values(b)]
  return ours.length === theirs.length && ours.every((one, at) => isSame(one, theirs[at], depth - 1))
}
