const quoteLength = 340

/**
 * The words of a promise where its reservations count: cut only at the end, behind its times, at a colon that only lists
 * how it will be done or, of very long ones, at a word. "…" stands for what is left out.
 */
export function wholeQuote(
  { quote, times }: { quote: string; times: { quote: string }[] },
  limit = quoteLength,
): string {
  const last = Math.max(0, ...times.map((time) => quote.indexOf(time.quote) + time.quote.length))
  const colon = last > 0 ? quote.indexOf(': ', last) : -1
  if (colon >= 0) return `${quote.slice(0, colon)} …`
  if (quote.length <= limit) return quote
  const space = quote.indexOf(' ', Math.max(limit, last))
  return space < 0 ? quote : `${quote.slice(0, space).replace(/[\s,;:–-]+$/u, '')} …`
}

/** The same as it stands between quotation marks within a sentence of ours: without the stop at the end. */
export function quoteInSentence(of: { quote: string; times: { quote: string }[] }): string {
  return wholeQuote(of).replace(/[.;:,\s]+$/u, '')
}
