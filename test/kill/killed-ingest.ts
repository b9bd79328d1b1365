import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { randomFrom } from '../../bench/made-letter.ts'
import { openStore } from '../../store/open.ts'
import { dump } from '../store/dump.ts'

/** A run of `opfolg ingest`: the built program, the folder it runs in, and the folder with the letters in that. */
export type IngestRun = { program: string; folder: string; letters: string; database: string }

/**
 * Starts an ingest and kills it, with all its processes, when it has said `lines` lines and `ms` milliseconds more have
 * passed. @returns whether it was killed before it came to its end
 */
export async function runAndKill(run: IngestRun, lines = Infinity, ms = 0): Promise<boolean> {
  const args = [run.program, '--db', run.database, 'ingest', run.letters]
  // a group of its own, so that its readers are killed with it
  const child = spawn(process.execPath, args, {
    cwd: run.folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('close', (_, signal) => resolve(signal)),
  )
  let said = 0
  let killing = false
  const killWhenSaid = async () => {
    if (killing || said < lines) return
    killing = true
    await wait(ms)
    if (child.exitCode === null && child.signalCode === null && child.pid) killGroup(child.pid)
  }
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text.split('\n').length - 1
    void killWhenSaid()
  })
  void killWhenSaid()
  return (await ended) !== null
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // it came to its end in the meantime
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * Ingests letters with `kills` kills at random moments, each time started again, and then once to the end.
 * @param linesPerRun how many files are recorded at most before a kill
 */
export async function ingestKilled(
  run: IngestRun,
  kills: number,
  linesPerRun: number,
  seed: number,
): Promise<void> {
  const random = randomFrom(seed)
  for (let killed = 0; killed < kills; ) {
    const lines = Math.floor(random() * (linesPerRun + 1))
    // with nothing said yet it is still starting, which takes longest
    if (await runAndKill(run, lines, random() * (lines === 0 ? 500 : 50))) killed++
  }
  await runAndKill(run)
}

/** All that a database holds, but for the time of the ingest. */
export function contentOf({ folder, database }: IngestRun): string {
  const store = openStore(`${folder}/${database}`)
  try {
    return dump(store).replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"at"')
  } finally {
    store.close()
  }
}
