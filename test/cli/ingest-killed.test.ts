import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeLetters } from '../../bench/made-folder.ts'
import { contentOf, type IngestRun, ingestKilled, runAndKill } from '../kill/killed-ingest.ts'
import { opfolg, program } from './run-opfolg.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-killed-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (database: string): IngestRun => ({ program, folder, letters: 'letters', database })

test('killed at random moments and started again, it comes to the same content', async () => {
  writeLetters(join(folder, 'letters'), 12, (number) => number % 3 === 0)
  await runAndKill(run('undisturbed.db'))
  await ingestKilled(run('killed.db'), 4, 5, 1)
  expect(contentOf(run('killed.db'))).toBe(contentOf(run('undisturbed.db')))
}, 180_000)

test('two at once come to the same content, and so does one that reads one file at a time', async () => {
  writeLetters(join(folder, 'letters'), 16, (number) => number % 3 === 0)
  await opfolg(folder, ['--db', 'one.db', 'ingest', 'letters', '--jobs', '1'])
  const two = await Promise.all(
    ['2', '3'].map((jobs) => opfolg(folder, ['--db', 'two.db', 'ingest', 'letters', '--jobs', jobs])),
  )
  expect(two.map(({ status }) => status)).toEqual([0, 0])
  const stored = two.map(({ stderr }) => Number(/(\d+) stored/.exec(stderr)?.[1]))
  expect(stored.reduce((sum, n) => sum + n, 0)).toBe(16)
  expect(contentOf(run('two.db'))).toBe(contentOf(run('one.db')))
}, 180_000)

test.runIf(existsSync('/proc/self/cmdline'))('its readers end when it alone is killed', async () => {
  writeLetters(join(folder, 'letters'), 60, (number) => number % 2 === 0)
  const child = spawn(process.execPath, [program, 'ingest', 'letters'], { cwd: folder })
  await new Promise((resolve) => child.stderr.once('data', resolve))
  const own = readdirSync('/proc').filter((pid) => isReader(pid) && parentOf(pid) === child.pid)
  expect(own.length).toBeGreaterThan(0)
  child.kill('SIGKILL')
  for (let tries = 0; own.some(isReader) && tries < 200; tries++) await wait(50)
  expect(own.filter(isReader)).toEqual([])
})

const readerProgram = join(program, '../../pipeline/readers/reader-process.js')

/** Whether a process reads files for a program of the tests; other tests have readers at the same time. */
const isReader = (pid: string): boolean => /^\d+$/.test(pid) && told(pid, 'cmdline').includes(readerProgram)

/** The process that started another: the second field behind its name, which is in parentheses. */
const parentOf = (pid: string): number => Number(told(pid, 'stat').split(') ')[1]?.split(' ')[1])

/** What the system tells of a process; nothing when it just ended. */
function told(pid: string, what: 'cmdline' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return ''
  }
}
