import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { defaultLimits, mayBeRead } from '../../pipeline/read/limits.ts'
import { ingestFiles } from '../../pipeline/run.ts'
import type { UnreadScan } from '../../schemas/page.ts'
import { openStore } from '../../store/open.ts'
import { readUnreadScans } from '../../store/save-file.ts'

const store = openStore(':memory:')
afterAll(() => store.close())

test('a file with pages beyond a limit is read again when the limit is raised, and only then', async () => {
  const file = join(packageRoot, 'test/letters/pdf/scan-roskilde-fax.pdf')
  const ingest = async (scannedPages: number) => {
    const outcomes: string[] = []
    await ingestFiles(store, [file], {
      at: '2026-01-01T00:00:00Z',
      limits: { ...defaultLimits, scannedPages },
      onFile: ({ outcome }) => outcomes.push(outcome),
    })
    const unread = store.prepare("SELECT number FROM page WHERE scan LIKE '%unread%'").pluck().all()
    return [outcomes, unread]
  }
  expect(await ingest(1)).toEqual([['stored'], [2, 3]])
  expect(await ingest(1)).toEqual([['known'], [2, 3]])
  expect(await ingest(2)).toEqual([['extracted-again'], [3]])
  expect(await ingest(2)).toEqual([['known'], [3]])
  const sha256 = store.prepare('SELECT sha256 FROM file').pluck().get() as string
  expect(readUnreadScans(store, sha256)).toEqual([{ grade: 'unread', reason: 'pages', limit: 2 }])
}, 120_000)

test.each<[UnreadScan, boolean]>([
  [{ grade: 'unread', reason: 'pages', limit: 10 }, true],
  [{ grade: 'unread', reason: 'pages', limit: defaultLimits.scannedPages }, false],
  [{ grade: 'unread', reason: 'pages', limit: 1000 }, false],
  [{ grade: 'unread', reason: 'time', limit: 5 }, true],
  [{ grade: 'unread', reason: 'image', limit: 1e6 }, true],
  [{ grade: 'unread', reason: 'image' }, false],
  [{ grade: 'unread', reason: 'failed' }, false],
])('%j may be read under the usual limits: %s', (scan, expected) => {
  expect(mayBeRead(scan, defaultLimits)).toBe(expected)
})
