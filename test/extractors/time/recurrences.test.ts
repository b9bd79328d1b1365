import { describe, expect, it } from 'vitest'
import { findTimes } from '../../../extractors/time/find-times.ts'
import { recurrences } from './recurrences.table.ts'

describe('recurrences by how often', () => {
  for (const [every, list] of recurrences) {
    it.each(list)(`${every}: %s`, (text) => {
      const found = findTimes(text, '2018-08-08')
      expect(found.recurrences.map((r) => r.every)).toEqual([every])
      expect(found.times).toEqual([])
    })
  }
})
