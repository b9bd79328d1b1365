import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { type ImportOptions, readFigureFile, storeFigures } from '../../../pipeline/figures/import-figures.ts'
import { openStore } from '../../../store/open.ts'
import type { Store } from '../../../store/query.ts'
import { readChanges, readObservations } from '../../../store/read-figures.ts'

const share = 'Andel uden aktivt tilbud ved ret og pligt (pct.)'
const good = `Area;Periode;${share}\nKøge;2018M12;1,5\n`
const today = '2019-02-04'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-'))
  store = openStore(join(folder, 'opfolg.db'))
  return () => {
    store.close()
    rmSync(folder, { recursive: true })
  }
})
const importText = async (text: string, options: Partial<ImportOptions> = {}) => {
  const path = join(folder, 'tal.csv')
  writeFileSync(path, text)
  const read = await readFigureFile(path, { columns: [], today, ...options })
  return storeFigures(store, read, `${today}T12:00:00Z`)
}

test('each value is stored with its source, retrieval, unit and place', async () => {
  expect(await importText(good, { source: 'jobindsats.dk' })).toBe(1)
  expect(readObservations(store)).toMatchObject([
    {
      indicator: 'uden-tilbud-ret-og-pligt',
      area: '0259',
      period: '2018M12',
      state: 'value',
      value: 1.5,
      unit: 'pct',
      label: share,
      place: 'line 2',
      from: { name: 'tal.csv', source: 'jobindsats.dk', format: 'csv', retrieved: today },
    },
  ])
  expect(readObservations(store)[0]?.from.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test.each<[string, string, Partial<ImportOptions>, RegExp]>([
  ['a letter', 'Kære minister\n', {}, /no table of figures/],
  ['mixed periods', `${good}Stevns;2018Q04;1\n`, {}, /kinds of periods are mixed/],
  ['an unknown municipality', `${good}Købe;2018M12;1\n`, {}, /nearest name is Køge/],
  ['two values for one row', `${good}Køge;2018M12;2\n`, {}, /twice with different values/],
  ['decimal comma and point', `${good}Stevns;2018M12;1.5\n`, {}, /mixed/],
  ['a figure that is none', `${good}Stevns;2018M12;mange\n`, {}, /no figure/],
  ['an unknown column', 'Area;Periode;Uden\nKøge;2018M12;1,5\n', {}, /--column "Uden=INDICATOR"/],
  [
    'a retrieval on the last day of the period',
    good,
    { retrieved: '2018-12-31' },
    /2018M12, which was not over then/,
  ],
  ['a retrieval that lies ahead', good, { retrieved: '2019-02-05' }, /lies ahead/],
  [
    'a retrieval in the title rows before the period was over',
    `Hentet: 01-12-2018\n${good}`,
    {},
    /not over then/,
  ],
])('%s: one clear line, and nothing is stored', async (_, text, options, message) => {
  const failed = importText(text, options).catch((error: Error) => error)
  expect(await failed).toMatchObject({ name: 'BadFigures', message: expect.stringMatching(message) })
  expect(((await failed) as Error).message).not.toContain('\n')
  expect(readObservations(store)).toEqual([])
})

test('a month that was not over has no figure yet, and that is no error', async () => {
  expect(await importText(`${good}Køge;2019M02;-\n`)).toBe(2)
})

test('a file that is not there, or a folder', async () => {
  const read = (path: string) => readFigureFile(path, { columns: [], today })
  await expect(read(join(folder, 'nowhere.csv'))).rejects.toThrow('there is no such file')
  await expect(read(folder)).rejects.toThrow('cannot be read (EISDIR)')
})

test('the sample figures: each day of retrieval keeps its values, and three of them moved', async () => {
  for (const day of ['2018-06-08', '2018-11-05', '2019-02-04']) {
    const path = join(packageRoot, `data/sample-figures/demo-ret-og-pligt-hentet-${day}.csv`)
    storeFigures(
      store,
      await readFigureFile(path, { columns: [], retrieved: day, today }),
      `${day}T12:00:00Z`,
    )
  }
  const moved = readChanges(store).map(
    ({ before, after }) =>
      `${after.area} ${after.period} ${before.value} ${after.value} ${after.from.retrieved}`,
  )
  expect(moved.sort()).toEqual([
    '0259 2018M04 41.2 41.7 2018-11-05',
    '0430 2018M09 6.3 5.9 2019-02-04',
    'DK 2018M04 24.6 24.5 2018-11-05',
  ])
  const workbook = join(packageRoot, 'data/sample-figures/demo-passivandel-hentet-2019-02-04.xlsx')
  const { observations, source } = await readFigureFile(workbook, { columns: [], today })
  expect(source.retrieved).toBe('2019-02-04')
  expect(observations.find(({ area, period }) => area === '0259' && period === '2018M12')?.value).toBe(42.6)
})
