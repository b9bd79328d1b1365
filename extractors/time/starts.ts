import { wordEnd } from '../language/word-end.ts'
import { type Begin, digits } from './begins.ts'
import type { Family } from './family.ts'

/** How many words are remembered before starting over. */
const rememberedWords = 50_000

/** The numbers of the families that a word begins, and of those that it begins when one of certain words follows. */
type Beginning = { always: number[]; before: { next: Set<string>; family: number }[] }
/** A word, or letters or digits that stand in one with the others ("den1. maj"); `key`: what `Begin` calls it. */
type Part = { at: number; key: string; begins: Beginning | undefined }

/**
 * Finds where the expressions of each family can begin in a text. Every word is looked up once for all families; most
 * begin none.
 */
export function startFinder(families: Family[]): (text: string) => number[][] {
  let find: ((run: string) => Part[]) | undefined
  return (text) => {
    find ??= partFinder(families.map((family) => family.begins()))
    const starts: number[][] = families.map(() => [])
    let waiting: Beginning['before'] = []
    let waitingAt = 0
    for (let at = 0; at < text.length; ) {
      const end = text[at] === '§' ? at + 1 : wordEnd(text, at)
      for (const part of end === at ? [] : find(text.slice(at, end))) {
        for (const { next, family } of waiting) if (next.has(part.key)) starts[family]?.push(waitingAt)
        waitingAt = at + part.at
        waiting = part.begins?.before ?? []
        for (const family of part.begins?.always ?? []) starts[family]?.push(waitingAt)
      }
      at = Math.max(end, at + 1)
    }
    return starts
  }
}

/** Takes the letters and digits that stand together apart, and remembers what it has found. */
function partFinder(begins: Begin[][]): (run: string) => Part[] {
  const table = new Map<string, Beginning>()
  const open: [string, number][] = []
  begins.forEach((list, family) => {
    for (const { first, next } of list)
      for (const word of first) {
        if (word.endsWith('-')) {
          open.push([word.slice(0, -1), family])
          continue
        }
        const known = table.get(word) ?? { always: [], before: [] }
        if (next) known.before.push({ next: new Set(next), family })
        else known.always.push(family)
        table.set(word, known)
      }
  })
  const beginningOf = (key: string): Beginning | undefined => {
    const own = table.get(key)
    const more = open.filter(([start]) => key.startsWith(start)).map(([, family]) => family)
    return more.length === 0 ? own : { always: [...(own?.always ?? []), ...more], before: own?.before ?? [] }
  }
  const known = new Map<string, Part[]>()
  return (run) => {
    let parts = known.get(run)
    if (!parts) {
      parts = [...run.matchAll(/§|\p{L}+|\p{N}+/gu)].map((match) => {
        const key = /^\d/.test(match[0]) ? digits(match[0].length) : match[0]
        return { at: match.index, key, begins: beginningOf(key) }
      })
      if (known.size >= rememberedWords) known.clear()
      known.set(run, parts)
    }
    return parts
  }
}
