import { defaultLimits } from '../read/limits.ts'
import { UnreadableFile } from '../read/unreadable-file.ts'
import { readXml } from '../read/xml-events.ts'
import { openZip, type ZipEntry } from '../read/zip.ts'
import { BadFigures, type Cell, type TableRow } from './table.ts'

/** No export of figures is wider; columns beyond are no part of a table. */
const mostColumns = 2_000

/** A sheet of an Excel workbook: its name and its rows, empty ones left out. */
export type Sheet = { name: string; rows: TableRow[] }

/**
 * The visible sheets of an .xlsx workbook. Cells shown as per cent are given as the number shown (0.123 as 12.3), dates
 * as ISO days; of formulas the value that Excel computed last.
 * @throws BadFigures when it is no workbook or broken
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    const budget = { bytes: defaultLimits.unpackedBytes }
    const entries = new Map(
      (await openZip(bytes, defaultLimits, budget)).map((entry) => [entry.name.replace(/^\//, ''), entry]),
    )
    const workbook = entries.get('xl/workbook.xml')
    if (!workbook) throw new BadFigures('a ZIP, but no Excel workbook; unpack it or save it as .xlsx')
    const strings = await sharedStrings(entries.get('xl/sharedStrings.xml'))
    const formats = await cellFormats(entries.get('xl/styles.xml'))
    const targets = await relations(entries.get('xl/_rels/workbook.xml.rels'))
    const sheets: Sheet[] = []
    for (const { name, id } of await sheetNames(workbook)) {
      const entry = entries.get(targets.get(id) ?? '')
      if (entry) sheets.push({ name, rows: await sheetRows(entry, strings, formats) })
    }
    return sheets
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    throw new BadFigures(`the Excel file cannot be read: ${error.reason.replace('Word ', '')}`)
  }
}

async function sheetNames(workbook: ZipEntry): Promise<{ name: string; id: string }[]> {
  const found: { name: string; id: string }[] = []
  readXml(await workbook.read(), {
    open: ({ name, attributes }) => {
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible')
        found.push({ name: attributes.name ?? '', id: attributes.id ?? '' })
    },
    close: () => {},
    text: () => {},
  })
  return found
}

async function relations(entry: ZipEntry | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  if (!entry) return targets
  readXml(await entry.read(), {
    open: ({ name, attributes: { Id, Target } }) => {
      if (name !== 'Relationship' || !Id || !Target) return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
    close: () => {},
    text: () => {},
  })
  return targets
}

async function sharedStrings(entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = []
  if (!entry) return strings
  let open = ''
  let phonetic = false
  readXml(await entry.read(), {
    open: ({ name }) => {
      if (name === 'si') strings.push('')
      if (name === 'rPh') phonetic = true
      open = name
    },
    close: (name) => {
      if (name === 'rPh') phonetic = false
      open = ''
    },
    text: (text) => {
      if (open === 't' && !phonetic) strings[strings.length - 1] += text
    },
  })
  return strings
}

type CellFormat = 'number' | 'percent' | 'date'

/** How the numbers of each cell style are shown. @source ECMA-376 part 1, 18.8.30 (numFmt) */
async function cellFormats(entry: ZipEntry | undefined): Promise<CellFormat[]> {
  const own = new Map<number, string>()
  const formats: CellFormat[] = []
  if (!entry) return formats
  let inCellFormats = false
  readXml(await entry.read(), {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) formats.push(formatOf(Number(attributes.numFmtId ?? 0), own))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
    text: () => {},
  })
  return formats
}

function formatOf(id: number, own: Map<number, string>): CellFormat {
  const code = (own.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  if (id === 9 || id === 10 || code.includes('%')) return 'percent'
  return (id >= 14 && id <= 17) || id === 22 || /[dy]|m{3}/i.test(code) ? 'date' : 'number'
}

async function sheetRows(entry: ZipEntry, strings: string[], formats: CellFormat[]): Promise<TableRow[]> {
  const rows: TableRow[] = []
  let cells: Cell[] = []
  let rowNumber = 0
  let column = 0
  let type = ''
  let style = 0
  let text = ''
  let reading = false
  readXml(await entry.read(), {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        rowNumber = Number(attributes.r ?? rowNumber + 1)
        cells = []
        column = -1
      } else if (name === 'c') {
        column = attributes.r ? columnNumber(attributes.r) : column + 1
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        text = ''
      } else if (name === 'v' || name === 't') reading = true
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'c' && column < mostColumns) {
        while (cells.length < column) cells.push(null)
        cells[column] = cellValue(type, text, strings, formats[style] ?? 'number')
      } else if (name === 'row' && cells.some((cell) => cell !== null && cell !== ''))
        rows.push({ cells, place: `row ${rowNumber}` })
    },
    text: (piece) => {
      if (reading) text += piece
    },
  })
  return rows
}

function columnNumber(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A'
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellValue(type: string, text: string, strings: string[], format: CellFormat): Cell {
  if (type === 's') return strings[Number(text)]?.trim() ?? null
  if (type === 'inlineStr' || type === 'str') return text.trim()
  if (type === 'e') return null
  if (text === '') return null
  const number = Number(text)
  if (type === 'd' || Number.isNaN(number)) return text
  if (type === 'b') return text
  if (format === 'percent') return Number((number * 100).toPrecision(12))
  return format === 'date' ? isoDay(number) : number
}

/** A day as Excel counts it, from 30 December 1899. */
function isoDay(number: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(number) * 86_400_000).toISOString().slice(0, 10)
}
