import { setImmediate } from 'node:timers/promises'
import { hashFile } from '../hash-file.ts'
import type { ReadLimits } from '../read/limits.ts'
import type { FileReading, FoundFile, Knowledge } from './messages.ts'
import { openPool, type Pool } from './pool.ts'
import { changes, openQueue, type Queue } from './queue.ts'

export type ReadAhead = {
  /** How many files are read at once. */
  jobs: number
  limits: ReadLimits
  passwords: string[]
  /** The folder where originals are kept, if any. */
  archive: string | null
  /** Whether content is recorded and kept, so that nothing in the file at `path` needs to be read. */
  stateOf: (path: string, sha256: string) => Knowledge
  /** The same for a file that was opened; what it holds is asked about by itself. */
  stateInside: (path: string, found: FoundFile) => Knowledge
  /** Stops at once; what is being read is dropped. */
  signal?: AbortSignal
  /** The program that reads; that of `reader-process.ts` when not given. */
  program?: string
}

/** What became of a file, and of those inside it, in order. */
export type FileAhead = { path: string; readings: AsyncGenerator<FileReading> }

/** Files that are read, or have been, before their turn. Small, since the findings of all of them wait in memory. */
const filesAhead = 200
/** As long as more than this waits, no further file is begun. */
const bytesAhead = 64 * 1024 * 1024
/** Files of one mail or ZIP that wait. */
const insideAhead = 16
/** How many readers a mail or ZIP may cost before it is given up. */
const mostDeaths = 5

/**
 * Reads files in processes of their own, several at once, and hands out what became of them in the order of `paths`.
 * What is read before its turn is bounded, whatever the number of files.
 */
export async function* readFiles(paths: string[], how: ReadAhead): AsyncGenerator<FileAhead> {
  const pool = openPool(how.jobs, how.limits, how.program)
  const turns = openQueue<Turn>(filesAhead)
  const work: Work = { how, pool, turns, stopped: false, bytes: 0, ...changes() }
  let current: Turn | undefined
  const stop = () => {
    work.stopped = true
    turns.stop()
    current?.queue.stop()
    work.change()
    pool.close()
  }
  how.signal?.addEventListener('abort', stop, { once: true })
  try {
    void schedule(paths, work)
    for await (const turn of turns.items()) {
      current = turn
      yield { path: turn.path, readings: unqueue(turn, work) }
    }
  } finally {
    how.signal?.removeEventListener('abort', stop)
    stop()
  }
}

type Turn = { path: string; queue: Queue<FileReading> }
type Work = {
  how: ReadAhead
  pool: Pool
  turns: Queue<Turn>
  stopped: boolean
  /** Of findings that wait. */
  bytes: number
} & ReturnType<typeof changes>

const sizeOf = (reading: FileReading): number => ('findings' in reading ? reading.findings.byteLength : 0)

async function* unqueue({ queue }: Turn, work: Work): AsyncGenerator<FileReading> {
  for await (const reading of queue.items()) {
    work.bytes -= sizeOf(reading)
    work.change()
    // its reader is given the next file first: recording this one keeps the program busy for as long as reading a page takes
    await setImmediate()
    yield reading
  }
}

/** Begins the files one after the other, each when there is a reader for it and room for what is found. */
async function schedule(paths: string[], work: Work): Promise<void> {
  const { how, pool, turns } = work
  try {
    for (const path of paths) {
      while (work.bytes > bytesAhead && !work.stopped) await work.changed()
      if (work.stopped) return
      const turn = { path, queue: openQueue<FileReading>(insideAhead) }
      const sha256 = await hashFile(path, how.limits.fileBytes)
      const state = sha256 === null ? 'new' : how.stateOf(path, sha256)
      if (sha256 !== null && state === 'known') {
        void turn.queue.push({ inner: [], sha256, known: true, originals: null })
        turn.queue.end()
      } else {
        const reader = await pool.take()
        if (work.stopped) return
        readOne(turn, state === 'new' ? sha256 : null, reader, work).catch(turn.queue.fail)
      }
      await turns.push(turn)
    }
    turns.end()
  } catch (error) {
    turns.fail(error)
  }
}

/** Reads a file; when a reader dies of one inside it, another goes on after that. */
async function readOne(
  { path, queue }: Turn,
  wanted: string | null,
  first: Awaited<ReturnType<Pool['take']>>,
  work: Work,
): Promise<void> {
  const { how, pool } = work
  let reader = first
  let room = Promise.resolve()
  const listener = {
    stateOf: async (found: FoundFile) => {
      await room
      return how.stateInside(path, found)
    },
    onReading: (reading: FileReading) => {
      work.bytes += sizeOf(reading)
      room = queue.push(reading)
    },
  }
  const { passwords, archive } = how
  let passed = 0
  for (let deaths = 0; ; ) {
    const end = await reader.run({ path, wanted, passed, passwords, archive }, listener)
    pool.giveBack(reader)
    if (end === 'done' || work.stopped) break
    const { inner, more } = end
    await queue.push({ inner, refused: end.refused })
    passed = end.passed
    if (!more || ++deaths === mostDeaths) break
    reader = await pool.take()
  }
  queue.end()
}
