import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  Document as DocxDocument,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { coursePng } from '../chart/course-png.ts'
import type { Block, Document, Page, Text } from '../checklist-pages/blocks.ts'
import { visibleRun } from '../markdown/escape.ts'

/** Half-points. */
const bodySize = 17
const margin = 720
const grey = '4A5158'
/** A chart is shown in this part of its own size. */
const shown = 0.58
const line = { style: BorderStyle.SINGLE, size: 4, color: 'C3C9CF' }
const borders = { top: line, bottom: line, left: line, right: line }

/** The checklist as a Word file: a sheet for each page, with boxes that can be ticked. */
export async function checklistDocx({ title, pages }: Document): Promise<Buffer> {
  const [overview, ...others] = pages
  const section = (orientation: (typeof PageOrientation)[keyof typeof PageOrientation], of: Page[]) => ({
    properties: {
      page: { size: { orientation, width: 11906, height: 16838 }, margin: margins },
    },
    footers: { default: footer(title) },
    children: of.flatMap((page, at) => pageChildren(page, at > 0)),
  })
  const file = new DocxDocument({
    title,
    creator: 'Opfølg',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: bodySize, language: { value: 'da-DK' } } },
        heading1: { run: { size: 30, bold: true, color: '0B3C6F' }, paragraph: { spacing: { after: 100 } } },
        heading2: {
          run: { size: 26, bold: true, color: '0B3C6F' },
          paragraph: { spacing: { before: 60, after: 80 } },
        },
        heading3: {
          run: { size: 20, bold: true },
          paragraph: { spacing: { before: 120, after: 40 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        ...section(PageOrientation.LANDSCAPE, []),
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
          ...(overview ? pageChildren(overview, false) : []),
        ],
      },
      section(PageOrientation.PORTRAIT, others),
    ],
  })
  return Packer.toBuffer(file)
}

const margins = { top: margin, bottom: margin, left: margin, right: margin }

function footer(title: string): Footer {
  const run = (child: string | (typeof PageNumber)[keyof typeof PageNumber]) =>
    new TextRun({ children: [child], size: 14, color: grey })
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [`${title} · side `, PageNumber.CURRENT, ' af ', PageNumber.TOTAL_PAGES].map(run),
      }),
    ],
  })
}

function pageChildren({ title, blocks }: Page, newSheet: boolean): (Paragraph | Table)[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    pageBreakBefore: newSheet,
    children: [new TextRun(visibleRun(title))],
  })
  return [heading, ...blocks.flatMap(blockChildren)]
}

function runs(text: Text, size = bodySize): TextRun[] {
  return text.map(
    ({ text: words, strong, code }) =>
      new TextRun({
        text: visibleRun(words),
        size: code ? size - 3 : size,
        ...(strong && { bold: true }),
        ...(code && { color: grey }),
      }),
  )
}

const spacing = { after: 30 }
const paragraph = (children: ParagraphChild[]) => new Paragraph({ spacing, children })

function blockChildren(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_3, children: [new TextRun(visibleRun(block.text))] }),
      ]
    case 'paragraph':
      return [paragraph(runs(block.text))]
    case 'list':
      return block.items.map((item) =>
        block.tick
          ? new Paragraph({
              spacing,
              indent: { left: 340, hanging: 340 },
              children: [new CheckBox({ alias: 'Efterprøvet' }), new TextRun(' '), ...runs(item, 17)],
            })
          : new Paragraph({
              spacing,
              bullet: { level: 0 },
              indent: { left: 340, hanging: 240 },
              children: runs(item, 17),
            }),
      )
    case 'facts':
      return block.rows.map(({ name, text }) =>
        paragraph([new TextRun({ text: `${name}: `, bold: true, size: 17 }), ...runs(text, 17)]),
      )
    case 'table':
      return [
        caption(block.caption),
        table(block),
        new Paragraph({ spacing: { after: 0, line: 120 }, children: [] }),
      ]
    case 'chart': {
      const { width, height, png } = coursePng(block.course)
      const alt = { title: block.course.indicator.shortName, description: block.caption, name: 'Forløb' }
      const transformation = { width: width * shown, height: height * shown }
      return [paragraph([new ImageRun({ type: 'png', data: png, transformation, altText: alt })])]
    }
  }
}

const caption = (words: string) =>
  new Paragraph({
    spacing,
    keepNext: true,
    children: [new TextRun({ text: visibleRun(words), size: 16, color: grey })],
  })

function table({ head, rows, shares }: Extract<Block, { kind: 'table' }>): Table {
  const cell = (text: Text, shaded: boolean, at: number) =>
    new TableCell({
      width: { size: shares[at] ?? 0, type: WidthType.PERCENTAGE },
      borders,
      margins: { top: 30, bottom: 30, left: 70, right: 70 },
      ...(shaded && { shading: { fill: 'EEF2F6' } }),
      children: [new Paragraph({ children: runs(text, 16) })],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    // Word goes by the cells, LibreOffice by these: in the proportion of the shares.
    columnWidths: shares.map((share) => share * 100),
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((words, at) => cell([{ text: words, strong: true }], true, at)),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({ cantSplit: true, children: cells.map((text, at) => cell(text, false, at)) }),
      ),
    ],
  })
}
