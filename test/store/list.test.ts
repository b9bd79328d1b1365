import { beforeEach, expect, test } from 'vitest'
import { recordFile } from '../../pipeline/record.ts'
import type { TimeExpression } from '../../schemas/time.ts'
import { findCommitmentIds, findLetterIds } from '../../store/list.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/query.ts'
import { readLetters } from '../../store/read-letters.ts'
import { madeFile, madeLetter } from '../store/made-letter.ts'

const time = (more: Partial<TimeExpression>): TimeExpression => ({
  quote: 'da',
  span: { start: 0, end: 2 },
  relation: 'by',
  start: '2018-10-01',
  end: '2018-12-31',
  grain: 'day',
  assumed: [],
  rule: 'test',
  ...more,
})
const quotes = [
  'Vi ansætter to inden oktober.',
  'Systemet er i drift fra oktober.',
  'Vi har haft møder siden maj.',
]

let store: Store
beforeEach(() => {
  store = openStore(':memory:')
  const letter = madeLetter(quotes, quotes)
  const more = [
    { times: [time({ relation: 'before' as const })] },
    { times: [time({ relation: 'from' as const })] },
    { status: 'ongoing' as const, times: [time({ relation: 'from' as const, start: '2018-05-01' })] },
  ]
  const commitments = letter.commitments.map((one, i) => ({ ...one, ...more[i] }))
  const letters = [{ ...letter, commitments }]
  recordFile(store, { ...madeFile('a', 'a.txt', quotes.join('\n')), letters }, '1', '2026-01-01T00:00:00Z')
})

test.each([
  [{ dueBefore: '2018-10-02' }, [0, 1]],
  [{ dueBefore: '2018-10-01' }, []],
  [{ dueAfter: '2018-09-30' }, [0, 1]],
  [{ dueAfter: '2018-10-01' }, []],
  [{}, [0, 1, 2]],
])('%j lets through %j', (filter, wanted) => {
  const ids = findCommitmentIds(store, filter)
  const found = readLetters(store)[0]?.commitments.filter(({ id }) => ids.includes(id)) ?? []
  expect(found.map(({ quote }) => quotes.indexOf(quote))).toEqual(wanted)
  expect(findLetterIds(store, filter)).toHaveLength(wanted.length > 0 ? 1 : 0)
})
