import { formatOf, noFormat, noteFormat, type ParagraphFormat, type Styles } from './docx-styles.ts'
import { readXml } from './xml-events.ts'

/**
 * A paragraph or table row of a Word file. `page` is where it begins; `box` numbers the text box it stands in; `notes`
 * names the foot- and endnotes that it refers to.
 */
export type DocxBlock = {
  kind: 'paragraph' | 'row'
  text: string
  format: ParagraphFormat
  bold: boolean
  page: number
  box: number
  notes?: string[]
}

/** The name of a note as a paragraph refers to it. */
export const noteName = (kind: string, id: string | undefined): string => `${kind} ${id ?? ''}`

/** Whether a paragraph is an item of a list; list 0 takes it out of that of its style. */
export const isItem = ({ format }: DocxBlock): boolean => format.list !== null && format.list !== '0'

/** A section has headers and footers of its own: the ids of its relations to them. */
export type DocxSection = { blocks: DocxBlock[]; headers: string[]; footers: string[] }

type Paragraph = {
  text: string
  format: ParagraphFormat
  style: string | null
  boldLength: number
  page: number
  notes: string[]
}
type Row = { cells: DocxBlock[][] }
type Table = { rows: Row[]; ruled: boolean }

/** What is left out with all that is in it: deleted text, what a change replaced, and the older form of a drawing. */
const leftOut = /^(?:del|moveFrom|Fallback|instrText|delText|delInstrText|.*PrChange)$/
const widestSpan = 60

/**
 * The paragraphs and table rows of a Word part (the document, a header, a footer), by sections, in the order of the
 * text. A text box stands before the paragraph it is anchored to.
 * @throws UnreadableFile when the XML is broken
 */
export function readBlocks(bytes: Uint8Array, styles: Styles): DocxSection[] {
  const sections: DocxSection[] = []
  let section: DocxSection = { blocks: [], headers: [], footers: [] }
  let page = 1
  let box = 0
  let boxes = 0
  let skipped = 0
  let inText = false
  let ending = false
  let run = { bold: false, hidden: false }
  const outerBoxes: number[] = []
  const containers: DocxBlock[][] = [section.blocks]
  const tables: Table[] = []
  const spans: number[] = []
  const paragraphs: Paragraph[] = []
  const path: string[] = []

  const endSection = () => {
    sections.push(section)
    section = { blocks: [], headers: [], footers: [] }
    containers[0] = section.blocks
    ending = false
  }
  const add = (text: string) => {
    const paragraph = paragraphs.at(-1)
    if (!paragraph || run.hidden) return
    paragraph.text += text
    if (run.bold) paragraph.boldLength += text.trim().length
  }

  const open: Record<string, (attributes: Record<string, string>) => void> = {
    p: () =>
      paragraphs.push({ text: '', format: { ...noFormat }, style: null, boldLength: 0, page, notes: [] }),
    pStyle: ({ val }) => {
      const paragraph = paragraphs.at(-1)
      if (paragraph) paragraph.style = val ?? null
    },
    r: () => {
      run = { bold: false, hidden: false }
    },
    b: ({ val }) => {
      if (path.at(-2) === 'rPr' && path.at(-3) === 'r') run.bold = isOn(val)
    },
    vanish: ({ val }) => {
      if (path.at(-2) === 'rPr' && path.at(-3) === 'r') run.hidden = isOn(val)
    },
    t: () => {
      inText = true
    },
    tab: () => {
      // also the name of a tab stop in a paragraph's properties
      if (path.at(-2) === 'r') add('\t')
    },
    br: ({ type }) => {
      if (type === 'page') page++
      else add('\n')
    },
    cr: () => add('\n'),
    noBreakHyphen: () => add('-'),
    lastRenderedPageBreak: () => {
      const paragraph = paragraphs.at(-1)
      page++
      // a paragraph belongs to the page it begins on
      if (paragraph && paragraph.text.trim() === '') paragraph.page = page
    },
    txbxContent: () => {
      containers.push([])
      outerBoxes.push(box)
      box = ++boxes
    },
    tbl: () => tables.push({ rows: [], ruled: false }),
    tblStyle: ({ val }) => {
      const table = tables.at(-1)
      if (table && !/normal/i.test(val ?? '')) table.ruled = true
    },
    insideV: ({ val }) => {
      const table = tables.at(-1)
      if (table) table.ruled = val !== 'none' && val !== 'nil'
    },
    tr: () => tables.at(-1)?.rows.push({ cells: [] }),
    tc: () => {
      containers.push([])
      spans.push(1)
    },
    gridSpan: ({ val }) => {
      spans[spans.length - 1] = Math.min(Number(val) || 1, widestSpan)
    },
    footnoteReference: ({ id }) => paragraphs.at(-1)?.notes.push(noteName('footnote', id)),
    endnoteReference: ({ id }) => paragraphs.at(-1)?.notes.push(noteName('endnote', id)),
    headerReference: ({ id }) => section.headers.push(id ?? ''),
    footerReference: ({ id }) => section.footers.push(id ?? ''),
  }

  const close: Record<string, () => void> = {
    t: () => {
      inText = false
    },
    p: () => {
      const paragraph = paragraphs.pop()
      if (paragraph) containers.at(-1)?.push(asBlock(paragraph, styles, box))
      if (ending && paragraphs.length === 0) endSection()
    },
    txbxContent: () => {
      const inside = containers.pop() ?? []
      box = outerBoxes.pop() ?? 0
      for (const block of inside) containers.at(-1)?.push(block)
    },
    tc: () => {
      const cells = tables.at(-1)?.rows.at(-1)?.cells
      cells?.push(containers.pop() ?? [])
      // the columns that the cell spans beyond its own are empty
      for (let more = spans.pop() ?? 1; more > 1; more--) cells?.push([])
    },
    tbl: () => {
      const table = tables.pop()
      if (table) for (const block of tableBlocks(table, box)) containers.at(-1)?.push(block)
    },
    sectPr: () => {
      // in a paragraph it ends the section after that paragraph
      if (paragraphs.length > 0) ending = true
      else endSection()
    },
  }

  readXml(bytes, {
    open: ({ name, attributes }) => {
      path.push(name)
      if (skipped > 0 || leftOut.test(name)) skipped++
      else {
        open[name]?.(attributes)
        const paragraph = paragraphs.at(-1)
        if (paragraph) noteFormat(paragraph.format, name, attributes.val ?? '')
      }
    },
    close: (name) => {
      path.pop()
      if (skipped > 0) skipped--
      else close[name]?.()
    },
    text: (text) => {
      if (inText && skipped === 0) add(text)
    },
  })
  if (section.blocks.length > 0) sections.push(section)
  return sections
}

