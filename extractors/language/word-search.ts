/** Letters up to ÿ are told apart, without regard to case; all other signs are one that no word has. */
const signs = 256

/**
 * Looks for many words at once, reading a text a single time however many they are (after Aho and Corasick): a quick
 * look before costly patterns. Words are in lower case, of letters up to ÿ, and are found inside of longer words too; a
 * blank in them stands for a line's end as well.
 * @returns for a text, whether a word of the list occurs in it
 */
export function wordSearch(list: readonly string[]): (text: string) => (word: string) => boolean {
  const words = [...new Set(list)]
  const places = new Map(words.map((word, at) => [word, at]))
  const { next, ends, classes, bits } = searchTree(words)
  const ending = Uint8Array.from(ends, (list) => (list ? 1 : 0))
  return (text) => {
    const seen = new Uint8Array(words.length)
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const sign = text.charCodeAt(at)
      state = sign < signs ? (next[(state << bits) | (classes[sign] as number)] as number) : 0
      if (ending[state]) for (const word of ends[state] as number[]) seen[word] = 1
    }
    return (word) => seen[places.get(word) as number] === 1
  }
}

/**
 * `next`: for each state (a beginning of a word, 0 that of all) and class of signs the state that it leads to; `ends`:
 * for each state which words end there.
 */
type SearchTree = { next: Uint16Array; ends: number[][]; classes: Uint8Array; bits: number }

function searchTree(words: string[]): SearchTree {
  const used = [...new Set(words.join(''))].sort()
  const bits = Math.ceil(Math.log2(used.length + 1))
  const classes = new Uint8Array(signs)
  used.forEach((sign, at) => {
    for (const one of [sign, sign.toUpperCase()]) classes[one.charCodeAt(0)] = at + 1
  })
  classes[10] = classes[32] as number
  const most = words.reduce((sum, word) => sum + word.length, 1)
  const tree = { next: new Uint16Array(most << bits), ends: new Array<number[]>(most), classes, bits }
  let states = 1
  words.forEach((word, at) => {
    let state = 0
    for (let place = 0; place < word.length; place++) {
      const step = (state << bits) | (classes[word.charCodeAt(place)] as number)
      tree.next[step] ||= states++
      state = tree.next[step] as number
    }
    if (state > 0) tree.ends[state] = [at]
  })
  leadOn(tree)
  return tree
}

/** Where no word goes on, the search goes on with the longest beginning of a word that the signs just read are. */
function leadOn({ next, ends, bits }: SearchTree): void {
  const shorter = new Uint16Array(ends.length)
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
