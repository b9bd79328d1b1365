import { wordEnd } from '../language/word-end.ts'
import type { Family } from './family.ts'

/** How many words are remembered before starting over. */
const rememberedWords = 50_000
const letters = /^\p{L}+/u
const digit = /^\p{N}/u

/**
 * Finds where the expressions of each family can begin in a text: at words and numbers that `begins` names. Every word
 * is looked up once for all families; most begin none.
 */
export function startFinder(families: Family[]): (text: string) => number[][] {
  let begins: RegExp[] | undefined
  const known = new Map<string, readonly number[]>()
  const familiesOf = (word: string): readonly number[] => {
    const hit = known.get(word)
    if (hit) return hit
    begins ??= families.map((family) => new RegExp(`^(?:${family.begins()})$`, 'u'))
    const found = begins.flatMap((pattern, number) => (pattern.test(word) ? [number] : []))
    if (known.size >= rememberedWords) known.clear()
    known.set(word, found)
    return found
  }
  return (text) => {
    const starts: number[][] = families.map(() => [])
    const add = (word: string, at: number) => {
      for (const number of familiesOf(word)) starts[number]?.push(at)
    }
    for (let at = 0; at < text.length; ) {
      const end = wordEnd(text, at)
      if (end === at) {
        if (text[at] === '§') add('§', at)
        at++
        continue
      }
      // "den1. maj": letters and digits that stand together are a word and a number
      for (let part = at; part < end; ) {
        const length = partLength(text.slice(part, end))
        add(text.slice(part, part + length), part)
        part += length
      }
      at = end
    }
    return starts
  }
}

function partLength(run: string): number {
  if (digit.test(run)) return /^\p{N}+/u.exec(run)?.[0].length ?? run.length
  return letters.exec(run)?.[0].length ?? 1
}
