import type Database from 'better-sqlite3'
import {
  type Compilable,
  DummyDriver,
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
