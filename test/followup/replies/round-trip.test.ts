import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DraftOptions } from '../../../cli/commands/reply.ts'
import { writeDraft } from '../../../cli/write-draft.ts'
import { packageRoot } from '../../../data/load.ts'
import { contentWhenSent, letterFile } from '../../../followup/replies/make-draft.ts'
import { readFigureFile, storeFigures } from '../../../pipeline/figures/import-figures.ts'
import { findFiles } from '../../../pipeline/find-files.ts'
import type { ReplyKind } from '../../../schemas/reply.ts'
import type { StoredLetter } from '../../../schemas/stored-letter.ts'
import { openStore } from '../../../store/open.ts'
import type { Store } from '../../../store/query.ts'
import { readLetters } from '../../../store/read-letters.ts'
import { readReply } from '../../../store/replies.ts'
import { ingestHere } from '../../ingest-here.ts'

const at = '2019-02-06T10:00:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'opfolg-letters-'))
let store: Store

beforeAll(async () => {
  store = openStore(':memory:')
  await ingestHere(store, (await findFiles([join(packageRoot, 'data/letters')])).files, at)
  for (const day of ['2018-06-08', '2018-11-05', '2019-02-04']) {
    const file = join(packageRoot, `data/sample-figures/demo-ret-og-pligt-hentet-${day}.csv`)
    const options = { columns: [], retrieved: day, source: 'skrevet til demonstrationen', today: day }
    storeFigures(store, await readFigureFile(file, options), at)
  }
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

/** A draft as a file of its own, read into an empty database. */
async function readBack(
  kind: ReplyKind,
  options: Partial<DraftOptions>,
  sent = false,
): Promise<StoredLetter> {
  const made = await writeDraft(store, kind, { date: '2019-02-06', out: folder, ...options })
  let path = made.written[0] ?? ''
  if (sent) {
    const reply = readReply(store, made.reply.id)
    if (!reply) throw new Error('draft vanished')
    const content = contentWhenSent(reply, { date: '2019-02-11', caseNumber: '2019 - 811' })
    path = join(folder, `sent-${reply.id}.docx`)
    writeFileSync(path, letterFile({ ...reply, content }))
  }
  const other = openStore(':memory:')
  await ingestHere(other, [path], at)
  const letters = readLetters(other)
  other.close()
  expect(letters).toHaveLength(1)
  return letters[0] as StoredLetter
}

const names = ({ signatories }: StoredLetter) => signatories.map(({ name }) => name)

describe('a draft reads back as what it was written as', () => {
  test.each<[ReplyKind, Partial<DraftOptions>, object]>([
    [
      'request',
      { case: 'Holbæk' },
      { kind: 'request', municipality: { name: 'Holbæk' }, replyDeadline: { end: '2019-02-27' } },
    ],
    [
      'request',
      { municipality: 'Lolland', subject: 'sygedagpenge', replyBy: '2019-03-15' },
      { kind: 'request', municipality: { name: 'Lolland' }, replyDeadline: { end: '2019-03-15' } },
    ],
    [
      'supplementary-request',
      { case: 'Roskilde', replyDays: '10' },
      { kind: 'request', municipality: { name: 'Roskilde' }, replyDeadline: { end: '2019-02-20' } },
    ],
    [
      'acknowledgement',
      { case: 'Køge' },
      { kind: 'acknowledgement', municipality: { name: 'Køge' }, statusDataPeriod: '2018-12' },
    ],
    [
      'acknowledgement',
      { case: 'Roskilde', received: '2018-04-30', statusPeriod: '2019M03' },
      { kind: 'acknowledgement', municipality: { name: 'Roskilde' }, statusDataPeriod: '2019-03' },
    ],
    [
      'status',
      { case: 'Køge', period: '2018M12' },
      { kind: 'acknowledgement', municipality: { name: 'Køge' }, statusDataPeriod: '2019-03' },
    ],
    [
      'status',
      { case: 'Hillerød', period: '2018M12' },
      { kind: 'acknowledgement', municipality: { name: 'Hillerød' }, replyDeadline: null },
    ],
    [
      'status',
      { case: 'Faaborg-Midtfyn', period: '2018M09' },
      { kind: 'request', municipality: { name: 'Faaborg-Midtfyn' }, replyDeadline: { end: '2019-02-27' } },
    ],
    ['orientation', { period: '2018M12' }, { kind: 'committee-orientation', municipality: null }],
  ])('%s %j', async (kind, options, expected) => {
    const letter = await readBack(kind, options)
    expect(letter).toMatchObject({ date: '2019-02-06', ...expected })
    expect(names(letter)).toEqual(['Troels Lund Poulsen'])
    expect(letter.commitments).toEqual([])
    expect(letter.caseNumbers).toEqual([])
  })

  test('an acknowledgement notes the expectation with its time, who signed, and when it came', async () => {
    const { acknowledges, references } = await readBack('acknowledgement', { case: 'Køge' })
    expect(acknowledges?.receivedDate?.value).toBe('2018-08-08')
    expect(acknowledges?.signedBy.map(({ value }) => value)).toEqual([
      { name: 'Bjarne Andersen', title: 'arbejdsmarkedschef' },
    ])
    expect(acknowledges?.notedExpectation?.quote).toBe(
      'Jeg noterer mig jeres forventning (senest 8. februar 2019): »Det er vores forventning, at vi senest om 6 måneder har sikret, at vi lever op til lovgivningens krav«.',
    )
    expect(acknowledges?.notedExpectation?.times[0]).toMatchObject({ relation: 'by', end: '2019-02-08' })
    expect(references.map(({ date }) => date)).toEqual(['2018-06-11'])
  })

  test('one for whom another signed is named as such', async () => {
    const made = await writeDraft(store, 'acknowledgement', {
      date: '2019-02-06',
      out: folder,
      case: 'Roskilde',
      received: '2018-04-30',
      statusPeriod: '2019M03',
    })
    expect(made.reply.content.fields.underskrivere).toBe(
      'borgmester Joy Mogensen og jobchef Peter Sidelmann samt på vegne af formand for Beskæftigelses- og Socialudvalget Bent Jørgensen',
    )
  })

  test('when sent it has its date, its number, and a last day counted from that date', async () => {
    const letter = await readBack('supplementary-request', { case: 'Roskilde' }, true)
    expect(letter).toMatchObject({
      date: '2019-02-11',
      caseNumbers: ['2019 - 811'],
      replyDeadline: { end: '2019-03-04' },
    })
  })
})

test('every word that a draft takes from a record has its evidence, and each value is relied on', async () => {
  const { reply } = await writeDraft(store, 'status', {
    date: '2019-02-06',
    out: folder,
    case: 'Køge',
    period: '2018M12',
  })
  const of = (field: string) => reply.content.evidence.find((one) => one.field === field)
  expect(of('forventning')).toMatchObject({ place: 'koege-2018-08-08.md s. 1' })
  expect(of('værdi')?.words).toBe('24,9 pct.')
  expect(of('underskriver')?.record).toMatch(/^[a-zæøå ]+ [0-9a-f]{10}$/)
  expect(of('svarfrist')).toMatchObject({ record: 'kommandolinjen' })
  const relied = store.prepare("SELECT count(*) AS n FROM relied_on WHERE kind = 'draft' AND record = ?")
  expect(relied.get(reply.id)).toEqual({ n: reply.content.observations.length })
  expect(reply.content.observations).toHaveLength(3)
})

describe('what is not recorded is not written', () => {
  test.each<[ReplyKind, Partial<DraftOptions>, string]>([
    ['acknowledgement', { case: 'Roskilde' }, '{modtaget} has no value'],
    ['acknowledgement', { case: 'Roskilde', received: '2018-04-30' }, '{statusmåned} has no value'],
    ['supplementary-request', { case: 'Køge' }, 'its statement answers all questions'],
    ['status', { case: 'Holbæk', period: '2018M12' }, 'there is no statement of it here'],
    ['request', { case: 'Lolland' }, 'there is no letter to or from it'],
    ['request', {}, 'name the case with --case'],
    ['request', { case: 'Holbæk', replyBy: '2019-02-06' }, 'lies not after'],
    ['request', { case: 'Holbæk', replyDays: '0' }, '--reply-days 0'],
    ['request', { case: 'Holbæk', template: 'no-such.docx' }, 'there is no such file'],
    ['request', { case: 'Holbæk', out: '/dev/null/x' }, 'cannot be written'],
  ])('%s %j', async (kind, options, message) => {
    const count = () => store.prepare('SELECT count(*) AS n FROM reply').get()
    const before = count()
    await expect(writeDraft(store, kind, { date: '2019-02-06', out: folder, ...options })).rejects.toThrow(
      message,
    )
    expect(count()).toEqual(before)
  })
})
