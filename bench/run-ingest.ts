import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../data/load.ts'

/** The built program. */
export const program = join(packageRoot, 'dist/cli/opfolg.js')

/**
 * One run of `opfolg ingest`: how long it took and, where /proc tells (Linux), the most memory that the program itself
 * and any of its readers took, in megabytes.
 */
export type IngestFigure = { seconds: number; memory: { program: number; reader: number } | null }

const everyMs = 50

/** Runs the built program as a person would; its messages are dropped. @throws when it fails */
export async function runIngest(
  database: string,
  paths: string[],
  options: string[] = [],
): Promise<IngestFigure> {
  const start = performance.now()
  const args = [program, '--db', database, 'ingest', ...options, ...paths]
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const memory = { program: 0, reader: 0 }
  const watch = setInterval(() => {
    if (child.pid === undefined) return
    memory.program = Math.max(memory.program, peakOf(child.pid))
    for (const reader of childrenOf(child.pid)) memory.reader = Math.max(memory.reader, peakOf(reader))
  }, everyMs)
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  clearInterval(watch)
  if (status !== 0 && status !== 3) throw new Error(`opfolg ingest ended with status ${status}`)
  return {
    seconds: (performance.now() - start) / 1000,
    memory: memory.program > 0 ? memory : null,
  }
}

/** The most memory a process took so far, in megabytes; 0 where that is not known. */
function peakOf(pid: number): number {
  const kilobytes = /^VmHWM:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]
  return Number(kilobytes ?? 0) / 1024
}

function childrenOf(pid: number): number[] {
  return tasksOf(pid).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  )
}

function tasksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    // it ended, or this is no Linux
    return []
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Removes a database with the files that SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
}
