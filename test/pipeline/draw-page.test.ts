import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { drawPage, type Marks } from '../../pipeline/draw-page.ts'
import { findOriginal } from '../../pipeline/find-original.ts'
import { openPng } from '../../pipeline/read/picture/png.ts'
import { openLetterFiles } from '../../pipeline/read/read-file.ts'
import { madeZip } from './read/made-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-draw-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const koege = readFileSync(join(packageRoot, 'test/letters/pdf/koege.pdf'))
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** The first file in a file, with the path and hash under which it is recorded. */
async function recorded(path: string) {
  for await (const file of openLetterFiles(path))
    if ('bytes' in file) return { path: join(path, ...file.inner), sha256: file.sha256 }
  throw new Error(`${path}: nothing in it`)
}
const found = async (path: string) => {
  const file = await recorded(path)
  return findOriginal(file.path, file.sha256)
}

/** The pixels of a drawn page. */
async function drawn(path: string, page: number, marks: Marks[]) {
  const { width, height, parts } = openPng(await drawPage(await found(path), page, marks), 1e7)
  const data = parts[0]?.data ?? new Uint8Array()
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]
  return { width, height, at }
}

const yellow = [255, 239, 159]
const marks: Marks[] = [{ label: 'tilsagn', colour: '#ffef9f', boxes: [[0.1, 0.24, 0.5, 0.265]] }]

describe('a page with marks on it', () => {
  it('has the colour where the words stand, the words through it, and nothing elsewhere', async () => {
    const { width, at } = await drawn(write('a.pdf', koege), 1, marks)
    expect(width).toBe(1240)
    const y = 444
    expect(at(130, y)).toEqual(yellow)
    expect(at(100, y)).toEqual([255, 255, 255])
    expect(at(130, y + 60)).toEqual([255, 255, 255])
    const row = Array.from({ length: 400 }, (_, x) => at(124 + x, y))
    expect(row.some(([red = 255]) => red < 100)).toBe(true)
  })

  it('a mark over another is seen, and two of one colour are no darker', async () => {
    const over = { label: 'tidspunkt', colour: '#ffb347', boxes: marks[0]?.boxes ?? [] }
    const twice = [...marks, ...marks]
    expect((await drawn(write('a.pdf', koege), 1, twice)).at(130, 444)).toEqual(yellow)
    expect((await drawn(write('a.pdf', koege), 1, [...marks, over])).at(130, 444)).toEqual([255, 179, 71])
  })

  it('also of a picture', async () => {
    const picture = readFileSync(join(packageRoot, 'test/pipeline/read/picture/pages/black.png'))
    const { width, at } = await drawn(write('brev.bin', picture), 1, [
      { label: 'x', colour: '#ffef9f', boxes: [[0, 0, 1, 0.05]] },
    ])
    expect(width).toBe(806)
    expect(at(2, 2)).toEqual(yellow)
  })

  it('not of a text file, nor beyond the last page', async () => {
    const text = write('a.txt', 'Kære minister')
    await expect(found(text).then((file) => drawPage(file, 1, []))).rejects.toThrow(
      /only PDF files and pictures/,
    )
    const pdf = await found(write('a.pdf', koege))
    await expect(drawPage(pdf, 3, [])).rejects.toThrow('it has no page 3; its last page is 2')
  })
})

describe('a recorded file', () => {
  it('is found where it lay, also in a ZIP', async () => {
    expect((await found(write('a.pdf', koege))).bytes.length).toBe(koege.length)
    const inside = await recorded(write('a.zip', madeZip({ 'b/c.pdf': koege })))
    expect(inside.path).toMatch(/a\.zip\/b\/c\.pdf$/)
    expect((await findOriginal(inside.path, inside.sha256)).bytes.length).toBe(koege.length)
  })

  it('that was moved, or changed, is said to be', async () => {
    const { path, sha256 } = await recorded(write('a.pdf', koege))
    writeFileSync(path, 'Kære minister')
    await expect(findOriginal(path, sha256)).rejects.toThrow(
      'the file has other content now; ingest it again',
    )
    renameSync(path, join(folder, 'b.pdf'))
    await expect(findOriginal(path, sha256)).rejects.toThrow(/the file is not there any more; put it back/)
    await expect(findOriginal(join(folder, 'no/such/a.pdf'), sha256)).rejects.toThrow(/not there any more/)
  })
})
