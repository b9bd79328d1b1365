/** Letters are told apart without regard to case, up to ÿ; all other signs are one that no word has. */
const signs = 256
const foldCase = (sign: number) => {
  const lower = String.fromCharCode(sign).toLowerCase().charCodeAt(0)
  return lower < signs ? lower : sign
}

/**
 * Looks for many words at once, reading a text a single time however many they are (after Aho and Corasick): a quick
 * look before costly patterns. Words are in lower case, of letters up to ÿ, and are found inside of longer words too.
 * @returns for a text, by the place of each word in the list, 1 where it occurs
 */
export function wordSearch(words: readonly string[]): (text: string) => Uint8Array {
  const { classes, width } = classesOf(words)
  // the states of all words' beginnings; where a sign leads from each, as the number of the state times `width`
  const next: number[] = new Array(width).fill(0)
  const ends: number[][] = [[]]
  words.forEach((word, at) => {
    let state = 0
    for (const sign of word) {
      const step = state * width + (classes[sign.charCodeAt(0)] as number)
      if (!next[step]) {
        next[step] = ends.push([]) - 1
        for (let one = 0; one < width; one++) next.push(0)
      }
      state = next[step] as number
    }
    ends[state]?.push(at)
  })
  leadOn(next, ends, width)
  const table = Uint32Array.from(next, (state) => state * width)
  const found = Array.from(table, (_, step) => (step % width === 0 ? ends[step / width] : undefined))
  const ending = Uint8Array.from(found, (list) => (list?.length ? 1 : 0))
  return (text) => {
    const seen = new Uint8Array(words.length)
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const sign = text.charCodeAt(at)
      state = sign < signs ? (table[state + (classes[sign] as number)] as number) : 0
      if (ending[state]) for (const word of found[state] as number[]) seen[word] = 1
    }
    return seen
  }
}

/** A small number for each sign that words have, 0 for all others. */
function classesOf(words: readonly string[]): { classes: Uint8Array; width: number } {
  const used = [...new Set(words.join(''))].map((sign) => sign.charCodeAt(0))
  const classes = Uint8Array.from({ length: signs }, (_, sign) => used.indexOf(foldCase(sign)) + 1)
  return { classes, width: used.length + 1 }
}

/** Where no word goes on, the search goes on with the longest beginning of a word that the signs just read are. */
function leadOn(next: number[], ends: number[][], width: number): void {
  const shorter = new Array<number>(ends.length).fill(0)
  const queue = next.slice(0, width).filter((state) => state > 0)
  for (const state of queue) {
    const back = shorter[state] as number
    ends[state]?.push(...(ends[back] as number[]))
    for (let one = 1; one < width; one++) {
      const step = state * width + one
      const other = next[back * width + one] as number
      const own = next[step] as number
      if (own > 0) {
        shorter[own] = other
        queue.push(own)
      } else next[step] = other
    }
  }
}
