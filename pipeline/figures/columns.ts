import { indicator, indicators } from '../../data/indicators.ts'
import type { Indicator } from '../../schemas/indicator.ts'
import type { Period } from '../../schemas/period.ts'
import { findArea } from './areas.ts'
import { readFigure } from './numbers.ts'
import { readFigurePeriod } from './periods.ts'
import { readingWords } from './reading-words.ts'
import { BadFigures, type Cell, cellText, foldLabel, type TableRow } from './table.ts'

/** What a person says of a table on the command line. */
export type Naming = {
  /** The indicator that is wanted, or that the only column of figures holds. */
  indicator?: string | undefined
  /** `label` or `label#2` → indicator, for columns whose label is not known. */
  columns: { label: string; indicator: string }[]
}

/** A column that holds an indicator; `period` when its label is a period instead of a name. */
export type Measure = { at: number; label: string; indicator: Indicator; period: Period | null }

/** What each column of a table holds. */
export type Columns = {
  area: number
  /** -1 when there is none. */
  period: number
  dimensions: { at: number; label: string }[]
  measures: Measure[]
  leftOut: { label: string; why: string }[]
}

/**
 * The row of labels; -1 when there is none: one with a column of areas, and an area in that column of the next row. A
 * title row may name the area that was chosen ("Område" beside "Hele landet").
 */
export function findHeader(rows: TableRow[]): number {
  const { areaColumns } = readingWords()
  const areaAt = ({ cells }: TableRow) =>
    cells.findIndex((cell) => areaColumns.has(foldLabel(cellText(cell))))
  const candidates = rows
    .slice(0, mostTitleRows)
    .map((row, at) => ({ at, area: areaAt(row), cells: row.cells.filter((cell) => cellText(cell) !== '') }))
    .filter(({ area, cells }) => area !== -1 && cells.length > 1)
  const isAbove = ({ at, area }: { at: number; area: number }) =>
    findArea(cellText(rows[at + 1]?.cells[area])) !== null
  return (candidates.find(isAbove) ?? candidates[0])?.at ?? -1
}

/** No export has more lines above its labels. */
const mostTitleRows = 60

type Labelled = { at: number; label: string; name: string; cells: Cell[] }

/** Tells what each column holds. @throws BadFigures when none holds a known indicator, or it is not clear which does */
export function readColumns(header: TableRow, rows: TableRow[], naming: Naming): Columns {
  const { areaColumns, periodColumns } = readingWords()
  const labelled = labelColumns(header, rows)
  const area = labelled.find(({ label }) => areaColumns.has(foldLabel(label)))?.at ?? -1
  const period = labelled.find(({ label }) => periodColumns.has(foldLabel(label)))?.at ?? -1
  const others = labelled.filter(({ at, cells }) => at !== area && at !== period && !isEmpty(cells))
  const named = namedColumns(others, naming)
  const found: Columns = { area, period, dimensions: [], measures: [], leftOut: [] }
  const unknown: Labelled[] = []
  const wide: Labelled[] = []
  for (const column of others) {
    const { at, label, name } = column
    const held = named.get(at) ?? indicatorOfLabel(label)
    if (held && !named.has(at) && [...named.values()].includes(held))
      found.leftOut.push({ label: name, why: `another column was named for ${held.id}` })
    else if (areaColumns.has(foldLabel(label))) found.leftOut.push({ label: name, why: 'the area again' })
    else if (held) found.measures.push({ at, label, indicator: held, period: null })
    else if (!isFigures(column.cells)) found.dimensions.push({ at, label })
    else if (period === -1 && readFigurePeriod(label)) wide.push(column)
    else unknown.push(column)
  }
  const wanted = naming.indicator === undefined ? undefined : knownIndicator('--indicator', naming.indicator)
  if (wanted) useWanted(found, wanted, unknown, wide)
  else if (wide.length > 0)
    throw new BadFigures(
      `the columns are periods (${wide[0]?.label}); say which indicator they hold with --indicator, one of ${ids()}`,
    )
  for (const { name } of unknown)
    found.leftOut.push({ label: name, why: `not known; name it with --column "${name}=INDICATOR"` })
  if (found.measures.length === 0) throw noMeasure(unknown, found.leftOut)
  for (const { label, indicator: of } of found.measures) checkUnit(label, of)
  return withoutDoubles(found, labelled)
}

/** Columns with a label. The second of the same label is called `label#2`. */
function labelColumns(header: TableRow, rows: TableRow[]): Labelled[] {
  const seen = new Map<string, number>()
  return header.cells.flatMap((cell, at) => {
    const label = cellText(cell)
    if (label === '') return []
    const count = (seen.get(foldLabel(label)) ?? 0) + 1
    seen.set(foldLabel(label), count)
    const name = count === 1 ? label : `${label}#${count}`
    return [{ at, label, name, cells: rows.map(({ cells }) => cells[at] ?? null) }]
  })
}

