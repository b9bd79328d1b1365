import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../data/load.ts'

export type Run = { status: number | null; stdout: string; stderr: string }

type Options = {
  /** What stands on stdin. */
  input?: string
  /** Kills the program as soon as its stderr holds this. */
  killAfter?: RegExp
}

/** Runs the program as a process of its own, in `folder`. */
export function opfolg(
  folder: string,
  args: string[],
  { input = '', killAfter }: Options = {},
): Promise<Run> {
  const tsx = join(packageRoot, 'node_modules/tsx/dist/loader.mjs')
  const { OPFOLG_DB: _, ...env } = process.env
  const child = spawn(process.execPath, ['--import', tsx, join(packageRoot, 'cli/opfolg.ts'), ...args], {
    cwd: folder,
    env,
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    if (killAfter?.test(stderr)) child.kill('SIGKILL')
  })
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}
