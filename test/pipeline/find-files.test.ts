import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findFiles } from '../../pipeline/find-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-find-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const make = (...names: string[]) => {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), 'x')
  }
}
const short = (paths: string[]) => paths.map((path) => path.slice(folder.length + 1))

test('folders are searched to the bottom, in a fixed order', async () => {
  make('b.txt', 'a/z.txt', 'a/b/c.pdf', 'Å.md')
  const { files } = await findFiles([folder])
  expect(short(files)).toEqual(['a/b/c.pdf', 'a/z.txt', 'b.txt', 'Å.md'])
})

test('hidden and temporary files are left out unless named', async () => {
  make('.git/x', '.hidden.txt', '~$brev.docx', 'brev.txt~', 'a.tmp', 'Thumbs.db', 'brev.txt')
  const found = await findFiles([folder])
  expect(short(found.files)).toEqual(['brev.txt'])
  expect(found.skipped).toHaveLength(6)
  expect(short((await findFiles([join(folder, '.hidden.txt')])).files)).toEqual(['.hidden.txt'])
})

test('a file that is reached twice counts once, and links in a circle do no harm', async () => {
  make('a/b/letter.txt')
  symlinkSync(folder, join(folder, 'a/b/round'))
  symlinkSync(join(folder, 'a/b/letter.txt'), join(folder, 'again.txt'))
  const { files } = await findFiles([folder, join(folder, 'a/b/letter.txt')])
  expect(short(files)).toEqual(['a/b/letter.txt'])
})

test('what is not there is missing when it was named, and unreachable when a link leads nowhere', async () => {
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.txt'))
  const found = await findFiles([join(folder, 'none.txt'), folder])
  expect(short(found.missing)).toEqual(['none.txt'])
  expect(found.unreachable).toEqual([{ path: join(folder, 'dangling.txt'), code: 'broken link' }])
  const named = await findFiles([join(folder, 'dangling.txt')])
  expect(named).toMatchObject({ missing: [], unreachable: [{ code: 'broken link' }] })
})
