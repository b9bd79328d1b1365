import type { Command } from 'commander'
import type { Verdict } from '../../schemas/verdict.ts'
import { withStoreForReading } from '../database-option.ts'
import { plain, printJson, printLines } from '../output.ts'
import { parseDataPeriod } from '../parse-data-period.ts'

type Options = { period: string; municipality?: string; json?: boolean }

export function verdictsCommand(program: Command): void {
  program
    .command('verdicts')
    .description('whether what was promised was kept, by the figures of a period; proposals until confirmed')
    .requiredOption('--period <period>', 'a month (2018M12), quarter (2018Q04) or year (2018Y01)')
    .option('--municipality <name>', 'name or code')
    .option('--json', 'as JSON')
    .action(verdicts)
}

async function verdicts(options: Options, command: Command): Promise<void> {
  const period = parseDataPeriod(options.period)
  const { municipalityCode } = await import('../municipality.ts')
  const only = options.municipality === undefined ? undefined : municipalityCode(options.municipality)
  await withStoreForReading(command, async (store) => {
    const { verdictsFor } = await import('../../followup/verdicts/verdicts-for.ts')
    const found = verdictsFor(store, period, only)
    if (options.json) return printJson(found)
    const { verdictLines } = await import('../verdict-lines.ts')
    const blocks = found.map(verdictLines)
    printLines(blocks.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines])))
    printLines(found.length > 0 ? ['', plain(counts(found))] : ['no expectation or goal here'])
  })
}

function counts(found: Verdict[]): string {
  const of = new Map<string, number>()
  for (const { verdict } of found) of.set(verdict, (of.get(verdict) ?? 0) + 1)
  return [...of].map(([verdict, count]) => `${count} ${verdict}`).join(', ')
}
