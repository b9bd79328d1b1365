import { latinPattern } from '../language/latin.ts'

/** Blanks, dashes and line ends of other kinds. */
const unusual = /[\r\v\f\u00a0\u1680\u2000-\u200a\u2010-\u2015\u2028\u2029\u202f\u205f\u2212\u3000\ufeff]/g
const isDash = (sign: string) => (sign >= '\u2010' && sign <= '\u2015') || sign === '\u2212'
const usual = (sign: string) => (sign === '\r' ? '\n' : isDash(sign) ? '-' : ' ')

/**
 * A year, a week, the first digit of a day ("i0."), or 0 or 1 in a word of letters. What stands before is asked last: only
 * where the rest fits.
 */
const misread = latinPattern(
  [
    String.raw`2[0o][0-3ol][\dol](?![\p{L}\p{N}])(?<![\p{L}\p{N}].{4})`,
    String.raw`(?:l[\dlo]|[1-5][lo])(?![\p{L}\p{N}])(?<=(?<!\p{L})uge ..)`,
    String.raw`i(?=0\.)(?<![\p{L}\p{N}].)`,
    String.raw`[01](?=\p{L}\p{L})(?<=\p{L}\p{L}.)`,
    // "den1. maj" lacks a space
    String.raw`[01](?<=\p{L}\p{L}\p{L}.)(?![\p{L}\p{N}.])`,
    String.raw`0(?=\p{L}\p{L}\p{L})(?<![\p{L}\p{N}].)`,
  ].join('|'),
  'g',
)
const meant = (found: string) => {
  if (found === 'i') return '1'
  if (found.length > 1) return found.replaceAll('o', '0').replaceAll('l', '1')
  return found === '0' ? 'o' : 'l'
}

/** A capital I that ends a word in small letters or stands in it is an l ("apriI"), before a digit and a stop it is a 1. */
const capitalI = latinPattern(String.raw`I(?!\p{Lu})(?<=\p{Ll}\p{Ll}.)|I(?=\d\.)(?<![\p{L}\p{N}.].)`, 'g')
const withoutI = (text: string): string =>
  text.includes('I')
    ? text.replace(capitalI, (_, at: number) => (/\d/.test(text[at + 1] ?? '') ? '1' : 'l'))
    : text

/**
 * The text as the parsers read it: lower case, every blank that is no line or cell break a space, every dash a
 * hyphen; in a year, a week and a day, what a scan has read as o, l or I is the digit, and in a word 0, 1 and I are the
 * letters. It has the same length as `text`, so positions in one are positions in the other.
 */
export function fold(text: string): string {
  return withoutI(text.replaceAll('İ', 'I')) // the one letter whose lower case is longer
    .toLowerCase()
    .replace(unusual, usual)
    .replace(misread, meant)
}
