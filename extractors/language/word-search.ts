import { signs, type WordTree, wordTree } from './word-tree.ts'

/**
 * Looks for many words at once, reading a text a single time however many they are (after Aho and Corasick): a quick
 * look before costly patterns. Words are in lower case, of letters up to ÿ, and are found inside of longer words too; a
 * blank in them stands for a line's end as well. Which words occur in a text is told by their numbers in the list.
 */
export function wordSearch(words: readonly string[]): (text: string) => (word: number) => boolean {
  const tree = wordTree(words)
  const { next, classes, bits } = tree
  classes[10] = classes[32] as number
  const ends = endsIn(tree, words)
  const ending = Uint8Array.from(ends, (list) => (list ? 1 : 0))
  return (text) => {
    const seen = new Uint8Array(words.length)
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const sign = text.charCodeAt(at)
      state = sign < signs ? (next[(state << bits) | (classes[sign] as number)] as number) : 0
      if (ending[state]) for (const word of ends[state] as number[]) seen[word] = 1
    }
    return (word) => seen[word] === 1
  }
}

/** For each state which words end there. */
function endsIn(tree: WordTree, words: readonly string[]): (number[] | undefined)[] {
  const ends = new Array<number[] | undefined>(tree.states).fill(undefined)
  words.forEach((word, at) => {
    const state = tree.ends.get(word) as number
    if (state > 0) ends[state] = [...(ends[state] ?? []), at]
  })
  leadOn(tree, ends)
  return ends
}

/** Where no word goes on, the search goes on with the longest beginning of a word that the signs just read are. */
function leadOn({ next, bits, states }: WordTree, ends: (number[] | undefined)[]): void {
  const shorter = new Uint16Array(states)
  const queue = [...next.slice(1, 1 << bits)].filter((state) => state > 0)
  for (const state of queue) {
    const back = shorter[state] as number
    const inside = ends[back]
    if (inside) ends[state] = [...(ends[state] ?? []), ...inside]
    for (let sign = 1; sign < 1 << bits; sign++) {
      const step = (state << bits) | sign
      const other = next[(back << bits) | sign] as number
      const own = next[step] as number
      if (own === 0) next[step] = other
      else {
        shorter[own] = other
        queue.push(own)
      }
    }
  }
}
