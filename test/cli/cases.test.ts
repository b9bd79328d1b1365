import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { letterAssessmentSchema } from '../../schemas/assessment.ts'
import { caseSchema, casesSchema } from '../../schemas/case.ts'
import { opfolgHere } from './run-here.ts'
import type { Run } from './run-opfolg.ts'
import { copySampleDatabase } from './sample-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'opfolg-cases-'))
const run = (...args: string[]): Promise<Run> => opfolgHere(folder, args)
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout)
const koege = async () => caseSchema.parse((await json('case', 'Køge', '--today', '2018-12-01'))[0])
const statementOf = async () =>
  (await koege()).steps.find(({ kind }) => kind === 'further-statement')?.letterId ?? ''

beforeAll(async () => {
  await copySampleDatabase(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the cases of all municipalities', async () => {
  const { cases } = casesSchema.parse(await json('cases', '--today', '2018-12-01'))
  expect(cases.map(({ municipality }) => municipality.name)).toEqual([
    'Brøndby',
    'Faaborg-Midtfyn',
    'Hillerød',
    'Holbæk',
    'Køge',
    'Roskilde',
    'Rudersdal',
  ])
  const { stdout } = await run('cases', '--today', '2018-12-01')
  expect(stdout).toContain('Holbæk')
})

test('a case is found by municipality, by its id, and by a letter of it', async () => {
  const found = await koege()
  for (const what of ['koege', '259', found.id, await statementOf()])
    expect((await json('case', what, '--today', '2018-12-01'))[0]?.id).toBe(found.id)
  const { stdout } = await run('case', 'Køge', '--today', '2018-12-01')
  expect(stdout).toMatch(/^maj 2018 +redegørelse +MANGLER HER$/m)
  expect(stdout).toContain('Næste dato: 31. januar 2019')
})

test('an orientation stands in the cases of all the municipalities it names', async () => {
  const orientation = (await koege()).steps.find(({ kind }) => kind === 'orientation')?.letterId ?? ''
  expect(await json('case', orientation)).toHaveLength(7)
})

test('an assessment is proposed, and settled by a person', async () => {
  const id = await statementOf()
  const before = letterAssessmentSchema.parse((await json('assess', id)).letter)
  expect(before).toMatchObject({ proposal: 'sufficient', decision: null })
  expect((await run('assess', id)).stdout).toContain('Forslag: fyldestgørende')
  const decided = ['--by', 'Anna', '--reason', 'kun på vej']
  expect((await run('assess', id, '--question', 'compliance', '--set', 'vague', ...decided)).status).toBe(0)
  const after = letterAssessmentSchema.parse((await json('assess', id)).letter)
  expect(after.questions[2]).toMatchObject({ proposal: 'answered', answer: 'vague' })
  expect(after.outcome).toBe('ask-again')
  expect((await run('assess', id, '--accept', ...decided)).stdout).toContain('Afgjort: fyldestgørende, Anna')
})

test('the calendar is read by another program, and the same when nothing changed', async () => {
  const [one, two] = [join(folder, 'one.ics'), join(folder, 'two.ics')]
  expect((await run('calendar', '--out', one)).status).toBe(0)
  expect((await run('calendar', '--out', two)).status).toBe(0)
  const text = readFileSync(one, 'utf8')
  expect(readFileSync(two, 'utf8')).toBe(text)
  expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').length).toBeGreaterThan(20)
})

test('a letter is moved into another case and back', async () => {
  const id = await statementOf()
  const roskilde = (await json('case', 'Roskilde'))[0].steps.find(
    ({ kind }: { kind: string }) => kind === 'statement',
  ).letterId
  const decided = ['--by', 'Anna', '--reason', 'forkert kommune']
  const moved = await json('case', id, '--with', roskilde, ...decided)
  expect(moved[0].municipality.name).toBe('Roskilde')
  const plan = (await koege()).plans[0]?.letterId ?? ''
  expect((await run('case', plan, '--with', roskilde, ...decided)).status).toBe(2)
  const acknowledgement = (await koege()).steps.find(({ kind }) => kind === 'acknowledgement')?.letterId
  expect((await json('case', id, '--with', acknowledgement ?? '', ...decided))[0].municipality.name).toBe(
    'Køge',
  )
  expect((await koege()).steps.find(({ letterId }) => letterId === id)?.placedBy).toBe('person')
  expect((await run('show', id)).stdout).toMatch(/decided .*Anna: case-moved \(forkert kommune\)/)
})

test.each<[string, string[], RegExp]>([
  ['no such municipality', ['case', 'Køgge'], /nearest name is Køge/],
  ['a municipality without letters', ['case', 'Aalborg'], /no letter to or from it/],
  ['no such case', ['case', '0259-ffffff'], /no letter or commitment has this id/],
  ['no day', ['cases', '--today', '2018-02-30'], /not a day/],
  ['both ways', ['case', 'c725792c97', '--with', '7c099e8248', '--alone'], /say one of/],
  ['nobody decides', ['case', 'c725792c97', '--alone', '--reason', 'x'], /--by NAME/],
  ['no reason', ['case', 'c725792c97', '--alone', '--by', 'Anna'], /--reason TEXT/],
  ['with itself', ['case', 'c7257', '--with', 'c7257', '--by', 'A', '--reason', 'x'], /to itself/],
  ['no statement', ['assess', '75e7944b39'], /only statements are assessed/],
  ['no question', ['assess', 'c7257', '--set', 'vague', '--by', 'A', '--reason', 'x'], /--question/],
  [
    'no such question',
    ['assess', 'c7257', '--question', 'when', '--set', 'vague', '--by', 'A', '--reason', 'x'],
    /initiatives, follow-up, compliance/,
  ],
  [
    'no such answer',
    ['assess', 'c7257', '--question', 'compliance', '--set', 'no', '--by', 'A', '--reason', 'x'],
    /answered, vague, missing/,
  ],
  [
    'two decisions',
    ['assess', 'c7257', '--accept', '--ask-again', '--by', 'A', '--reason', 'x'],
    /say one of/,
  ],
  ['a decision without a reason', ['assess', 'c7257', '--accept', '--by', 'A'], /--reason TEXT/],
  ['a folder that is none', ['calendar', '--out', 'nowhere/a.ics'], /cannot be written \(ENOENT\)/],
])('%s: one clear line and status 2', async (_, args, message) => {
  const { status, stderr, stdout } = await run(...args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(message)
})

test('words of a letter move no cursor', async () => {
  const letter = readFileSync(join(packageRoot, 'data/letters/roskilde-2018-04-26.txt'), 'utf8')
  const evil = mkdtempSync(join(tmpdir(), 'opfolg-evil-'))
  const text = letter.replace('en markant forbedring', 'en \u001b[31mmarkant\u202e forbedring')
  writeFileSync(join(evil, 'a.txt'), text)
  expect((await opfolgHere(evil, ['ingest', 'a.txt'])).status).toBe(0)
  for (const args of [['case', 'Roskilde'], ['case', 'Roskilde', '--json'], ['calendar']])
    for (const sign of ['\u001b', '\u202e']) expect((await opfolgHere(evil, args)).stdout).not.toContain(sign)
  rmSync(evil, { recursive: true })
})
