import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { packageRoot } from '../../data/load.ts'
import { UnusableArchive } from '../../store/archive/unusable-archive.ts'
import { megabyte, type ReadLimits } from '../read/limits.ts'
import { type Death, describeDeath, explainDeath } from './death.ts'
import type { FileReading, FoundFile, FromReader, Knowledge, ReadJob, Refusal, ToReader } from './messages.ts'

/** What is done with what a reader finds. `stateOf` may take its time: the reader waits for the answer. */
export type Listener = {
  stateOf: (found: FoundFile) => Promise<Knowledge>
  onReading: (reading: FileReading) => void
}

/**
 * How a job ended. A reader that died of a file leaves why; `inner` leads to the file, `passed` counts the files before
 * it and itself, and `more` says whether others may follow.
 */
export type JobEnd = 'done' | { refused: Refusal; inner: string[]; passed: number; more: boolean }

/** A process that reads files, one at a time. */
export type Reader = {
  /** @throws Error when the process does not start at all; UnusableArchive or Error when originals cannot be kept */
  run: (job: Omit<ReadJob, 'limits'>, listener: Listener) => Promise<JobEnd>
  /** Says how many cores it may use from now on. */
  allow: (cores: number) => void
  isAlive: () => boolean
  /** What it took of memory, in bytes, when its last job was done; 0 before. */
  memory: () => number
  end: () => void
}

/** How much of the end of what a reader writes to stderr is kept. */
const saidLength = 4000

/**
 * How the engine of a reader runs: there are as many readers as cores, so what it would do beside the program on other
 * cores slows down another reader. It collects garbage by itself and with room for a file's objects from the start, and
 * optimises only what runs so often that it is worth it.
 */
const engine = ['--single-threaded-gc', '--min-semi-space-size=16', '--interrupt-budget=1000000']

/** Starts a process that reads files. It ends when this one does. `program` calls `serve`. */
export function startReader(limits: ReadLimits, program = readerProcess): Reader {
  const child = fork(program, [], {
    execArgv: [
      ...loader(program),
      ...engine,
      `--max-old-space-size=${Math.ceil(limits.memoryBytes / megabyte)}`,
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (process.env.OPFOLG_DEBUG) process.stderr.write(text)
    said = (said + text).slice(-saidLength)
  })
  let begun = false
  let alive = true
  let memory = 0
  const dead = new Promise<Death>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, said: `${error}` }))
    child.once('close', (code, signal) => resolve({ code, signal, said }))
  }).finally(() => {
    alive = false
  })
  // a message to a process that just died: `dead` tells
  const tell = (message: ToReader): void => {
    if (alive) child.send(message, () => {})
  }

  const run: Reader['run'] = (job, { stateOf, onReading }) => {
    let [inner, passed, more] = [[] as string[], job.passed, false]
    const done = new Promise<'done'>((resolve, reject) => {
      const hear = (message: FromReader) => {
        if ('begun' in message) begun = true
        else if ('found' in message) {
          ;({ inner } = message.found)
          more = message.more
          if (message.asks) stateOf(message.found).then((knowledge) => tell({ knowledge }), reject)
        } else if ('unkept' in message) {
          const { unkept, unusable } = message
          reject(unusable ? new UnusableArchive(unkept) : new Error(unkept))
        } else if ('reading' in message) {
          passed++
          inner = []
          more = false
          onReading(message.reading)
        } else {
          ;({ memory } = message)
          child.off('message', hear)
          resolve('done')
        }
      }
      child.on('message', hear)
    })
    tell({ job: { ...job, limits } })
    const died = dead.then((death) => {
      if (!begun) throw new Error(`the process that reads files does not start: ${describeDeath(death)}`)
      return { refused: explainDeath(death, limits), inner, passed: passed + 1, more }
    })
    return Promise.race([done, died])
  }

  const allow = (cores: number) => tell({ cores })
  return { run, allow, isAlive: () => alive, memory: () => memory, end: () => child.kill('SIGKILL') }
}

/** `$OPFOLG_READER` names another: where the sources run, as in tests, a built one starts much faster. */
const readerProcess =
  process.env.OPFOLG_READER ??
  join(
    packageRoot,
    extname(import.meta.url) === '.ts'
      ? 'pipeline/readers/reader-process.ts'
      : 'dist/pipeline/readers/reader-process.js',
  )

/** Sources that are not built are run through tsx. */
const loader = (program: string): string[] =>
  extname(program) === '.ts' ? ['--import', createRequire(import.meta.url).resolve('tsx')] : []
