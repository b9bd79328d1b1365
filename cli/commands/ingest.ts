import type { Command } from 'commander'
import type { FoundFiles } from '../../pipeline/find-files.ts'
import type { FileOutcome } from '../../pipeline/run.ts'
import { countFound, distinct, number } from '../count-found.ts'
import { databasePath, withStore } from '../database-option.ts'
import { plain, say } from '../output.ts'
import { addPasswordOption, allPasswords } from '../passwords.ts'
import { progressBar } from '../progress-bar.ts'
import { addLimitOptions, typedLimits, wholeNumber } from '../read-limits.ts'
import { UsageError } from '../usage-error.ts'

export function ingestCommand(program: Command): void {
  const command = program
    .command('ingest')
    .description('read letters from files and folders into the database; safe to repeat and to interrupt')
    .argument(
      '<path...>',
      'files and folders (searched to the bottom; hidden and temporary files are left out)',
    )
    .option('--jobs <n>', 'files read at once (default: the number of cores)', (typed) =>
      wholeNumber('--jobs', typed),
    )
    .action(ingest)
  addPasswordOption(command)
  addLimitOptions(command).addHelpText('after', afterHelp)
}

const afterHelp = `
A file that meets a limit is named with it, and the rest is read.`

const interrupted = 130

type Options = { jobs?: number; password: string[] }

async function ingest(paths: string[], options: Options, command: Command): Promise<void> {
  const { findFiles } = await import('../../pipeline/find-files.ts')
  const { filesOf } = await import('../../store/archive/archive-folder.ts')
  const found = await findFiles(paths, filesOf(databasePath(command)))
  if (found.files.length === 0 && found.missing.length > 0) throw new UsageError(missing(found.missing))
  await withStore(command, (store) => ingestFound(store, found, options))
}

const missing = (paths: string[]): string =>
  `${paths.map(plain).join(', ')}: no such file or folder; check the path`

async function ingestFound(
  store: Parameters<Parameters<typeof withStore>[1]>[0],
  found: FoundFiles,
  options: Options,
): Promise<void> {
  const { ingestFiles } = await import('../../pipeline/run.ts')
  const stop = new AbortController()
  // What is being recorded is finished or, at a second Ctrl-C, rolled back; what is being read is dropped.
  process.once('SIGINT', () => stop.abort())
  const bar = progressBar(found.files.length)
  const count = {
    stored: 0,
    known: 0,
    replaced: 0,
    'extracted-again': 0,
    unreadable: found.unreachable.length,
  }
  for (const { path, code } of found.unreachable) bar.line(`${plain(path)}: not read: ${unreachable(code)}`)
  const onFile = (outcome: FileOutcome) => {
    count[outcome.outcome]++
    bar.line(describe(outcome))
  }
  const onLeftOut = (path: string, notes: string[]) =>
    bar.line(`${plain(path)}: no letter itself (${plain(notes.join('; '))})`)
  const at = new Date().toISOString()
  const how = {
    limits: typedLimits(options),
    passwords: allPasswords(options.password),
    ...(options.jobs && { jobs: options.jobs }),
  }
  try {
    await ingestFiles(store, found.files, {
      ...how,
      at,
      onFile,
      onLeftOut,
      onDone: bar.step,
      signal: stop.signal,
    })
  } finally {
    bar.end()
  }

  if (found.skipped.length > 0) say(`${found.skipped.length} hidden or temporary file(s) left out`)
  if (found.missing.length > 0) say(`opfolg: ${missing(found.missing)}`)
  const replaced = count.replaced > 0 ? `, ${count.replaced} replaced` : ''
  const again = count['extracted-again'] > 0 ? `, ${count['extracted-again']} extracted again` : ''
  say(`${count.stored} stored${replaced}${again}, ${count.known} known already, ${count.unreadable} not read`)
  if (stop.signal.aborted) {
    say('interrupted; run the same command again to go on')
    process.exitCode = interrupted
  } else if (found.missing.length > 0) process.exitCode = 2
  else if (count.unreadable > 0) process.exitCode = 3
}

/** One line about one file. */
function describe(outcome: FileOutcome): string {
  const path = plain(outcome.path)
  if (outcome.outcome === 'unreadable')
    return `${path}: not read: ${plain(outcome.reason)}; ${plain(outcome.advice)}`
  if (outcome.outcome === 'known') return `${path}: known already`
  const found = countFound(outcome.letters, outcome.ids)
  const issues = distinct(outcome.letters, outcome.ids).reduce(
    (sum, letter) => sum + letter.facts.issues.length,
    0,
  )
  const look = issues === 0 ? '' : `, ${number(issues, 'issue')} to look at`
  const differing = [...outcome.differing].map(
    ([id, words]) => `; letter ${id} has other figures in another copy: ${plain(words)}`,
  )
  const notes = outcome.notes.map((note) => ` (${plain(note)})`).join('')
  return `${path}: ${beginnings[outcome.outcome]}${found}${look}${differing.join('')}${notes}`
}

function unreachable(code: string): string {
  if (code === 'broken link') return 'is a broken link; remove it or put back what it leads to'
  if (code === 'ELOOP') return 'is a link that leads back to itself; remove it'
  return `cannot be opened (${code}); check its permissions`
}

const beginnings = {
  stored: '',
  replaced: 'changed since it was recorded, replaced: ',
  'extracted-again': 'extracted again: ',
}
