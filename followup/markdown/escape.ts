/**
 * Text of a letter made safe to stand within a line of Markdown: it shows as written and can make no HTML, link, image,
 * table cell or new line. Addresses, which viewers turn into links of themselves, stand as code.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .split(/([\s`|<>\\]+)/)
    .map((part) => (/@|\/\/|www\./i.test(part) ? addressAsCode(part) : escapeMarks(part)))
    .join('')
}

const escapeMarks = (text: string): string => text.replace(/[\\`*_[\]<>|~&$]/g, '\\$&')

/** What a sentence sets before or after an address. */
const signs = new Set('.,;:!?()"\'»«”“')

/** An address as code, without the signs of the sentence around it. */
function addressAsCode(part: string): string {
  let [start, end] = [0, part.length]
  while (signs.has(part.charAt(start))) start++
  while (end > start && signs.has(part.charAt(end - 1))) end--
  return `${part.slice(0, start)}\`${part.slice(start, end)}\`${part.slice(end)}`
}

/** One line without what is not seen: control characters and marks that reorder the text. */
export function visible(text: string): string {
  return visibleRun(text).trim()
}

/** The same of a part of a line, whose space at its ends stays. */
export function visibleRun(text: string): string {
  return text
    .replace(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
}
