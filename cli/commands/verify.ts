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
  const { checkArchive } = await import('../../store/verify/check-archive.ts')
  const { checkLetters, checkTables } = await import('../../store/verify/check-database.ts')
  const { isRemark } = await import('../../store/verify/finding.ts')
  await withStoreForReading(command, (store) => {
    const tables = checkTables(store)
    const { findings, letters, commitments } = checkLetters(store)
    const archive = checkArchive(store)
    const all = [...tables, ...findings, ...archive.findings]
    const problems = all.filter((finding) => !isRemark(finding))
    const remarks = all.filter(isRemark)
    if (problems.length > 0) process.exitCode = problemsFound
    const sound = { letters, commitments, originals: archive.sound }
    if (json) return printJson({ sound: problems.length === 0, checked: sound, problems, remarks })
    printLines([
      ...all.map(({ code, subject, message, advice }) =>
        plain(`${isRemark({ code }) ? 'note: ' : ''}${subject}: ${message}; ${advice}`),
      ),
      `${number(letters, 'letter')}, ${number(commitments, 'commitment')} checked, ${number(archive.sound, 'original')} as kept; ${
        problems.length === 0 ? 'all is well' : number(problems.length, 'problem')
      }`,
    ])
  })
}
