/**
 * Text of a letter made safe for a terminal or one line of a table: control characters, which could move the cursor,
 * recolour or rename the window, and direction marks, which could reorder the line, become a space or nothing.
 */
export function plain(text: string): string {
  return text
    .replace(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
}
