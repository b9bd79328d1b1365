import { shorten } from '../markdown/shorten.ts'

const quoteLength = 300

/**
 * The words of a promise as they stand between quotation marks in a letter: without the stop at the end, and without
 * what only lists, after a colon behind the time, how it will be done.
 */
export function letterQuote(
  { quote, times }: { quote: string; times: { quote: string }[] },
  limit = quoteLength,
): string {
  const keep = times.map((time) => time.quote)
  const last = Math.max(-1, ...keep.map((words) => quote.indexOf(words) + words.length))
  const colon = last < 0 ? -1 : quote.indexOf(': ', last)
  const told = colon < 0 ? quote : `${quote.slice(0, colon)} …`
  return shorten(told, limit, keep).replace(/[.;:,\s]+$/u, '')
}
