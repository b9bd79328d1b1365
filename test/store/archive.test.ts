import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesOf, folderBeside } from '../../store/archive/archive-folder.ts'
import { keepOriginal, prepareArchive } from '../../store/archive/keep-original.ts'
import { originalOf, outersOf } from '../../store/archive/originals.ts'
import { UnusableArchive } from '../../store/archive/unusable-archive.ts'
import { openStore } from '../../store/open.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'opfolg-archive-')), 'x-originals')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

const made = (text: string) => {
  const bytes = Buffer.from(text)
  return { bytes, extension: 'txt', sha256: createHash('sha256').update(bytes).digest('hex') }
}
const placeIn = ({ sha256 }: { sha256: string }) => join(folder, sha256.slice(0, 2), `${sha256}.txt`)

test.each([
  ['opfolg.db', 'opfolg-originals'],
  ['a/b.sqlite', 'a/b-originals'],
  ['sag', 'sag-originals'],
])('the originals of %s lie in %s', (database, originals) => {
  expect(folderBeside(join(folder, database))).toBe(join(folder, originals))
  expect(filesOf(join(folder, database))).toContain(join(folder, originals))
})

test('a file is kept by its SHA-256, read-only, and once', () => {
  const letter = made('Kære minister')
  keepOriginal(folder, letter)
  const { mtimeMs, ino, mode } = statSync(placeIn(letter))
  expect(readFileSync(placeIn(letter))).toEqual(letter.bytes)
  expect(mode & 0o777).toBe(0o444)
  keepOriginal(folder, letter)
  expect(statSync(placeIn(letter))).toMatchObject({ mtimeMs, ino })
  expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
})

test('a copy of the wrong length is replaced by the whole file', () => {
  const letter = made('Kære minister')
  mkdirSync(join(folder, letter.sha256.slice(0, 2)), { recursive: true })
  writeFileSync(placeIn(letter), 'Kære', { mode: 0o444 })
  keepOriginal(folder, letter)
  expect(readFileSync(placeIn(letter))).toEqual(letter.bytes)
})

test('what interrupted ingests left is cleared away after a day', () => {
  prepareArchive(folder)
  const [old, young] = ['old', 'young'].map((name) => join(folder, 'unfinished', name))
  for (const path of [old, young]) writeFileSync(path as string, 'Kær')
  const before = new Date(Date.now() - 25 * 60 * 60 * 1000)
  utimesSync(old as string, before, before)
  prepareArchive(folder)
  expect(existsSync(old as string)).toBe(false)
  expect(existsSync(young as string)).toBe(true)
})

test('a place where no folder can be: one line that names it', () => {
  writeFileSync(folder, 'a file lies here')
  expect(() => prepareArchive(folder)).toThrow(UnusableArchive)
  expect(() => keepOriginal(folder, made('x'))).toThrow(/^.*x-originals: originals cannot be kept there \(E/)
})

test.skipIf(process.getuid?.() === 0)('a folder without permission', () => {
  mkdirSync(folder)
  chmodSync(folder, 0o555)
  expect(() => prepareArchive(folder)).toThrow(/EACCES/)
})

test('a database in memory has no archive', () => {
  const store = openStore(':memory:')
  expect(originalOf(store, 'a'.repeat(64))).toBeNull()
  expect(outersOf(store, 'a'.repeat(64))).toEqual([])
})
