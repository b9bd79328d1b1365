import type { Command } from 'commander'
import type { CommitmentChanges } from '../../store/decide.ts'
import { withStore } from '../database-option.ts'
import { printJson, printLines } from '../output.ts'
import { UsageError } from '../usage-error.ts'
import { resolveId } from './show.ts'

type Options = {
  confirm?: boolean
  reject?: boolean
  set: string[]
  by?: string
  reason: string
  json?: boolean
}

export function reviewCommand(program: Command): void {
  program
    .command('review')
    .description("record a person's decision about a commitment; no rule changes it after that")
    .argument('<id>', "the commitment's id, or the beginning of it")
    .option('--confirm', 'it is right')
    .option('--reject', 'it is no commitment')
    .option(
      '--set <field=value>',
      'correct kind, status, every (P2W), responsible or deadline (2019-02-08); an empty value takes it away',
      (value: string, before: string[]) => [...before, value],
      [] as string[],
    )
    .option('--by <name>', 'who decides')
    .option('--reason <text>', 'why', '')
    .option('--json', 'print the commitment as JSON')
    .action(review)
}

async function review(typed: string, options: Options, command: Command): Promise<void> {
  const { confirm, reject, set, by, reason } = options
  if ([confirm, reject, set.length > 0].filter(Boolean).length !== 1)
    throw new UsageError('review: say one of --confirm, --reject or --set field=value')
  if (!by?.trim()) throw new UsageError('review: say who decides with --by NAME')
  await withStore(command, async (store) => {
    const { record, id } = await resolveId(store, typed)
    if (record !== 'commitment') throw new UsageError(`${typed}: a letter; only commitments are reviewed`)
    const { decideCommitment, readCommitment } = await import('../../store/decide.ts')
    const { parseChanges } = await import('../parse-changes.ts')
    const before = readCommitment(store, id)
    if (!before) throw new Error(`commitment ${id} vanished`)
    const changes: CommitmentChanges = parseChanges(set, before)
    const state = confirm ? 'confirmed' : reject ? 'rejected' : 'edited'
    decideCommitment(store, id, { who: by, at: new Date().toISOString(), review: state, changes, reason })
    const { commitmentLines, commitmentRecord } = await import('../show-commitment.ts')
    const now = commitmentRecord(store, id)
    return options.json ? printJson(now) : printLines(commitmentLines(now))
  })
}
