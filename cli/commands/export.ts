import type { Command } from 'commander'
import { withStoreForReading } from '../database-option.ts'
import { jsonText } from '../output.ts'
import { UsageError } from '../usage-error.ts'

type Options = { format: string; out?: string; bom?: boolean }

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('write everything recorded as JSON, or one row per commitment as CSV')
    .option('--format <format>', 'json or csv', 'json')
    .option('--out <file>', 'write to a file instead of stdout')
    .option('--bom', 'begin a CSV with a byte order mark, so that Excel reads it as UTF-8')
    .action(write)
}

async function write(options: Options, command: Command): Promise<void> {
  const { format, out, bom } = options
  if (format !== 'json' && format !== 'csv')
    throw new UsageError(`--format ${format}: not known; use json or csv`)
  const text = await withStoreForReading(command, async (store) => {
    const { readLetters } = await import('../../store/read-letters.ts')
    const { exportLetter } = await import('../../schemas/export.ts')
    const { readPlaces } = await import('../../store/read-places.ts')
    const letters = readLetters(store).map((letter) => exportLetter(letter, readPlaces(store, letter.id)))
    if (format === 'json') return `${jsonText({ letters })}\n`
    const { commitmentsCsv } = await import('../../followup/export/commitments-csv.ts')
    return `${bom ? '\ufeff' : ''}${commitmentsCsv(letters)}`
  })
  if (out === undefined) {
    process.stdout.write(text)
    return
  }
  const { writeFileSync } = await import('node:fs')
  try {
    writeFileSync(out, text)
  } catch (error) {
    throw new UsageError(
      `${out}: cannot be written (${(error as NodeJS.ErrnoException).code}); name another file`,
    )
  }
}
