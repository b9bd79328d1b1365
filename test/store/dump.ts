import type { Store } from '../../store/query.ts'

/** Everything in a database, table by table, to compare two states of it; but not what was written after what. */
export function dump(store: Store): string {
  const tables = store
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name <> 'letter_change' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  return tables
    .map((table) => {
      const rows = store.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]
      const lines = rows.map((row) =>
        row.map((v) => (Buffer.isBuffer(v) ? v.toString('hex') : JSON.stringify(v))).join('|'),
      )
      return [`# ${table}`, ...lines.sort()].join('\n')
    })
    .join('\n')
}
