import type { Command } from 'commander'
import { printJson, printLines, printTable } from '../output.ts'
import { UsageError } from '../usage-error.ts'

export function explainCommand(program: Command): void {
  program
    .command('explain')
    .description('what a term or a value of the records means; without a term all of them')
    .argument('[term...]', 'in English or Danish')
    .option('--json', 'as JSON')
    .action(explainTerm)
}

async function explainTerm(words: string[], options: { json?: boolean }): Promise<void> {
  const { explain, glossary } = await import('../../schemas/glossary.ts')
  const term = words.join(' ')
  const found = term === '' ? glossary : explain(term)
  if (found.length === 0)
    throw new UsageError(`${term}: not in the glossary; 'opfolg explain' lists all terms`)
  if (options.json) return printJson(found)
  if (term === '')
    return printTable(
      ['TERM', 'OF', 'DANISH', 'MEANING'],
      found.map(({ term, of, danish, explanation }) => [term, of, danish, explanation]),
    )
  printLines(found.map((entry) => `${entry.term} (${entry.of}) - ${entry.danish}: ${entry.explanation}`))
}
