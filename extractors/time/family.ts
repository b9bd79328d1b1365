import type { Parser, ParsingContext } from 'chrono-node'
import type { Begin } from './begins.ts'
import { DanishResult, type Reading } from './reading.ts'
import { oneOf, words } from './words.ts'

/** What the caller of chrono hands to parsers and refiners besides the folded text. */
export type LetterOption = {
  original: string
  reference: string
  tense: 'past' | 'future' | null
  /** For each family, where its expressions can begin. */
  starts: number[][]
}
export const letterOf = (context: ParsingContext): LetterOption => context.option as unknown as LetterOption

/** Where a pattern matched: named groups, the words just before on the same line, the letter's date. */
export type Place = {
  groups: Record<string, string | undefined>
  matched: string
  before: string
  after: string
  reference: string
  year: number
}

/** `back` and `length` move the borders of the result: characters before the match, and length of the match. */
export type Found = { reading: Reading; back?: number; length?: number } | null

/**
 * One family of expressions. `begins`: what an expression can begin with; it is looked for nowhere else. `pattern`: a regular expression in which a blank stands for one to three
 * blanks, " ?" for none to three, and `{month}`, `{weekday}` ... for the words of `data/time/`. What comes before a core
 * (articles, weekdays, "senest") is read by the refiners.
 */
export type Family = {
  rule: string
  begins: () => Begin[]
  pattern: () => string
  read: (place: Place) => Found
}

const lookBack = 60
/** Words that patterns may name in braces. */
function named(): Record<string, string> {
  const w = words()
  return {
    // an abbreviation needs its full stop: "sep." but not "sep"; "jul" is Christmas unless a day stands before it
    month: `${oneOf(w.monthNames)}|(?:${oneOf(w.monthAbbreviations)})(?:\\.|(?= {1,3}\\d{4}))`,
    monthname: oneOf(w.monthNames),
    shortmonth: `(?:${oneOf(w.monthAbbreviations.filter((m) => m !== 'jul'))})(?:\\.|(?= {1,3}\\d{4}))`,
    weekday: oneOf(w.weekdays.keys()),
    season: oneOf(w.seasons.keys()),
    holiday: oneOf(w.holidays.keys()),
    ordinalword: oneOf(w.ordinals.keys()),
    ordinal: `\\d{1,2}\\.|${oneOf(w.ordinals.keys())}`,
    year: '(?:19|20)\\d\\d',
    to: ' ?- ?| til og med | t\\.o\\.m\\. | til | tom\\. ',
    and: ' og | samt | eller | & ',
  }
}

/**
 * Compiles the little pattern language of the families, to be tried at one place. A match ends at the end of a word, and
 * a number is not cut out of a longer one ("2018-015032", "12.30", "2018-priser").
 */
export function compile(source: string): RegExp {
  const lists = named()
  const body = source
    .replace(/\{([a-z]+)\}/g, (whole, name: string) => (lists[name] ? `(?:${lists[name]})` : whole))
    .replace(/ \?/g, ' {0,3}')
    .replace(/ (?!\{)/g, ' {1,3}')
  return new RegExp(`(?:${body})(?![\\p{L}\\p{N}])(?!(?<=\\d)(?:[./:-]\\d|,\\d|-\\p{L}))`, 'uy')
}

/** A match that starts inside a word or number is none. */
function startsInside(text: string, index: number): boolean {
  const previous = text[index - 1]
  if (previous === undefined || /[\s("'„”“»«[]/.test(previous)) return false
  const digit = /\d/.test(text[index] ?? '')
  if (digit && /(?<![\p{L}\p{N}])(?:den|d\.)$/u.test(text.slice(Math.max(0, index - 4), index))) return false
  if (/[\p{L}\p{N}§_@&]/u.test(previous)) return true
  return digit && /[./:,-]/.test(previous) && /[\p{L}\p{N}.]/u.test(text[index - 2] ?? '')
}

/**
 * What chrono looks for a family with. It tries the pattern only where an expression can begin, instead of all over the
 * text: chrono asks for the next match in the rest of the text, which is its end.
 */
function atStarts(text: string, starts: number[], pattern: RegExp): Pick<RegExp, 'exec'> {
  let next = 0
  return {
    exec: (rest) => {
      const cut = text.length - rest.length
      for (; next < starts.length; next++) {
        const start = starts[next] as number
        if (start < cut) continue
        pattern.lastIndex = start
        const match = pattern.exec(text)
        if (!match) continue
        next++
        match.index -= cut
        return match
      }
      return null
    },
  }
}

/** Makes a chrono parser of the `number`-th family. */
export function parser(family: Family, number: number): Parser {
  let pattern: RegExp | undefined
  return {
    // chrono calls nothing but exec
    pattern: (context) => {
      pattern ??= compile(family.pattern())
      const starts = letterOf(context).starts[number] ?? []
      return atStarts(context.text, starts, pattern) as RegExp
    },
    extract: (context, match) => {
      const index = match.index as number
      if (startsInside(context.text, index)) return null
      const end = index + match[0].length
      const { reference } = letterOf(context)
      const found = family.read({
        groups: match.groups ?? {},
        matched: match[0],
        before: lineBefore(context.text, index),
        after: context.text.slice(end, end + lookBack),
        reference,
        year: Number(reference.slice(0, 4)),
      })
      if (!found) return null
      const stop = found.length === undefined ? end : index + found.length
      return new DanishResult(context, family.rule, index - (found.back ?? 0), stop, found.reading)
    },
  }
}

/** The end of the line before `index`, at most 60 characters. */
export function lineBefore(text: string, index: number): string {
  const window = text.slice(Math.max(0, index - lookBack), index)
  return window.slice(Math.max(window.lastIndexOf('\n'), window.lastIndexOf('\t')) + 1)
}

/** The years a date without one can lie in. */
export const nearYears = (year: number): number[] => [year - 2, year - 1, year, year + 1, year + 2]
