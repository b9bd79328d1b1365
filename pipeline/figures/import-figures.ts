import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { country, type FigureSource } from '../../schemas/observation.ts'
import { parsePeriod } from '../../schemas/period.ts'
import type { Store } from '../../store/query.ts'
import { saveFigures } from '../../store/save-figures.ts'
import { defaultLimits, inMegabytes } from '../read/limits.ts'
import { readTable } from './read-table.ts'
import { BadFigures, type FigureTable } from './table.ts'
import { type UnderstandOptions, type Understood, understand } from './understand.ts'

/** What a person says of a file of figures. Days are ISO dates. */
export type ImportOptions = UnderstandOptions & {
  /** The day the figures were fetched; without it the day that the file itself names, else `today`. */
  retrieved?: string | undefined
  /** Where they come from, in words; without it the name of the file. */
  source?: string | undefined
  sheet?: string | undefined
  today: string
}

/** A file of figures as understood, not stored yet. */
export type ReadFigures = Understood & { source: FigureSource; retrievedBy: 'person' | 'file' | 'today' }

/** Reads a file of figures and stores nothing. @throws BadFigures in one clear line, when any of it is not clear */
export async function readFigureFile(path: string, options: ImportOptions): Promise<ReadFigures> {
  const bytes = readBytes(path)
  const table = await readTable(bytes, options.sheet)
  const { format } = table
  return figuresOf(table, options, { name: basename(path), path: resolve(path), bytes, format })
}

type Origin = { name: string; path: string; bytes: Uint8Array; format: FigureSource['format'] }

/** Understands a table that was read from a file or an answer. */
export function figuresOf(table: FigureTable, options: ImportOptions, origin: Origin): ReadFigures {
  const understood = understand(table, options)
  const retrieved = options.retrieved ?? understood.titles.retrieved ?? options.today
  checkRetrieved(retrieved, understood, options.today)
  return {
    ...understood,
    retrievedBy: options.retrieved ? 'person' : understood.titles.retrieved ? 'file' : 'today',
    source: {
      name: origin.name,
      path: origin.path,
      sha256: createHash('sha256').update(origin.bytes).digest('hex'),
      format: origin.format,
      source: options.source ?? origin.name,
      table: understood.titles.table,
      retrieved,
    },
  }
}

/** Stores what was read, all of it or nothing. @returns how many observations are new */
export function storeFigures(store: Store, { source, observations }: ReadFigures, at: string): number {
  return saveFigures(store, source, observations, at)
}

/** What was understood, as short as a person needs it. */
export function summary({ observations, columns, leftOut, notes, source, retrievedBy }: ReadFigures) {
  const areas = new Set(observations.map(({ area }) => area))
  const count = (state: string) => observations.filter((one) => one.state === state).length
  return {
    file: source.name,
    format: source.format,
    source: source.source,
    table: source.table,
    retrieved: source.retrieved,
    retrievedBy,
    columns,
    periods: [...new Set(observations.map(({ period }) => period))].sort(),
    municipalities: [...areas].filter((area) => area !== country).length,
    country: areas.has(country),
    values: count('value'),
    missing: count('missing'),
    withheld: count('withheld'),
    leftOut,
    notes,
  }
}

function readBytes(path: string): Uint8Array {
  try {
    const bytes = readFileSync(path)
    if (bytes.length <= defaultLimits.fileBytes) return bytes
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BadFigures(code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`)
  }
  throw new BadFigures(`bigger than ${inMegabytes(defaultLimits.fileBytes)}`)
}

/** Figures cannot have been fetched before the period they are about was over, nor tomorrow. */
function checkRetrieved(retrieved: string, { observations }: Understood, today: string): void {
  if (retrieved > today) throw new BadFigures(`retrieved ${retrieved}: that day lies ahead`)
  const early = observations.find(
    ({ period, state }) => state === 'value' && retrieved <= (parsePeriod(period)?.end ?? ''),
  )
  if (early)
    throw new BadFigures(
      `retrieved ${retrieved}, but ${early.place} has a figure of ${early.period}, which was not over then; ` +
        'say the day with --retrieved',
    )
}