const isEmpty = (cells: Cell[]): boolean => cells.every((cell) => cellText(cell) === '')

function isFigures(cells: Cell[]): boolean {
  const { marks } = readingWords()
  const readings = cells.map((cell) => readFigure(cell, null, marks) ?? readFigure(cell, '.', marks))
  return readings.every((one) => one !== null) && readings.some((one) => one?.state === 'value')
}

function namedColumns(columns: Labelled[], { columns: named }: Naming): Map<number, Indicator> {
  const found = new Map<number, Indicator>()
  for (const { label, indicator: id } of named) {
    const wanted = foldLabel(label.replace(/#1$/, ''))
    const column = columns.find(({ name }) => foldLabel(name) === wanted)
    if (!column)
      throw new BadFigures(
        `--column ${label}: there is no such column; there is ${columns.map(({ name }) => `'${name}'`).join(', ')}`,
      )
    found.set(column.at, knownIndicator(`--column ${label}`, id))
  }
  return found
}

const ids = (): string =>
  indicators()
    .map(({ id }) => id)
    .join(', ')

function knownIndicator(option: string, id: string): Indicator {
  const found = indicator(id)
  if (!found) throw new BadFigures(`${option}: no indicator '${id}'; there is ${ids()}`)
  return found
}

/** The indicator of a label, by the whole of it or by what stands after the last colon ("Gruppe: Mål"). */
function indicatorOfLabel(label: string): Indicator | undefined {
  const by = (text: string) =>
    indicators().find(({ columns }) => columns.some((known) => foldLabel(known) === foldLabel(text)))
  return by(label) ?? (label.includes(':') ? by(label.slice(label.lastIndexOf(':') + 1)) : undefined)
}

/** Keeps only the indicator that is wanted; a single column of figures that is not known holds it. */
function useWanted(found: Columns, wanted: Indicator, unknown: Labelled[], wide: Labelled[]): void {
  const others = found.measures.filter(({ indicator: { id } }) => id !== wanted.id)
  found.leftOut.push(...others.map(({ label }) => ({ label, why: `not ${wanted.id}` })))
  found.measures = found.measures.filter(({ indicator: { id } }) => id === wanted.id)
  if (found.measures.length > 0) return
  const [only, ...more] = unknown
  if (wide.length > 0)
    found.measures = wide.map(({ at, label }) => ({
      at,
      label,
      indicator: wanted,
      period: readFigurePeriod(label),
    }))
  else if (only && more.length === 0 && others.length === 0) {
    found.measures = [{ at: only.at, label: only.label, indicator: wanted, period: null }]
    unknown.length = 0
  }
}

function noMeasure(unknown: Labelled[], leftOut: Columns['leftOut']): BadFigures {
  const [first] = unknown
  const others = leftOut.map(({ label, why }) => `'${label}' (${why})`).join(', ')
  if (!first) return new BadFigures(`no column of figures that is wanted${others && `; there is ${others}`}`)
  const names = unknown.map(({ name }) => `'${name}'`).join(', ')
  return new BadFigures(
    `no known column of figures among ${names}; name one with --column "${first.name}=INDICATOR", one of ${ids()}`,
  )
}

/** A label that says it counts cannot hold a share, nor the other way round. */
function checkUnit(label: string, { id, unit }: Indicator): void {
  const saysShare = /(?:pct|procent|%)/iu.test(label)
  const saysCount = /(?:^|: *)antal(?!\p{L})/iu.test(label)
  if (unit === 'pct' && saysCount && !saysShare)
    throw new BadFigures(`column '${label}' counts, but ${id} is a share in per cent`)
  if (unit !== 'pct' && saysShare)
    throw new BadFigures(`column '${label}' is a share, but ${id} counts ${unit}`)
}

/** Two columns of one indicator and period are one when they hold the same; else a person has to say which it is. */
function withoutDoubles(found: Columns, labelled: Labelled[]): Columns {
  const of = (at: number) => labelled.find((column) => column.at === at)
  const measures: Measure[] = []
  for (const measure of found.measures) {
    const twin = measures.find(
      ({ indicator: { id }, period }) => id === measure.indicator.id && period?.code === measure.period?.code,
    )
    const [a, b] = [of(twin?.at ?? -1), of(measure.at)]
    if (!twin || !a || !b) measures.push(measure)
    else if (a.cells.every((cell, i) => cellText(cell) === cellText(b.cells[i])))
      found.leftOut.push({ label: b.name, why: `the same as '${a.name}'` })
    else
      throw new BadFigures(
        `columns '${a.name}' and '${b.name}' both hold ${measure.indicator.id}, with different values; ` +
          `name the one that is meant: --column "${b.name}=${measure.indicator.id}"`,
      )
  }
  return { ...found, measures }
}
