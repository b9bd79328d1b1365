import { latinPattern } from '../language/latin.ts'
import { wordEnd } from '../language/word-end.ts'
import { type Begin, digits } from './begins.ts'
import type { Family } from './family.ts'

const lettersOrDigits = latinPattern(String.raw`§|\p{L}+|\p{N}+`, 'g')

/** How many words are remembered before starting over. */
const rememberedWords = 50_000

/** The numbers of the families that a word begins, and of those that it begins when one of certain words follows. */
type Beginning = { always: number[]; before: { next: Set<string>; family: number }[] }
/** A word, or letters or digits that stand in one with others ("den1. maj"); `key`: what `Begin` calls it. */
type Part = Beginning & { at: number; key: string }

/**
 * Finds where the expressions of each family can begin in a text. Every word is looked up once for all families; most
 * begin none.
 */
export function startFinder(families: Family[]): (text: string) => number[][] {
  let find: ((run: string) => Part[]) | undefined
  return (text) => {
    find ??= partFinder(families.map((family) => family.begins()))
    const starts: number[][] = families.map(() => [])
    let last: Part | undefined
    let lastAt = 0
    for (let at = 0; at < text.length; ) {
      const end = text[at] === '§' ? at + 1 : wordEnd(text, at)
      if (end === at) {
        at++
        continue
      }
      const parts = find(text.slice(at, end))
      if (parts.length === 0) last = undefined
      for (const part of parts) {
        if (last)
          for (const { next, family } of last.before) if (next.has(part.key)) starts[family]?.push(lastAt)
        last = part
        lastAt = at + part.at
        for (const family of part.always) starts[family]?.push(lastAt)
      }
      at = end
    }
    return starts
  }
}

const nothing: Beginning = { always: [], before: [] }

/**
 * Takes the letters and digits that stand together apart, and remembers what it has found: nothing where no expression
 * knows any of them.
 */
function partFinder(begins: Begin[][]): (run: string) => Part[] {
  const table = new Map<string, Beginning>()
  const open: [string, number][] = []
  const named = new Set<string>()
  begins.forEach((list, family) => {
    for (const { first, next } of list) {
      const followers = next && new Set(next)
      for (const word of next ?? []) named.add(word)
      for (const word of first) {
        if (word.endsWith('-')) {
          open.push([word.slice(0, -1), family])
          continue
        }
        const known = table.get(word) ?? { always: [], before: [] }
        if (followers) known.before.push({ next: followers, family })
        else known.always.push(family)
        table.set(word, known)
      }
    }
  })
  const partOf = (text: string, at: number): Part => {
    const key = /^\d/.test(text) ? digits(text.length) : text
    const own = table.get(key) ?? nothing
    const more = open.filter(([start]) => key.startsWith(start)).map(([, family]) => family)
    return { at, key, always: [...own.always, ...more], before: own.before }
  }
  const isKnown = ({ key, always, before }: Part) => always.length + before.length > 0 || named.has(key)
  const known = new Map<string, Part[]>()
  return (run) => {
    let parts = known.get(run)
    if (!parts) {
      const all = [...run.matchAll(lettersOrDigits)].map((match) => partOf(match[0], match.index))
      parts = all.some(isKnown) ? all : []
      if (known.size >= rememberedWords) known.clear()
      known.set(run, parts)
    }
    return parts
  }
}
