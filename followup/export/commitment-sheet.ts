import type { ExportedLetter } from '../../schemas/export.ts'
import type { Sheet } from '../xlsx/checklist-sheets.ts'
import { commitmentColumns } from './commitments-csv.ts'

const wide: Record<string, number> = { quote: 80, times: 40, file: 30, municipality: 20, responsible: 24 }
const usualWidth = 14

/** All commitments as a sheet of a workbook, one a row, with the columns of the CSV. */
export function commitmentSheet(letters: ExportedLetter[]): Sheet {
  return {
    name: 'Tilsagn',
    head: commitmentColumns.map(([name]) => name),
    widths: commitmentColumns.map(([name]) => wide[name] ?? usualWidth),
    rows: letters.flatMap((letter) =>
      letter.commitments.map((commitment) =>
        commitmentColumns.map(([, value]) => {
          const of = value(letter, commitment)
          return typeof of === 'boolean' ? (of ? 'ja' : 'nej') : of
        }),
      ),
    ),
  }
}
