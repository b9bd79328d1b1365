import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { recordFile } from '../../pipeline/record.ts'
import { openStore } from '../../store/open.ts'
import { marks, search } from '../../store/search.ts'
import { madeFile, madeLetter } from './made-letter.ts'

const store = openStore(':memory:')
const lines = [
  'Vi ansætter to jobkonsulenter på Møn senest i uge 47.',
  'Å, hvor blev tallene bedre: 80 % i maj.',
]

beforeAll(() => {
  const letter = madeLetter(lines, [lines[0] as string])
  recordFile(
    store,
    { ...madeFile('a', 'a.txt', lines.join('\n')), letters: [letter] },
    '1',
    '2026-01-01T00:00:00Z',
  )
})

const records = (typed: string) => search(store, typed, 9).map(({ record }) => record)

test.each([
  ['jobkonsulenter', ['commitment', 'letter']],
  ['JOBKONSULENTER uge', ['commitment', 'letter']],
  ['jobkons*', ['commitment', 'letter']],
  ['jobkons', []],
  ['"to jobkonsulenter"', ['commitment', 'letter']],
  ['"jobkonsulenter to"', []],
  ['tallene', ['letter']],
  ['møn', ['commitment', 'letter']],
  ['mon', []],
  ['MØN'.normalize('NFD'), ['commitment', 'letter']],
  ['ansaetter', []],
  ['a', []],
  ['å', ['letter']],
])('%s', (typed, expected) => {
  expect(records(typed)).toEqual(expected)
})

test.each(['', '   ', '"', '*', '%', '()', '-- ;'])('no word in %j: nothing', (typed) => {
  expect(records(typed)).toEqual([])
})

test.each([
  'jobkonsulenter OR tallene',
  'NOT tallene',
  'quote:jobkonsulenter',
  "x'; DROP TABLE letter; --",
  'NEAR(to jobkonsulenter)',
  '^ansætter',
  '"unended',
  'a" OR "b',
  '{quote text}: to',
])('%s is not read as query language', (typed) => {
  expect(() => records(typed)).not.toThrow()
  expect(records('jobkonsulenter')).toHaveLength(2)
})

test('whatever is typed, the search answers', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      search(store, typed, 3)
    }),
  )
})

test('the words found are marked', () => {
  expect(search(store, 'jobkonsulenter', 1)[0]?.snippet).toContain(
    `${marks.open}jobkonsulenter${marks.close}`,
  )
})
