import type { Command } from 'commander'
import type { VerdictValue } from '../../schemas/verdict.ts'
import { withStore } from '../database-option.ts'
import { printJson, printLines } from '../output.ts'
import { parseDataPeriod } from '../parse-data-period.ts'
import { UsageError } from '../usage-error.ts'
import { resolveId } from './show.ts'

type Options = {
  period: string
  confirm?: boolean
  set?: string
  by?: string
  reason: string
  json?: boolean
}

export function verdictCommand(program: Command): void {
  program
    .command('verdict')
    .description("record a person's decision on the verdict of a commitment in a period")
    .argument('<id>', "the commitment's id, or the beginning of it")
    .requiredOption('--period <period>', 'a month (2018M12), quarter (2018Q04) or year (2018Y01)')
    .option('--confirm', 'the proposal is right')
    .option('--set <verdict>', 'met, not-met, not-due-yet, not-measurable or data-missing; needs --reason')
    .option('--by <name>', 'who decides')
    .option('--reason <text>', 'why', '')
    .option('--json', 'print the verdict as JSON')
    .action(verdict)
}

async function verdict(typed: string, options: Options, command: Command): Promise<void> {
  const { confirm, set, by, reason } = options
  if ((confirm === true) === (set !== undefined))
    throw new UsageError('verdict: say one of --confirm or --set VERDICT')
  if (!by?.trim()) throw new UsageError('verdict: say who decides with --by NAME')
  if (set !== undefined && !reason.trim()) throw new UsageError('verdict: say why with --reason TEXT')
  const period = parseDataPeriod(options.period)
  const wanted = set === undefined ? null : await parseVerdict(set)
  await withStore(command, async (store) => {
    const { record, id } = await resolveId(store, typed)
    if (record !== 'commitment') throw new UsageError(`${typed}: a letter; verdicts are on commitments`)
    const { proposalOf, verdictsFor } = await import('../../followup/verdicts/verdicts-for.ts')
    const find = (of?: string) =>
      verdictsFor(store, period, of).find(({ commitmentId }) => commitmentId === id)
    const before = find()
    if (!before)
      throw new UsageError(`${id}: no expectation of compliance and no goal; figures cannot tell about it`)
    const { decideVerdict } = await import('../../store/verdict-decisions.ts')
    decideVerdict(store, {
      verdict: wanted ?? before.proposed,
      action: wanted ? 'set' : 'confirmed',
      proposal: proposalOf(before),
      who: by,
      at: new Date().toISOString(),
      reason,
    })
    const now = find(before.municipality.code) ?? before
    if (options.json) return printJson(now)
    const { verdictLines } = await import('../verdict-lines.ts')
    printLines(verdictLines(now))
  })
}

async function parseVerdict(typed: string): Promise<VerdictValue> {
  const { verdictValues, verdictValueSchema } = await import('../../schemas/verdict.ts')
  const { data } = verdictValueSchema.safeParse(typed)
  if (data) return data
  throw new UsageError(`--set ${typed}: not a verdict; one of ${verdictValues.join(', ')}`)
}
