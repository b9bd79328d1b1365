import { dueDays } from '../../schemas/due-day.ts'
import type { ExportedCommitment, ExportedLetter } from '../../schemas/export.ts'
import { plain } from '../../schemas/plain-text.ts'
import { neutralCell } from '../neutral-cell.ts'

/** What stands in a cell. */
export type Value = string | number | boolean | null

/** A column of a table: its name, and its value for a commitment and the letter it stands in. */
export type Column = [string, (letter: ExportedLetter, commitment: ExportedCommitment) => Value]

/** The columns of the table. */
export const commitmentColumns: Column[] = [
  ['letter_id', (letter) => letter.id],
  ['letter_kind', (letter) => letter.kind],
  ['municipality_code', (letter) => letter.municipality?.code ?? null],
  ['municipality', (letter) => letter.municipality?.name ?? null],
  ['letter_date', (letter) => letter.date],
  ['case_numbers', (letter) => letter.caseNumbers.join('; ')],
  ['commitment_id', (_, commitment) => commitment.id],
  ['quote', (_, commitment) => commitment.quote],
  ['kind', (_, commitment) => commitment.kind],
  ['status', (_, commitment) => commitment.status],
  ['due', (letter, commitment) => dueDays(commitment, letter.date)[0] ?? null],
  ['times', (_, { times }) => times.map((t) => `${t.relation} ${t.start}/${t.end} ${t.quote}`).join('; ')],
  ['every', (_, commitment) => commitment.every],
  ['responsible', (_, commitment) => commitment.responsible],
  ['target_indicator', (_, { target }) => target?.indicator ?? null],
  ['target_comparator', (_, { target }) => target?.comparator ?? null],
  ['target_value', (_, { target }) => target?.value ?? null],
  ['target_unit', (_, { target }) => target?.unit ?? null],
  ['target_reference', (_, { target }) => target?.reference ?? null],
  ['file', (_, { evidence }) => evidence.file],
  ['page', (_, { evidence }) => evidence.page],
  ['confidence', (_, { evidence }) => evidence.confidence],
  ['unsure', (_, { unsure }) => unsure],
  ['rule', (_, commitment) => commitment.rule],
  ['review', (_, commitment) => commitment.review],
]

/** A CSV cell (RFC 4180), without control characters. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(value: Value): string {
  const text = value === null ? '' : plain(String(value))
  const safe = typeof value === 'string' ? neutralCell(text) : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * All commitments as CSV, one a row, with a head line; comma between cells, CRLF after rows.
 * @param more columns after the usual ones
 */
export function commitmentsCsv(letters: ExportedLetter[], more: Column[] = []): string {
  const columns = [...commitmentColumns, ...more]
  const rows = letters.flatMap((letter) =>
    letter.commitments.map((commitment) => columns.map(([, value]) => cell(value(letter, commitment)))),
  )
  return [columns.map(([name]) => name), ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}
