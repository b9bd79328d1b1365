/**
 * The text as the parsers read it: lower case, every blank that is no line or cell break a space, every dash a
 * hyphen. It has the same length as `text`, so positions in one are positions in the other.
 */
export function fold(text: string): string {
  return text
    .replaceAll('İ', 'I') // the one letter whose lower case is longer
    .toLowerCase()
    .replace(/[^\S\n\r\t ]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\r/g, '\n')
}
