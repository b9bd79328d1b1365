import { describe, expect, it } from 'vitest'
import { findTimes } from '../../../extractors/time/find-times.ts'
import { nothing, notTimes } from './not-times.table.ts'

const count = nothing.length + Object.values(notTimes).flat().length

describe(`${count} passages that hold no time (at least 80)`, () => {
  it('is a table of at least 80', () => expect(count).toBeGreaterThanOrEqual(80))

  for (const [word, list] of Object.entries(notTimes)) {
    it.each(list)(`rejected (${word}): %s`, (text) => {
      const found = findTimes(text, '2018-08-08')
      expect(found.times).toEqual([])
      expect(found.recurrences).toEqual([])
      expect(found.rejected.map((r) => r.reason).join(', ')).toContain(word)
    })
  }

  it.each(nothing)('nothing in: %s', (text) => {
    expect(findTimes(text, '2018-08-08')).toEqual({ times: [], recurrences: [], rejected: [] })
  })
})
