import type { ParsingComponents, ParsingContext } from 'chrono-node'
import type { Begin } from './begins.ts'
import type { Reading } from './reading.ts'

/** What the caller of chrono hands to parsers and refiners besides the folded text. */
export type LetterOption = {
  original: string
  reference: string
  tense: 'past' | 'future' | null
  /** For each family, where its expressions can begin. */
  starts: number[][]
  /** The letter's day in chrono's own fields. */
  today?: ParsingComponents
}
export const letterOf = (context: ParsingContext): LetterOption => context.option as unknown as LetterOption

const window = 60

/** Where a pattern matched: named groups, what stands around it, the letter's date. Most families need a part of it. */
export class Place {
  readonly groups: Record<string, string | undefined>
  readonly matched: string
  readonly reference: string
  readonly #text: string
  readonly #index: number

  constructor(text: string, match: RegExpMatchArray, reference: string) {
    this.groups = match.groups ?? {}
    this.matched = match[0]
    this.reference = reference
    this.#text = text
    this.#index = match.index as number
  }

  get year(): number {
    return Number(this.reference.slice(0, 4))
  }

  /** The words just before on the same line. */
  get before(): string {
    return lineBefore(this.#text, this.#index)
  }

  get after(): string {
    const end = this.#index + this.matched.length
    return this.#text.slice(end, end + window)
  }
}

/** `back` and `length` move the borders of the result: characters before the match, and length of the match. */
export type Found = { reading: Reading; back?: number; length?: number } | null

/**
 * One family of expressions. `begins`: what an expression can begin with; it is looked for nowhere else. `pattern`: in
 * the language that `compile` reads. What comes before a core (articles, weekdays, "senest") is read by the refiners.
 */
export type Family = {
  rule: string
  begins: () => Begin[]
  pattern: () => string
  read: (place: Place) => Found
}

/** The end of the line before `index`, at most 60 characters. */
export function lineBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - window), index)
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\t')) + 1)
}

/** The years a date without one can lie in. */
export const nearYears = (year: number): number[] => [year - 2, year - 1, year, year + 1, year + 2]
