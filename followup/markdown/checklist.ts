import type { Block, Document, Text } from '../checklist-pages/blocks.ts'
import { escapeMarkdown } from './escape.ts'

/** The checklist as Markdown (GitHub's), in Danish. */
export function checklistMarkdown({ title, pages }: Document): string {
  const lines = [
    `# ${escapeMarkdown(title)}`,
    '',
    ...pages.flatMap((page) => [`## ${escapeMarkdown(page.title)}`, '', ...page.blocks.flatMap(blockLines)]),
  ]
  return `${lines.join('\n').trimEnd()}\n`.replace(/\n{3,}/g, '\n\n')
}

/** A run of text; the space at its ends, which keeps runs apart, is not part of what is escaped. */
function textMarkdown(text: Text): string {
  return text
    .map(({ text: words, strong, code }) => {
      const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? []
      const safe = code ? `\`${inner.replace(/[`\s]+/g, ' ')}\`` : escapeMarkdown(inner)
      return `${before && ' '}${strong && safe ? `**${safe}**` : safe}${after && ' '}`
    })
    .join('')
    .trim()
}

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`, '']
    case 'paragraph':
      return [textMarkdown(block.text), '']
    case 'list':
      return [...block.items.map((item) => `- ${block.tick ? '[ ] ' : ''}${textMarkdown(item)}`), '']
    case 'facts':
      return [
        ...block.rows.map(({ name, text }) => `- **${escapeMarkdown(name)}:** ${textMarkdown(text)}`),
        '',
      ]
    case 'table':
      return [
        escapeMarkdown(block.caption),
        '',
        row(block.head.map(escapeMarkdown)),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(textMarkdown))),
        '',
      ]
    case 'chart':
      return [`*${escapeMarkdown(block.caption)}*`, '']
  }
}
