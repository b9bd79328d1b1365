import { Parser } from 'htmlparser2'
import { UnreadableFile } from './unreadable-file.ts'

const hidden = new Set(['style', 'script', 'head', 'title', 'template', 'noscript', 'object', 'svg'])
const blocks = new Set([
  ...['p', 'div', 'table', 'ul', 'ol', 'li', 'tr', 'blockquote', 'pre', 'hr', 'section', 'article', 'center'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'footer', 'dl', 'dt', 'dd', 'address', 'form'],
])
/** Blocks that stand apart from what is beside them; of `div`s mail programs make one a line. */
const apart = new Set([
  'p',
  'table',
  'ul',
  'ol',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'hr',
])

/** The parser's time for a tag grows with the tags that are open. */
const deepest = 2000

type List = { ordered: boolean; count: number }

/**
 * The text of a mail's HTML: paragraphs apart from each other, items with a hyphen or number, table rows with tabs
 * between their cells, what is quoted with ">" before each line. Pictures are left out and nothing is fetched.
 * @throws UnreadableFile when its tags lie too deep in each other
 */
export function htmlText(html: string): string {
  const lines: string[] = []
  const lists: List[] = []
  const cells: number[] = []
  // in pieces, with its last character, as looking at a long line again for each piece takes its time
  let pieces: string[] = []
  let last = ''
  let quote = 0
  let skipped = 0
  let pre = 0
  let depth = 0

  const add = (text: string) => {
    if (text === '') return
    pieces.push(text)
    last = text.at(-1) as string
  }
  const push = (text: string) => lines.push(`${'> '.repeat(Math.min(quote, 9))}${text}`.trimEnd())
  const takeLine = () => {
    const line = pieces.join('').replace(/ \t/g, '\t')
    pieces = []
    last = ''
    return line
  }
  const endLine = () => {
    // the marker of an item waits for its text
    if (pieces.length === 0 || (pieces.length === 1 && /^ *(?:-|\d+\.) $/.test(pieces[0] ?? ''))) return
    const line = takeLine()
    if (line.trim() !== '') push(line)
  }
  const addSpace = () => add(/^\s?$/.test(last) ? '' : ' ')
  const gap = () => {
    endLine()
    if (lines.length > 0 && !/^[> ]*$/.test(lines.at(-1) ?? '')) push('')
  }
  /** In a table a cell's paragraphs belong to its row; a table that holds others only places them on the page. */
  const inRow = () => (cells.at(-1) ?? 0) > 0

  const parser = new Parser(
    {
      onopentag: (name) => {
        if (++depth > deepest)
          throw new UnreadableFile(`its HTML lies more than ${deepest} levels deep`, 'save it as PDF')
        if (hidden.has(name)) skipped++
        if (skipped > 0) return
        if (name === 'br') {
          if (inRow()) addSpace()
          else if (pieces.length === 0) push('')
          else endLine()
        } else if (name === 'td' || name === 'th') {
          if (inRow()) add('\t')
          cells[cells.length - 1] = (cells.at(-1) ?? 0) + 1
        } else if (name === 'tr') {
          endLine()
          cells.push(0)
        } else if (blocks.has(name)) {
          if (inRow() && name !== 'table') addSpace()
          else if (apart.has(name) && lists.length === 0) gap()
          else endLine()
        }
        if (name === 'blockquote') quote++
        if (name === 'pre') pre++
        if (name === 'ul' || name === 'ol') lists.push({ ordered: name === 'ol', count: 0 })
        if (name === 'li') {
          if (!inRow()) takeLine()
          add(marker(lists))
        }
      },
      ontext: (text) => {
        if (skipped > 0) return
        if (pre > 0 && !inRow()) {
          const [first = '', ...more] = text.split(/\r?\n/)
          add(first)
          for (const next of more) {
            push(takeLine())
            add(next)
          }
        } else {
          const plain = text.replace(/[ \t\r\n]+/g, ' ')
          add(/^\s?$/.test(last) ? plain.trimStart() : plain)
        }
      },
      onclosetag: (name) => {
        depth--
        if (hidden.has(name)) {
          skipped--
          return
        }
        if (skipped > 0) return
        if (name === 'tr') {
          endLine()
          cells.pop()
        } else if (name === 'ul' || name === 'ol') lists.pop()
        else if (name === 'pre') pre--
        if (blocks.has(name) && !inRow()) endLine()
        if (name === 'blockquote') quote--
        if (apart.has(name) && lists.length === 0 && !inRow()) gap()
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  endLine()
  while (/^[> ]*$/.test(lines.at(-1) ?? 'x')) lines.pop()
  return lines
    .join('\n')
    .replace(/\u00a0/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function marker(lists: List[]): string {
  const list = lists.at(-1)
  const indent = '  '.repeat(Math.max(0, Math.min(lists.length, 9) - 1))
  if (!list?.ordered) return `${indent}- `
  list.count++
  return `${indent}${list.count}. `
}
