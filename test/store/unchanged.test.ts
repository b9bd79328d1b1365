import { beforeEach, describe, expect, test } from 'vitest'
import { buildCases } from '../../followup/case/build-cases.ts'
import { recordFile } from '../../pipeline/record.ts'
import type { Found } from '../../schemas/span.ts'
import { decideCommitment } from '../../store/decide.ts'
import { letterRecords } from '../../store/letter-records.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/query.ts'
import { saveView } from '../../store/saved-views.ts'
import { whileSame, whileUnchanged } from '../../store/unchanged.ts'
import { madeFile, madeLetter } from './made-letter.ts'

const at = '2026-01-01T00:00:00.000Z'
const found = <T>(value: T): Found<T> => ({ value, span: null, rule: 'test', assumed: [] })
const promise = 'Vi ansætter to jobkonsulenter.'

let store: Store
beforeEach(() => {
  store = openStore(':memory:')
  for (const [n, municipality] of [
    ['1', { code: '0259', name: 'Køge' }],
    ['2', { code: '0350', name: 'Lejre' }],
  ] as const) {
    const letter = madeLetter([promise], [promise], { municipality: found(municipality), caseNumbers: [] })
    recordFile(store, { ...madeFile(n, `${n}.txt`, promise), letters: [letter] }, '1', at)
  }
})

function confirmFirst(): void {
  const id = letterRecords(store)[0]?.letter.commitments[0]?.id ?? ''
  decideCommitment(store, id, { who: 'Anna', at, review: 'confirmed', changes: {}, reason: '' })
}

describe('after a change', () => {
  test('only the letter that changed is read again', () => {
    const before = letterRecords(store)
    confirmFirst()
    const now = letterRecords(store)
    expect(now[0]?.letter.commitments[0]?.review).toBe('confirmed')
    expect(now.map((record, index) => record === before[index])).toEqual([false, true])
  })

  test('only the cases of its municipality are threaded again', () => {
    const before = buildCases(letterRecords(store), '2019-01-01').cases
    confirmFirst()
    const now = buildCases(letterRecords(store), '2019-01-01').cases
    expect(now.map((of, index) => of === before[index])).toEqual([false, true])
  })

  test('of something else than letters none is read again', () => {
    const before = letterRecords(store)
    saveView(store, { slug: 'a', name: 'A', address: '', who: 'Anna', at })
    expect(letterRecords(store)).toBe(before)
  })
})

test('a reading that hangs on something of its own is done again when that changes', () => {
  let [state, readings] = [1, 0]
  const read = whileUnchanged(
    () => ++readings,
    () => state,
  )
  expect([read(store), read(store)]).toEqual([1, 1])
  state = 2
  expect(read(store)).toBe(2)
})

describe('what is derived from the same things', () => {
  const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]

  test.each([
    [[], []],
    [['day'], ['day']],
    [[[b, c]], [[b, c]]],
    [[{ code: '2018M12', others: [b] }], [{ code: '2018M12', others: [b] }]],
  ])('is not derived again: %j', (one, other) => {
    const derive = whileSame((_: object, _input?: unknown) => ({}))
    expect(derive(a, ...other)).toBe(derive(a, ...one))
  })

  test.each([
    [['day'], ['another day']],
    [[[b, c]], [[b]]],
    [[[b, c]], [[c, b]]],
    [[[b]], [[b, c]]],
    [[{ others: [b] }], [{ others: [c] }]],
    [[null], [{}]],
  ])('is derived again when one of them differs: %j', (one, other) => {
    const derive = whileSame((_: object, _input?: unknown) => ({}))
    expect(derive(a, ...other)).not.toBe(derive(a, ...one))
  })

  test('is the answer for these things', () => {
    const named = whileSame((one: { name: string }, day: string) => `${one.name} ${day}`)
    const days = ['1', '2', '3', '4', '5', '6']
    for (const _ of [1, 2])
      expect(days.map((day) => [named(a, day), named(b, day)])).toEqual(
        days.map((day) => [`a ${day}`, `b ${day}`]),
      )
  })

  test('does not hang on what a list hands over beside the thing', () => {
    const derive = whileSame((one: object) => ({ one }))
    const [first] = [a].map(derive)
    const [second] = [a, b].map(derive)
    expect(second).toBe(first)
  })
})
