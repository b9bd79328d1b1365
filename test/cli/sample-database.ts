import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../data/load.ts'
import { built, opfolg } from './run-opfolg.ts'

/**
 * Puts a database of the sample letters into a folder, as `opfolg ingest data/letters` leaves it there. The first test
 * that asks makes it, beside the program; the others copy it.
 */
export async function copySampleDatabase(folder: string): Promise<void> {
  const samples = join(built, 'samples')
  if (!existsSync(samples)) {
    const made = mkdtempSync(join(built, 'samples-'))
    const { status, stderr } = await opfolg(made, ['ingest', join(packageRoot, 'data/letters')])
    if (status !== 0) throw new Error(stderr)
    // whole from the moment it has its name; a test that made one at the same time may have been first
    if (existsSync(samples)) rmSync(made, { recursive: true })
    else renameSync(made, samples)
  }
  cpSync(samples, folder, { recursive: true })
}
