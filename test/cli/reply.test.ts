import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { madeTemplate } from '../followup/replies/made-template.ts'
import { opfolgHere } from './run-here.ts'
import type { Run } from './run-opfolg.ts'
import { copySampleDatabase } from './sample-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'opfolg-reply-'))
const run = (...args: string[]): Promise<Run> => opfolgHere(folder, args)
const day = ['--date', '2019-02-06']
const figures = 'data/sample-figures/demo-ret-og-pligt-hentet-2019-02-04.csv'

beforeAll(async () => {
  await copySampleDatabase(folder)
  const file = join(packageRoot, figures)
  expect((await run('import-data', file, '--retrieved', '2019-02-04', '--source', 'demo')).status).toBe(0)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const list = async () => JSON.parse((await run('reply', 'list', '--json')).stdout)

test('from draft to sent: a person approves, and the letter enters its case with its deadline', async () => {
  const drafted = await run('reply', 'supplementary-request', '--case', 'Roskilde', ...day, '--out', 'breve')
  expect(drafted).toMatchObject({ status: 0, stdout: '' })
  expect(readdirSync(join(folder, 'breve'))).toHaveLength(2)
  const [draft] = await list()
  expect(draft).toMatchObject({ state: 'draft', kind: 'supplementary-request', caseNumber: null })
  const send = (...more: string[]) =>
    run('reply', 'sent', draft.id, '--date', '2019-02-11', '--case-number', '2019-811', '--by', 'Bo', ...more)
  const early = await send()
  expect({ status: early.status, stderr: early.stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('not approved yet'),
  })
  expect((await run('reply', 'approve', draft.id.slice(0, 6), '--by', 'Anna')).status).toBe(0)
  expect((await run('reply', 'approve', draft.id, '--by', 'Anna')).stderr).toContain('is approved already')
  const sent = await send('--out', 'sendt')
  expect(sent.status).toBe(0)
  expect(sent.stderr.trim().split('\n')).toHaveLength(1)
  const [now] = await list()
  expect(now).toMatchObject({ state: 'sent', date: '2019-02-11', caseNumber: '2019-811', approvedBy: 'Anna' })
  const [of] = JSON.parse((await run('case', 'Roskilde', '--today', '2019-02-12', '--json')).stdout)
  expect(of.steps.at(-1)).toMatchObject({
    kind: 'supplementary-request',
    letterId: now.letterId,
    date: '2019-02-11',
    replyDeadline: { lastDay: '2019-03-04', state: 'open' },
  })
  expect(of.ministryWaitsFor[0]).toMatchObject({ code: 'statement', day: '2019-03-04' })
  expect((await send()).stderr).toContain('sent already')
})

test('a status that was changed in Word is read as it was sent, and stays a status', async () => {
  const drafted = await run(
    'reply',
    'status',
    '--case',
    'Faaborg-Midtfyn',
    '--period',
    '2018M12',
    ...day,
    '--json',
  )
  const { id } = JSON.parse(drafted.stdout)
  expect(drafted.stderr).toContain('rests on is a proposal')
  const refused = await run('reply', 'approve', id, '--by', 'Anna')
  expect(refused).toMatchObject({ status: 2, stdout: '' })
  expect(refused.stderr).toMatch(
    /^opfolg: \S+ tells 1 verdict that nobody has confirmed .* --with-proposals\n$/,
  )
  expect((await run('reply', 'approve', id, '--by', 'Anna', '--with-proposals')).status).toBe(0)
  // The draft itself stands for a file that somebody saved again in Word: its mark and its date stay.
  const file = `udkast-status-0430-${id}.docx`
  const sent = await run(
    'reply',
    'sent',
    id,
    '--date',
    '2019-02-11',
    '--case-number',
    '7',
    '--by',
    'Bo',
    '--file',
    file,
  )
  expect(sent.status).toBe(0)
  expect(sent.stderr).toContain('its date reads 2019-02-06, not 2019-02-11')
  expect(sent.stderr).toContain('the case number 7 does not stand in it')
  const [of] = JSON.parse((await run('case', 'Faaborg-Midtfyn', '--today', '2019-02-12', '--json')).stdout)
  expect(of.steps.at(-1)).toMatchObject({ kind: 'status', replyDeadline: { state: 'open' } })
  const args = ['--period', '2018M12', '--municipality', 'Faaborg-Midtfyn', '--format', 'json']
  const { municipalities } = JSON.parse((await run('checklist', ...args)).stdout)
  expect(municipalities[0].nextStep.code).toBe('done')
})

describe('wrong input is one line, and nothing is stored', () => {
  test.each<[string[], string]>([
    [['request'], 'name the case with --case'],
    [['request', '--case', 'Atlantis'], 'Atlantis'],
    [['request', '--case', '0259-0000000000'], '0000000000'],
    [['status', '--case', 'Køge', '--period', '2018M13'], '2018M13: not a period'],
    [['status', '--case', 'Køge'], '--period'],
    [['acknowledgement', '--case', 'Køge', '--received', '31-12-2018'], 'not a day'],
    [['acknowledgement', '--case', 'Roskilde'], '{modtaget} has no value'],
    [['request', '--case', 'Holbæk', '--template', 'none.docx'], 'none.docx: the template cannot be read'],
    [['request', '--case', 'Holbæk', '--template', 'broken.docx'], 'broken.docx: the placeholder »emne«'],
    [['request', '--case', 'Holbæk', '--template', 'unknown.docx'], '{komune} is no field'],
    [['request', '--case', 'Holbæk', '--template', 'a-file'], 'a-file: no Word template'],
    [['request', '--case', 'Holbæk', '--out', 'a-file'], 'a-file: cannot be written'],
    [['approve', 'ffffffffff', '--by', 'Anna'], 'there is no draft of this id'],
    [['approve', 'x', '--by', 'Anna'], 'there is no draft of this id'],
    [['sent', 'ffffffffff', '--date', '2019-02-31', '--case-number', '1', '--by', 'Bo'], 'not a day'],
  ])('reply %j', async (args, message) => {
    writeFileSync(join(folder, 'broken.docx'), await madeTemplate('Om {emne'))
    writeFileSync(join(folder, 'unknown.docx'), await madeTemplate('Kære {komune}'))
    writeFileSync(join(folder, 'a-file'), 'x')
    const before = await list()
    const { status, stdout, stderr } = await run('reply', ...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(await list()).toEqual(before)
  })
})

describe('the checklist in every format', () => {
  test.each(['md', 'html', 'docx', 'xlsx', 'json'])(
    '%s is written, and its values are relied on',
    async (format) => {
      const { status, stderr } = await run(
        'checklist',
        '--period',
        '2018M12',
        '--format',
        format,
        '--out',
        'lister',
      )
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: `lister/tjekliste-2018M12.${format} written\n`,
      })
      expect(readFileSync(join(folder, `lister/tjekliste-2018M12.${format}`)).length).toBeGreaterThan(5000)
    },
  )

  test.each(['docx', 'xlsx'])('%s is not written to the terminal', async (format) => {
    const { status, stderr } = await run('checklist', '--period', '2018M12', '--format', format)
    expect(status).toBe(2)
    expect(stderr).toContain('name it with --out')
  })
})

const office = spawnSync('soffice', ['--version']).status === 0 && spawnSync('pdftotext', ['-v']).status === 0

test.skipIf(!office)(
  'an office program opens a draft, on one page',
  () => {
    const name = readdirSync(join(folder, 'breve')).find((one) => !one.includes('bilag')) ?? ''
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'breve', name)],
      {
        stdio: 'ignore',
      },
    )
    const words = execFileSync('pdftotext', [join(folder, name.replace('.docx', '.pdf')), '-'], {
      encoding: 'utf8',
    })
    expect(words.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1)
    for (const part of ['UDKAST', 'Roskilde Kommune', '27. februar 2019', 'Troels Lund Poulsen'])
      expect(words.replace(/\s+/g, ' ')).toContain(part)
    expect(words).not.toMatch(/[{}]/)
  },
  120_000,
)
