import type { Command } from 'commander'
import { type ChecklistFormat, checklistFormats } from '../checklist-formats.ts'
import { withStore, withStoreForReading } from '../database-option.ts'
import { say } from '../output.ts'
import { UsageError } from '../usage-error.ts'

type Options = { period: string; municipality?: string; format: string; out?: string }

export function checklistCommand(program: Command): void {
  program
    .command('checklist')
    .description('what each municipality promised, and how far it is at the end of a data period')
    .requiredOption('--period <period>', 'a month (2018M12), quarter (2018Q04) or year (2018Y01)')
    .option('--municipality <name>', 'name or code')
    .option('--format <format>', checklistFormats.join(', '), 'md')
    .option('--out <dir>', 'write a file into this folder instead of to stdout')
    .action(checklist)
}

async function checklist(options: Options, command: Command): Promise<void> {
  const { format, out } = options
  if (!isFormat(format))
    throw new UsageError(`--format ${format}: not known; use ${checklistFormats.join(', ')}`)
  if (out === undefined && (format === 'docx' || format === 'xlsx'))
    throw new UsageError(`--format ${format}: is written into a folder; name it with --out`)
  const { parseDataPeriod } = await import('../parse-data-period.ts')
  const period = parseDataPeriod(options.period)
  const { municipalityCode } = await import('../municipality.ts')
  const only = options.municipality === undefined ? undefined : municipalityCode(options.municipality)
  const { readChecklist, noteReliance } = await import('../../followup/read-checklist.ts')
  const { checklistFile } = await import('../checklist-file.ts')
  const found = await withStoreForReading(command, async (store) => readChecklist(store, period, only))
  const content = await checklistFile(found, format)
  if (out === undefined) {
    process.stdout.write(content)
    return
  }
  const { writeInto } = await import('../write-into.ts')
  say(`${writeInto(out, `tjekliste-${period.code}${only ? `-${only}` : ''}.${format}`, content)} written`)
  // What is only looked at is relied on by nobody.
  await withStore(command, async (store) => noteReliance(store, found, new Date().toISOString()))
}

const isFormat = (typed: string): typed is ChecklistFormat =>
  (checklistFormats as readonly string[]).includes(typed)
