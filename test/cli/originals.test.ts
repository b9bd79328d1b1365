import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { originalOf, outersOf } from '../../store/archive/originals.ts'
import { openStore } from '../../store/open.ts'
import { verifyStore } from '../../store/verify/verify-store.ts'
import { ingestHere } from '../ingest-here.ts'
import { encryptedPdf } from '../malformed/encrypted-pdf.ts'
import { madeEml, madeZip } from '../pipeline/read/made-files.ts'
import { opfolgHere } from './run-here.ts'
import { built, opfolg } from './run-opfolg.ts'

const letter = readFileSync(join(packageRoot, 'test/letters/vejen.txt'))
const other = readFileSync(join(packageRoot, 'test/letters/frederikssund.txt'))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-originals-'))
  mkdirSync(join(folder, 'letters'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Uint8Array) =>
  writeFileSync(join(folder, 'letters', name), content)
const withStore = <T>(work: (store: ReturnType<typeof openStore>) => T): T => {
  const store = openStore(join(folder, 'opfolg.db'))
  try {
    return work(store)
  } finally {
    store.close()
  }
}
const shas = () =>
  withStore((store) => store.prepare('SELECT sha256 FROM file ORDER BY path').pluck().all() as string[])
const archived = () =>
  readdirSync(join(folder, 'opfolg-originals'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('.'))
    .sort()
const pathOf = (sha256: string) => withStore((store) => originalOf(store, sha256)) as string
const verify = async () => {
  const { status, stdout } = await opfolgHere(folder, ['verify', '--json'])
  const { problems, remarks, checked } = JSON.parse(stdout)
  const codes = (list: { code: string }[]) => list.map(({ code }) => code)
  return { status, problems: codes(problems), remarks: codes(remarks), checked }
}

test('what is recorded is kept, files in mails and ZIPs with what they came in', async () => {
  write('a.txt', letter)
  write(
    'b.eml',
    madeEml({ body: 'Se filen.', attachments: [{ name: 'x.zip', content: madeZip({ 'y.md': other }) }] }),
  )
  write('no.txt', 'mælk\nsmør')
  await opfolg(folder, ['ingest', '.'])
  const [own, inner] = shas() as [string, string]
  expect(readFileSync(pathOf(own))).toEqual(letter)
  expect(pathOf(own)).toMatch(/opfolg-originals\/(..)\/\1.{62}\.txt$/)
  expect(readFileSync(pathOf(inner))).toEqual(other)
  expect(pathOf(inner)).toMatch(/\.md$/)
  const [outer, ...more] = withStore((store) => outersOf(store, inner)) as [string]
  expect(more).toEqual([])
  expect(readFileSync(pathOf(outer))).toEqual(readFileSync(join(folder, 'letters/b.eml')))
  expect(archived()).toHaveLength(3)
  expect(await verify()).toMatchObject({ status: 0, problems: [], remarks: [], checked: { originals: 3 } })
  // the archive lies in the folder that is ingested, and is not ingested itself
  const again = await opfolg(folder, ['ingest', '.'])
  expect(again.stderr).toContain('0 stored, 2 known already, 1 not read')
})

test('a file recorded before there was an archive is kept when it is ingested again', async () => {
  write('a.txt', letter)
  await opfolg(folder, ['ingest', 'letters'])
  rmSync(join(folder, 'opfolg-originals'), { recursive: true })
  withStore((store) => store.exec('DELETE FROM original'))
  expect(await verify()).toMatchObject({ status: 3, problems: ['original-missing'] })
  await opfolg(folder, ['ingest', 'letters'])
  expect(await verify()).toMatchObject({ status: 0, problems: [] })
})

test('an ingest killed between the original and its record is finished by the next one', async () => {
  write('a.txt', letter)
  await opfolg(folder, ['ingest', 'letters'])
  rmSync(join(folder, 'opfolg.db'))
  await opfolgHere(folder, ['list', 'letters'])
  expect(await verify()).toMatchObject({ status: 0, problems: [], remarks: ['original-without-record'] })
  await opfolg(folder, ['ingest', 'letters'])
  expect(await verify()).toMatchObject({ status: 0, remarks: [] })
})

describe('verify', () => {
  const cases: [string, (path: string) => void, string[]][] = [
    ['an original that is missing', (path) => rmSync(path), ['original-missing']],
    [
      'one byte altered',
      (path) => {
        const bytes = readFileSync(path)
        bytes[100] = (bytes[100] as number) ^ 1
        rmSync(path)
        writeFileSync(path, bytes)
      },
      ['original-altered'],
    ],
    [
      'cut short',
      (path) => {
        rmSync(path)
        writeFileSync(path, letter.subarray(0, 50))
      },
      ['original-altered'],
    ],
    [
      'a folder in its place',
      (path) => {
        rmSync(path)
        mkdirSync(path)
      },
      ['original-altered'],
    ],
    [
      'a pipe in its place',
      (path) => {
        rmSync(path)
        spawnSync('mkfifo', [path])
      },
      ['original-altered'],
    ],
    ['another name', (path) => renameSync(path, path.replace('.txt', '.pdf')), ['original-missing']],
    ['a file of somebody else', (path) => writeFileSync(join(path, '../notes.txt'), 'x'), ['unknown-file']],
    [
      'a file named as an original that it is not',
      (path) => writeFileSync(join(path, `../${'0'.repeat(64)}.txt`), 'x'),
      ['unknown-file'],
    ],
    [
      'words of a letter changed',
      () => withStore((store) => store.exec("UPDATE letter SET text = replace(text, 'vil', 'vul')")),
      ['text-altered', 'quote-altered'],
    ],
    [
      'a page changed',
      () => withStore((store) => store.exec("UPDATE page SET text = replace(text, 'vil', 'vul')")),
      ['text-altered'],
    ],
    [
      'a quote changed',
      () => withStore((store) => store.exec("UPDATE commitment SET quote = quote || '!' WHERE seq = 1")),
      ['quote-altered'],
    ],
    [
      'the place of a time changed',
      () =>
        withStore((store) =>
          store.exec('UPDATE commitment_time SET span_start = span_start + 1 WHERE rowid = 1'),
        ),
      ['quote-altered'],
    ],
    ['a page removed', () => withStore((store) => store.exec('DELETE FROM page')), ['text-altered']],
    [
      'a reference to nothing',
      () =>
        withStore((store) => {
          store.pragma('foreign_keys = OFF')
          store.exec("UPDATE issue SET letter_id = 'x'; INSERT INTO link VALUES ('x', 'y', 'z')")
        }),
      ['database-damaged'],
    ],
    [
      'unreadable JSON',
      () => withStore((store) => store.exec("UPDATE letter SET facts = '{'")),
      ['text-altered'],
    ],
  ]

  let sound: string
  beforeAll(async () => {
    sound = mkdtempSync(join(tmpdir(), 'opfolg-originals-'))
    const path = join(sound, 'a.txt')
    writeFileSync(path, letter)
    const store = openStore(join(sound, 'opfolg.db'))
    expect(await ingestHere(store, [path], '2026-01-01T00:00:00.000Z')).toEqual([])
    store.close()
  })
  afterAll(() => rmSync(sound, { recursive: true }))

  test.each(cases)('%s', (_, change, expected) => {
    cpSync(sound, folder, { recursive: true })
    expect(withStore(verifyStore)).toMatchObject({ problems: [], remarks: [], checked: { originals: 1 } })
    change(pathOf(shas()[0] as string))
    const { problems } = withStore(verifyStore)
    expect([...new Set(problems.map(({ code }) => code))].sort()).toEqual(expected.sort())
    for (const { subject, message, advice } of problems)
      for (const words of [subject, message, advice]) expect(words).not.toBe('')
  })

  test('problems are named, status 3', async () => {
    write('a.txt', letter)
    await opfolg(folder, ['ingest', 'letters'])
    expect((await opfolgHere(folder, ['verify'])).stdout).toMatch(
      /^1 letter and .* 1 original as kept; all is well\n$/,
    )
    rmSync(pathOf(shas()[0] as string))
    const { status, stdout } = await opfolgHere(folder, ['verify'])
    expect(stdout).toMatch(/^.*a\.txt: .*\.txt is missing; ingest the file again.*\n.*1 problem\n$/)
    expect(status).toBe(3)
  })

  test('a database that is not there is none', async () => {
    const { status, stderr } = await opfolgHere(folder, ['verify'])
    expect(stderr).toContain('no such database')
    expect(status).toBe(2)
    expect(readdirSync(folder)).toEqual(['letters'])
  })

  test('a damaged database file', async () => {
    write('a.txt', letter)
    await opfolg(folder, ['ingest', 'letters'])
    const path = join(folder, 'opfolg.db')
    const bytes = readFileSync(path)
    bytes.fill(0xff, 8192, 40_000)
    writeFileSync(path, bytes)
    const { status, stdout, stderr } = await opfolgHere(folder, ['verify'])
    expect(status).not.toBe(0)
    expect(`${stdout}${stderr}`).toMatch(/damaged|malformed|the database:/)
  })
})

describe('an archive that cannot be written', () => {
  test('without permission: one line, nothing stored, status 2', async () => {
    write('a.txt', letter)
    chmodSync(folder, 0o777)
    mkdirSync(join(folder, 'opfolg-originals'), { mode: 0o555 })
    const { status, stderr } = await opfolg(folder, ['ingest', 'letters'], { unprivileged: true })
    expect(stderr).toMatch(
      /^opfolg: .*opfolg-originals: originals cannot be kept there \(E\w+\); check .*\n$/,
    )
    expect(status).toBe(2)
    expect(shas()).toEqual([])
  })

  test('a full disk: one line, nothing stored, status 1', async () => {
    // a PDF is larger than what little is recorded of it: a limit in between stops the archive alone
    const pdf = readFileSync(join(packageRoot, 'test/letters/pdf/koege.pdf'))
    write('a.pdf', Buffer.concat([pdf, Buffer.alloc(3_000_000)]))
    const kilobytes = 2000
    const run = `ulimit -f ${kilobytes}; exec "$0" "$@"`
    const program = [process.execPath, join(built, 'cli/opfolg.js'), 'ingest', 'letters']
    const child = spawn('sh', ['-c', run, ...program], { cwd: folder })
    let stderr = ''
    child.stderr.on('data', (text) => {
      stderr += text
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect(stderr).toMatch(
      /opfolg: failed: .*opfolg-originals: no room for the original \(EFBIG\); free some .*\n$/,
    )
    expect(status).toBe(1)
    expect(shas()).toEqual([])
    expect(readdirSync(join(folder, 'opfolg-originals/unfinished'))).toEqual([])
  })
})

test('several ingests at once keep each original once', async () => {
  copyFileSync(join(packageRoot, 'test/letters/pdf/koege.pdf'), join(folder, 'letters/k.pdf'))
  write('a.txt', letter)
  write('b.txt', other)
  const runs = await Promise.all(Array.from({ length: 3 }, () => opfolg(folder, ['ingest', 'letters'])))
  expect(runs.map(({ status }) => status)).toEqual([0, 0, 0])
  expect(archived()).toHaveLength(3)
  expect(await verify()).toMatchObject({ status: 0, problems: [], remarks: [] })
})

test('an encrypted PDF is read with its password, given or from the environment', async () => {
  write('a.pdf', encryptedPdf('hemmelig', 'ejer'))
  const refused = await opfolg(folder, ['ingest', 'letters'])
  expect(refused.stderr).toContain('the PDF is encrypted; give its password with --password')
  expect(refused.status).toBe(3)
  const wrong = await opfolg(folder, ['ingest', '--password', 'x', 'letters'])
  expect(wrong.stderr).toContain('no password given opens it')
  const read = await opfolg(folder, ['ingest', '--password', 'x', '--password', 'hemmelig', 'letters'])
  expect(read.stderr).toContain('1 stored')
  rmSync(join(folder, 'opfolg.db'))
  const known = await opfolg(folder, ['ingest', 'letters'], { env: { OPFOLG_PDF_PASSWORD: 'hemmelig' } })
  expect(known.stderr).toContain('1 stored')
  const [{ id }] = JSON.parse((await opfolgHere(folder, ['list', 'letters', '--json'])).stdout)
  const draw = (...more: string[]) => opfolgHere(folder, ['show', id, '--page-image', 'side.png', ...more])
  expect((await draw()).stderr).toContain('the PDF is encrypted; give its password with --password')
  expect((await draw('--password', 'hemmelig')).stderr).toBe('side.png: page 1 of a.pdf\n')
})
