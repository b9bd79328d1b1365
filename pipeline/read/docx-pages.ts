import type { Page } from '../../schemas/page.ts'
import { type DocxBlock, isItem } from './docx-blocks.ts'

type Marker = (list: string, level: number) => string

/** Longer than this a line is prose, which an empty line parts from what stands beside it. */
const shortLine = 70
const longestHeading = 120

/**
 * Writes paragraphs and rows as lines of text, page by page: empty lines between paragraphs of prose, headings with
 * #, bold lines with **, items with the marker that `marker` counts.
 */
export function blockPages(blocks: DocxBlock[], marker: Marker): Page[] {
  const texts: string[] = ['']
  let before: DocxBlock | null = null
  for (const block of blocks) {
    const gap = before === null || standApart(before, block) ? '\n' : ''
    while (texts.length < block.page) texts.push('')
    texts[block.page - 1] += `${gap}${asLine(block, marker)}\n`
    before = block
  }
  return texts.map((text, at) => ({
    number: at + 1,
    text: text
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+/, '')
      .replace(/\n+$/, '\n')
      .normalize('NFC'),
  }))
}

function asLine(block: DocxBlock, marker: Marker): string {
  const text = block.text.trim()
  const { list, level, outline } = block.format
  if (text === '' || block.kind === 'row') return block.kind === 'row' ? block.text : ''
  const mark = list !== null && isItem(block) ? marker(list, level ?? 0) : ''
  const marked = mark === '' ? text : `${mark} ${text.replace(/\n/g, ' ')}`
  if (outline !== null) return `${'#'.repeat(Math.min(outline + 1, 6))} ${marked.replace(/\n/g, ' ')}`
  if (mark !== '') return `${'  '.repeat(level ?? 0)}${marked}`
  return block.bold && block.box === 0 && text.length <= longestHeading && !text.includes('\n')
    ? `**${text}**`
    : text
}

/** Whether an empty line stands between two paragraphs: not between the lines of an address, a list or a table. */
function standApart(before: DocxBlock, block: DocxBlock): boolean {
  if (before.box !== block.box || before.kind !== block.kind) return true
  if (block.kind === 'row') return false
  if (isItem(before) && isItem(block)) return false
  if (isItem(before) || isItem(block)) return true
  if (before.format.outline !== null || block.format.outline !== null || before.bold !== block.bold)
    return true
  const prose = ({ text }: DocxBlock) => text.length > shortLine || /[.!?:]\s*$/.test(text)
  return prose(before) || prose(block)
}
