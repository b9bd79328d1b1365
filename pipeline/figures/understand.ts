import type { Indicator } from '../../schemas/indicator.ts'
import { country, type Observation } from '../../schemas/observation.ts'
import { type Period, parsePeriod, periodKind } from '../../schemas/period.ts'
import { dimensionsKey } from '../../store/save-figures.ts'
import { findArea, unknownArea } from './areas.ts'
import { type Columns, findHeader, type Measure, type Naming, readColumns } from './columns.ts'
import { type DecimalSign, decimalSign, readFigure } from './numbers.ts'
import { readFigurePeriod } from './periods.ts'
import { readingWords } from './reading-words.ts'
import { BadFigures, cellText, type FigureTable, foldLabel, type TableRow } from './table.ts'
import { readTitles, type Titles } from './title-rows.ts'

/** What of a table is left out, and why; `rows` how many rows, null for a column. */
export type LeftOut = { what: string; why: string; rows: number | null }

/** What was understood of a table. */
export type Understood = {
  observations: Observation[]
  titles: Titles
  /** The labels as they stand, and the indicators they hold. */
  columns: { label: string; indicator: string }[]
  leftOut: LeftOut[]
  /** How it had to be read, and what looks odd; English. */
  notes: string[]
}

/** `period`: the only one wanted, or that of a table without a column of periods. */
export type UnderstandOptions = Naming & { period?: string | undefined }

/**
 * Understands a table of figures: which column holds what, and each value with its area, period and part.
 * @throws BadFigures when anything in it is not clear: then nothing of it is used
 */
export function understand(table: FigureTable, options: UnderstandOptions): Understood {
  const at = findHeader(table.rows)
  const header = table.rows[at]
  if (!header) throw new BadFigures('no table of figures: no column is called Område, Area or Kommune')
  const rows = table.rows.slice(at + 1)
  const columns = readColumns(header, rows, options)
  const wanted = onlyPeriod(options.period)
  if (columns.period === -1 && !wanted && columns.measures.some(({ period }) => !period))
    throw new BadFigures('no column of periods (Periode); say which period it is with --period 2018M12')
  const sign = decimalSign(figureCells(rows, columns))
  const found = readRows(rows, columns, sign, wanted)
  if (found.observations.length === 0)
    throw new BadFigures(wanted ? `no figures of ${wanted.code} in it` : 'no figures in it')
  checkPeriods(found.observations)
  return {
    observations: found.observations,
    titles: readTitles(table.rows.slice(0, at)),
    columns: columns.measures.map(({ label, indicator }) => ({ label, indicator: indicator.id })),
    leftOut: [
      ...columns.leftOut.map(({ label, why }) => ({ what: `column '${label}'`, why, rows: null })),
      ...[...found.leftOut].map(([why, { names, count }]) => ({
        what: [...names].join(', '),
        why,
        rows: count,
      })),
    ],
    notes: [...table.notes, ...fractions(found.observations)],
  }
}

function onlyPeriod(code: string | undefined): Period | null {
  if (code === undefined) return null
  const period = parsePeriod(code)
  if (!period) throw new BadFigures(`--period ${code}: not a period; write it as 2018M12, 2018Q04 or 2018Y01`)
  return period
}

function figureCells(rows: TableRow[], { measures }: Columns) {
  return rows.flatMap(({ cells, place }) =>
    measures.map(({ at, label }) => ({ cell: cells[at] ?? null, place: `${place}, column '${label}'` })),
  )
}

type Rows = {
  observations: Observation[]
  leftOut: Map<string, { names: Set<string>; count: number }>
}

function readRows(rows: TableRow[], columns: Columns, sign: DecimalSign, wanted: Period | null): Rows {
  const found: Rows = { observations: [], leftOut: new Map() }
  const seen = new Map<string, Observation>()
  for (const row of rows) {
    const area = readArea(row, columns)
    if (area === null) leaveOut(found, 'no figures', 'lines of notes')
    else if ('leftOut' in area)
      leaveOut(found, 'not a municipality', `${cellText(row.cells[columns.area])} (${area.leftOut})`)
    else
      for (const measure of columns.measures) {
        const period = measure.period ?? readPeriod(row, columns, wanted)
        if (wanted && period.code !== wanted.code) leaveOut(found, `not ${wanted.code}`, period.code)
        else addObservation(found, seen, readValue(row, columns, measure, sign, area.code, period))
      }
  }
  return found
}

