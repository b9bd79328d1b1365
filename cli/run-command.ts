import { Command, CommanderError } from 'commander'
import { assessCommand } from './commands/assess.ts'
import { calendarCommand } from './commands/calendar.ts'
import { caseCommand, casesCommand } from './commands/case.ts'
import { checklistCommand } from './commands/checklist.ts'
import { dataCommand } from './commands/data.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { importDataCommand } from './commands/import-data.ts'
import { ingestCommand } from './commands/ingest.ts'
import { listCommand } from './commands/list.ts'
import { replyCommand } from './commands/reply.ts'
import { reviewCommand } from './commands/review.ts'
import { searchCommand } from './commands/search.ts'
import { serveCommand } from './commands/serve.ts'
import { showCommand } from './commands/show.ts'
import { timeCommand } from './commands/time.ts'
import { verdictCommand } from './commands/verdict.ts'
import { verdictsCommand } from './commands/verdicts.ts'
import { verifyCommand } from './commands/verify.ts'
import { plain, say } from './output.ts'

/** The program's commands. Each loads what it needs when it runs, so that the help starts at once. */
const commands = [
  ingestCommand,
  listCommand,
  showCommand,
  searchCommand,
  reviewCommand,
  importDataCommand,
  dataCommand,
  verdictsCommand,
  verdictCommand,
  checklistCommand,
  replyCommand,
  casesCommand,
  caseCommand,
  assessCommand,
  calendarCommand,
  exportCommand,
  verifyCommand,
  timeCommand,
  explainCommand,
  serveCommand,
]

/** Errors whose message says all that a person needs: wrong input, not a fault of the program. */
const wrongInput = new Set(['UsageError', 'UnusableDatabase', 'UnusableArchive', 'BadTemplate'])

function exitStatus(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Error && wrongInput.has(error.name)) {
    say(`opfolg: ${plain(error.message)}`)
    return 2
  }
  say(
    `opfolg: failed: ${error instanceof Error ? (process.env.OPFOLG_DEBUG ? error.stack : error.message) : error}`,
  )
  return 1
}

/** Runs a command. Its exit status is the process's, as the README has it. @param args as they stand on the command line */
export async function runCommand(args: string[]): Promise<void> {
  const program = new Command('opfolg')
    .description(
      "Reads municipalities' letters, finds what each commits itself to and by when, and follows it up",
    )
    .option('--db <file>', 'the database (default: $OPFOLG_DB, else opfolg.db here)')
    .showHelpAfterError("(see 'opfolg --help')")
    .exitOverride()
  for (const add of commands) add(program)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = exitStatus(error)
  }
}
