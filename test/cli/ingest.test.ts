import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { openStore } from '../../store/open.ts'
import { readLetters } from '../../store/read-letters.ts'
import { dump } from '../store/dump.ts'
import { opfolg } from './run-opfolg.ts'

const samples = join(packageRoot, 'data/letters')
const letter = join(packageRoot, 'test/letters/vejen.txt')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, 'letters', name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const withStore = <T>(work: (store: ReturnType<typeof openStore>) => T): T => {
  const store = openStore(join(folder, 'opfolg.db'))
  try {
    return work(store)
  } finally {
    store.close()
  }
}
const state = () => withStore(dump)
/** A dump without the time of the ingest. */
const timeless = () => state().replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"at"')

describe('the sample letters', () => {
  test('are stored; a second time nothing changes; a letter in two files is one', async () => {
    const first = await opfolg(folder, ['ingest', samples])
    expect(first).toMatchObject({ status: 0, stdout: '' })
    const before = state()
    const again = await opfolg(folder, ['ingest', samples])
    expect(again.status).toBe(0)
    expect(again.stderr).toContain('0 stored, 4 known already, 0 not read')
    expect(state()).toBe(before)
    const twice = withStore((store) => readLetters(store)).filter(({ sources }) => sources.length > 1)
    expect(twice).toMatchObject([
      {
        municipality: { name: 'Køge' },
        sources: [{ file: 'koege-2018-08-08.md' }, { file: 'orientering-2018-08-31.txt' }],
      },
    ])
  })

  test('come out the same when several processes ingest them at once', async () => {
    for (const name of ['vejen', 'frederikssund', 'ringkoebing-skjern'])
      write(`${name}.txt`, readFileSync(join(packageRoot, `test/letters/${name}.txt`)))
    await opfolg(folder, ['ingest', 'letters'])
    const expected = withStore((store) => readLetters(store))
    rmSync(join(folder, 'opfolg.db'))
    const runs = await Promise.all(Array.from({ length: 3 }, () => opfolg(folder, ['ingest', 'letters'])))
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0])
    const stored = runs.map(({ stderr }) => Number(/(\d+) stored/.exec(stderr)?.[1]))
    expect(stored.reduce((sum, n) => sum + n, 0)).toBe(expected.length)
    expect(withStore((store) => readLetters(store))).toEqual(expected)
  })

  test('are whole after an ingest that was killed', async () => {
    await opfolg(folder, ['ingest', samples])
    const expected = timeless()
    rmSync(join(folder, 'opfolg.db'))
    const killed = await opfolg(folder, ['ingest', samples], {
      signal: { name: 'SIGKILL', after: /commitment/ },
    })
    expect(killed.status).toBeNull()
    await opfolg(folder, ['ingest', samples])
    expect(timeless()).toBe(expected)
  })
})

test('Ctrl-C stops after the file in work; the same command goes on from there', async () => {
  // so many that the signal arrives long before the last
  const count = 120
  for (let n = 0; n < count; n++)
    write(`${n}.txt`, `${readFileSync(letter, 'utf8')}\n${'Bilag '.repeat(n)}\n`)
  const stopped = await opfolg(folder, ['ingest', 'letters'], {
    signal: { name: 'SIGINT', after: /commitment/ },
  })
  expect(stopped.status).toBe(130)
  expect(stopped.stderr).toContain('interrupted')
  const stored = Number(/(\d+) stored/.exec(stopped.stderr)?.[1])
  expect(stored).toBeLessThan(count)
  const { stderr } = await opfolg(folder, ['ingest', 'letters'])
  expect(stderr).toContain(`${count - stored} stored, ${stored} known already`)
})

test('a letter that was changed on disk replaces the one recorded', async () => {
  const koege = readFileSync(join(samples, 'koege-2018-08-08.md'), 'utf8')
  const path = write('k.md', koege)
  expect((await opfolg(folder, ['ingest', 'letters'])).status).toBe(0)
  const before = withStore((store) => readLetters(store))
  writeFileSync(path, koege.replace('senest om 6 måneder', 'senest om 9 måneder'))
  const { stderr, status } = await opfolg(folder, ['ingest', 'letters'])
  expect(stderr).toMatch(/k\.md: changed since it was recorded, replaced: 1 letter, \d+ commitments/)
  expect(stderr).toContain('0 stored, 1 replaced, 0 known already')
  expect(status).toBe(0)
  const after = withStore((store) => readLetters(store))
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  const quotes = after.flatMap(({ commitments }) => commitments.map(({ quote }) => quote))
  expect(quotes.filter((quote) => quote.includes('måneder'))).toEqual([
    expect.stringContaining('om 9 måneder'),
  ])
  expect((await opfolg(folder, ['ingest', 'letters'])).stderr).toContain('1 known already')
})

