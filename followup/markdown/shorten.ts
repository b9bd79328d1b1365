const tail = 60

/**
 * Cuts a quote to about `limit` characters between words, with "…" where words are left out. Short words of `keep`
 * (say, of its deadline) stay: where they stand further down, the beginning and the words around them are shown.
 */
export function shorten(quote: string, limit: number, keep: string[] = []): string {
  if (quote.length <= limit) return quote
  const places = keep
    .map((words) => ({ start: quote.indexOf(words), end: quote.indexOf(words) + words.length }))
    .filter(({ start, end }) => start >= 0 && end - start <= limit / 2)
  const last = Math.max(0, ...places.map(({ end }) => end))
  if (last <= limit - 1) return `${cutAfter(quote, limit)} …`
  const beyond = places.filter(({ end }) => end > limit / 2)
  const from = Math.min(...beyond.map(({ start }) => start))
  const head = cutAfter(quote, limit / 2)
  const middle = quote.slice(startOfWord(quote, Math.max(head.length, from - tail)), last).trim()
  const rest = quote.slice(last)
  return `${head} … ${middle}${rest.length > tail ? `${cutAfter(rest, tail)} …` : rest}`
}

function cutAfter(text: string, limit: number): string {
  if (text.length <= limit) return text
  const space = text.lastIndexOf(' ', limit)
  return text.slice(0, space > 0 ? space : limit).replace(/[\s,;:–-]+$/u, '')
}

function startOfWord(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space < 0 ? at : space + 1
}
