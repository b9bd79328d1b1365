/**
 * Text of a letter made safe to stand within a line of Markdown: it shows as written and can make no HTML, link, image,
 * table cell or new line. Addresses, which viewers turn into links of themselves, stand as code.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .split(/([\s`|<>\\]+)/)
    .map((part) => (/@|\/\/|www\./i.test(part) ? `\`${part}\`` : part.replace(/[\\`*_[\]<>|~&$]/g, '\\$&')))
    .join('')
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
