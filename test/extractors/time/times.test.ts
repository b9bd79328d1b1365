import { describe, expect, it } from 'vitest'
import { findTimes } from '../../../extractors/time/find-times.ts'
import { times } from './times.table.ts'

const expressions = Object.entries(times).flatMap(([key, list]) => list.map((text) => ({ key, text })))

/** Reads `reference | relation start [end] grain`. */
function read(key: string) {
  const [reference = '', rest = ''] = key.split(' | ')
  const [relation, start, ...others] = rest.split(' ')
  return {
    reference,
    value: { relation, start, end: others.length === 2 ? others[0] : start, grain: others.at(-1) },
  }
}

describe(`${expressions.length} expressions by value (at least 250)`, () => {
  it('is a table of at least 250', () => expect(expressions.length).toBeGreaterThanOrEqual(250))

  for (const { key, text } of expressions) {
    it(`${text} → ${key}`, () => {
      const { reference, value } = read(key)
      const found = findTimes(text, reference)
      const values = found.times.map(({ relation, start, end, grain }) => ({ relation, start, end, grain }))
      expect(values).toEqual([value])
    })
  }
})
