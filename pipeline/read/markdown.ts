import type { ReadFile } from '../../schemas/page.ts'
import { decodeText } from './decode.ts'
import { pagesOf } from './text.ts'

/**
 * Reads Markdown as the text it stands for: links, images, escapes and inline emphasis are taken out, tables become
 * tab-separated rows. What tells the structure stays: the #s of headings, list markers and indents, and the stars
 * around a line that is bold as a whole (often a heading).
 * @throws UnreadableFile when the bytes are no text
 */
export function readMarkdown(bytes: Uint8Array): ReadFile {
  const { text, note } = decodeText(bytes)
  const plain = plainMarkdown(text).normalize('NFC')
  return { format: 'markdown', pages: pagesOf(plain), notes: note === null ? [] : [note] }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

export function plainMarkdown(text: string): string {
  const lines: string[] = []
  for (const line of text.replace(/<br\s*\/?>/gi, '\n').split('\n')) {
    const above = lines.at(-1) ?? ''
    const underline = /^\s{0,3}(=+|-+)\s*$/.exec(line)?.[1]
    if (underline !== undefined && /^\p{Lu}/u.test(above)) {
      lines[lines.length - 1] = `${underline.startsWith('=') ? '#' : '##'} ${above}`
    } else if (/^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/.test(line)) continue
    else if (/^\s{0,3}(?:[-*_]\s*){3,}$/.test(line)) lines.push('')
    else lines.push(plainLine(line))
  }
  return lines.join('\n')
}

function plainLine(line: string): string {
  let plain = line
  if (/^\s*\|.*\|\s*$/.test(plain)) {
    const cells = plain.trim().slice(1, -1).split('|')
    plain = cells.map((cell) => cell.trim()).join('\t')
  }
  plain = plain
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,2000}\)/g, '')
    .replace(/\[([^\]]{1,500})\]\([^)\s]{0,2000}(?: "[^"]{0,200}")?\)/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, '$1')
  if (!/^\s*\*\*[^*]*\*?[^*]*(?:\*\*)?\s*$/.test(plain)) plain = withoutEmphasis(plain)
  return plain
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] as string)
    .replace(/\s*\\?$/, '')
}

function withoutEmphasis(line: string): string {
  return line
    .replace(/(\*\*|__)(?=\S)([^*_]{1,1000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*]{1,1000})(?<=[^\s*\\])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_\\])_(?=[^\s_])([^_]{1,1000})(?<=[^\s_\\])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/~~([^~]{1,1000})~~/g, '$1')
}
