import { signs, type WordTree, wordTree } from './word-tree.ts'

/**
 * Looks for many words at once, reading a text a single time however many they are (after Aho and Corasick): a quick
 * look before costly patterns. Words are in lower case, of letters up to ÿ, and are found inside of longer words too; a
 * blank in them stands for a line's end as well. Which words occur in a text is told by their numbers in the list.
 */
export function wordSearch(words: readonly string[]): (text: string) => (word: number) => boolean {
  const { next, classes, bits, ends, ending } = searchTree(words)
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

/** The same for whether any of the words occurs; the text is read no further than to the first. */
export function anyWordSearch(words: readonly string[]): (text: string) => boolean {
  const { next, classes, bits, ending } = searchTree(words)
  return (text) => {
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const sign = text.charCodeAt(at)
      state = sign < signs ? (next[(state << bits) | (classes[sign] as number)] as number) : 0
      if (ending[state]) return true
    }
    return false
  }
}

/** The tree of the words, in which each state leads on. `ends`: for each state which words end there, if `ending`. */
function searchTree(words: readonly string[]) {
  const tree = wordTree(words)
  tree.classes[10] = tree.classes[32] as number
  const ends = new Array<number[] | undefined>(tree.states).fill(undefined)
  words.forEach((word, at) => {
    const state = tree.ends.get(word) as number
    if (state > 0) ends[state] = [...(ends[state] ?? []), at]
  })
  leadOn(tree, ends)
  return { ...tree, ends, ending: Uint8Array.from(ends.map((list) => (list ? 1 : 0))) }
}

/** Where no word goes on, the search goes on with the longest beginning of a word that the signs just read are. */
function leadOn({ next, bits, width, states }: WordTree, ends: (number[] | undefined)[]): void {
  const shorter = new Uint16Array(states)
  const queue = [...next.slice(1, 1 << bits)].filter((state) => state > 0)
  for (const state of queue) {
    const back = shorter[state] as number
    const inside = ends[back]
    if (inside) ends[state] = [...(ends[state] ?? []), ...inside]
    for (let sign = 1; sign < width; sign++) {
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
