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
    if (unit.role === 'body' && unit.text.includes('\t')) rows.push(at)
    else finish()
  })
  finish()
  return tables
}

function describe(units: Unit[], rows: number[]): Table {
  const [first] = rows as [number, ...number[]]
  const header = namesColumns(units, rows) ? first : null
  const heading = units[first]?.text
  const repeats = header === null ? [] : rows.filter((row) => row !== first && units[row]?.text === heading)
  return { rows: rows.filter((row) => !repeats.includes(row)), header, repeats }
}

/** The first row names the columns: short labels, no figures but years, unlike the rows below. */
function namesColumns(units: Unit[], rows: number[]): boolean {
  const cells = cellsOf(units[rows[0] as number]?.text ?? '')
  const labels = cells.filter((cell) => cell !== '')
  if (labels.length < 2 && cells.length < 3) return false
  return labels.every(
    (label) =>
      label.length <= 60 &&
      !/[.!?]$/.test(label.replace(/\p{L}{1,8}\.$/u, '')) &&
      !/^[-+]?\d[\d.,]*\s?%?$/.test(label.replace(/^(?:19|20)\d\d$/, '')),
  )
}
