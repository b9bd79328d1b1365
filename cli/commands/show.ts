import type { Command } from 'commander'
import type { Store } from '../../store/query.ts'
import { withStoreForReading } from '../database-option.ts'
import { printJson, printLines } from '../output.ts'
import { addPasswordOption, allPasswords } from '../passwords.ts'
import { UsageError } from '../usage-error.ts'

export function showCommand(program: Command): void {
  const command = program
    .command('show')
    .description('one letter or commitment with its evidence: file, page, the words, the rule that found it')
    .argument('<id>', 'its id, or the beginning of it')
    .option('--json', 'as JSON')
    .option('--page-image <file>', 'also draw a page of the letter, with what was found on it marked, as PNG')
    .option('--page <number>', 'which page to draw (default: the first, or that of the commitment)')
    .action(show)
  addPasswordOption(command)
}

type Options = { json?: boolean; pageImage?: string; page?: string; password: string[] }

async function show(typed: string, options: Options, command: Command): Promise<void> {
  await withStoreForReading(command, async (store) => {
    const { record, id } = await resolveId(store, typed)
    const { pageImage, page } = options
    if (page !== undefined && pageImage === undefined)
      throw new UsageError('--page tells which page --page-image draws; name a file with --page-image')
    if (pageImage !== undefined) {
      const { writePageImage } = await import('../page-image.ts')
      const passwords = allPasswords(options.password)
      await writePageImage(
        store,
        { record, id },
        { pageImage, passwords, ...(page !== undefined && { page }) },
      )
    }
    const { commitmentRecord, commitmentLines } = await import('../show-commitment.ts')
    const { letterRecord, letterLines } = await import('../show-letter.ts')
    if (record === 'letter') {
      const letter = letterRecord(store, id)
      return options.json ? printJson(letter) : printLines(letterLines(letter))
    }
    const commitment = commitmentRecord(store, id)
    return options.json ? printJson(commitment) : printLines(commitmentLines(commitment))
  })
}

/** The record whose id begins with what was typed. @throws UsageError when there is none, or more than one */
export async function resolveId(store: Store, typed: string) {
  const { findIds } = await import('../../store/read-letters.ts')
  const found = typed === '' ? [] : findIds(store, typed)
  const exact = found.filter(({ id }) => id === typed.toLowerCase())
  const [only, ...more] = exact.length > 0 ? exact : found
  if (!only) throw new UsageError(`${typed}: no letter or commitment has this id; see 'opfolg list'`)
  if (more.length > 0)
    throw new UsageError(
      `${typed}: ${more.length + 1} ids begin so (${[only, ...more]
        .map(({ id }) => id)
        .slice(0, 5)
        .join(', ')}); give more of it`,
    )
  return only
}
