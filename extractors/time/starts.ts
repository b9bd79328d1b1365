import { latinPattern } from '../language/latin.ts'
import { isPunctuation } from '../language/word-end.ts'
import { signs, wordTree } from '../language/word-tree.ts'
import { type Begin, digits } from './begins.ts'
import type { Family } from './family.ts'

/** The numbers of the families that a word begins, and of those that it begins when a certain word follows. */
type Beginning = { always: number[]; before: Map<number, number[]> }

/**
 * Finds where the expressions of each family can begin in a text. Every word is looked up once for all families; most
 * begin none.
 */
export function startFinder(families: Family[]): (text: string) => number[][] {
  let find: ((text: string) => number[][]) | undefined
  return (text) => {
    find ??= finder(families.map((family) => family.begins()))
    return find(text)
  }
}

/** What a word is made of; of the others each sign stands alone. Letters and digits in one are two ("den1. maj"). */
const [letter, digit, section] = [1, 2, 3]
const aLetter = latinPattern(String.raw`\p{L}`)
const aDigit = latinPattern(String.raw`\p{N}`)
const kindOf = (sign: string) =>
  sign === '§' ? section : aLetter.test(sign) ? letter : aDigit.test(sign) ? digit : 0
const kinds = Uint8Array.from({ length: signs }, (_, code) => kindOf(String.fromCharCode(code)))
const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  if (code < signs) return kinds[code] as number
  return isPunctuation(code) ? 0 : kindOf(text[at] as string)
}
const zero = digits(1).charCodeAt(0)

function finder(begins: Begin[][]): (text: string) => number[][] {
  const { next, classes, bits, table, open, opens } = readBegins(begins)
  return (text) => {
    const starts: number[][] = begins.map(() => [])
    let last: Beginning | undefined
    let lastAt = 0
    const { length } = text
    for (let at = 0; at < length; ) {
      const kind = kindAt(text, at)
      if (kind === 0) {
        at++
        continue
      }
      let state = 0
      let end = at
      do {
        const code = kind === digit ? zero : text.charCodeAt(end)
        state = code < signs ? (next[(state << bits) | (classes[code] as number)] as number) : 0
        if (state === 0) break
        if (opens[state]) for (const family of open[state] as number[]) starts[family]?.push(at)
        end++
      } while (kind !== section && end < length && kindAt(text, end) === kind)
      // a word that nothing begins with is only passed over
      if (state === 0) while (end < length && kindAt(text, end) === kind) end++
      const begun = last?.before.get(state)
      if (begun) for (const family of begun) starts[family]?.push(lastAt)
      last = table[state]
      lastAt = at
      if (last) for (const family of last.always) starts[family]?.push(at)
      at = end
    }
    return starts
  }
}

/**
 * The words of all families in one tree. `table`: for its states, what a word begins that ends there; `open`: what every
 * word begins that goes on from there.
 */
function readBegins(begins: Begin[][]) {
  const isOpen = (word: string) => word.endsWith('-')
  const stem = (word: string) => (isOpen(word) ? word.slice(0, -1) : word)
  const tree = wordTree(begins.flat().flatMap(({ first, next }) => [...first.map(stem), ...(next ?? [])]))
  const stateOf = (word: string) => tree.ends.get(word) as number
  const table = new Array<Beginning | undefined>(tree.states).fill(undefined)
  const open = new Array<number[] | undefined>(tree.states).fill(undefined)
  begins.forEach((list, family) => {
    for (const { first, next } of list) {
      const after = next && [...new Set(next.map(stateOf))]
      for (const word of first) {
        const state = stateOf(stem(word))
        if (isOpen(word)) {
          open[state] = [...(open[state] ?? []), family]
          continue
        }
        const known: Beginning = table[state] ?? { always: [], before: new Map() }
        table[state] = known
        if (!after) known.always.push(family)
        for (const one of after ?? []) known.before.set(one, [...(known.before.get(one) ?? []), family])
      }
    }
  })
  return { ...tree, table, open, opens: Uint8Array.from(open, (families) => (families ? 1 : 0)) }
}
