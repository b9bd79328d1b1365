import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOverview } from '../../../followup/browse/overview.ts'
import { rememberedCases } from '../../../followup/browse/remembered-cases.ts'
import { rememberedChecklist } from '../../../followup/browse/remembered-checklist.ts'
import { verdictsFor } from '../../../followup/verdicts/verdicts-for.ts'
import { readCommitmentRows } from '../../../store/commitment-rows.ts'
import { letterRecords, readLetterRecords } from '../../../store/letter-records.ts'
import { readLetterRows } from '../../../store/letter-rows.ts'
import { openStore } from '../../../store/open.ts'
import type { Store } from '../../../store/query.ts'
import { anyChange } from './made-changes.ts'

const day = '2018-12-03'
const periods = [
  { code: '2018M12', start: '2018-12-01', end: '2018-12-31' },
  { code: '2018M09', start: '2018-09-01', end: '2018-09-30' },
]

/** Everything that is remembered between two questions. */
const answers = (store: Store) => ({
  records: letterRecords(store),
  rows: readCommitmentRows(store),
  letters: readLetterRows(store),
  cases: [rememberedCases(store, day), rememberedCases(store, '2019-03-01')],
  checklists: periods.map((period) => rememberedChecklist(store, period)),
  verdicts: periods.map((period) => verdictsFor(store, period)),
  overview: readOverview(store, day),
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-remembered-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What a connection answers that has asked nothing before. */
function fresh(path: string): unknown {
  const store = openStore(path)
  const found = { ...answers(store), records: readLetterRecords(store) }
  store.close()
  return found
}

test('whatever is recorded, here or by another process, what is remembered is what is there', () => {
  let run = 0
  const step = fc.record({
    change: anyChange,
    byOther: fc.boolean(),
    rolledBack: fc.nat(9).map((n) => n === 0),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
      const path = join(folder, `${run++}.db`)
      const [own, other] = [openStore(path), openStore(path)]
      for (const { change, byOther, rolledBack } of steps) {
        const by = byOther ? other : own
        if (rolledBack) changeAndRollBack(by, change)
        else change(by)
        expect(answers(own)).toEqual(fresh(path))
      }
      own.close()
      other.close()
    }),
    { numRuns: 25 },
  )
}, 300_000)

/** What is read in a transaction is what stands there, and is not remembered when it is undone. */
function changeAndRollBack(store: Store, change: (store: Store) => void): void {
  const before = structuredClone(answers(store))
  const undo = new Error('undone')
  const work = store.transaction(() => {
    change(store)
    expect(answers(store).records).toEqual(readLetterRecords(store))
    throw undo
  })
  expect(work).toThrow(undo)
  expect(answers(store)).toEqual(before)
}
