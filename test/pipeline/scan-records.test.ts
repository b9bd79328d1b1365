import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { closeRecognisers } from '../../pipeline/read/scan/recognise.ts'
import { ingestFiles } from '../../pipeline/run.ts'
import { type ExportedLetter, exportLetter } from '../../schemas/export.ts'
import { openStore } from '../../store/open.ts'
import { readLetters } from '../../store/read-letters.ts'
import { readPlaces } from '../../store/read-places.ts'
import { readPages } from '../../store/save-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'opfolg-scan-'))
const letterFile = (name: string) => join(packageRoot, 'test/letters/pdf', `${name}.pdf`)
const at = '2026-01-01T00:00:00Z'
let scanned: ExportedLetter[]
let typed: ExportedLetter[]

/** What is known of a file after it was recorded and the database opened again. */
async function recorded(name: string): Promise<ExportedLetter[]> {
  const db = join(folder, `${name}.db`)
  const store = openStore(db)
  await ingestFiles(store, [letterFile(name)], { at, onFile: () => {} })
  store.close()
  const again = openStore(db)
  try {
    return readLetters(again).map((letter) => exportLetter(letter, readPlaces(again, letter.id)))
  } finally {
    again.close()
  }
}

beforeAll(async () => {
  scanned = await recorded('scan-koege-bad')
  typed = await recorded('koege')
}, 60_000)

afterAll(async () => {
  await closeRecognisers()
  rmSync(folder, { recursive: true })
})

it('how well each page was read stays known', () => {
  const scans = scanned.flatMap(({ sources }) => sources.flatMap((source) => source.scans))
  expect(scans.map(({ page }) => page)).toEqual([1, 2])
  expect(scans[0]?.grade).toBe('uncertain')
  for (const { confidence } of scans) expect(confidence).toBeLessThan(1)
})

it('what was read unsurely is an issue, and the commitments with it are marked', () => {
  const codes = new Set(scanned.flatMap(({ issues }) => issues.map(({ code }) => code)))
  expect([...codes]).toEqual(expect.arrayContaining(['scan-page', 'scan-unsure']))
  const commitments = scanned.flatMap((letter) => letter.commitments)
  expect(commitments.some(({ unsure }) => unsure)).toBe(true)
  for (const { evidence } of commitments) expect(evidence.confidence).toBeLessThan(1)
})

it('the pages come out of the database as they were read', () => {
  const store = openStore(join(folder, 'scan-koege-bad.db'))
  const [page] = readPages(store, scanned[0]?.sources[0]?.sha256 ?? '')
  store.close()
  expect(page?.scan).toMatchObject({ grade: 'uncertain', blank: false })
  expect(page?.words?.every(({ confidence }) => confidence !== undefined)).toBe(true)
})

it('a letter with a text layer has none of it', () => {
  expect(typed.flatMap(({ sources }) => sources.flatMap((source) => source.scans))).toEqual([])
  expect(typed.flatMap(({ issues }) => issues.filter(({ code }) => code.startsWith('scan')))).toEqual([])
  for (const { evidence, unsure } of typed.flatMap((letter) => letter.commitments)) {
    expect(evidence.confidence).toBeNull()
    expect(unsure).toBe(false)
  }
})
