/**
 * Text that a spreadsheet would take for a formula, made text: also in a cell of text already, since the mark holds when
 * the sheet is saved as CSV and opened again.
 * @source OWASP, CSV Injection
 */
export function neutralCell(text: string): string {
  return /^\s*[=+\-@]/.test(text) ? `'${text}` : text
}
