import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import {
  browseCommitments,
  type CommitmentQuery,
  noValue,
} from '../../../followup/browse/browse-commitments.ts'
import { verdictCounts } from '../../../followup/browse/verdict-counts.ts'
import { verdictPeriods } from '../../../followup/browse/verdict-periods.ts'
import { commitmentSheet } from '../../../followup/export/commitment-sheet.ts'
import {
  exportedVerdicts,
  verdictColumns,
  withVerdicts,
} from '../../../followup/export/commitment-verdicts.ts'
import { commitmentsCsv } from '../../../followup/export/commitments-csv.ts'
import { readCommitmentExport } from '../../../followup/export/read-commitment-export.ts'
import { proposalOf } from '../../../followup/verdicts/verdicts-for.ts'
import { readFigureFile, storeFigures } from '../../../pipeline/figures/import-figures.ts'
import { ingestFiles } from '../../../pipeline/run.ts'
import { verdictValues } from '../../../schemas/verdict.ts'
import { openStore } from '../../../store/open.ts'
import type { Store } from '../../../store/query.ts'
import { decideVerdict } from '../../../store/verdict-decisions.ts'
import { everything } from './everything.ts'

const at = '2019-02-05T09:00:00Z'
const day = at.slice(0, 10)

let store: Store
beforeAll(async () => {
  store = openStore(':memory:')
  const files = ['koege-2018-08-08.md', 'orientering-2018-08-31.txt'].map((name) =>
    join(packageRoot, 'data/letters', name),
  )
  await ingestFiles(store, files, { at, onFile: () => {} })
})

const browse = (query: Partial<CommitmentQuery> = {}) =>
  browseCommitments(store, { ...everything, ...query }, day)
const countsOf = (query: Partial<CommitmentQuery> = {}) =>
  new Map(browse(query).facets.verdict.map(({ value, count }) => [value, count]))

test('without figures the latest period that the ministry announced applies', () => {
  const { all, usual } = verdictPeriods(store)
  expect(all.map(({ code }) => code)).toEqual(['2018M12', '2018M09'])
  expect(usual?.code).toBe('2018M12')
  expect(countsOf().get('data-missing')).toBeGreaterThan(0)
  expect(countsOf().get('met')).toBeUndefined()
})

test('with figures the latest month that has some applies', async () => {
  const path = join(packageRoot, 'data/sample-figures/demo-ret-og-pligt-hentet-2019-02-04.csv')
  const read = await readFigureFile(path, { columns: [], retrieved: '2019-02-04', today: day })
  storeFigures(
    store,
    { ...read, observations: read.observations.filter(({ period }) => period < '2018M12') },
    at,
  )
  expect(verdictPeriods(store).usual?.code).toBe('2018M09')
  storeFigures(store, { ...read, source: { ...read.source, sha256: '0'.repeat(64) } }, at)
  expect(verdictPeriods(store).usual?.code).toBe('2018M12')
  expect(browse().period?.code).toBe('2018M12')
})

test('another period can be chosen, and one that nothing is known of cannot', () => {
  const hilleroed = { municipality: ['0219'] }
  const [december, september] = [null, '2018M09'].map((period) => countsOf({ period, chosen: hilleroed }))
  expect(december?.get('met')).toBe(1)
  expect(september).not.toEqual(december)
  expect(browse({ period: '2018M09' }).period?.code).toBe('2018M09')
  expect(browse({ period: '1999M01' }).period?.code).toBe('2018M12')
})

test('each verdict narrows the list to as many as it said, and the overview counts the same', () => {
  const counts = countsOf()
  expect(counts.size).toBeGreaterThan(3)
  for (const [value, count] of counts) {
    const { rows } = browse({ chosen: { verdict: [value] } })
    expect(rows.length).toBe(count)
    expect(rows.every(({ verdict }) => (verdict?.verdict ?? noValue) === value)).toBe(true)
  }
  const overview = verdictCounts(store)
  expect(overview?.period.code).toBe('2018M12')
  for (const value of verdictValues) expect(overview?.counts.get(value)).toBe(counts.get(value))
})

test('a decision counts at once, and stands in what is exported', () => {
  const [row] = browse({ chosen: { verdict: ['met'] } }).rows
  if (!row?.verdict) throw new Error('nothing is met')
  const before = verdictCounts(store)?.counts.get('not-met') ?? 0
  const proposal = proposalOf(row.verdict)
  decideVerdict(store, { verdict: 'not-met', action: 'set', proposal, who: '=Maja', at, reason: 'fordi' })
  expect(verdictCounts(store)?.counts.get('not-met')).toBe(before + 1)

  const { rows } = browse({ chosen: { municipality: ['0219'] } })
  const letters = readCommitmentExport(store, rows)
  const verdicts = exportedVerdicts(rows)
  const told = withVerdicts(letters, verdicts).flatMap(({ commitments }) => commitments)
  expect(told.length).toBe(rows.length)
  expect(told.find(({ id }) => id === row.id)?.verdict).toMatchObject({
    period: '2018M12',
    verdict: 'not-met',
    decidedBy: '=Maja',
  })
  expect(told.some(({ verdict }) => verdict === null)).toBe(true)
  const lines = commitmentsCsv(letters, verdictColumns(verdicts)).split('\r\n')
  expect(lines[0]).toMatch(/,review,verdict,verdict_period,verdict_reason,verdict_decided_by$/)
  expect(lines.find((line) => line.includes(row.id))).toMatch(/,not-met,2018M12,.*,'=Maja$/)
  const sheet = commitmentSheet(letters, verdictColumns(verdicts))
  expect(sheet.rows.every((cells) => cells.length === sheet.head.length)).toBe(true)
})
