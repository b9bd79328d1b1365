import { BadFigures, type Cell, cellText, foldLabel } from './table.ts'

/** What a cell of figures says. */
export type Reading = { state: 'value'; value: number } | { state: 'missing' } | { state: 'withheld' }

/** A cell of figures with the words a message names it by. */
export type FigureCell = { cell: Cell; place: string }

/** Whether numbers are written with a decimal comma or a decimal point; null when none has decimals. */
export type DecimalSign = ',' | '.' | null

const spaces = /[\s\u00a0\u202f\u2009]/gu
const bare = (text: string): string =>
  text
    .replace(/\s*(?:%|pct\.?|procent)$/iu, '')
    .replace(spaces, '')
    .replace(/^[−–](?=\d)/, '-')

const decimalComma = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+$/
const decimalPoint = /^-?(?:\d{1,3}(?:,\d{3})+\.\d+|0?\.\d+|0\.\d+|\d+\.(?:\d{1,2}|\d{4,})|\d{4,}\.\d{3})$/
/** "1.234": a thousand, or one and a bit where a decimal point is written. */
const eitherWay = /^-?\d{1,3}(?:\.\d{3})+$/
const whole = /^-?\d+$/

/**
 * The decimal sign of a table: one for all its figures.
 * @throws BadFigures when both are used
 */
export function decimalSign(cells: FigureCell[]): DecimalSign {
  const first: { ','?: FigureCell; '.'?: FigureCell } = {}
  for (const one of cells) {
    if (typeof one.cell !== 'string') continue
    const text = bare(one.cell)
    if (decimalComma.test(text)) first[','] ??= one
    else if (decimalPoint.test(text)) first['.'] ??= one
  }
  const [comma, point] = [first[','], first['.']]
  if (comma && point)
    throw new BadFigures(
      `decimal comma and decimal point are mixed: '${comma.cell}' in ${comma.place}, '${point.cell}' in ${point.place}`,
    )
  return comma ? ',' : point ? '.' : null
}

export type Marks = { missing: Set<string>; withheld: Set<string> }

/**
 * What a cell of figures says, or null when it is no figure.
 * @param sign the decimal sign of the table it stands in
 */
export function readFigure(cell: Cell, sign: DecimalSign, marks: Marks): Reading | null {
  if (typeof cell === 'number') return { state: 'value', value: cell }
  const text = cellText(cell)
  const folded = foldLabel(text)
  if (folded === '' || marks.missing.has(folded)) return { state: 'missing' }
  if (marks.withheld.has(folded)) return { state: 'withheld' }
  const value = readNumber(bare(text), sign)
  return value === null ? null : { state: 'value', value }
}

function readNumber(text: string, sign: DecimalSign): number | null {
  if (whole.test(text)) return Number(text)
  if (sign === '.' && (decimalPoint.test(text) || eitherWay.test(text)))
    return text.split('.').length > 2 ? null : Number(text.replaceAll(',', ''))
  if (eitherWay.test(text)) return Number(text.replaceAll('.', ''))
  if (decimalComma.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return null
}
