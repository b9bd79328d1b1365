import { all, first, query, run, type Store } from './query.ts'

/** A list of commitments under a name, with an address of its own. `address` is its query string. */
export type SavedView = { slug: string; name: string; address: string; who: string; at: string }

/** The saved views by name. */
export function readSavedViews(store: Store): SavedView[] {
  return all(store, query.selectFrom('saved_view').selectAll().orderBy('name'))
}

/** One saved view, or null when there is none under this address. */
export function readSavedView(store: Store, slug: string): SavedView | null {
  return first(store, query.selectFrom('saved_view').selectAll().where('slug', '=', slug)) ?? null
}

/** Saves a view, in the place of one with the same slug. */
export function saveView(store: Store, view: SavedView): void {
  const { slug: _, ...rest } = view
  run(
    store,
    query
      .insertInto('saved_view')
      .values(view)
      .onConflict((on) => on.column('slug').doUpdateSet(rest)),
  )
}

/** Forgets a view. */
export function removeView(store: Store, slug: string): void {
  run(store, query.deleteFrom('saved_view').where('slug', '=', slug))
}
