import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { openStore } from '../../store/open.ts'
import { readLetters } from '../../store/read-letters.ts'
import { madeEml, madeOle, madeZip } from '../pipeline/read/made-files.ts'
import { dump } from '../store/dump.ts'
import { opfolg } from './run-opfolg.ts'

const sample = (name: string) => readFileSync(join(packageRoot, 'test/letters', name))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-cli-'))
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

test('a logo in a mail that is no letter is left out and named, and is no failure', async () => {
  const logo = Buffer.from('GIF89a\u0064\0\u0020\0', 'latin1')
  const attachments = [
    { name: 'logo.gif', content: logo, type: 'image/gif' },
    { name: 'vejen.txt', content: sample('vejen.txt') },
  ]
  write('mail.eml', madeEml({ body: 'Se filen.', attachments }))
  const { status, stderr } = await opfolg(folder, ['ingest', 'letters'])
  expect(stderr.trim().split('\n')).toEqual([
    'letters/mail.eml: no letter itself (a small picture left out: logo.gif)',
    expect.stringMatching(/^letters\/mail\.eml\/vejen\.txt: 1 letter, /),
    '1 stored, 0 known already, 0 not read',
  ])
  expect(status).toBe(0)
})

test('letters in mails and ZIPs: one line each, refusals named with where they lie, status 3', async () => {
  const attachments = [
    { name: 'redegørelse.docx', content: sample('docx/roskilde.docx') },
    { name: 'gammel.doc', content: madeOle(['WordDocument']) },
  ]
  write('mail.eml', madeEml({ body: 'Se filen.', attachments }))
  write('breve.zip', madeZip({ '../vejen.txt': sample('vejen.txt'), 'billede.png': '\u0089PNG' }))
  write('koege.docx', sample('docx/koege.docx'))

  const first = await opfolg(folder, ['ingest', 'letters'])
  expect(first.stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^letters\/breve\.zip\/vejen\.txt: 1 letter, /),
    expect.stringMatching(/^letters\/breve\.zip\/billede\.png: not read: .*; /),
    expect.stringMatching(/^letters\/koege\.docx: 1 letter, \d+ commitments/),
    expect.stringMatching(/^letters\/mail\.eml\/redegørelse\.docx: 1 letter, \d+ commitments/),
    expect.stringMatching(
      /^letters\/mail\.eml\/gammel\.doc: not read: an old Word file \(\.doc\); open it in Word/,
    ),
    '3 stored, 0 known already, 2 not read',
  ])
  expect(first).toMatchObject({ status: 3, stdout: '' })

  const files = withStore((store) => readLetters(store)).flatMap(({ sources }) =>
    sources.map(({ file }) => file),
  )
  expect(files.sort()).toEqual(['breve.zip/vejen.txt', 'koege.docx', 'mail.eml/redegørelse.docx'])

  const before = withStore(dump)
  const again = await opfolg(folder, ['ingest', 'letters'])
  expect(again.stderr).toContain('0 stored, 3 known already, 2 not read')
  expect(again.status).toBe(3)
  expect(withStore(dump)).toBe(before)
})

test('the same file by itself and in a mail is one file', async () => {
  const content = sample('vejen.txt')
  write('a.txt', content)
  write('b.eml', madeEml({ body: 'Se filen.', attachments: [{ name: 'x.txt', content }] }))
  const { stderr, status } = await opfolg(folder, ['ingest', 'letters'])
  expect(stderr).toContain('letters/b.eml/x.txt: known already')
  expect(status).toBe(0)
})

test('a mail that is no letter and carries nothing is said so', async () => {
  write('a.eml', madeEml({ body: 'Se filen.' }))
  const { stderr, status } = await opfolg(folder, ['ingest', 'letters'])
  expect(stderr).toContain('letters/a.eml: not read: no letter found in it')
  expect(status).toBe(3)
})

test('a mail that is the letter has the facts of its head; older mails below are quoted', async () => {
  const [, subject, body] = /Emne: (.*)\n\n([\s\S]*)/.exec(sample('customs/mail-thread.txt').toString()) ?? []
  const head = [
    'From: Karen Holm-Madsen <kahm@assens.dk>',
    `Subject: =?utf-8?B?${Buffer.from(subject ?? '').toString('base64')}?=`,
  ]
  write('svar.eml', madeEml({ head, body: body ?? '' }))
  await opfolg(folder, ['ingest', 'letters'])
  const mail = withStore((store) => readLetters(store))[0]
  rmSync(join(folder, 'opfolg.db'))
  rmSync(join(folder, 'letters/svar.eml'))
  write('svar.txt', sample('customs/mail-thread.txt'))
  await opfolg(folder, ['ingest', 'letters'])
  const text = withStore((store) => readLetters(store))[0]
  expect(mail).toMatchObject({ date: '2019-05-14', municipality: { name: 'Assens' } })
  const facts = (letter: typeof mail) => {
    const { kind, date, municipality, subject, signatories, caseNumbers, commitments } = letter ?? {}
    return {
      kind,
      date,
      municipality,
      subject,
      signatories,
      caseNumbers,
      quotes: commitments?.map(({ quote }) => quote),
    }
  }
  expect(facts(mail)).toEqual(facts(text))
})
