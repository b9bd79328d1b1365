import { plain } from '../schemas/plain-text.ts'

export { plain }

/** Cuts a text to `width` characters; what is cut off is shown by "…". */
export function cut(text: string, width: number): string {
  const characters = [...text]
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`
}

const gap = 2
const narrowest = 20

/**
 * Prints a table to stdout. On a terminal the last column is cut to the width that is left; elsewhere, for other
 * programs, nothing is cut.
 */
export function printTable(head: string[], rows: string[][]): void {
  const cells = [head, ...rows].map((row) => row.map(plain))
  const last = head.length - 1
  const widths = head.map((_, i) => Math.max(...cells.map((row) => [...(row[i] ?? '')].length)))
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + gap, 0)
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined
  const room = columns === undefined ? Number.POSITIVE_INFINITY : Math.max(narrowest, columns - before)
  const lines = cells.map((row) =>
    row
      .map((cell, i) =>
        i === last ? cut(cell, room) : cell + ' '.repeat((widths[i] ?? 0) - [...cell].length + gap),
      )
      .join('')
      .trimEnd(),
  )
  printLines(lines)
}

/** Prints lines to stdout. */
export function printLines(lines: string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}

/** A value as JSON in which no character is left that a terminal would obey. */
export function jsonText(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    escaped,
  )
}

/** Prints a value as JSON to stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${jsonText(value)}\n`)
}

/** Prints a message to stderr. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`)
}
