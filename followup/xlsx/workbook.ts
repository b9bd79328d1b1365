import writeExcelFile from 'write-excel-file/node'
import { visible } from '../markdown/escape.ts'
import { neutralCell } from '../neutral-cell.ts'
import type { Cell, Sheet } from './checklist-sheets.ts'

/** A workbook with these sheets; the heading row stays in sight. */
export async function workbook(sheets: Sheet[]): Promise<Buffer> {
  const written = writeExcelFile(
    sheets.map(({ name, head, widths, rows }) => ({
      sheet: name,
      data: [
        head.map((value) => ({
          value,
          type: String,
          fontWeight: 'bold' as const,
          backgroundColor: '#EEF2F6',
        })),
        ...rows.map((cells) => cells.map(cellOf)),
      ],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    })),
  )
  return Buffer.from(await written.toBuffer())
}

/** Excel takes no more characters in a cell. */
const mostCharacters = 32_000

function cellOf(cell: Cell) {
  if (cell === null) return null
  const look = { alignVertical: 'top' as const, wrap: true }
  return typeof cell === 'number'
    ? { value: cell, type: Number, ...look }
    : { value: neutralCell(visible(cell).slice(0, mostCharacters)), type: String, ...look }
}
