import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize } from 'node:v8'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { defaultLimits, type ReadLimits } from '../../../pipeline/read/limits.ts'
import type { FileReading, Findings } from '../../../pipeline/readers/messages.ts'
import { openPool } from '../../../pipeline/readers/pool.ts'
import { type ReadAhead, readFiles } from '../../../pipeline/readers/read-ahead.ts'
import { madeEml, madeZip } from '../read/made-files.ts'

const letter = readFileSync(join(packageRoot, 'test/letters/vejen.txt'))
const program = join(inject('built'), 'test/pipeline/readers/unruly-process.js')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opfolg-readers-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const asNew = () => 'new' as const
const plain: ReadAhead = {
  jobs: 2,
  limits: defaultLimits,
  passwords: [],
  archive: null,
  stateOf: asNew,
  stateInside: asNew,
  program,
}

/** One line for each file: its name, and its letters or why it is not read. */
async function read(paths: string[], limits: Partial<ReadLimits> = {}, how: Partial<ReadAhead> = {}) {
  const lines: string[] = []
  const ahead = { ...plain, limits: { ...defaultLimits, ...limits }, ...how }
  for await (const { path, readings } of readFiles(paths, ahead))
    for await (const reading of readings)
      lines.push(`${[path.slice(folder.length + 1), ...reading.inner].join('/')}: ${describeOne(reading)}`)
  return lines
}
const describeOne = (reading: FileReading): string => {
  if ('refused' in reading) return `${reading.refused.reason}; ${reading.refused.advice}`
  if ('known' in reading) return 'known'
  if ('leftOut' in reading) return 'no letter'
  return `${(deserialize(reading.findings) as Findings).letters.length} letter`
}

test('a file that does something to its reader is named with it; those before and after it are read', async () => {
  const crashed = (how: string) => `the reader crashed on it (${how}); save it again in its program or as PDF`
  const tooLong = 'reading it takes more than 5 seconds; save it again or split it'
  const tooMuch = 'reading it takes more than 382 MB of memory; split it into smaller files'
  const deeds = {
    hang: `${tooLong}, or allow more with --max-seconds`,
    'hang-waiting': `${tooLong}, or allow more with --max-seconds`,
    'hang-opening': `${tooLong}, or allow more with --max-seconds`,
    'fill-buffers': `${tooMuch}, or allow more with --max-memory`,
    'fill-heap': `${tooMuch}, or allow more with --max-memory`,
    segfault: crashed('signal SIGSEGV'),
    exit: crashed('exit code 7'),
    'throw-later': crashed('TypeError: thrown later'),
    throw: 'the program failed on it (thrown); save it in another format',
  }
  const expected = Object.entries(deeds).flatMap(([deed, said]) => [
    `good-${deed}.txt: 1 letter`,
    `${deed}.txt: ${said}`,
  ])
  const paths = expected.map((line) => write(line.replace(/:.*/, ''), letter))
  expect(await read(paths, { seconds: 5, memoryBytes: 400e6 })).toEqual(expected)
})

describe('files inside a file', () => {
  test('those after one that kills its reader are read too', async () => {
    const zip = write('z.zip', madeZip({ 'a.txt': letter, 'exit.txt': letter, 'b.txt': letter }))
    expect(await read([zip])).toEqual([
      'z.zip/a.txt: 1 letter',
      expect.stringMatching(/^z\.zip\/exit\.txt: the reader crashed on it \(exit code 7\)/),
      'z.zip/b.txt: 1 letter',
    ])
  })

  test('a mail that kills its reader does not keep back what is attached to it', async () => {
    const mail = madeEml({ body: 'Se filen.', attachments: [{ name: 'a.txt', content: letter }] })
    expect(await read([write('exit.eml', mail)])).toEqual([
      expect.stringMatching(/^exit\.eml: the reader crashed/),
      'exit.eml/a.txt: 1 letter',
    ])
  })

  test('one that kills again and again is given up', async () => {
    const names = Array.from({ length: 9 }, (_, n) => `${n}/exit.txt`)
    const zip = write('z.zip', madeZip(Object.fromEntries(names.map((name) => [name, letter]))))
    expect(await read([zip])).toHaveLength(5)
  })

  test('many wait for whoever takes them, without holding up the others', async () => {
    const many = madeZip(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`${n}.txt`, letter])))
    const paths = [write('a.zip', many), write('b.zip', many), write('c.txt', letter)]
    const lines = await read(paths)
    expect(lines).toHaveLength(101)
    expect(new Set(lines.map((line) => line.replace(/^.*: /, '')))).toEqual(new Set(['1 letter']))
  })
})

test('what is known is not read, and without anything to read no reader is started', async () => {
  const paths = ['exit.txt', 'hang.txt'].map((name) => write(name, letter))
  const none = join(folder, 'no-such-program.js')
  expect(await read(paths, {}, { stateOf: () => 'known', program: none })).toEqual([
    'exit.txt: known',
    'hang.txt: known',
  ])
})

test('the same comes out, in the same order, however many are read at once', async () => {
  const long = Buffer.concat(Array.from({ length: 40 }, () => letter))
  const paths = ['slow.txt', 'b.txt', 'empty.txt', 'c.txt', 'd.txt'].map((name, n) =>
    write(name, name === 'empty.txt' ? '' : n === 0 ? long : letter),
  )
  const one = await read(paths, {}, { jobs: 1 })
  expect(await read(paths, {}, { jobs: 4 })).toEqual(one)
})

test('a reader that is asked for when the pool is closed ends', async () => {
  const pool = openPool(1, defaultLimits, program)
  pool.close()
  const reader = await pool.take()
  await vi.waitFor(() => expect(reader.isAlive()).toBe(false), 10_000)
})

test('an abort ends it at once', async () => {
  const stop = new AbortController()
  const paths = ['a.txt', 'hang-waiting.txt', 'b.txt'].map((name) => write(name, letter))
  const lines: string[] = []
  for await (const { readings } of readFiles(paths, { ...plain, jobs: 1, signal: stop.signal }))
    for await (const reading of readings) {
      lines.push(describeOne(reading))
      setImmediate(() => stop.abort())
    }
  expect(lines).toEqual(['1 letter'])
})

test('a reader that keeps much memory of a file is replaced', async () => {
  const pool = openPool(1, { ...defaultLimits, memoryBytes: 5e8 }, program)
  const job = { wanted: null, passed: 0, passwords: [], archive: null }
  const read = async (name: string) => {
    const reader = await pool.take()
    await reader.run(
      { ...job, path: write(name, letter) },
      { stateOf: async () => 'new', onReading: () => {} },
    )
    pool.giveBack(reader)
    return reader
  }
  const first = await read('a.txt')
  expect(first.memory()).toBeGreaterThan(1e7)
  expect(await read('keep-much.txt')).toBe(first)
  await vi.waitFor(() => expect(first.isAlive()).toBe(false), 10_000)
  expect(await read('b.txt')).not.toBe(first)
  pool.close()
})
