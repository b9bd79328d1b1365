import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import {
  browseCommitments,
  type CommitmentQuery,
  facets,
} from '../../../followup/browse/browse-commitments.ts'
import { readOverview } from '../../../followup/browse/overview.ts'
import { readCommitmentRows } from '../../../store/commitment-rows.ts'
import { decideCommitment } from '../../../store/decide.ts'
import { openStore } from '../../../store/open.ts'
import type { Store } from '../../../store/query.ts'
import { ingestHere } from '../../ingest-here.ts'
import { everything } from './everything.ts'

const day = '2018-12-03'

let store: Store
beforeAll(async () => {
  store = openStore(':memory:')
  const files = ['koege-2018-08-08.md', 'roskilde-2018-04-26.txt'].map((name) =>
    join(packageRoot, 'data/letters', name),
  )
  await ingestHere(store, files, `${day}T09:00:00Z`)
})

const browse = (query: Partial<CommitmentQuery>) => browseCommitments(store, { ...everything, ...query }, day)

describe('a list of commitments', () => {
  test('without a choice has them all, and each facet counts them', () => {
    const { rows, facets: values } = browse({})
    expect(rows.length).toBe(readCommitmentRows(store).length)
    for (const facet of facets)
      expect(values[facet].reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
  })

  test('is narrowed by each facet to as many as the facet said', () => {
    const { facets: values } = browse({})
    for (const facet of facets)
      for (const { value, count } of values[facet])
        expect(browse({ chosen: { [facet]: [value] } }).rows.length, `${facet} ${value}`).toBe(count)
  })

  test('offers of a facet what there is without its own choice', () => {
    const { facets: values } = browse({ chosen: { municipality: ['0259'] } })
    expect(values.municipality.map(({ value, chosen }) => [value, chosen])).toEqual([
      ['0259', true],
      ['0265', false],
    ])
  })

  test('is narrowed by words and by days, both inclusive', () => {
    expect(browse({ text: 'fagsystem' }).rows.every(({ quote }) => /fagsystem/i.test(quote))).toBe(true)
    expect(browse({ text: 'findesikke' }).rows).toEqual([])
    const on = browse({ dueFrom: '2019-02-08', dueTo: '2019-02-08' }).rows
    expect(on.map(({ due }) => due)).toEqual([['2019-02-08']])
    expect(browse({ dueFrom: '2019-02-09' }).rows).toEqual([])
  })

  test('is sorted both ways, with those without a value last', () => {
    for (const descending of [false, true]) {
      const days = browse({ sort: 'due', descending }).rows.map(({ due }) => due[0] ?? null)
      const known = days.filter((one) => one !== null)
      expect(days.slice(0, known.length)).toEqual(known)
      expect(known).toEqual(descending ? known.toSorted().reverse() : known.toSorted())
    }
  })

  test('leaves out what was rejected unless it is asked for, at once', () => {
    const [row] = browse({}).rows
    const before = browse({}).rows.length
    const decision = { who: 'Maja', at: day, changes: {}, reason: '' }
    decideCommitment(store, row?.id ?? '', { ...decision, review: 'rejected' })
    expect(browse({}).rows.length).toBe(before - 1)
    expect(browse({ chosen: { review: ['rejected'] } }).rows.map(({ id }) => id)).toEqual([row?.id])
    expect(readOverview(store, day).commitments).toBe(before - 1)
    decideCommitment(store, row?.id ?? '', { ...decision, review: 'proposed' })
    expect(browse({}).rows.length).toBe(before)
  })
})

test('the overview tells what is due next as of a day', () => {
  const { within30, within90, waiting, municipalities } = readOverview(store, '2019-01-10')
  expect(within30.map(({ day }) => day)).toEqual(['2019-02-08'])
  expect(within90.length).toBe(1)
  expect(readOverview(store, '2019-02-08').within90).toEqual([])
  expect(waiting.length).toBe(2)
  expect(municipalities.map(({ municipality }) => municipality.name)).toEqual(['Køge', 'Roskilde'])
})
