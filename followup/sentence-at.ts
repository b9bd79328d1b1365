/** The sentence around a position: up to a full stop before a capital letter, or the line's end. */
export function sentenceAt(text: string, position: number): string {
  const lineStart = text.lastIndexOf('\n', position - 1) + 1
  const lineEnd = text.indexOf('\n', position)
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd)
  const ends = [...line.matchAll(/(?<!\d)[.!?](?=\s+\p{Lu})/gu)].map((match) => match.index + 1)
  const at = position - lineStart
  const start = Math.max(0, ...ends.filter((end) => end <= at))
  const end = ends.find((one) => one > at) ?? line.length
  return line.slice(start, end).trim()
}
