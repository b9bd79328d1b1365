import type { Parser, ParsingContext } from 'chrono-node'
import { DanishResult, type Reading } from './reading.ts'
import { oneOf, words } from './words.ts'

/** What the caller of chrono hands to parsers and refiners besides the folded text. */
export type LetterOption = { original: string; reference: string; tense: 'past' | 'future' | null }
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
 * One family of expressions. `pattern` is a regular expression in which a blank stands for one to three blanks,
 * " ?" for none to three, and `{month}`, `{weekday}` ... for the words of `data/time/`. It must start at a word
 * and be rare in running text: what comes before a core (articles, weekdays, "senest") is read by the refiners.
 */
export type Family = {
  rule: string
  /** Parts of words of which a text must have one to be looked through at all: most families are in few letters. */
  hints?: () => string[]
  pattern: () => string
  read: (place: Place) => Found
  /**
   * What the pattern may start at, where that is not the \b that makes it fast: it overlooks å and §, and the
   * number in "den1. maj".
   */
  start?: string
}

const lookBack = 60
/** Matches nothing, and is done at the first place. */
const never = /^(?!)/

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
 * Compiles the little pattern language of the families. A match ends at the end of a word, and a number is not cut
 * out of a longer one ("2018-015032", "12.30", "2018-priser").
 */
export function compile(source: string, start = '\\b'): RegExp {
  const lists = named()
  const body = source
    .replace(/\{([a-z]+)\}/g, (whole, name: string) => (lists[name] ? `(?:${lists[name]})` : whole))
    .replace(/ \?/g, ' {0,3}')
    .replace(/ (?!\{)/g, ' {1,3}')
  return new RegExp(`${start}(?:${body})(?![\\p{L}\\p{N}])(?!(?<=\\d)(?:[./:-]\\d|,\\d|-\\p{L}))`, 'u')
}

/** A match that starts inside a word or number is none: chrono offers it again on the cut text after a refusal. */
function startsInside(text: string, index: number): boolean {
  const previous = text[index - 1]
  if (previous === undefined || /[\s("'„”“»«[]/.test(previous)) return false
  const digit = /\d/.test(text[index] ?? '')
  if (digit && /(?<![\p{L}\p{N}])(?:den|d\.)$/u.test(text.slice(Math.max(0, index - 4), index))) return false
  if (/[\p{L}\p{N}§_@&]/u.test(previous)) return true
  return digit && /[./:,-]/.test(previous) && /[\p{L}\p{N}.]/u.test(text[index - 2] ?? '')
}

/** Makes a chrono parser of a family. */
export function parser(family: Family): Parser {
  let pattern: RegExp | undefined
  let hints: string[] | undefined
  return {
    pattern: ({ text }) => {
      hints ??= family.hints?.() ?? ['']
      if (!hints.some((hint) => text.includes(hint))) return never
      pattern ??= compile(family.pattern(), family.start)
      return pattern
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
