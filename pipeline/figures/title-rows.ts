import { monthNumber } from './periods.ts'
import { readingWords } from './reading-words.ts'
import { cellText, foldLabel, type TableRow } from './table.ts'

/** What the rows above a table say of it: when it was retrieved (ISO day), and its code at jobindsats.dk. */
export type Titles = { retrieved: string | null; table: string | null }

/** Reads the title rows that an Excel export has above its labels. */
export function readTitles(rows: TableRow[]): Titles {
  const { retrievedLabels } = readingWords()
  let retrieved: string | null = null
  let table: string | null = null
  for (const { cells } of rows) {
    const text = cells.map(cellText).join(' ')
    if (retrievedLabels.some((label) => foldLabel(text).includes(label))) retrieved ??= findDay(text)
    table ??=
      /(?<![\p{L}\p{N}])(?:Y\d{2}[A-Z]\d{2}|PTV_?[A-Z]\d{2}|OTI[A-Z]\d{2})(?![\p{L}\p{N}])/u.exec(
        text,
      )?.[0] ?? null
  }
  return { retrieved, table }
}

function findDay(text: string): string | null {
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const danish = /(?<!\d)(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?!\d)/.exec(text)
  if (danish) return calendarDay(Number(danish[3]), Number(danish[2]), Number(danish[1]))
  const written = /(?<!\d)(\d{1,2})\. (\p{L}+) (\d{4})(?!\d)/u.exec(text)
  return written
    ? calendarDay(Number(written[3]), monthNumber(written[2] as string), Number(written[1]))
    : null
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}
