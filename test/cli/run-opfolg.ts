import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { inject } from 'vitest'

export type Run = { status: number | null; stdout: string; stderr: string }

type Options = {
  /** What stands on stdin. */
  input?: string
  /** Runs it as a user who may not write what others own; the tests may run as root, who may write anything. */
  unprivileged?: boolean
  /** Variables of its environment. */
  env?: Record<string, string>
  /** Sends a signal as soon as stderr holds `after`. */
  signal?: { name: NodeJS.Signals; after: RegExp }
}

/** Where the program lies, built from today's sources. */
export const built = inject('built')
/** The built program. */
export const program = join(built, 'cli/opfolg.js')

const nobody = 65534

/** Runs the program as a process of its own, in `folder`. */
export function opfolg(
  folder: string,
  args: string[],
  { input = '', signal, unprivileged = false, env: more = {} }: Options = {},
): Promise<Run> {
  const { OPFOLG_DB: _, ...env } = process.env
  const user = unprivileged && process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...env, ...more },
    ...user,
  })
  let stdout = ''
  let stderr = ''
  let sent = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    if (!sent && signal?.after.test(stderr)) sent = child.kill(signal.name)
  })
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}
