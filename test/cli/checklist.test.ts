import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { type Checklist, checklistSchema } from '../../schemas/checklist.ts'
import { opfolgHere } from './run-here.ts'
import { built, type Run } from './run-opfolg.ts'
import { copySampleDatabase } from './sample-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'opfolg-checklist-'))
const run = (...args: string[]): Promise<Run> => opfolgHere(folder, args)
const json = async (...args: string[]): Promise<Checklist> =>
  checklistSchema.parse(JSON.parse((await run('checklist', ...args, '--format', 'json')).stdout))
const of = (checklist: Checklist, name: string) => {
  const entry = checklist.municipalities.find(({ municipality }) => municipality.name === name)
  if (!entry) throw new Error(`${name} is missing`)
  return entry
}

beforeAll(async () => {
  await copySampleDatabase(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the sample letters in December 2018', () => {
  test("Køge's six months are not over", async () => {
    const koege = of(await json('--period', '2018M12'), 'Køge')
    const expectation = koege.statement?.items.find(({ id }) => id === koege.expectation?.itemId)
    expect(expectation).toMatchObject({
      state: 'not-due',
      times: [{ quote: 'senest om 6 måneder', relation: 'by', end: '2019-02-08' }],
      evidence: { file: 'koege-2018-08-08.md', page: 1 },
    })
    expect(koege.next?.day).toBe('2019-02-08')
    expect(of(await json('--period', '2019M02'), 'Køge').expectation?.state).toBe('due')
  })

  test("Faaborg-Midtfyn's status belongs to the data of September", async () => {
    const checklist = await json('--period', '2018M12')
    expect(of(checklist, 'Faaborg-Midtfyn').announced).toMatchObject({
      month: '2018-09',
      relation: 'earlier',
    })
    for (const name of ['Brøndby', 'Hillerød', 'Køge', 'Rudersdal'])
      expect(of(checklist, name).announced).toMatchObject({ month: '2018-12', relation: 'this' })
    const september = of(await json('--period', '2018M09'), 'Faaborg-Midtfyn')
    expect(september.announced.relation).toBe('this')
  })

  test('Holbæk was asked and has not answered, Roskilde set no date, Brøndby did not sign', async () => {
    const checklist = await json('--period', '2018M12')
    expect(checklist.askedWithoutStatement.map(({ municipality }) => municipality.name)).toEqual(['Holbæk'])
    expect(of(checklist, 'Roskilde').issues.map(({ code }) => code)).toContain('no-compliance-date')
    expect(of(checklist, 'Brøndby').statement?.signatories).toMatchObject([
      { name: 'Kent Magelund', assumed: true },
    ])
  })

  test('as Markdown: the overview first, then each municipality with its quotes', async () => {
    const { stdout, stderr, status } = await run('checklist', '--period', '2018M12')
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
    expect(stdout).toMatch(/^# Tjekliste for december 2018 \(2018M12\)\n/)
    const headings = [...stdout.matchAll(/^## (.+)$/gm)].map((match) => match[1])
    expect(headings.slice(0, 4)).toEqual(['Overblik', 'Brøndby', 'Faaborg-Midtfyn', 'Hillerød'])
    expect(stdout).toMatch(/\| Køge \|.*senest 8\. februar 2019 \| ikke forfalden \|/)
    expect(stdout).toMatch(/senest om 6 måneder .+« \(`[0-9a-f]{10}`, koege-2018-08-08\.md s\. 1\)/)
    expect((await run('checklist', '--period', '2018M12')).stdout).toBe(stdout)
  })
})

test('every promise of the statements stands in the checklist', async () => {
  const checklist = await json('--period', '2018Q4')
  expect(checklist.period.code).toBe('2018Q04')
  const { letters } = JSON.parse((await run('export')).stdout)
  const promised = letters.flatMap((letter: { commitments: { id: string }[] }) =>
    letter.commitments.map(({ id }) => id),
  )
  const listed = checklist.municipalities
    .flatMap(({ statement, earlierStatements, plans }) => [statement, ...earlierStatements, ...plans])
    .flatMap((letter) => letter?.items.map(({ id }) => id) ?? [])
  expect(listed.sort()).toEqual(promised.sort())
})

test('--out writes into a folder that is made', async () => {
  const { stdout, stderr, status } = await run('checklist', '--period', '2018M12', '--out', 'new/lists')
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  expect(stderr).toContain('tjekliste-2018M12.md written')
  const all = (await run('checklist', '--period', '2018M12')).stdout
  expect(readFileSync(join(folder, 'new/lists/tjekliste-2018M12.md'), 'utf8')).toBe(all)
  const one = ['--municipality', 'køge', '--format', 'json', '--out', 'new']
  expect((await run('checklist', '--period', '2018q4', ...one)).status).toBe(0)
  const written = readFileSync(join(folder, 'new/tjekliste-2018Q04-0259.json'), 'utf8')
  expect(checklistSchema.parse(JSON.parse(written)).municipalities).toHaveLength(1)
})

test.each([
  [[], 'period'],
  [['--period', '2018M13'], '2018M13: not a period'],
  [['--period', '2018-12'], 'write it as 2018M12'],
  [['--period', '2018M12', '--format', 'pdf'], '--format pdf: not known'],
  [['--period', '2018M12', '--municipality', 'Atlantis'], 'Atlantis'],
  [['--period', '2018M12', '--out', 'a-file'], 'a-file: cannot be written'],
  [['--period', '2018M12', '--out', '/proc/none/there'], '/proc/none/there: cannot be written'],
])('checklist %j is a wrong command line', async (args, message) => {
  writeFileSync(join(folder, 'a-file'), '')
  const { status, stdout, stderr } = await run('checklist', ...args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(message)
})

test('npm run demo reads the sample letters and writes the checklist', () => {
  const { status, stdout } = spawnSync(process.execPath, [join(built, 'cli/demo.js')], {
    cwd: packageRoot,
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(stdout).toMatch(/^[0-9a-f]{10} +Køge +compliance +planned +2019-02-08/m)
  for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(120)
  expect(readFileSync(join(packageRoot, 'out/tjekliste-2018M12.md'), 'utf8')).toContain('## Køge')
})
