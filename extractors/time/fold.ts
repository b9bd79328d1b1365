import { latinPattern } from '../language/latin.ts'

const year = latinPattern(String.raw`2[0o][0-3ol][\dol](?![\p{L}\p{N}])(?<![\p{L}\p{N}].{4})`, 'g')
const digitInWord = latinPattern(String.raw`[01](?=\p{L}\p{L})(?<=\p{L}\p{L}.)`, 'g')

/**
 * The text as the parsers read it: lower case, every blank that is no line or cell break a space, every dash a
 * hyphen; in a year, what a scan has read as o or l is the digit, and inside a word 0 and 1 are the letters. It has the
 * same length as `text`, so positions in one are positions in the other.
 */
export function fold(text: string): string {
  return (
    text
      .replaceAll('İ', 'I') // the one letter whose lower case is longer
      .toLowerCase()
      .replace(/[^\S\n\r\t ]/g, ' ')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\r/g, '\n')
      // what stands before is asked last: only where the rest fits
      .replace(year, (found) => found.replaceAll('o', '0').replaceAll('l', '1'))
      .replace(digitInWord, (digit) => (digit === '0' ? 'o' : 'l'))
  )
}
