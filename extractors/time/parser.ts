import type { Parser } from 'chrono-node'
import { latinPattern } from '../language/latin.ts'
import { type Family, letterOf, Place } from './family.ts'
import { compile } from './pattern.ts'
import { DanishResult } from './reading.ts'

const article = latinPattern(String.raw`(?<![\p{L}\p{N}])(?:den|d\.)$`)
const glue = latinPattern(String.raw`[\p{L}\p{N}§_@&]`)
const inNumber = latinPattern(String.raw`[\p{L}\p{N}.]`)

/** A match that starts inside a word or number is none. */
function startsInside(text: string, index: number): boolean {
  const previous = text[index - 1]
  if (previous === undefined || previous === ' ' || /[\s("'„”“»«[]/.test(previous)) return false
  const digit = /\d/.test(text[index] ?? '')
  if (digit && article.test(text.slice(Math.max(0, index - 4), index))) return false
  if (glue.test(previous)) return true
  return digit && /[./:,-]/.test(previous) && inNumber.test(text[index - 2] ?? '')
}

const nowhere = { exec: () => null }

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
      const starts = letterOf(context).starts[number] ?? []
      if (starts.length === 0) return nowhere as unknown as RegExp
      pattern ??= compile(family.pattern())
      return atStarts(context.text, starts, pattern) as RegExp
    },
    extract: (context, match) => {
      const index = match.index as number
      if (startsInside(context.text, index)) return null
      const found = family.read(new Place(context.text, match, letterOf(context).reference))
      if (!found) return null
      const stop = index + (found.length ?? match[0].length)
      return new DanishResult(context, family.rule, index - (found.back ?? 0), stop, found.reading)
    },
  }
}
