import type { Command } from 'commander'
import type { ImportOptions, ReadFigures } from '../../pipeline/figures/import-figures.ts'
import { withStore } from '../database-option.ts'
import { plain, printJson, printLines } from '../output.ts'
import { parseDay } from '../parse-day.ts'
import { UsageError } from '../usage-error.ts'

type Options = {
  indicator?: string
  column: string[]
  period?: string
  retrieved?: string
  source?: string
  sheet?: string
  dryRun?: boolean
  json?: boolean
  fromApi?: string
  apiVersion: string
  baseUrl: string
}

export function importDataCommand(program: Command): void {
  program
    .command('import-data')
    .description('figures from a file of jobindsats.dk (CSV, .xlsx, JSON) or a plain table, all or nothing')
    .argument('[file]', 'the file of figures')
    .option('--indicator <id>', 'only this indicator; or the one that the only column of figures holds')
    .option(
      '--column <name=indicator>',
      'the indicator of a column whose label is not known; NAME#2 is the second of that label',
      (value: string, before: string[]) => [...before, value],
      [] as string[],
    )
    .option('--period <period>', 'only this period, or that of a table without a column of periods')
    .option('--retrieved <day>', 'the day the figures were fetched (default: as the file says, else today)')
    .option('--source <text>', "where they come from, in words (default: the file's name)")
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--dry-run', 'say what is understood and store nothing')
    .option(
      '--from-api <table>',
      'ask jobindsats.dk for a table; the token stands in $OPFOLG_JOBINDSATS_TOKEN',
    )
    .option('--api-version <number>', '2 or 3', '3')
    .option('--base-url <url>', 'where the service is', 'https://api.jobindsats.dk')
    .option('--json', 'what was understood as JSON')
    .action(importData)
}

async function importData(file: string | undefined, options: Options, command: Command): Promise<void> {
  if ((file === undefined) === (options.fromApi === undefined))
    throw new UsageError('import-data: name a file of figures, or a table with --from-api')
  const read = await readNamed(file ?? options.fromApi ?? '', options)
  const { storeFigures, summary } = await import('../../pipeline/figures/import-figures.ts')
  const at = new Date().toISOString()
  const stored = options.dryRun ? 0 : await withStore(command, (store) => storeFigures(store, read, at))
  const understood = { ...summary(read), stored, dryRun: options.dryRun === true }
  return options.json ? printJson(understood) : printLines(lines(understood))
}

async function readNamed(name: string, options: Options): Promise<ReadFigures> {
  const now = new Date().toISOString()
  const importing: ImportOptions = {
    indicator: options.indicator,
    columns: options.column.map(parseColumn),
    period: options.period,
    retrieved: options.retrieved === undefined ? undefined : parseDay('retrieved', options.retrieved),
    source: options.source,
    sheet: options.sheet,
    today: now.slice(0, 10),
  }
  try {
    if (options.fromApi === undefined) {
      const { readFigureFile } = await import('../../pipeline/figures/import-figures.ts')
      return await readFigureFile(name, importing)
    }
    const { askApi } = await import('../../pipeline/figures/ask-api.ts')
    const { apiVersion: version, baseUrl } = options
    if (version !== '2' && version !== '3') throw new UsageError(`--api-version ${version}: use 2 or 3`)
    const token = process.env.OPFOLG_JOBINDSATS_TOKEN ?? ''
    return await askApi({ table: name, version, baseUrl, token }, importing)
  } catch (error) {
    if (error instanceof Error && error.name === 'BadFigures')
      throw new UsageError(`${name}: ${error.message}; nothing is stored`)
    throw error
  }
}

function parseColumn(typed: string): { label: string; indicator: string } {
  const at = typed.lastIndexOf('=')
  if (at < 1 || at === typed.length - 1)
    throw new UsageError(`--column ${typed}: write it as "Andel uden tilbud=uden-tilbud-ret-og-pligt"`)
  return { label: typed.slice(0, at).trim(), indicator: typed.slice(at + 1).trim() }
}

type Understood = ReturnType<typeof import('../../pipeline/figures/import-figures.ts').summary> & {
  stored: number
  dryRun: boolean
}

const retrievedHow = {
  person: 'as you say',
  file: 'as the file says',
  today: 'today; --retrieved names another day',
}

function lines(of: Understood): string[] {
  const { values, missing, withheld, municipalities } = of
  const fields = [
    ['file', `${of.file} (${of.format}${of.table ? `, table ${of.table}` : ''})`],
    ['source', of.source],
    ['retrieved', `${of.retrieved} (${retrievedHow[of.retrievedBy]})`],
    ...of.columns.map(({ label, indicator }) => ['indicator', `${indicator}, column '${label}'`]),
    ['periods', of.periods.join(', ')],
    [
      'areas',
      `${municipalities} ${municipalities === 1 ? 'municipality' : 'municipalities'}${of.country ? ' and the country' : ', without the country'}`,
    ],
    ['figures', `${values} values, ${missing} missing, ${withheld} withheld`],
    ...of.leftOut.map(({ what, why, rows }) => ['left out', `${what}: ${why}${rows ? ` (${rows})` : ''}`]),
    ...of.notes.map((note) => ['note', note]),
    [
      'stored',
      of.dryRun ? 'nothing: a dry run' : of.stored > 0 ? `${of.stored}` : 'nothing: it is there already',
    ],
  ]
  return fields.map(([name = '', value = '']) => `${name.padEnd(10)} ${plain(value)}`)
}
