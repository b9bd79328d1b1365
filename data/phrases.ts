/**
 * A pattern of the words and phrases of a data file, whole and in any case. A leading or trailing hyphen leaves the
 * beginning or end of a word open ("-udvalg", "sygedagpenge-").
 */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length)
  const sources = longestFirst.map((phrase) => {
    const words = phrase.replace(/^-|-$/g, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const open = { start: phrase.startsWith('-'), end: phrase.endsWith('-') }
    return `${open.start ? '' : '(?<!\\p{L})'}${words.replace(/ /g, '\\s+')}${open.end ? '' : '(?!\\p{L})'}`
  })
  return new RegExp(sources.join('|'), 'iu')
}
