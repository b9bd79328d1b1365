/** The parts that a pattern consists of, cut at `|` or, with null, into groups and what stands between them. */
function cut(source: string, at: '|' | null): string[] {
  const parts = ['']
  let depth = 0
  for (let i = 0; i < source.length; i++) {
    let piece = source[i] as string
    if (piece === '\\') piece += source[++i]
    if (piece === '[') {
      const end = source.indexOf(']', i)
      piece = source.slice(i, end + 1)
      i = end
    }
    if (piece === '(' && depth++ === 0 && at === null) parts.push('')
    if (piece === at && depth === 0) parts.push('')
    else parts[parts.length - 1] += piece
    if (piece === ')' && --depth === 0 && at === null) parts.push('')
  }
  return parts
}

/** The longest run of plain letters and blanks in a pattern without groups, each of which must match. */
function longestRun(source: string): string {
  const plain = source.replace(/\\p\{\w+\}|\[[^\]]*\]|\\./g, '\0').replace(/.(?:[?*]|\{\d*,?\d*\})/gs, '\0')
  return plain
    .split(/[^\p{L} -]/u)
    .reduce((longest, run) => (run.length > longest.length ? run : longest), '')
}

/**
 * Words of which a text must have one for a pattern to match, as a quick look before the costly one; `['']` where
 * nothing can be told. Groups are read one level deep.
 */
export function requiredWords(source: string): string[] {
  return cut(source, '|').flatMap((alternative) => {
    const parts = cut(alternative, null)
    let best = ['']
    const worth = (words: string[]) => Math.min(...words.map((word) => word.length))
    parts.forEach((part, at) => {
      const optional = /^[?*{]/.test(parts[at + 1] ?? '')
      const group = /^\(\?:([^()]*)\)$/.exec(part)?.[1]
      if (part.startsWith('(') && (group === undefined || optional)) return
      const words =
        group === undefined
          ? [longestRun(part.replace(/^[?*+]|^\{[^}]*\}/, ''))]
          : cut(group, '|').map(longestRun)
      if (worth(words) > worth(best)) best = words
    })
    return best
  })
}
