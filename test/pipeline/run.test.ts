import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { madeLetter } from '../../bench/made-letter.ts'
import { packageRoot } from '../../data/load.ts'
import { type FileOutcome, ingestFiles } from '../../pipeline/run.ts'
import { explainError } from '../../store/explain-error.ts'
import { openStore } from '../../store/open.ts'
import { readLetters } from '../../store/read-letters.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-run-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const store = () => openStore(join(folder, 'run.db'))
async function ingest(to: ReturnType<typeof store>, files: string[]): Promise<FileOutcome['outcome'][]> {
  const outcomes: FileOutcome['outcome'][] = []
  const onFile = (outcome: FileOutcome) => outcomes.push(outcome.outcome)
  await ingestFiles(to, files, { at: '2026-01-01T00:00:00Z', onFile, jobs: 2 })
  return outcomes
}

test('a known file whose place a file before it takes is read again when its turn comes', async () => {
  const db = store()
  const old = write('a.txt', madeLetter(1))
  expect(await ingest(db, [old])).toEqual(['stored'])
  // the letter was moved, and another now lies where it was
  renameSync(old, join(folder, 'b.txt'))
  write('a.txt', madeLetter(2))
  expect(await ingest(db, [old, join(folder, 'b.txt')])).toEqual(['replaced', 'stored'])
  expect(readLetters(db).map(({ sources }) => sources.map(({ file }) => file))).toEqual(
    expect.arrayContaining([['a.txt'], ['b.txt']]),
  )
  expect(await ingest(db, [old, join(folder, 'b.txt')])).toEqual(['known', 'known'])
  db.close()
})

test('the same content twice is recorded once, also when both are read at the same time', async () => {
  const db = store()
  const [text, other] = [madeLetter(1), readFileSync(join(packageRoot, 'test/letters/vejen.txt'), 'utf8')]
  const files = [write('a.txt', text), write('b.txt', text), write('c.txt', other)]
  expect(await ingest(db, files)).toEqual(['stored', 'known', 'stored'])
  db.close()
})

test('a full disk: one clear line, what was recorded stays whole, and the same command goes on', async () => {
  const db = store()
  const files = Array.from({ length: 12 }, (_, n) => write(`${n}.txt`, madeLetter(n)))
  const count = (table: string) => db.prepare(`SELECT count(DISTINCT sha256) FROM ${table}`).pluck().get()
  await ingest(db, files.slice(0, 1))
  const pages = db.pragma('page_count', { simple: true }) as number
  db.pragma(`max_page_count = ${pages + 20}`)
  const error = await ingest(db, files).catch((caught: unknown) => explainError(caught, 'run.db'))
  expect(error).toMatchObject({
    message: 'run.db: the disk is full; make room and run the same command again',
  })
  const stored = count('file') as number
  expect(stored).toBeGreaterThan(0)
  expect(stored).toBeLessThan(files.length)
  expect(count('page')).toBe(stored)
  expect(count('letter')).toBe(stored)
  db.pragma('max_page_count = 1000000')
  const outcomes = await ingest(db, files)
  expect(outcomes.filter((outcome) => outcome === 'known')).toHaveLength(stored)
  expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(files.length - stored)
  db.close()
})
