import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../data/load.ts'
import { median } from './measure.ts'

const program = join(packageRoot, 'dist/cli/opfolg.js')

function run(command: string, args: string[]): number {
  const start = performance.now()
  const { status, error } = spawnSync(command, args, { cwd: packageRoot, stdio: 'ignore' })
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${error ?? status})`)
  return performance.now() - start
}

/**
 * What it takes to start the built program for its help, an empty Node, and the help through npx, in ms, in turn.
 * @throws when the program is not built
 */
export function measureStartUp(): { help: number; node: number; npx: number } {
  if (!existsSync(program)) throw new Error('dist/ is not built: run npm run build first')
  const help: number[] = []
  const node: number[] = []
  for (let turn = 0; turn < 15; turn++) {
    node.push(run(process.execPath, ['-e', '0']))
    help.push(run(process.execPath, [program, '--help']))
  }
  const npx = Array.from({ length: 3 }, () => run('npx', ['--no-install', 'opfolg', '--help']))
  return { help: median(help), node: median(node), npx: median(npx) }
}
