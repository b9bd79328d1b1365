import type { Span } from '../../schemas/span.ts'

/** No sentence of a letter is looked through further than this on either side. */
const reach = 400

/** "pr. 1. maj", "nr. 5", "2.6": full stops that end nothing. */
const endsNothing =
  /(?<![\p{L}\p{N}])(?:pr|nr|d|ca|kl|stk|jf|bl\.a|f\.eks|mio|mia|kr|pct|evt|inkl|ekskl|hhv|ift|vedr|mv|m\.v|m\.fl|tlf|sagsnr|\p{L}|\d{1,2})$/iu

/** The sentence around a span: from the full stop, colon or end of a line or cell before it to the one after it. */
export function sentenceAround(text: string, span: Span): Span {
  let start = Math.max(0, span.start - reach)
  const before = text.slice(start, span.start)
  for (const match of before.matchAll(/[.!?:](?=["”)]?\s+["„”(]?[\p{Lu}\d-])|[\n\t]/gu)) {
    if (match[0] === '.' && endsNothing.test(before.slice(Math.max(0, match.index - 8), match.index)))
      continue
    start = span.start - before.length + match.index + 1
  }
  const after = text.slice(span.end, span.end + reach)
  let end = span.end + after.length
  for (const match of after.matchAll(/[.!?](?=["”)]?(?:\s+["„”(]?[\p{Lu}\d-]|\s*$))|[\n\t]/gu)) {
    if (match[0] === '.' && endsNothing.test(after.slice(Math.max(0, match.index - 8), match.index))) continue
    end = span.end + match.index
    break
  }
  return { start, end }
}

/** The pieces of a sentence between commas, semicolons, dashes and parentheses. */
export function segments(text: string, sentence: Span): Span[] {
  const pieces: Span[] = []
  let start = sentence.start
  const body = text.slice(sentence.start, sentence.end)
  for (const match of body.matchAll(/[,;:](?=\s)|[()]|\s[–—-](?=\s)/g)) {
    const at = sentence.start + match.index
    if (at > start) pieces.push({ start, end: at })
    start = at + match[0].length
  }
  if (sentence.end > start) pieces.push({ start, end: sentence.end })
  return pieces
}