function leaveOut({ leftOut }: Rows, why: string, name: string): void {
  const group = leftOut.get(why) ?? { names: new Set(), count: 0 }
  leftOut.set(why, { names: group.names.add(name), count: group.count + 1 })
}

/** The area of a row; null for a line of notes below the table. */
function readArea({ cells, place }: TableRow, { area }: Columns) {
  const name = cellText(cells[area])
  const alone = cells.every((cell, at) => at === area || cellText(cell) === '')
  if (name === '' && cells.filter((cell) => cellText(cell) !== '').length > 1)
    throw new BadFigures(`${place}: figures without an area`)
  const found = name === '' ? null : findArea(name)
  if (found || alone || name === '') return found
  throw unknownArea(name, place)
}

function readPeriod({ cells, place }: TableRow, { period }: Columns, wanted: Period | null): Period {
  if (period === -1 && wanted) return wanted
  const written = cellText(cells[period])
  const found = readFigurePeriod(written)
  if (!found)
    throw new BadFigures(
      `${place}: '${written}' is no period; they are written as 2018M12, 2018Q04 or 2018Y01`,
    )
  return found
}

function readValue(
  { cells, place }: TableRow,
  columns: Columns,
  { at, label, indicator }: Measure,
  sign: DecimalSign,
  area: string,
  { code }: Period,
): Observation {
  const cell = cells[at] ?? null
  const reading = readFigure(cell, sign, readingWords().marks)
  if (!reading) throw new BadFigures(`${place}: '${cellText(cell)}' is no figure (column '${label}')`)
  const value = reading.state === 'value' ? reading.value : null
  if (value !== null && (value < 0 || (indicator.unit === 'pct' && value > 100)))
    throw new BadFigures(
      `${place}: ${cellText(cell)} cannot be a ${indicator.unit === 'pct' ? 'share in per cent' : 'count'} (column '${label}')`,
    )
  return {
    indicator: indicator.id,
    area,
    period: code,
    dimensions: readDimensions(cells, columns, indicator),
    state: reading.state,
    value,
    unit: indicator.unit,
    label,
    place,
  }
}

/** The part that a row is about: the values of other columns but those that say "all", or the indicator's own group. */
function readDimensions(cells: TableRow['cells'], { dimensions }: Columns, { ownValues }: Indicator) {
  const { totals } = readingWords()
  const own = new Set(ownValues.map(foldLabel))
  const parts = dimensions.flatMap(({ at, label }): [string, string][] => {
    const value = cellText(cells[at])
    return value === '' || totals.has(foldLabel(value)) || own.has(foldLabel(value)) ? [] : [[label, value]]
  })
  return Object.fromEntries(parts)
}

/** Adds an observation; the same one twice counts once. @throws BadFigures when the second has another value */
function addObservation(found: Rows, seen: Map<string, Observation>, one: Observation): void {
  const { indicator, area, period, dimensions } = one
  const key = JSON.stringify([indicator, area, period, dimensionsKey(dimensions)])
  const before = seen.get(key)
  if (!before) {
    seen.set(key, one)
    found.observations.push(one)
  } else if (before.state === one.state && before.value === one.value)
    leaveOut(found, 'there twice with the same value', one.place)
  else
    throw new BadFigures(
      `${one.indicator} of ${one.area === country ? 'the country' : one.area} in ${one.period} stands there twice with ` +
        `different values: ${shown(before)} in ${before.place}, ${shown(one)} in ${one.place}`,
    )
}

const shown = ({ state, value }: Observation): string => (value === null ? state : String(value))

/** Months, quarters and years are different figures and are never compared: a file has one kind of them. */
function checkPeriods(observations: Observation[]): void {
  const kinds = new Map<string, Observation>()
  for (const one of observations) {
    const period = parsePeriod(one.period)
    if (period) kinds.set(periodKind(period), kinds.get(periodKind(period)) ?? one)
  }
  const [first, second] = [...kinds.values()]
  if (first && second)
    throw new BadFigures(
      `different kinds of periods are mixed: ${first.period} in ${first.place}, ${second.period} in ${second.place}; ` +
        'import each kind as a file of its own',
    )
}

/** Shares that all lie between 0 and 1 look like fractions of one. */
function fractions(observations: Observation[]): string[] {
  const shares = observations.flatMap(({ unit, value }) => (unit === 'pct' && value !== null ? [value] : []))
  const odd = shares.length > 2 && shares.every((one) => one <= 1) && shares.some((one) => one % 1 !== 0)
  return odd ? ['all shares lie between 0 and 1: they are taken as per cent, not as fractions'] : []
}
