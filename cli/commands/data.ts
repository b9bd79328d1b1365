import type { Command } from 'commander'
import type { StoredObservation } from '../../schemas/observation.ts'
import type { FigureFilter } from '../../store/read-figures.ts'
import { withStoreForReading } from '../database-option.ts'
import { printJson, printTable } from '../output.ts'
import { UsageError } from '../usage-error.ts'

type Options = {
  indicator?: string
  municipality?: string
  period?: string
  all?: boolean
  json?: boolean
}

export function dataCommand(program: Command): void {
  program
    .command('data')
    .description('the figures that are stored, or those that a later retrieval changed')
    .argument('<what>', 'list or changes')
    .option('--indicator <id>', 'of data/indicators.json')
    .option('--municipality <name>', 'name or code, with the country beside it; or DK for the country alone')
    .option('--period <period>', 'a month (2018M12), quarter (2018Q04) or year (2018Y01)')
    .option('--all', 'list: every retrieval, not only the latest')
    .option('--json', 'as JSON')
    .action(data)
}

async function data(what: string, options: Options, command: Command): Promise<void> {
  if (what !== 'list' && what !== 'changes')
    throw new UsageError(`data ${what}: not known; use list or changes`)
  const filter = await readFilter(options)
  await withStoreForReading(command, async (store) => {
    const { byFigure, readChanges, readObservations } = await import('../../store/read-figures.ts')
    if (what === 'changes') return listChanges(readChanges(store, filter), options)
    const found = readObservations(store, filter)
    return listFigures(options.all ? found : byFigure(found).flatMap((figure) => figure.slice(-1)), options)
  })
}

async function readFilter({ indicator: id, municipality, period: code }: Options): Promise<FigureFilter> {
  const { indicator, indicators } = await import('../../data/indicators.ts')
  const { parsePeriod } = await import('../../schemas/period.ts')
  const { country } = await import('../../schemas/observation.ts')
  const { municipalityCode } = await import('../municipality.ts')
  if (id !== undefined && !indicator(id))
    throw new UsageError(
      `--indicator ${id}: not known; one of ${indicators()
        .map((one) => one.id)
        .join(', ')}`,
    )
  const period = code === undefined ? undefined : parsePeriod(code)
  if (period === null)
    throw new UsageError(`--period ${code}: not a period; write it as 2018M12, 2018Q04 or 2018Y01`)
  const areas =
    municipality === undefined
      ? undefined
      : municipality.toUpperCase() === country
        ? [country]
        : [municipalityCode(municipality), country]
  return { ...(id && { indicator: id }), ...(areas && { areas }), ...(period && { period: period.code }) }
}

const shownValue = ({ state, value, unit }: StoredObservation): string =>
  value === null ? state : `${value} ${unit}`
const part = ({ dimensions }: StoredObservation): string => Object.values(dimensions).join(', ') || '-'

async function listFigures(found: StoredObservation[], { json }: Options): Promise<void> {
  if (json) return printJson(found)
  const { areaName } = await import('../../data/municipality-names.ts')
  const head = ['INDICATOR', 'AREA', 'PERIOD', 'PART', 'VALUE', 'RETRIEVED', 'SOURCE', 'FILE']
  const rows = found.map((one) => [
    one.indicator,
    areaName(one.area),
    one.period,
    part(one),
    shownValue(one),
    one.from.retrieved,
    one.from.source,
    `${one.from.name}, ${one.place}`,
  ])
  printTable(head, rows)
}

type Changes = ReturnType<typeof import('../../store/read-figures.ts').readChanges>

async function listChanges(changes: Changes, { json }: Options): Promise<void> {
  if (json) return printJson(changes)
  const { areaName } = await import('../../data/municipality-names.ts')
  const head = [
    'INDICATOR',
    'AREA',
    'PERIOD',
    'PART',
    'BEFORE',
    'RETRIEVED',
    'NOW',
    'RETRIEVED',
    'RELIED ON BY',
  ]
  const rows = changes.map(({ before, after, reliedOn }) => [
    after.indicator,
    areaName(after.area),
    after.period,
    part(after),
    shownValue(before),
    before.from.retrieved,
    shownValue(after),
    after.from.retrieved,
    reliedOn.map(({ kind, record, period }) => `${kind} ${record} (${period})`).join(', ') || '-',
  ])
  printTable(head, rows)
}
