import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commitmentState, timeState } from '../../followup/deadline-state.ts'
import type { DeadlineState } from '../../schemas/checklist.ts'
import { type CommitmentStatus, commitmentStatuses } from '../../schemas/commitment.ts'
import { hasCome } from '../../schemas/due-day.ts'
import { type TimeRelation, timeRelations } from '../../schemas/time.ts'

const time = (relation: TimeRelation, start: string, end = start) => ({ relation, start, end })
type Time = ReturnType<typeof time>

describe('the state of one time at the end of a day', () => {
  const table: [words: string, Time, day: string, DeadlineState][] = [
    ['senest om 6 måneder', time('by', '2019-02-08'), '2018-12-31', 'not-due'],
    ['senest om 6 måneder', time('by', '2019-02-08'), '2019-02-08', 'due'],
    ['senest om 6 måneder', time('by', '2019-02-08'), '2019-02-28', 'due'],
    ['med udgangen af september', time('by', '2018-09-30'), '2018-09-30', 'due'],
    ['Frist: 3. kvartal 2018', time('by', '2018-07-01', '2018-09-30'), '2018-07-31', 'not-due'],
    ['inden den 1. januar 2019', time('before', '2019-01-01'), '2018-12-30', 'not-due'],
    ['inden den 1. januar 2019', time('before', '2019-01-01'), '2018-12-31', 'due'],
    ['inden sommerferien 2019', time('before', '2019-06-29', '2019-08-11'), '2019-05-31', 'not-due'],
    ['inden sommerferien 2019', time('before', '2019-06-29', '2019-08-11'), '2019-06-30', 'due'],
    ['den 1. september 2018', time('at', '2018-09-01'), '2018-08-31', 'not-due'],
    ['den 1. september 2018', time('at', '2018-09-01'), '2018-09-30', 'due'],
    ['i november (at)', time('at', '2018-11-01', '2018-11-30'), '2018-11-15', 'running'],
    ['pr. november 2018', time('from', '2018-11-01', '2018-11-30'), '2018-10-31', 'not-due'],
    ['pr. november 2018', time('from', '2018-11-01', '2018-11-30'), '2018-11-30', 'in-force'],
    ['fra 2. halvår 2018 og frem', time('from', '2018-07-01', '2018-12-31'), '2018-09-30', 'in-force'],
    ['fra 2. halvår 2018 og frem', time('from', '2018-07-01', '2018-12-31'), '2019-12-31', 'in-force'],
    ['i løbet af 2. halvår 2018', time('during', '2018-07-01', '2018-12-31'), '2018-06-30', 'not-due'],
    ['i løbet af 2. halvår 2018', time('during', '2018-07-01', '2018-12-31'), '2018-11-30', 'running'],
    ['i løbet af 2. halvår 2018', time('during', '2018-07-01', '2018-12-31'), '2018-12-31', 'due'],
    ['i løbet af vinteren', time('during', '2018-12-01', '2019-02-28'), '2018-12-31', 'running'],
    ['i efteråret 2018', time('during', '2018-09-01', '2018-11-30'), '2018-12-31', 'due'],
    ['1. juli – 15. august', time('between', '2018-07-01', '2018-08-15'), '2018-06-30', 'not-due'],
    ['1. juli – 15. august', time('between', '2018-07-01', '2018-08-15'), '2018-07-31', 'running'],
    ['1. juli – 15. august', time('between', '2018-07-01', '2018-08-15'), '2018-08-31', 'due'],
    ['frem til udgangen af 2018', time('until', '2018-12-31'), '2018-11-30', 'running'],
    ['frem til udgangen af 2018', time('until', '2018-12-31'), '2018-12-31', 'ended'],
  ]
  test.each(table)('"%s" (%j) on %s is %s', (_, of, day, state) => {
    expect(timeState(of, day)).toBe(state)
  })
})

describe('the state of a commitment in a letter of 8 August 2018, at the end of 2018', () => {
  const [passed, ahead] = [time('by', '2018-10-01'), time('by', '2019-02-08')]
  const table: [string, CommitmentStatus, Time[], DeadlineState][] = [
    ['planned, no time', 'planned', [], 'no-deadline'],
    ['ongoing, no time', 'ongoing', [], 'running'],
    ['done, no time', 'done', [], 'done'],
    ['done, whatever its times', 'done', [ahead], 'done'],
    ['planned, its day has come', 'planned', [passed], 'due'],
    ['planned, its day lies ahead', 'planned', [ahead], 'not-due'],
    ['planned, a day before the letter', 'planned', [time('at', '2018-07-01')], 'no-deadline'],
    ['planned, from a day before it', 'planned', [time('from', '2018-07-01', '2018-12-31')], 'in-force'],
    ['ongoing since before the letter', 'ongoing', [time('from', '2018-05-20')], 'running'],
    ['ongoing since the letter', 'ongoing', [time('at', '2018-08-08')], 'running'],
    ['ongoing, with a deadline that came', 'ongoing', [passed], 'due'],
    ['ongoing, with a deadline ahead', 'ongoing', [ahead], 'not-due'],
    ['ongoing, begun then, to end later', 'ongoing', [time('at', '2018-07-01'), passed], 'due'],
    ['ongoing, begun then, to end ahead', 'ongoing', [time('at', '2018-07-01'), ahead], 'not-due'],
    ['one time came, one did not', 'planned', [passed, ahead], 'partly-due'],
    ['in force, and done ahead', 'planned', [time('from', '2018-10-01'), ahead], 'partly-due'],
    ['both came', 'planned', [time('by', '2018-09-30'), time('during', '2018-12-01', '2018-12-31')], 'due'],
    ['in force and due', 'planned', [time('from', '2018-10-01'), passed], 'due'],
    ['in force twice', 'planned', [time('from', '2018-09-01'), time('from', '2018-10-01')], 'in-force'],
    [
      'in force, then ended',
      'planned',
      [time('from', '2018-09-01'), time('until', '2018-11-30')],
      'in-force',
    ],
    ['running, and due ahead', 'planned', [time('during', '2018-12-01', '2019-02-28'), ahead], 'running'],
  ]
  test.each(table)('%s', (_, status, times, state) => {
    expect(commitmentState({ status, times }, '2018-08-08', '2018-12-31')).toBe(state)
  })

  test('an ongoing commitment of an undated letter is judged by its times', () => {
    const of = { status: 'ongoing' as const, times: [time('from', '2018-05-20')] }
    expect(commitmentState(of, null, '2018-12-31')).toBe('in-force')
  })
})

describe('for all times', () => {
  const day = fc
    .integer({ min: 0, max: 3000 })
    .map((n) => new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10))
  const times = fc
    .tuple(fc.constantFrom(...timeRelations), day, day)
    .map(([relation, a, b]) => (a < b ? time(relation, a, b) : time(relation, b, a)))
  const isCome = (state: DeadlineState) => ['due', 'in-force', 'ended'].includes(state)

  test('a time has come from the day that counts on, and not before', () => {
    fc.assert(
      fc.property(times, day, (of, at) => {
        expect(isCome(timeState(of, at))).toBe(hasCome(of, at))
      }),
    )
  })

  test('the order of the times does not matter, and one time alone decides', () => {
    fc.assert(
      fc.property(
        fc.array(times, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...commitmentStatuses),
        day,
        (list, status, at) => {
          const state = commitmentState({ status, times: list }, null, at)
          expect(commitmentState({ status, times: list.toReversed() }, null, at)).toBe(state)
          if (status === 'planned' && list.length === 1 && list[0]) expect(state).toBe(timeState(list[0], at))
        },
      ),
    )
  })
})
