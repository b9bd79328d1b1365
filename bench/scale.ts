import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { printLines, printTable } from '../cli/output.ts'
import { writeLetters } from './made-folder.ts'
import { runIngest } from './run-ingest.ts'

// Many letters from the generator, half of them PDFs, ingested twice: `npm run bench:scale [letters]`
const letters = Number(process.argv[2] ?? 10_000)

const folder = mkdtempSync(join(tmpdir(), 'opfolg-scale-'))
try {
  const database = join(folder, 'scale.db')
  writeLetters(join(folder, 'letters'), letters, (number) => number % 2 === 0)
  const first = await runIngest(database, [join(folder, 'letters')])
  const again = await runIngest(database, [join(folder, 'letters')])
  const megabytes = statSync(database).size / 1024 / 1024
  const { memory } = first
  printLines([`${letters} letters, every second one a PDF, on ${availableParallelism()} cores`, ''])
  printTable(
    ['MEASURE', 'FIGURE'],
    [
      ['ingest', `${(letters / first.seconds).toFixed(1)} letters/s (${first.seconds.toFixed(0)} s)`],
      ['the same again, all known', `${(letters / again.seconds).toFixed(0)} letters/s`],
      ['database', `${megabytes.toFixed(0)} MB, ${((megabytes * 1024) / letters).toFixed(1)} KB a letter`],
      ['peak memory, program', memory ? `${memory.program.toFixed(0)} MB` : 'not measured here'],
      ['peak memory, each reader', memory ? `${memory.reader.toFixed(0)} MB` : 'not measured here'],
    ],
  )
} finally {
  rmSync(folder, { recursive: true })
}
