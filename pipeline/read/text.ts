import type { Page, ReadFile } from '../../schemas/page.ts'
import { decodeText } from './decode.ts'

/**
 * Reads plain text; form feeds separate pages.
 * @throws UnreadableFile when the bytes are no text
 */
export function readText(bytes: Uint8Array): ReadFile {
  const { text, note } = decodeText(bytes)
  return { format: 'text', pages: pagesOf(text), notes: note === null ? [] : [note] }
}

/** The pages of a text; one that a form feed only closes is not followed by an empty one. */
export function pagesOf(text: string): Page[] {
  return text
    .replace(/\f\s*$/, '')
    .split('\f')
    .map((page, at) => ({ number: at + 1, text: page }))
}
