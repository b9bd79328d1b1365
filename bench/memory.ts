import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeLetters } from './made-folder.ts'
import { type IngestFigure, runIngest } from './run-ingest.ts'

/** Peak memory of an ingest of so many letters, half of them PDFs; null where it cannot be measured. */
export async function measureMemory(letters: number): Promise<IngestFigure['memory']> {
  const folder = mkdtempSync(join(tmpdir(), 'opfolg-bench-'))
  try {
    writeLetters(join(folder, 'letters'), letters, (number) => number % 2 === 0)
    return (await runIngest(join(folder, 'bench.db'), [join(folder, 'letters')])).memory
  } finally {
    rmSync(folder, { recursive: true })
  }
}
