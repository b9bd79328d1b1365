import { latinPattern } from '../language/latin.ts'

/** Blanks, dashes and line ends of other kinds. */
const unusual = /[\r\v\f\u00a0\u1680\u2000-\u200a\u2010-\u2015\u2028\u2029\u202f\u205f\u2212\u3000\ufeff]/g
const isDash = (sign: string) => (sign >= '\u2010' && sign <= '\u2015') || sign === '\u2212'
const usual = (sign: string) => (sign === '\r' ? '\n' : isDash(sign) ? '-' : ' ')

/** A year, or 0 or 1 inside a word. What stands before is asked last: only where the rest fits. */
const misread = latinPattern(
  String.raw`2[0o][0-3ol][\dol](?![\p{L}\p{N}])(?<![\p{L}\p{N}].{4})|[01](?=\p{L}\p{L})(?<=\p{L}\p{L}.)`,
  'g',
)
const meant = (found: string) => {
  if (found.length > 1) return found.replaceAll('o', '0').replaceAll('l', '1')
  return found === '0' ? 'o' : 'l'
}

/**
 * The text as the parsers read it: lower case, every blank that is no line or cell break a space, every dash a
 * hyphen; in a year, what a scan has read as o or l is the digit, and inside a word 0 and 1 are the letters. It has the
 * same length as `text`, so positions in one are positions in the other.
 */
export function fold(text: string): string {
  return text
    .replaceAll('İ', 'I') // the one letter whose lower case is longer
    .toLowerCase()
    .replace(unusual, usual)
    .replace(misread, meant)
}
