import type { Command } from 'commander'
import { withStoreForReading } from '../database-option.ts'
import { jsonText, say } from '../output.ts'
import { UsageError } from '../usage-error.ts'

type Options = { period: string; municipality?: string; format: string; out?: string }

export function checklistCommand(program: Command): void {
  program
    .command('checklist')
    .description('what each municipality promised, and how far it is at the end of a data period')
    .requiredOption('--period <period>', 'a month (2018M12), quarter (2018Q04) or year (2018Y01)')
    .option('--municipality <name>', 'name or code')
    .option('--format <format>', 'md or json', 'md')
    .option('--out <dir>', 'write a file into this folder instead of to stdout')
    .action(checklist)
}

async function checklist(options: Options, command: Command): Promise<void> {
  const { format, out } = options
  if (format !== 'md' && format !== 'json')
    throw new UsageError(`--format ${format}: not known; use md or json`)
  const { parseDataPeriod } = await import('../parse-data-period.ts')
  const period = parseDataPeriod(options.period)
  const { municipalityCode } = await import('../municipality.ts')
  const only = options.municipality === undefined ? undefined : municipalityCode(options.municipality)
  const text = await withStoreForReading(command, async (store) => {
    const { readChecklist } = await import('../../followup/read-checklist.ts')
    const found = readChecklist(store, period, only)
    if (format === 'json') return `${jsonText(found)}\n`
    const { checklistMarkdown } = await import('../../followup/markdown/checklist.ts')
    return checklistMarkdown(found)
  })
  if (out === undefined) process.stdout.write(text)
  else await writeInto(out, `tjekliste-${period.code}${only ? `-${only}` : ''}.${format}`, text)
}

/** Writes a file into a folder, which is made when it is not there. @throws UsageError when it cannot be written */
async function writeInto(folder: string, name: string, text: string): Promise<void> {
  const { mkdirSync, writeFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), text)
  } catch (error) {
    throw new UsageError(
      `${folder}: cannot be written (${(error as NodeJS.ErrnoException).code}); name another folder`,
    )
  }
  say(`${join(folder, name)} written`)
}