const isOn = (value: string | undefined): boolean => value === undefined || /^(?:1|true|on)$/.test(value)

export const emptyBlock: DocxBlock = {
  kind: 'paragraph',
  text: '',
  format: noFormat,
  bold: false,
  page: 1,
  box: 0,
}

function asBlock(
  { text, format, style, boldLength, page, notes }: Paragraph,
  styles: Styles,
  box: number,
): DocxBlock {
  const letters = text.trim().length
  return {
    kind: 'paragraph',
    text,
    format: formatOf(format, style, styles),
    bold: letters > 0 && boldLength >= letters * 0.9,
    page,
    box,
    ...(notes.length > 0 && { notes }),
  }
}

/**
 * The rows of a table; paragraphs of one cell belong together. A table without inner lines, though, may only place
 * things on the page, as a letterhead in two columns or signatures side by side: where several cells of a row, or its
 * only filled one, hold several lines, the cells follow each other.
 */
function tableBlocks({ rows, ruled }: Table, box: number): DocxBlock[] {
  return rows.flatMap(({ cells }) => {
    const filled = cells.map((cell) => cell.filter((block) => block.text.trim() !== ''))
    const some = filled.filter((cell) => cell.length > 0)
    const high = some.filter((cell) => linesIn(cell) > 1)
    if (some.length === 0) return []
    const places = high.length > 1 || high.length === some.length || (high.length === 1 && rows.length === 1)
    // a letterhead: one row of blocks, with lines around them or not
    const alone = rows.length === 1 && some.length > 1 && high.length === some.length
    return alone || (!ruled && places) ? cells.flat() : [row(filled, box)]
  })
}

const linesIn = (cell: DocxBlock[]): number =>
  cell.flatMap(({ text }) => text.split('\n')).filter((line) => line.trim() !== '').length

function row(cells: DocxBlock[][], box: number): DocxBlock {
  const text = cells.map((cell) => cell.map((block) => block.text.replace(/\s+/g, ' ').trim()).join(' '))
  const page = cells.flat()[0]?.page ?? 1
  const notes = cells.flat().flatMap((block) => block.notes ?? [])
  return { ...emptyBlock, kind: 'row', text: text.join('\t'), page, box, ...(notes.length > 0 && { notes }) }
}
