import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { recordFile } from '../../pipeline/record.ts'
import { decideAssessment, readAssessments } from '../../store/assessments.ts'
import { placeLetter, readCasePlacements } from '../../store/case-placements.ts'
import { cases } from '../../store/migrations/007-cases.ts'
import { migrations } from '../../store/migrations/all.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/query.ts'
import { readLetters } from '../../store/read-letters.ts'
import { madeFile, madeLetter } from './made-letter.ts'

const at = '2026-01-01T00:00:00.000Z'
const decided = { who: 'Anna', at, reason: 'set på', onlyThere: false }
let store: Store
beforeEach(() => {
  store = openStore(':memory:')
})

const letter = madeLetter(['Vi ansætter to jobkonsulenter.'], ['Vi ansætter to jobkonsulenter.'])
const record = (version: string, letters = [letter]) =>
  recordFile(store, { ...madeFile('a', 'a.txt', letter.text.text), letters }, version, at).ids

test('decisions stay when better rules read the letter again', () => {
  const [id = ''] = record('1')
  placeLetter(store, { letter: id, municipality: '0259', with: null }, decided)
  const answer = { letter: id, question: 'compliance', answer: 'vague', proposal: 'missing' }
  decideAssessment(store, { ...answer, who: 'Anna', at, reason: 'set på' })
  expect(record('2')).toEqual([id])
  expect(readCasePlacements(store)).toEqual([{ letter: id, municipality: '0259', with: null }])
  expect(readAssessments(store, [id])).toMatchObject([{ question: 'compliance', answer: 'vague' }])
})

test.each([true, false])(
  'a letter that the rules no longer find stays when a person decided on it: %s',
  (decides) => {
    const [id = ''] = record('1')
    if (decides) placeLetter(store, { letter: id, municipality: '0259', with: null }, decided)
    record('2', [])
    expect(readLetters(store).map((one) => one.id)).toEqual(decides ? [id] : [])
  },
)

test('an orientation is placed for each municipality by itself', () => {
  const [id = ''] = record('1')
  const there = { ...decided, onlyThere: true }
  placeLetter(store, { letter: id, municipality: '0259', with: null }, there)
  placeLetter(store, { letter: id, municipality: '0350', with: null }, there)
  expect(readCasePlacements(store).map(({ municipality }) => municipality)).toEqual(['0259', '0350'])
  placeLetter(store, { letter: id, municipality: '0265', with: null }, decided)
  expect(readCasePlacements(store).map(({ municipality }) => municipality)).toEqual(['0265'])
})

test('letters that an earlier version recorded get what this one reads in them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opfolg-version-'))
  const path = join(folder, 'old.db')
  const before = migrations.indexOf(cases)
  const { mentions: _, ...facts } = letter.facts
  const old = new Database(path)
  for (const migration of migrations.slice(0, before)) old.exec(migration)
  old.pragma(`application_id = ${store.pragma('application_id', { simple: true })}`)
  old.pragma(`user_version = ${before}`)
  old.exec(`INSERT INTO file (sha256, name, path, format, pages, notes, extractor_version, added_at)
    VALUES ('a', 'a.txt', '/a.txt', 'text', 1, '[]', '1', '2026')`)
  old
    .prepare(
      "INSERT INTO letter (id, sha256, kind, text, blocks, segments, facts) VALUES ('l', 'a', 'statement', '', '[]', '[]', ?)",
    )
    .run(JSON.stringify(facts))
  old.close()
  const now = openStore(path)
  expect(readLetters(now).map((one) => one.facts.mentions)).toEqual([[]])
  now.close()
  rmSync(folder, { recursive: true })
})
