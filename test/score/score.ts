/**
 * `npm run score`: the scorer's figures for all annotated letters, and for the development half and the held-out half
 * by themselves. `-- --dev`: the development half only. `-- --verbose`: what was missed, of the development half;
 * with `--held-out`, of the held-out half.
 */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../data/load.ts'
import { exportSampleLetters, letterFolders } from './export-sample-letters.ts'

const goldFolder = join(packageRoot, 'test/gold')
const scorer = join(packageRoot, 'test/score/score.mjs')
const halves: { development: string[]; heldOut: string[] } = JSON.parse(
  readFileSync(join(packageRoot, 'test/score/halves.json'), 'utf8'),
)
const flags = new Set(process.argv.slice(2))
const folder = mkdtempSync(join(tmpdir(), 'opfolg-score-'))

/** Prints the scorer's table for some of the annotations. */
function score(title: string, ids: string[], verbose: boolean): void {
  const gold = join(folder, title.replaceAll(' ', '-'))
  mkdirSync(gold)
  for (const id of ids) copyFileSync(join(goldFolder, `${id}.json`), join(gold, `${id}.json`))
  console.log(`\n${title} (${ids.length} letters)`)
  const args = [
    scorer,
    '--export',
    join(folder, 'export.json'),
    '--gold',
    gold,
    ...(verbose ? ['--verbose'] : []),
  ]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}

try {
  writeFileSync(join(folder, 'export.json'), JSON.stringify(await exportSampleLetters()))
  console.log(`letters: ${letterFolders.join(', ')}\nannotations: ${goldFolder}`)
  const all = readdirSync(goldFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
  const verbose = flags.has('--verbose')
  if (!flags.has('--dev')) {
    score('all', all, false)
    score('held-out half', halves.heldOut, verbose && flags.has('--held-out'))
  }
  score('development half', halves.development, verbose && !flags.has('--held-out'))
} finally {
  rmSync(folder, { recursive: true })
}
