import { describe, expect, test } from 'vitest'
import type { CommitmentStatus } from '../../schemas/commitment.ts'
import { dueDay, dueDays, hasCome } from '../../schemas/due-day.ts'
import type { TimeRelation } from '../../schemas/time.ts'

const time = (relation: TimeRelation, start = '2018-07-01', end = '2018-12-31') => ({ relation, start, end })

test.each<[TimeRelation, string]>([
  ['by', '2018-12-31'],
  ['until', '2018-12-31'],
  ['during', '2018-12-31'],
  ['between', '2018-12-31'],
  ['at', '2018-12-31'],
  ['before', '2018-07-01'],
  ['from', '2018-07-01'],
])('a time "%s" a period falls due on %s', (relation, day) => {
  expect(dueDay(time(relation))).toBe(day)
})

test('"inden 1. juli" has come on 30 June, the last day before it', () => {
  expect(hasCome(time('before'), '2018-06-29')).toBe(false)
  expect(hasCome(time('before'), '2018-06-30')).toBe(true)
  expect(hasCome(time('by'), '2018-12-30')).toBe(false)
  expect(hasCome(time('by'), '2018-12-31')).toBe(true)
})

describe('in a letter of 8 August 2018', () => {
  const table: [string, CommitmentStatus, ReturnType<typeof time>, string[]][] = [
    ['wholly before the letter', 'planned', time('during', '2018-05-01', '2018-05-31'), []],
    ['before a day that was before it', 'planned', time('before', '2018-08-01', '2018-08-01'), []],
    ['planned, from a half-year that runs', 'planned', time('from'), ['2018-07-01']],
    ['under way since a half-year that runs', 'ongoing', time('from'), []],
    ['done since', 'done', time('from'), []],
    ['under way from a day ahead', 'ongoing', time('from', '2018-10-01', '2018-10-01'), ['2018-10-01']],
    ['under way, with a deadline', 'ongoing', time('by'), ['2018-12-31']],
    ['on the day of the letter', 'planned', time('at', '2018-08-08', '2018-08-08'), ['2018-08-08']],
  ]
  test.each(table)('%s', (_, status, of, days) => {
    expect(dueDays({ status, times: [of] }, '2018-08-08')).toEqual(days)
  })

  test('without a date of the letter all times count', () => {
    expect(dueDays({ status: 'ongoing', times: [time('from'), time('by')] }, null)).toEqual([
      '2018-07-01',
      '2018-12-31',
    ])
  })
})
