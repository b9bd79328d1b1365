import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { number } from '../count-found.ts'
import { databasePath, withStoreForReading } from '../database-option.ts'
import { plain, printJson, printLines } from '../output.ts'
import { UsageError } from '../usage-error.ts'

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('check the database and the archive of originals against each other; changes nothing')
    .option('--json', 'as JSON')
    .action(verify)
}

const problemsFound = 3

async function verify({ json }: { json?: boolean }, command: Command): Promise<void> {
  const path = databasePath(command)
  if (!existsSync(path)) throw new UsageError(`${path}: no such database; name one with --db`)
  const { verifyStore } = await import('../../store/verify/verify-store.ts')
  await withStoreForReading(command, (store) => {
    const { checked, problems, remarks } = verifyStore(store)
    if (problems.length > 0) process.exitCode = problemsFound
    if (json) return printJson({ sound: problems.length === 0, checked, problems, remarks })
    const line = ({ subject, message, advice }: (typeof problems)[number]) =>
      plain(`${subject}: ${message}; ${advice}`)
    const { letters, commitments, originals } = checked
    printLines([
      ...problems.map(line),
      ...remarks.map((remark) => `note: ${line(remark)}`),
      `${number(letters, 'letter')} and ${number(commitments, 'commitment')} checked, ${number(originals, 'original')} as kept; ${
        problems.length === 0 ? 'all is well' : number(problems.length, 'problem')
      }`,
    ])
  })
}
