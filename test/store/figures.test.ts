import { beforeEach, expect, test } from 'vitest'
import type { FigureSource, Observation } from '../../schemas/observation.ts'
import { openStore } from '../../store/open.ts'
import { all, query, type Store } from '../../store/query.ts'
import { byFigure, readChanges, readObservations } from '../../store/read-figures.ts'
import { recordReliance, saveFigures } from '../../store/save-figures.ts'

const source = (sha256: string, retrieved: string): FigureSource => ({
  name: `${sha256}.csv`,
  path: `/data/${sha256}.csv`,
  sha256: sha256.repeat(64),
  format: 'csv',
  source: 'jobindsats.dk',
  table: null,
  retrieved,
})
const observed = (area: string, value: number | null, more: Partial<Observation> = {}): Observation => ({
  indicator: 'passivandel',
  area,
  period: '2018M12',
  dimensions: {},
  state: value === null ? 'missing' : 'value',
  value,
  unit: 'pct',
  label: 'Passivandel',
  place: 'line 2',
  ...more,
})
const at = '2019-02-04T12:00:00Z'

let store: Store
beforeEach(() => {
  store = openStore(':memory:')
})

test('a later retrieval of the same month is kept beside the first, and the change is shown', () => {
  expect(
    saveFigures(store, source('a', '2019-02-04'), [observed('0259', 24.9), observed('DK', 20.3)], at),
  ).toBe(2)
  expect(
    saveFigures(store, source('b', '2019-03-04'), [observed('0259', 25.4), observed('DK', 20.3)], at),
  ).toBe(2)
  expect(byFigure(readObservations(store)).map((figure) => figure.map(({ value }) => value))).toEqual([
    [24.9, 25.4],
    [20.3, 20.3],
  ])
  const [change, ...more] = readChanges(store)
  expect(more).toEqual([])
  expect(change).toMatchObject({
    before: { value: 24.9, from: { retrieved: '2019-02-04' } },
    after: { value: 25.4, from: { retrieved: '2019-03-04' } },
    reliedOn: [],
  })
})

test('the latest retrieval counts, in whatever order they are imported', () => {
  saveFigures(store, source('b', '2019-03-04'), [observed('0259', 25.4)], at)
  saveFigures(store, source('a', '2019-02-04'), [observed('0259', 24.9)], at)
  expect(readObservations(store).map(({ value }) => value)).toEqual([24.9, 25.4])
})

test('a value that is withheld or missing later is a change too', () => {
  saveFigures(store, source('a', '2019-02-04'), [observed('0259', 24.9)], at)
  const withheld = observed('0259', null, { state: 'withheld' })
  saveFigures(store, source('b', '2019-03-04'), [withheld], at)
  expect(readChanges(store)).toMatchObject([{ before: { value: 24.9 }, after: { state: 'withheld' } }])
})

test('parts of a figure are figures of their own', () => {
  const young = observed('0259', 30, { dimensions: { Alder: '16-29 år', Køn: 'Mænd' } })
  saveFigures(store, source('a', '2019-02-04'), [observed('0259', 24.9), young], at)
  const turned = observed('0259', 31, { dimensions: { Køn: 'Mænd', Alder: '16-29 år' } })
  saveFigures(store, source('b', '2019-03-04'), [turned], at)
  expect(readChanges(store)).toMatchObject([{ before: { value: 30 }, after: { value: 31 } }])
})

test('the same content is stored once, and another indicator of it later', () => {
  const first = [observed('0259', 24.9)]
  const both = [...first, observed('0259', 42, { indicator: 'kontaktgrad' })]
  expect(saveFigures(store, source('a', '2019-02-04'), first, at)).toBe(1)
  expect(saveFigures(store, source('a', '2019-02-04'), first, at)).toBe(0)
  expect(saveFigures(store, source('a', '2019-02-04'), both, at)).toBe(1)
  expect(saveFigures(store, source('a', '2019-02-05'), first, at)).toBe(1)
  expect(readObservations(store)).toHaveLength(3)
})

test('an import that fails leaves nothing behind', () => {
  const twice = [observed('0259', 24.9), observed('0259', 25)]
  expect(() => saveFigures(store, source('a', '2019-02-04'), twice, at)).toThrow('UNIQUE')
  expect(readObservations(store)).toEqual([])
  expect(all(store, query.selectFrom('figure_import').selectAll())).toEqual([])
})

test('what relied on a value that moved is named, and nothing that relied on the new one', () => {
  saveFigures(store, source('a', '2019-02-04'), [observed('0259', 24.9)], at)
  saveFigures(store, source('b', '2019-02-20'), [observed('0259', 24.9)], at)
  saveFigures(store, source('c', '2019-03-04'), [observed('0259', 25.4)], at)
  const [first, second, third] = readObservations(store).map(({ id }) => id) as [number, number, number]
  const record = (name: string) => ({ kind: 'checklist', record: name, period: '2018M12', at }) as const
  recordReliance(store, record('a.md'), [first, first])
  recordReliance(store, record('a.md'), [first])
  recordReliance(store, record('b.md'), [second])
  recordReliance(store, record('c.md'), [third])
  expect(readChanges(store)[0]?.reliedOn.map((one) => one.record)).toEqual(['a.md', 'b.md'])
})

test('reliance on a figure that does not exist is an error of the program', () => {
  const reliance = { kind: 'draft', record: 'x', period: '2018M12', at } as const
  expect(() => recordReliance(store, reliance, [7])).toThrow('FOREIGN KEY')
})
