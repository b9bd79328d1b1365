import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../store/migrations/all.ts'
import { openStore } from '../../store/open.ts'
import { UnusableDatabase } from '../../store/unusable-database.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-open-'))
  path = join(folder, 'a.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The one line with which a database is refused. */
function refusal(of = path): string {
  try {
    openStore(of).close()
  } catch (error) {
    expect(error).toBeInstanceOf(UnusableDatabase)
    expect((error as Error).message).not.toContain('\n')
    return (error as Error).message
  }
  throw new Error('not refused')
}

test('a new database has the newest version, WAL, foreign keys and strict tables', () => {
  const store = openStore(path)
  expect(store.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(store.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(store.pragma('foreign_keys', { simple: true })).toBe(1)
  const loose = store
    .prepare(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all()
  expect(loose).toEqual([])
  store.close()
  openStore(path).close()
})

test('a database of a newer version is refused and not touched', () => {
  const store = openStore(path)
  store.pragma(`user_version = ${migrations.length + 1}`)
  store.close()
  const before = statSync(path).mtimeMs
  expect(refusal()).toContain(`newer Opfølg (database version ${migrations.length + 1}`)
  expect(statSync(path).mtimeMs).toBe(before)
})

test("another program's database is refused", () => {
  const other = new Database(path)
  other.exec('CREATE TABLE letter (x)')
  other.close()
  expect(refusal()).toContain('another program')
})

test('what is no database is refused', () => {
  writeFileSync(path, 'Kære minister\n'.repeat(100))
  expect(refusal()).toContain('not a database')
  mkdirSync(join(folder, 'sub'))
  expect(refusal(join(folder, 'sub'))).toContain('not a file')
  expect(refusal(join(folder, 'none', 'a.db'))).toContain('does not exist')
})
