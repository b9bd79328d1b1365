import type { ExportedLetter } from '../../schemas/export.ts'
import type { Sheet } from '../xlsx/checklist-sheets.ts'
import { type Column, commitmentColumns } from './commitments-csv.ts'

const wide: Record<string, number> = {
  quote: 80,
  times: 40,
  file: 30,
  municipality: 20,
  responsible: 24,
  verdict_reason: 60,
}
const usualWidth = 14

/**
 * All commitments as a sheet of a workbook, one a row, with the columns of the CSV.
 * @param more columns after these
 */
export function commitmentSheet(letters: ExportedLetter[], more: Column[] = []): Sheet {
  const columns = [...commitmentColumns, ...more]
  return {
    name: 'Tilsagn',
    head: columns.map(([name]) => name),
    widths: columns.map(([name]) => wide[name] ?? usualWidth),
    rows: letters.flatMap((letter) =>
      letter.commitments.map((commitment) =>
        columns.map(([, value]) => {
          const of = value(letter, commitment)
          return typeof of === 'boolean' ? (of ? 'ja' : 'nej') : of
        }),
      ),
    ),
  }
}
