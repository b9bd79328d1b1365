import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { type Verdict, verdictSchema } from '../../schemas/verdict.ts'
import { opfolgHere } from './run-here.ts'
import { copySampleDatabase } from './sample-database.ts'

const samples = join(packageRoot, 'data/sample-figures')
const sample = (day: string) => join(samples, `demo-ret-og-pligt-hentet-${day}.csv`)
const share = 'Andel uden aktivt tilbud ved ret og pligt (pct.)'

let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-'))
  await copySampleDatabase(folder)
  return () => rmSync(folder, { recursive: true })
})
const file = (name: string, text: string) => writeFileSync(join(folder, name), text)
const importDay = (day: string) =>
  opfolgHere(folder, ['import-data', sample(day), '--retrieved', day, '--source', 'demo'])
const verdicts = async (...more: string[]): Promise<Verdict[]> =>
  JSON.parse((await opfolgHere(folder, ['verdicts', '--period', '2018M12', '--json', ...more])).stdout)

test('a file is imported and says what was understood and what was left out', async () => {
  const { status, stdout } = await importDay('2018-11-05')
  expect(status).toBe(0)
  for (const line of [
    /^retrieved +2018-11-05 \(as you say\)$/m,
    /^indicator +uden-tilbud-ret-og-pligt, column 'Ret og pligt: Andel/m,
    /^periods +2018M04, 2018M09$/m,
    /^areas +9 municipalities and the country$/m,
    /^figures +19 values, 0 missing, 1 withheld$/m,
    /^left out +Uoplyst område \(unknown area\): not a municipality \(2\)$/m,
    /^left out +column 'Ret og pligt: Antal personer/m,
    /^stored +20$/m,
  ])
    expect(stdout).toMatch(line)
  expect((await importDay('2018-11-05')).stdout).toMatch(/^stored +nothing: it is there already$/m)
})

test('a dry run stores nothing and needs no database', async () => {
  rmSync(join(folder, 'opfolg.db'))
  const { status, stdout } = await opfolgHere(folder, [
    'import-data',
    sample('2018-06-08'),
    '--dry-run',
    '--json',
  ])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ values: 10, stored: 0, dryRun: true, retrievedBy: 'today' })
  const list = await opfolgHere(folder, ['data', 'list', '--json'])
  expect(JSON.parse(list.stdout)).toEqual([])
})

test('a workbook with title rows names the day itself', async () => {
  const path = join(samples, 'demo-passivandel-hentet-2019-02-04.xlsx')
  const { stdout } = await opfolgHere(folder, ['import-data', path, '--json'])
  expect(JSON.parse(stdout)).toMatchObject({
    retrieved: '2019-02-04',
    retrievedBy: 'file',
    values: 28,
    withheld: 2,
  })
})

test.each<[string, string, string[], RegExp]>([
  ['an unknown municipality', `Area;Periode;${share}\nKøbe;2018M12;1\n`, [], /nearest name is Køge/],
  [
    'half a naming',
    'Area;Periode;Uden\nKøge;2018M12;1,5\n',
    ['--column', 'Uden'],
    /--column Uden: write it as/,
  ],
])('%s: one clear line, nothing stored', async (_, text, options, message) => {
  file('tal.csv', text)
  const { status, stdout, stderr } = await opfolgHere(folder, ['import-data', 'tal.csv', ...options])
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(message)])
  expect(JSON.parse((await opfolgHere(folder, ['data', 'list', '--json'])).stdout)).toEqual([])
})

test.each<[string[], RegExp]>([
  [['import-data'], /name a file of figures/],
  [['import-data', 'nowhere.csv'], /nowhere.csv: there is no such file/],
  [['data', 'all'], /use list or changes/],
  [['data', 'list', '--indicator', 'x'], /one of uden-tilbud-ret-og-pligt/],
  [['verdicts', '--period', '2018M13'], /not a period/],
  [['verdict', 'aed', '--period', '2018M12', '--confirm'], /--by NAME/],
  [['verdict', 'aed', '--period', '2018M12', '--by', 'NN', '--set', 'met'], /--reason/],
  [['verdict', 'aed', '--period', '2018M12', '--by', 'NN', '--set', 'ja', '--reason', 'x'], /not a verdict/],
])('%j is refused in one line', async (args, message) => {
  const { status, stderr } = await opfolgHere(folder, args)
  expect(status).toBe(2)
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(message)])
})

