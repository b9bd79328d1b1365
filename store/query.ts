import type Database from 'better-sqlite3'
import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  type Insertable,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Tables } from './tables.ts'

/** An open database of Opfølg. */
export type Store = Database.Database

/**
 * The query builder. Kysely writes and types the queries; better-sqlite3 runs them at once, in `all` and `run` below.
 * Kysely's own SQLite dialect is asynchronous: every function that reads one row would be too, and a transaction
 * could be left open across an `await` while a second process waits for the lock.
 */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Stands for a value that a query is run with later. */
type Place = { place: number }
const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'place' in value

/**
 * A query that is built once and run with other values again and again: building one takes kysely longer than SQLite
 * takes to run it. What `build` does must not hang on the values, since it is given stand-ins for them.
 */
export function builtOnce<Values extends readonly unknown[], Row>(
  build: (...values: Values) => Compilable<Row>,
): (...values: Values) => Compilable<Row> {
  let built: CompiledQuery<Row> | undefined
  return (...values) => {
    built ??= build(...(values.map((_, place): Place => ({ place })) as unknown as Values)).compile()
    const parameters = built.parameters.map((one) => (isPlace(one) ? values[one.place] : one))
    const compiled = { ...built, parameters }
    return { compile: () => compiled }
  }
}

const inserts = new Map<string, (...values: unknown[]) => Compilable>()

/** Inserts a row. The statement is built once for each table and set of columns. */
export function insert<Table extends keyof Tables & string>(
  store: Store,
  table: Table,
  row: Insertable<Tables[Table]>,
): void {
  const columns = Object.keys(row)
  const key = `${table} ${columns}`
  const rowOf = (values: unknown[]) => Object.fromEntries(columns.map((column, at) => [column, values[at]]))
  const known =
    inserts.get(key) ??
    builtOnce((...values: unknown[]) => query.insertInto(table).values(rowOf(values) as typeof row))
  inserts.set(key, known)
  run(store, known(...Object.values(row)))
}

const prepared = new WeakMap<Store, Map<string, Database.Statement>>()

function prepare(store: Store, text: string): Database.Statement {
  const statements = prepared.get(store) ?? new Map<string, Database.Statement>()
  prepared.set(store, statements)
  const statement = statements.get(text) ?? store.prepare(text)
  statements.set(text, statement)
  return statement
}

/** Runs a query that returns rows. */
export function all<Row>(store: Store, built: Compilable<Row>): Row[] {
  const { sql, parameters } = built.compile()
  return prepare(store, sql).all(...parameters) as Row[]
}

/** Runs a query and returns its first row, if it has one. */
export function first<Row>(store: Store, built: Compilable<Row>): Row | undefined {
  const { sql, parameters } = built.compile()
  return prepare(store, sql).get(...parameters) as Row | undefined
}

/** Runs a statement that changes rows. @returns how many it changed */
export function run(store: Store, built: Compilable): number {
  const { sql, parameters } = built.compile()
  return prepare(store, sql).run(...parameters).changes
}

/** Runs `work` in one transaction that holds the write lock from its start: all of it is stored, or nothing. */
export function inTransaction<T>(store: Store, work: () => T): T {
  return store.transaction(work).immediate()
}
