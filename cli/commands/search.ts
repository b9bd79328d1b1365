import type { Command } from 'commander'
import { withStoreForReading } from '../database-option.ts'
import { plain, printJson, printTable } from '../output.ts'
import { UsageError } from '../usage-error.ts'

type Options = { json?: boolean; limit: string }

export function searchCommand(program: Command): void {
  program
    .command('search')
    .description(
      'full-text search in letters and commitments: all words must be there; "words together"; begin*',
    )
    .argument('<words...>')
    .option('--limit <n>', 'at most so many commitments and so many letters', '20')
    .option('--json', 'as JSON')
    .action(find)
}

async function find(words: string[], options: Options, command: Command): Promise<void> {
  const limit = Number(options.limit)
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError(`--limit ${options.limit}: not a number above 0`)
  await withStoreForReading(command, async (store) => {
    const { marks, matchExpression, search } = await import('../../store/search.ts')
    // An argument of several words was quoted in the shell: these words stand together.
    const typed = words.map((word) => (/\s/.test(word) && !word.includes('"') ? `"${word}"` : word)).join(' ')
    if (matchExpression(typed) === null) throw new UsageError(`search ${typed}: there is no word in it`)
    const mark = (snippet: string) => plain(snippet.replaceAll(marks.open, '»').replaceAll(marks.close, '«'))
    const hits = search(store, typed, limit).map((hit) => ({ ...hit, snippet: mark(hit.snippet) }))
    if (options.json) return printJson(hits)
    const rows = hits.map((hit) => [
      hit.record,
      hit.id,
      hit.municipality ?? '-',
      hit.date ?? '-',
      hit.snippet,
    ])
    printTable(['FOUND IN', 'ID', 'MUNICIPALITY', 'LETTER', 'WORDS'], rows)
  })
}
