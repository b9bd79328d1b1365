import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { exportSchema } from '../../schemas/export.ts'
import { openStore } from '../../store/open.ts'
import { readLetters } from '../../store/read-letters.ts'
import { opfolgHere } from './run-here.ts'
import { opfolg, type Run } from './run-opfolg.ts'
import { copySampleDatabase } from './sample-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'opfolg-commands-'))
const run = (...args: string[]): Promise<Run> => opfolgHere(folder, args)
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout)

beforeAll(async () => {
  await copySampleDatabase(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const letters = () => {
  const store = openStore(join(folder, 'opfolg.db'))
  const read = readLetters(store)
  store.close()
  return read
}
const koege = () => {
  const found = letters().find(
    ({ kind, municipality }) => kind === 'statement' && municipality?.name === 'Køge',
  )
  if (!found) throw new Error("Køge's statement was not found")
  return found
}

test('the export has the form of the contract, and is the same each time', async () => {
  const { stdout, status } = await run('export', '--format', 'json')
  expect(status).toBe(0)
  const parsed = exportSchema.safeParse(JSON.parse(stdout))
  expect(parsed.error).toBeUndefined()
  expect(parsed.data?.letters).toHaveLength(letters().length)
  expect((await run('export')).stdout).toBe(stdout)
})

test('the export as CSV goes to a file, with a byte order mark on request', async () => {
  const { stdout } = await run('export', '--format', 'csv', '--bom', '--out', 'out.csv')
  expect(stdout).toBe('')
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toMatch(/^\ufeffletter_id,/)
})

describe('list', () => {
  test('letters by kind and municipality', async () => {
    const found = await json('list', 'letters', '--municipality', 'køge', '--kind', 'statement')
    expect(found).toMatchObject([{ id: koege().id, date: '2018-08-08' }])
  })

  test('commitments by status', async () => {
    const found = await json('list', 'commitments', '--status', 'planned', '--municipality', '0259')
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map((one: { status: string }) => one.status))).toEqual(new Set(['planned']))
  })

  test('deadlines within days, the first first', async () => {
    const found = await json('list', 'deadlines', '--due-after', '2018-08-31', '--due-before', '2019-01-01')
    const due: string[] = found.map((one: { due: string }) => one.due)
    expect(due.length).toBeGreaterThan(0)
    expect(due).toEqual([...due].sort())
    expect(due.every((day) => day > '2018-08-31' && day < '2019-01-01')).toBe(true)
  })

  test('a table has one line a record, and nothing on stderr', async () => {
    const { stdout, stderr } = await run('list', 'letters')
    expect(stdout.trim().split('\n')).toHaveLength(letters().length + 1)
    expect(stdout).not.toContain('\u001b')
    expect(stderr).toBe('')
  })
})

test('show: the words in their paragraph, file, page, rule', async () => {
  const commitment = koege().commitments.find(({ quote }) => quote.includes('senest om 6 måneder'))
  const { stdout } = await run('show', commitment?.id ?? '')
  expect(stdout).toContain('2019-02-08')
  expect(stdout).toContain('koege-2018-08-08.md, page 1')
  expect(stdout).toMatch(/«/)
  const record = await json('show', commitment?.id ?? '')
  expect(record.paragraph.words.replaceAll('\n', ' ')).toBe(commitment?.quote)
  expect((await run('show', koege().id)).stdout).toContain('Bjarne Andersen, Arbejdsmarkedschef')
})

test('search finds letters and commitments', async () => {
  const found = await json('search', 'KarrierePAS')
  expect(new Set(found.map((hit: { record: string }) => hit.record))).toEqual(
    new Set(['letter', 'commitment']),
  )
})

test('show --page-image: a page is drawn; where that is not possible it is said why', async () => {
  const own = mkdtempSync(join(tmpdir(), 'opfolg-page-'))
  const there = (...args: string[]) => opfolg(own, args)
  try {
    copyFileSync(join(packageRoot, 'test/letters/pdf/koege.pdf'), join(own, 'brev.pdf'))
    await there('ingest', 'brev.pdf')
    const [letter] = JSON.parse((await there('list', 'letters', '--json')).stdout)
    const drawn = await there('show', letter.id, '--page-image', 'page.png', '--page', '2')
    expect(drawn).toMatchObject({ status: 0, stderr: 'page.png: page 2 of brev.pdf\n' })
    expect(drawn.stdout).toContain('Bjarne Andersen')
    expect(readFileSync(join(own, 'page.png')).subarray(1, 4).toString()).toBe('PNG')
    for (const [args, said] of [
      [['--page-image', 'no/such/page.png'], /cannot be written \(ENOENT\)/],
      [['--page-image', 'page.png', '--page', '3'], /--page 3: the letter lies on page 1, 2 of brev.pdf/],
      [['--page-image', 'page.png', '--page', 'x'], /--page x/],
      [['--page', '1'], /name a file with --page-image/],
    ] as const) {
      const { status, stdout, stderr } = await there('show', letter.id, ...args)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(said)
    }
    // drawn from the archive; without that from where the file lay
    rmSync(join(own, 'brev.pdf'))
    expect((await there('show', letter.id, '--page-image', 'page.png')).status).toBe(0)
    rmSync(join(own, 'opfolg-originals'), { recursive: true })
    const { stderr } = await there('show', letter.id, '--page-image', 'page.png')
    expect(stderr).toMatch(/brev.pdf: cannot be drawn: the file is not there any more; put it back/)
  } finally {
    rmSync(own, { recursive: true })
  }
  const { status, stderr } = await run('show', koege().id, '--page-image', 'page.png')
  expect(status).toBe(2)
  expect(stderr).toMatch(/only PDF files and pictures have pages that can be drawn/)
})

test('review: decided, logged, and shown', async () => {
  const { id } = koege().commitments[0] ?? { id: '' }
  const args = [
    'review',
    id,
    '--set',
    'status=done',
    '--set',
    'deadline=2018-12-31',
    '--by',
    'Anna',
    '--reason',
    'ringet',
  ]
  expect((await run(...args)).status).toBe(0)
  const record = await json('show', id)
  expect(record).toMatchObject({
    review: 'edited',
    status: 'done',
    times: [{ relation: 'by', end: '2018-12-31', rule: 'person', assumed: [] }],
  })
  const { stdout } = await run('show', id)
  expect(stdout).toMatch(/^\d{4}-\d\d-\d\dT\S+ Anna: edited \(ringet\)\n/m)
  expect(stdout).toMatch(/^ {2}review: proposed → edited\n/m)
  expect(stdout).toMatch(/^ {2}time: .+ → by 2018-12-31\n/m)
  expect(record.decisions).toMatchObject([{ who: 'Anna', reason: 'ringet' }])
  expect(await json('list', 'commitments', '--review', 'edited')).toHaveLength(1)
})

test('review: a deadline that is corrected keeps its words', async () => {
  const { id } = koege().commitments.find(({ quote }) => quote.includes('senest om 6 måneder')) ?? { id: '' }
  expect((await run('review', id, '--set', 'deadline=2019-03-01', '--by', 'Anna')).status).toBe(0)
  expect((await json('show', id)).times).toMatchObject([
    { quote: 'senest om 6 måneder', start: '2019-03-01', end: '2019-03-01', rule: 'person', assumed: [] },
  ])
  expect((await run('show', id)).stdout).toContain('  time: by 2019-02-08 → by 2019-03-01')
  const before = await json('show', id)
  const refused = await run('review', id, '--set', 'deadline=2019-02-30', '--by', 'Anna')
  expect(refused).toMatchObject({ status: 2, stdout: '' })
  expect(refused.stderr).toBe('opfolg: --set deadline 2019-02-30: not a day; write it as 2019-01-31\n')
  expect(await json('show', id)).toEqual(before)
})

test('explain: one term, or all', async () => {
  expect((await run('explain', 'kvittering')).stdout).toContain('acknowledgement')
  expect((await json('explain')).length).toBeGreaterThan(50)
})

describe('exit status', () => {
  test.each([
    [0, ['--help']],
    [0, ['list', '--help']],
    [2, []],
    [2, ['nonsense']],
    [2, ['ingest']],
    [2, ['ingest', 'nowhere']],
    [2, ['list', 'cats']],
    [2, ['list', 'letters', '--kind', 'cat']],
    [2, ['list', 'letters', '--municipality', 'Atlantis']],
    [2, ['list', 'letters', '--due-before', '2018-02-30']],
    [2, ['show', 'zzzz']],
    [2, ['show', "' OR 1=1"]],
    [2, ['search', '"""']],
    [2, ['export', '--format', 'docx']],
    [2, ['export', '--out', 'no/such/folder.json']],
    [2, ['explain', 'xyzzy']],
    [2, ['review', 'zzzz', '--confirm', '--by', 'Anna']],
    [2, ['review', 'zzzz', '--confirm']],
    [2, ['list', 'letters', '--db', '/nowhere/a.db']],
    [2, ['list', 'deadlines', '--due-after', '2019-02-29']],
    [2, ['time', 'om 6 måneder', '--reference', 'i går']],
    [2, ['time', 'om 6 måneder', '--reference', '2019-02-30']],
  ])('%i: opfolg %j', async (status, args) => {
    const found = await opfolg(folder, args)
    expect(found.status).toBe(status)
    if (status !== 0) expect(found.stdout).toBe('')
    expect(found.stderr).not.toMatch(/^\s+at /m)
  })
})
