import type { Command } from 'commander'
import { withStore } from '../database-option.ts'
import { say } from '../output.ts'
import { UsageError } from '../usage-error.ts'

type Options = { out?: string; municipality?: string }

export function calendarCommand(program: Command): void {
  program
    .command('calendar')
    .description(
      'deadlines, time limits for replies and expected data as a calendar file to import, again and again',
    )
    .option('--out <file>', 'write it into this file (.ics) instead of to stdout')
    .option('--municipality <name>', 'name or code')
    .action(calendar)
}

async function calendar({ out, municipality }: Options, command: Command): Promise<void> {
  const { namedMunicipality } = await import('../municipality.ts')
  const only = municipality === undefined ? null : namedMunicipality(municipality)
  const written = await withStore(command, async (store) => {
    const { writeCalendar } = await import('../../followup/calendar/write-calendar.ts')
    return writeCalendar(store, only, new Date().toISOString())
  })
  if (out === undefined) process.stdout.write(written.text)
  else await writeTo(out, written.text)
  const back = written.cancelled > 0 ? `, ${written.cancelled} taken back` : ''
  say(`${out === undefined ? '' : `${out} written: `}${written.entries} entries${back}`)
}

/** @throws UsageError when the file cannot be written */
async function writeTo(file: string, text: string): Promise<void> {
  const { writeFileSync } = await import('node:fs')
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new UsageError(
      `${file}: cannot be written (${(error as NodeJS.ErrnoException).code}); name another file`,
    )
  }
}
