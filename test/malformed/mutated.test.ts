import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { mutated, seeded } from './mutate.ts'

/** How many broken files of each kind are read here; `npm run test:mutated` reads more. */
const count = Number(process.env.OPFOLG_MUTATED ?? 60)
const program = join(inject('built'), 'test/malformed/mutated.js')

// in a process of its own, which a crash would end: the test runner takes errors in promises for its own
test.each(['pdf', 'docx', 'zip', 'eml', 'msg', 'txt'])('broken files neither crash nor hang: %s', (kind) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, kind, '0', String(count)], {
    encoding: 'utf8',
  })
  expect(`${stdout}${stderr}`).toMatch(
    new RegExp(`^${kind}: ${count} files in [\\d.]+ s: \\d+ read, \\d+ refused, 0 failed, 0 slow\n$`),
  )
  expect(status).toBe(0)
})

test('the same seed breaks a file in the same way, another in another', () => {
  const bytes = Buffer.from('Vi ansætter to jobkonsulenter senest den 1. marts 2019. '.repeat(20))
  const made = Array.from({ length: 50 }, (_, seed) => mutated(bytes, seed).bytes.toString('latin1'))
  expect(made).toEqual(Array.from({ length: 50 }, (_, seed) => mutated(bytes, seed).bytes.toString('latin1')))
  expect(new Set(made).size).toBeGreaterThan(30)
  expect(seeded(1)()).not.toBe(seeded(2)())
})
