import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge } from '../../../followup/verdicts/judge.ts'
import { canSettle, dueOf, settlingMonth } from '../../../followup/verdicts/settling.ts'
import { monthOf } from '../../../schemas/period.ts'
import type { TimeExpression } from '../../../schemas/time.ts'
import { madeFigures, madePromise, madeTime, period } from './made-promise.ts'

const months = ['2018M09', '2018M10', '2018M11', '2018M12', '2019M01', '2019M02', '2019M03', '2019M04']
const nobody = madeFigures(months.map((month) => ['0259', month, 0]))
const quote = 'Vi lever op til lovgivningens krav.'
const isDue = (times: TimeExpression[], code: string) =>
  judge(madePromise(quote, { times }), period(code), nobody).proposed !== 'not-due-yet'

// every relation: with a period before its day, the period its day lies in, and one after
test.each<[TimeExpression, string, string[], string[]]>([
  [madeTime('by', '2019-02-08'), '2019M03', ['2018M12', '2019M01', '2019M02'], ['2019M03', '2019M04']],
  [madeTime('by', '2018-12-31'), '2018M12', ['2018M11'], ['2018M12', '2019M01']],
  [madeTime('by', '2018-12-01'), '2018M12', ['2018M11'], ['2018M12', '2019M01']],
  [madeTime('before', '2019-01-01'), '2018M12', ['2018M11'], ['2018M12', '2019M01']],
  [madeTime('before', '2019-01-22'), '2019M02', ['2018M12', '2019M01'], ['2019M02']],
  [madeTime('at', '2019-03-01'), '2019M03', ['2019M01', '2019M02'], ['2019M03', '2019M04']],
  [madeTime('at', '2019-01-15'), '2019M02', ['2018M12', '2019M01'], ['2019M02']],
  [madeTime('from', '2018-10-01', '2018-10-31'), '2018M10', ['2018M09'], ['2018M10', '2018M11']],
  [madeTime('from', '2018-10-15'), '2018M11', ['2018M09', '2018M10'], ['2018M11']],
  [madeTime('from', '2018-10-01', '2019-12-31'), '2018M10', ['2018M09'], ['2018M10', '2019M04']],
  [
    madeTime('during', '2018-10-01', '2018-12-31'),
    '2018M12',
    ['2018M09', '2018M10', '2018M11'],
    ['2018M12', '2019M01'],
  ],
  [madeTime('during', '2018-12-01', '2018-12-20'), '2019M01', ['2018M11', '2018M12'], ['2019M01']],
  [
    madeTime('between', '2018-10-01', '2018-11-30'),
    '2018M11',
    ['2018M09', '2018M10'],
    ['2018M11', '2018M12'],
  ],
  [madeTime('until', '2019-01-31'), '2019M01', ['2018M12'], ['2019M01', '2019M02']],
])('%o can be settled by %s', (time, month, before, after) => {
  const { day } = dueOf({ status: 'planned', times: [time] }, '2018-08-08')
  expect(day && settlingMonth(day)).toBe(month)
  for (const code of before) expect([code, isDue([time], code)]).toEqual([code, false])
  for (const code of after) expect([code, isDue([time], code)]).toEqual([code, true])
})

test('a quarter or year shows what is to hold when it begins or ends', () => {
  expect(canSettle(period('2018Q04'), '2018-10-01')).toBe(true)
  expect(canSettle(period('2018Q04'), '2018-12-31')).toBe(true)
  expect(canSettle(period('2018Q04'), '2018-11-30')).toBe(false)
  expect(canSettle(period('2018Y01'), '2018-12-31')).toBe(true)
  expect(canSettle(period('2018Y01'), '2018-06-01')).toBe(false)
  expect(canSettle(period('2019Y01'), '2018-06-01')).toBe(true)
})

test('"senest om 6 måneder" of 8 August 2018: the month is named that will settle it', () => {
  const times = [madeTime('by', '2019-02-08')]
  expect(judge(madePromise(quote, { times }), period('2018M12'), nobody)).toMatchObject({
    proposed: 'not-due-yet',
    dueDay: '2019-02-08',
    settledBy: '2019M03',
    reason: 'Tilsagnet gælder senest 8. februar 2019; det kan først afgøres på data for marts 2019.',
  })
  expect(judge(madePromise(quote, { times }), period('2019M02'), nobody).reason).toContain(
    'som ligger inde i perioden',
  )
})

test('of several times the last one counts, and it is said', () => {
  const times = [madeTime('by', '2018-10-31'), madeTime('by', '2018-12-31')]
  expect(isDue(times, '2018M11')).toBe(false)
  const settled = judge(madePromise(quote, { times }), period('2018M12'), nobody)
  expect(settled.remarks.join(' ')).toContain('flere tidspunkter')
})

test('a time that was over when the letter was written sets no day', () => {
  const { proposed, reason } = judge(
    madePromise(quote, { times: [madeTime('during', '2018-05-01', '2018-05-31')] }),
    period('2018M12'),
    nobody,
  )
  expect([proposed, reason]).toEqual(['not-measurable', expect.stringContaining('ingen frist')])
})

test('what was under way when the letter was written is to hold from its date on', () => {
  const promise = madePromise(quote, { status: 'ongoing' })
  expect(judge(promise, period('2018M09'), nobody)).toMatchObject({ proposed: 'met', dueDay: '2018-08-08' })
  expect(judge(promise, period('2018M08'), nobody).proposed).toBe('not-due-yet')
})

test('figures from before the letter tell nothing of it', () => {
  const times = [madeTime('from', '2018-07-01')]
  const promise = madePromise(quote, { times, status: 'ongoing', date: '2018-11-20' })
  expect(judge(promise, period('2018M09'), nobody)).toMatchObject({
    proposed: 'not-due-yet',
    settledBy: '2018M12',
    reason: 'Tilsagnet er fra 20. november 2018; det kan først afgøres på data for december 2018.',
  })
  expect(judge(promise, period('2018M12'), nobody).proposed).toBe('met')
  const inItsMonth = madePromise(quote, {
    times: [madeTime('from', '2018-11-01', '2018-11-30')],
    date: '2018-11-20',
  })
  expect(judge(inItsMonth, period('2018M10'), nobody)).toMatchObject({
    proposed: 'not-due-yet',
    settledBy: '2018M11',
  })
  expect(judge(inItsMonth, period('2018M11'), nobody).proposed).toBe('met')
})

test('the settling month is the first that can settle a day', () => {
  const days = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, (day) => {
      const month = period(settlingMonth(day))
      expect(canSettle(month, day)).toBe(true)
      expect(canSettle(monthOf(month.start, -1), day)).toBe(false)
    }),
  )
})

test('a period after the one a promise is for is still compared, and it is said', () => {
  const times = [madeTime('during', '2018-10-01', '2018-12-31')]
  const { proposed, remarks } = judge(madePromise(quote, { times }), period('2019M03'), nobody)
  expect(proposed).toBe('met')
  expect(remarks).toContain('Perioden ligger efter den, som tilsagnet gælder for.')
})
