import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeLetters } from '../../bench/made-folder.ts'
import { packageRoot } from '../../data/load.ts'
import { contentOf, type IngestRun, ingestKilled, runAndKill } from './killed-ingest.ts'

// The kill test in full, on the built program: 300 letters, 50 kills. The seed may be given, to repeat a run.
const [letters, kills] = [300, 50]
const seed = Number(process.argv[2] ?? Date.now() % 1e6)

const folder = mkdtempSync(join(tmpdir(), 'opfolg-kill-'))
const run = (database: string): IngestRun => ({
  program: join(packageRoot, 'dist/cli/opfolg.js'),
  folder,
  letters: 'letters',
  database,
})
try {
  writeLetters(join(folder, 'letters'), letters, (number) => number % 3 === 0)
  await runAndKill(run('undisturbed.db'))
  const start = performance.now()
  await ingestKilled(run('killed.db'), kills, Math.floor((2 * letters) / kills) - 1, seed)
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  const same = contentOf(run('killed.db')) === contentOf(run('undisturbed.db'))
  console.log(
    `${letters} letters, ${kills} kills at random moments (seed ${seed}, ${seconds} s): ` +
      `the content is ${same ? 'the same as' : 'NOT that'} of an undisturbed run`,
  )
  if (!same) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
