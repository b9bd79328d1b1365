/** A cell: text, a number the file holds as one, or nothing. */
export type Cell = string | number | null

/** A row with the words a message names it by: "line 12". */
export type TableRow = { cells: Cell[]; place: string }

/** A table as read, before anything in it is understood. `notes` say how it had to be read, in English. */
export type FigureTable = {
  rows: TableRow[]
  format: 'csv' | 'xlsx' | 'json-v2' | 'json-v3'
  notes: string[]
}

/** The file of figures cannot be used: nothing of it is stored. `message` is one clear line in English. */
export class BadFigures extends Error {
  override name = 'BadFigures'
}

/** A cell as the text it shows. */
export const cellText = (cell: Cell | undefined): string => (cell ?? '').toString().trim()

/** A label or value without case and double spaces, for comparing. */
export const foldLabel = (text: string): string =>
  text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('da')
