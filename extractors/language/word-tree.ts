/** Letters up to ÿ are told apart, without regard to case; all other signs are one that no word has. */
export const signs = 256

/**
 * Words letter by letter, those that begin alike on one branch. `next`: for each state (a beginning of a word, 0 that of
 * all) and class of signs the state that it leads to, 0 where no word goes on so; `ends`: the state of each whole word.
 */
export type WordTree = {
  next: Uint16Array
  ends: Map<string, number>
  classes: Uint8Array
  bits: number
  /** One more than the highest class. */
  width: number
  states: number
}

/** Makes the tree of some words in lower case, of letters up to ÿ. */
export function wordTree(words: Iterable<string>): WordTree {
  const list = [...new Set(words)]
  const used = [...new Set(list.join(''))].sort()
  const bits = Math.ceil(Math.log2(used.length + 1))
  const classes = new Uint8Array(signs)
  used.forEach((sign, at) => {
    for (const one of [sign, sign.toUpperCase()]) classes[one.charCodeAt(0)] = at + 1
  })
  const most = list.reduce((sum, word) => sum + word.length, 1)
  const next = new Uint16Array(most << bits)
  const ends = new Map<string, number>()
  let states = 1
  for (const word of list) {
    let state = 0
    for (let place = 0; place < word.length; place++) {
      const step = (state << bits) | (classes[word.charCodeAt(place)] as number)
      next[step] ||= states++
      state = next[step] as number
    }
    ends.set(word, state)
  }
  return { next, ends, classes, bits, width: used.length + 1, states }
}
