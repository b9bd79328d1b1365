import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { openStore } from '../../store/open.ts'
import { opfolg } from './run-opfolg.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-reading-'))
})
afterEach(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true })
})

const letter = join(packageRoot, 'data/letters/koege-2018-08-08.md')
const reading = [
  ['list', 'letters'],
  ['list', 'deadlines'],
  ['search', 'rettidig'],
  ['export'],
  ['checklist', '--period', '2018M12'],
]

describe('a database in a folder that cannot be written', () => {
  test('is read as elsewhere, and refused to a command that writes', async () => {
    await opfolg(folder, ['ingest', letter])
    const expected = await Promise.all(reading.map((args) => opfolg(folder, args)))
    chmodSync(join(folder, 'opfolg.db'), 0o444)
    chmodSync(folder, 0o555)
    const found = await Promise.all(reading.map((args) => opfolg(folder, args, { unprivileged: true })))
    expect(found).toEqual(expected)
    expect(found.map(({ status }) => status)).toEqual(reading.map(() => 0))
    expect(readdirSync(folder)).toEqual(['opfolg-originals', 'opfolg.db'])
    const refused = await opfolg(folder, ['ingest', letter], { unprivileged: true })
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('cannot be opened for writing')
  })

  test('is refused in one line when it cannot be read either, or is of another version', async () => {
    await opfolg(folder, ['ingest', letter])
    const store = openStore(join(folder, 'opfolg.db'))
    store.pragma('user_version = 1')
    store.close()
    chmodSync(folder, 0o555)
    const older = await opfolg(folder, ['list', 'letters'], { unprivileged: true })
    expect(older).toMatchObject({ status: 2, stdout: '' })
    expect(older.stderr).toMatch(/^opfolg: .*made by an older Opfølg.*\n$/)
    chmodSync(join(folder, 'opfolg.db'), 0o000)
    const closed = await opfolg(folder, ['list', 'letters'], { unprivileged: true })
    expect(closed).toMatchObject({ status: 2, stdout: '' })
    expect(closed.stderr).toMatch(/^opfolg: .*cannot be read.*\n$/)
  })
})

test('a command that reads changes nothing and leaves nothing beside the database', async () => {
  await opfolg(folder, ['ingest', letter])
  const before = readFileSync(join(folder, 'opfolg.db'))
  for (const args of reading) expect((await opfolg(folder, args)).stderr).toBe('')
  expect(readFileSync(join(folder, 'opfolg.db')).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['opfolg-originals', 'opfolg.db'])
})

test('a command that reads says when there was no database', async () => {
  const { status, stderr } = await opfolg(folder, ['list', 'letters'])
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: "opfolg.db: there was no database here, an empty one was made; see 'opfolg ingest'\n",
  })
  expect(existsSync(join(folder, 'opfolg.db'))).toBe(true)
  expect((await opfolg(folder, ['list', 'letters'])).stderr).toBe('')
})

test('the checklist of a municipality without letters claims no review', async () => {
  await opfolg(folder, ['ingest', letter])
  const { stdout } = await opfolg(folder, ['checklist', '--period', '2018M12', '--municipality', '101'])
  expect(stdout).toContain('Der er ingen tilsagn at gennemgå her.')
  expect(stdout).not.toContain('Alle 0')
})

test('a broken link, and one that leads to itself, are said to be that', async () => {
  symlinkSync('nowhere.txt', join(folder, 'link.txt'))
  symlinkSync('self.txt', join(folder, 'self.txt'))
  const { status, stderr } = await opfolg(folder, ['ingest', 'link.txt', 'self.txt'])
  expect(stderr).toContain('link.txt: not read: is a broken link')
  expect(stderr).toContain('self.txt: not read: is a link that leads back to itself')
  expect(status).toBe(3)
})
