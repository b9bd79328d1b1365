import iconv from 'iconv-lite'
import { decodeText } from '../read/decode.ts'
import { startKind } from '../read/file-kind.ts'
import { UnreadableFile } from '../read/unreadable-file.ts'
import { readCsv } from './csv.ts'
import { readJson } from './json.ts'
import { BadFigures, type FigureTable } from './table.ts'
import { readXlsx } from './xlsx.ts'

/**
 * The table in a file, told by its content: separated values, an Excel workbook or an answer of jobindsats.dk.
 * @param sheet the name of the sheet of a workbook; without it the only one that holds a table
 * @throws BadFigures when there is none
 */
export async function readTable(bytes: Uint8Array, sheet?: string): Promise<FigureTable> {
  const kind = startKind(bytes)
  if (kind === 'zip') return workbookTable(bytes, sheet)
  if (kind === 'ole') throw new BadFigures('an old or encrypted Excel workbook; open it and save it as .xlsx')
  if (kind !== 'text') throw new BadFigures('no file of figures; give CSV, .xlsx or JSON')
  const { text, notes } = decode(bytes)
  if (/^\s*[[{]/.test(text)) return readJson(text)
  return { rows: readCsv(text), format: 'csv', notes }
}

async function workbookTable(bytes: Uint8Array, wanted?: string): Promise<FigureTable> {
  const sheets = (await readXlsx(bytes)).filter(({ name, rows }) => rows.length > 1 || name === wanted)
  const named = sheets.filter(({ name }) => wanted === undefined || name === wanted)
  const [only, ...more] = named
  if (!only) {
    const known = sheets.map(({ name }) => `'${name}'`).join(', ')
    throw new BadFigures(
      wanted === undefined
        ? 'the workbook holds no table'
        : `no sheet '${wanted}'${known && `; there is ${known}`}`,
    )
  }
  if (more.length > 0)
    throw new BadFigures(
      `the workbook holds several tables; name one with --sheet: ${named.map(({ name }) => `'${name}'`).join(', ')}`,
    )
  return { rows: only.rows, format: 'xlsx', notes: [] }
}

function decode(bytes: Uint8Array): { text: string; notes: string[] } {
  try {
    const { text, note } = decodeText(bytes)
    const mended = undoDoubleEncoding(text)
    return {
      text: mended.text.replace(/^\uFEFF+/, ''),
      notes: [note, mended.note].filter((one) => one !== null),
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw new BadFigures(`no file of figures: ${error.reason}`)
    throw error
  }
}

/** UTF-8 that a program took for Windows-1252 and saved again: "KÃ¸ge", and "ï»¿" for the byte order mark. */
function undoDoubleEncoding(text: string): { text: string; note: string | null } {
  if (!/^ï»¿|Ã[¦¸¥†˜…]/u.test(text)) return { text, note: null }
  const again = iconv.encode(text, 'windows-1252')
  try {
    const mended = new TextDecoder('utf-8', { fatal: true }).decode(again)
    return { text: mended, note: 'letters were encoded twice (KÃ¸ge for Køge); read as they were meant' }
  } catch {
    return { text: text.replace(/^ï»¿/, ''), note: 'a byte order mark stood there as text; it is left out' }
  }
}
