import { vi } from 'vitest'
import { runCommand } from '../../cli/run-command.ts'
import type { Run } from './run-opfolg.ts'

let before: Promise<unknown> = Promise.resolve()

/**
 * Runs a command in this process, as `opfolg` does in one of its own, without waiting for it to start. One runs at a
 * time: the folder, the streams and the exit status belong to the process.
 */
export function opfolgHere(folder: string, args: string[]): Promise<Run> {
  const run = before.then(() => runHere(folder, args))
  before = run.catch(() => {})
  return run
}

async function runHere(folder: string, args: string[]): Promise<Run> {
  const { exitCode } = process
  const from = process.cwd()
  const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      written[stream].push(Buffer.from(chunk))
      return true
    }),
  )
  vi.stubEnv('OPFOLG_DB', undefined)
  process.chdir(folder)
  process.exitCode = 0
  try {
    await runCommand(args)
    const said = (stream: 'stdout' | 'stderr') => Buffer.concat(written[stream]).toString()
    return { status: Number(process.exitCode), stdout: said('stdout'), stderr: said('stderr') }
  } finally {
    process.exitCode = exitCode
    process.chdir(from)
    vi.unstubAllEnvs()
    for (const spy of spies) spy.mockRestore()
  }
}
