import { latin } from '../language/latin.ts'
import type { Unit } from './units.ts'

/** A table's place in a letter's units: its rows, which of them names the columns, which only repeat it. */
export type Table = { rows: number[]; header: number | null; repeats: number[] }

const cellsOf = (text: string) => text.split('\t').map((cell) => cell.trim())

/** Finds the tables: two or more rows of tab-separated cells with nothing but furniture between them. */
export function findTables(units: Unit[]): Table[] {
  const tables: Table[] = []
  let rows: number[] = []
  const finish = () => {
    if (rows.length >= 2) tables.push(describe(units, rows))
    rows = []
  }
  units.forEach((unit, at) => {
    if (unit.role === 'furniture') return
    if (unit.role === 'body' && unit.tabbed) rows.push(at)
    else if (rows.length < 2 || !partsTable(units, at)) finish()
  })
  finish()
  return tables
}

/** A short line right between rows is a row of one cell over the whole width: it names the rows below it. */
function partsTable(units: Unit[], at: number): boolean {
  const [above, unit, below] = [units[at - 1], units[at], units[at + 1]]
  if (!above?.tabbed || unit?.role !== 'body' || below?.role !== 'body' || !below.tabbed) return false
  return !unit.blankBefore && !below.blankBefore && unit.text.length < 80 && !/[.!?:;]$/.test(unit.text)
}

function describe(units: Unit[], rows: number[]): Table {
  const header = findHeader(units, rows)
  const heading = header === null ? null : units[header]?.text
  const repeats = rows.filter((row) => header !== null && row > header && units[row]?.text === heading)
  return { rows: rows.filter((row) => !repeats.includes(row)), header, repeats }
}

/** The row that names the columns: the first one that names two or more, with nothing but labels up to it. */
function findHeader(units: Unit[], rows: number[]): number | null {
  for (const row of rows.slice(0, Math.min(3, rows.length - 1))) {
    const labels = cellsOf(units[row]?.text ?? '').filter((cell) => cell !== '')
    if (!labels.every(isLabel)) return null
    if (labels.length >= 2) return row
  }
  return null
}

const endsWithLongWord = latin(/\p{L}{9,}\.$|!$/u)
/** "Hvor langt er vi?" may name a column, a whole question does not. */
const isQuestion = (cell: string) => cell.endsWith('?') && cell.split(/\s+/).length > 5
/** A short label: no sentence, no figure but a year. */
function isLabel(cell: string): boolean {
  if (cell.length > 60 || endsWithLongWord.test(cell) || isQuestion(cell)) return false
  return /^(?:19|20)\d\d$/.test(cell) || !/^[-+]?\d[\d.,]*\s?%?$/.test(cell)
}