test('a copy of a letter with other figures is named; the sample copies are not', async () => {
  const koege = readFileSync(join(samples, 'koege-2018-08-08.md'), 'utf8')
  const first = await opfolg(folder, ['ingest', samples])
  expect(first.stderr).not.toContain('other figures')
  write('copy.md', koege.replace('senest om 6 måneder', 'senest om 9 måneder'))
  const { stderr } = await opfolg(folder, ['ingest', 'letters'])
  expect(stderr).toMatch(
    /copy\.md: 1 letter, .*; letter [0-9a-f]{10} has other figures in another copy: »6« ↔ »9«/,
  )
  const [letter] = withStore((store) => readLetters(store)).filter(({ sources }) => sources.length > 2)
  expect(letter?.issues.map(({ code }) => code)).toContain('sources-differ')
})

test('a letter that stands in a file many times is counted once', async () => {
  const text = readFileSync(join(samples, 'koege-2018-08-08.md'), 'utf8')
  write('many.txt', Array(5).fill(text).join('\f'))
  const { stderr } = await opfolg(folder, ['ingest', 'letters'])
  write('one.txt', text)
  const commitments = /, (\d+) commitments/.exec((await opfolg(folder, ['ingest', 'letters'])).stderr)?.[1]
  expect(stderr).toContain(`many.txt: 1 letter (5 times), ${commitments} commitments`)
})

describe('bad input: one clear line, and the rest goes on', () => {
  const good = 'good.txt'
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)
  const cases: [string, (path: string) => void, RegExp][] = [
    ['empty.txt', (path) => writeFileSync(path, ''), /.*empty/],
    ['binary junk.txt', (path) => writeFileSync(path, noise), /./],
    [
      'a shopping list.txt',
      (path) => writeFileSync(path, 'mælk\nsmør\n2 kg kartofler\nrugbrød\n'),
      /no letter found/,
    ],
    ['source code.txt', (path) => copyFileSync(join(packageRoot, 'store/open.ts'), path), /no letter found/],
    [
      'a text of 50 MB.txt',
      (path) => writeFileSync(path, Buffer.alloc(50e6, 'Vi ansætter to. ')),
      /.*too big/,
    ],
    ['a pipe.txt', (path) => spawnSync('mkfifo', [path]), /not a file/],
    ['a damaged PDF.pdf', (path) => writeFileSync(path, '%PDF-1.7\n%%EOF\n'), /./],
  ]

  test('in the order of the files, status 3', async () => {
    write(good, readFileSync(letter))
    for (const [name, make] of cases) make(join(folder, 'letters', name))
    const { status, stderr, stdout } = await opfolg(folder, ['ingest', 'letters'])
    expect(stdout).toBe('')
    const lines = stderr.trim().split('\n')
    const expected = cases.map(([name, , reason]): [string, RegExp] => [
      name,
      new RegExp(`^letters/${name}: not read: ${reason.source}`),
    ])
    expected.push([good, new RegExp(`^letters/${good}: 1 letter`)])
    expected.sort(([a], [b]) => (a < b ? -1 : 1))
    expect(lines.slice(0, -1)).toEqual(expected.map(([, line]) => expect.stringMatching(line)))
    expect(lines.at(-1)).toBe(`1 stored, 0 known already, ${cases.length} not read`)
    expect(status).toBe(3)
    expect(withStore((store) => store.prepare('SELECT name FROM file').pluck().all())).toEqual([good])
  })

  test('a path that does not exist: status 2, and the rest is read', async () => {
    write(good, readFileSync(letter))
    const { status, stderr } = await opfolg(folder, ['ingest', 'letters', 'nowhere'])
    expect(stderr).toContain('nowhere: no such file or folder')
    expect(stderr).toContain('1 stored')
    expect(status).toBe(2)
  })

  test('a letter in Latin-1 is recognised and read', async () => {
    write('latin1.txt', iconv.encode(readFileSync(letter, 'utf8'), 'latin1'))
    const { status } = await opfolg(folder, ['ingest', 'letters'])
    expect(status).toBe(0)
    expect(withStore(readLetters)[0]?.signatories.map(({ name }) => name)).toContain('Rasmus Højbo Skovgaard')
  })

  test('a database of a newer version', async () => {
    withStore((store) => store.pragma('user_version = 999'))
    const { status, stderr } = await opfolg(folder, ['ingest', letter])
    expect(stderr).toMatch(/^opfolg: .*newer Opfølg.*\n$/)
    expect(status).toBe(2)
    const raw = new Database(join(folder, 'opfolg.db'))
    expect(raw.prepare('SELECT count(*) FROM file').pluck().get()).toBe(0)
    raw.close()
  })

  test('control characters in the name of a file do not reach the terminal', async () => {
    write('bad\u001b[31m.txt', '')
    const { stderr } = await opfolg(folder, ['ingest', 'letters'])
    expect(stderr).not.toContain('\u001b')
  })
})
