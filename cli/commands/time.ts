import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import type { TimeJson } from '../../extractors/time/time-json.ts'
import { printJson, printLines, printTable } from '../output.ts'
import { parseDay } from '../parse-day.ts'

type Options = { reference: string; json?: boolean }

export function timeCommand(program: Command): void {
  program
    .command('time')
    .description('the time expressions in a text, as they are read in a letter of the reference day')
    .argument('<text>', "the text; '-' reads lines from stdin and prints one JSON array a line")
    .requiredOption('--reference <day>', 'the day of the letter (2018-08-08)')
    .option('--json', 'as JSON, as in the export')
    .action(time)
}

async function time(typed: string, options: Options): Promise<void> {
  const reference = parseDay('reference', options.reference)
  const { timeJson } = await import('../../extractors/time/time-json.ts')
  const find = (text: string) => timeJson(text.normalize('NFC'), reference)
  if (typed === '-') {
    const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
    for await (const line of lines) printLines([JSON.stringify(find(line))])
    return
  }
  const found = find(typed)
  if (options.json) return printJson(found)
  const head = ['WORDS', 'RELATION', 'START', 'END', 'GRAIN', 'EVERY', 'RULE', 'ASSUMED']
  printTable(head, found.map(row))
}

function row({ quote, relation, start, end, grain, every, rule, assumed }: TimeJson): string[] {
  return [quote, relation, start, end, grain, every, rule, assumed.join(', ')].map((value) => value || '-')
}