test('the service is asked with the token of the environment', async () => {
  const answer = { columns: ['Periode', 'Område', 'Aktiveringsgrad'], rows: [['2018M12', 'Køge', 24.9]] }
  const asked: (string | undefined)[] = []
  const server = createServer(({ headers }, response) => {
    asked.push(headers.authorization)
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  process.env.OPFOLG_JOBINDSATS_TOKEN = 'hemmelig'
  const args = ['--from-api', 'Y60C07', '--period', '2018M12', '--base-url', `http://127.0.0.1:${port}`]
  const { status, stdout } = await opfolgHere(folder, ['import-data', ...args])
  delete process.env.OPFOLG_JOBINDSATS_TOKEN
  server.close()
  expect([status, asked]).toEqual([0, ['Bearer hemmelig']])
  expect(stdout).toMatch(/^source +jobindsats.dk$/m)
  expect(stdout).not.toContain('hemmelig')
})

test('the sample figures give the verdicts of December 2018', async () => {
  await importDay('2019-02-04')
  const found = await verdicts()
  for (const one of found) expect(verdictSchema.parse(one)).toEqual(one)
  const ofDue = (name: string, day: string) =>
    found
      .filter(({ municipality, dueDay }) => municipality.name === name && dueDay === day)
      .map((one) => one.verdict)
  expect(ofDue('Køge', '2019-02-08')).toEqual(['not-due-yet'])
  expect(ofDue('Hillerød', '2018-07-01')).toEqual(['met'])
  expect(ofDue('Brøndby', '2018-12-31')).toEqual(['not-measurable'])
  expect(ofDue('Rudersdal', '2018-10-01')).toEqual(['not-measurable'])
  expect(ofDue('Faaborg-Midtfyn', '2018-09-01')).toEqual(['not-met', 'not-measurable', 'not-measurable'])
  expect(found.find(({ municipality }) => municipality.name === 'Roskilde')?.reason).toContain('hvor stor')
  expect(found.map(({ verdict, proposed }) => verdict === proposed)).not.toContain(false)
  const koege = await verdicts('--municipality', 'koege')
  expect(koege.length).toBeGreaterThan(1)
  expect(new Set(koege.map(({ municipality }) => municipality.code))).toEqual(new Set(['0259']))
})

test('a person decides; the decision stands, is logged, and tells when its figure moved', async () => {
  await importDay('2019-02-04')
  const [before] = (await verdicts('--municipality', 'Hillerød')).filter(({ verdict }) => verdict === 'met')
  const id = before?.commitmentId ?? ''
  const decide = (...more: string[]) =>
    opfolgHere(folder, ['verdict', id.slice(0, 8), '--period', '2018M12', '--by', 'A. Andersen', ...more])
  expect((await decide('--confirm')).stdout).toMatch(/decision +confirmed by A. Andersen/)
  const confirmed = (await verdicts()).find(({ commitmentId }) => commitmentId === id)
  expect(confirmed).toMatchObject({
    verdict: 'met',
    decision: { action: 'confirmed', by: 'A. Andersen', basisChanged: false },
  })
  const moved = readFileSync(sample('2019-02-04'), 'utf8').replace(
    'Hillerød;2018M12;A-dagpenge;241;17,6',
    'Hillerød;2018M12;A-dagpenge;241;21,0',
  )
  file('later.csv', moved)
  await opfolgHere(folder, ['import-data', 'later.csv', '--retrieved', '2019-03-04'])
  expect((await verdicts()).find(({ commitmentId }) => commitmentId === id)).toMatchObject({
    verdict: 'met',
    proposed: 'not-met',
    decision: { basisChanged: true },
  })
  const { stdout: changes } = await opfolgHere(folder, ['data', 'changes'])
  expect(changes).toMatch(
    new RegExp(`Hillerød +2018M12 +- +17.6 pct +2019-02-04 +21 pct +2019-03-04 +verdict ${id} `),
  )
  const set = await decide('--set', 'not-met', '--reason', 'tallet er ændret')
  expect(set.stdout).toMatch(/2018M12 not-met \(ikke holdt\)/)
  const { decisions } = JSON.parse((await opfolgHere(folder, ['show', id, '--json'])).stdout)
  expect(decisions).toMatchObject([
    { action: 'verdict-confirmed', who: 'A. Andersen', changes: [{ before: 'met', after: 'met' }] },
    { action: 'verdict-set', reason: 'tallet er ændret', changes: [{ before: 'met', after: 'not-met' }] },
  ])
  expect((await opfolgHere(folder, ['show', id])).stdout).toContain('verdict 2018M12: met → not-met')
})

test('only expectations and goals have a verdict', async () => {
  const { stdout } = await opfolgHere(folder, ['list', 'commitments', '--kind', 'initiative', '--json'])
  const [{ id }] = JSON.parse(stdout)
  const { status, stderr } = await opfolgHere(folder, [
    'verdict',
    id,
    '--period',
    '2018M12',
    '--confirm',
    '--by',
    'NN',
  ])
  expect([status, stderr]).toEqual([2, expect.stringContaining('figures cannot tell about it')])
})
