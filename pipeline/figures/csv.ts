import { BadFigures, type TableRow } from './table.ts'

const separators = [';', '\t', ',', '|'] as const

/** A text with separated values as rows. The separator is the one that parts most lines alike. */
export function readCsv(text: string): TableRow[] {
  const separator = findSeparator(text)
  const rows: TableRow[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let startLine = 1
  let quoted = false
  const endRow = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== ''))
      rows.push({ cells: cells.map((one) => one.trim()), place: `line ${startLine}` })
    cells = []
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string
    if (character === '\n') line++
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (character === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (character === separator) {
      cells.push(cell)
      cell = ''
    } else if (character === '\n') {
      endRow()
      startLine = line
    } else cell += character
  }
  if (quoted) throw new BadFigures(`line ${startLine}: a quotation mark is opened and never closed`)
  endRow()
  return rows
}

/** The separator that most lines have equally often; a semicolon when none does. */
function findSeparator(text: string): string {
  const lines = text
    .split('\n', 200)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .filter((line) => line.trim() !== '')
  const alike = (separator: string): number => {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(separator).length - 1
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    return Math.max(0, ...counts.values())
  }
  return [...separators].sort((a, b) => alike(b) - alike(a))[0] ?? ';'
}
