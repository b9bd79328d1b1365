import {
  AlignmentType,
  Document,
  Footer,
  FrameAnchorType,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx'

const font = 'Arial'
/** Half-points. */
const size = 20
const small = 16
/** Twentieths of a point: A4 with a broad right margin for the sender. */
const page = { width: 11906, height: 16838 }
const margin = { top: 1900, bottom: 1300, left: 1300, right: 3500, header: 700, footer: 600 }
const senderLeft = page.width - margin.right + 360
const senderWidth = margin.right - 360 - 500
/** The width of the text of a letter, and of a page without the sender in its margin. */
export const textWidth = page.width - margin.left - margin.right
export const pageWidth = page.width - 2 * margin.left
const blue = '0B3C6F'

/** A paragraph of the letter. A text with placeholders is one run, so that Word does not tear them apart. */
export function paragraph(
  text: string,
  more: { bold?: true; before?: number; keepNext?: true } = {},
): Paragraph {
  return new Paragraph({
    spacing: { after: 180, line: 276, before: more.before ?? 0 },
    ...(more.keepNext && { keepNext: true }),
    children: [new TextRun({ text, ...(more.bold && { bold: true }) })],
  })
}

/** A paragraph that stands directly on the next one: the marks around a passage that may be left out. */
export function mark(text: string): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: 240 }, children: [new TextRun(text)] })
}

export function item(text: string): Paragraph {
  return new Paragraph({
    numbering: { reference: 'punkter', level: 0 },
    spacing: { after: 80, line: 276 },
    children: [new TextRun(text)],
  })
}

/** What stands in the right margin, a paragraph of its own frame so that a secretary can change it in Word. */
function sender(lines: { text: string; bold?: true; after?: number }[]): Paragraph[] {
  return lines.map(
    ({ text, bold, after }) =>
      new Paragraph({
        frame: {
          type: 'absolute',
          position: { x: senderLeft, y: margin.top },
          width: senderWidth,
          height: 0,
          anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
        },
        spacing: { after: after ?? 0, line: 240 },
        children: [new TextRun({ text, size: small, ...(bold && { bold: true, color: blue }) })],
      }),
  )
}

const senderLines: { text: string; bold?: true; after?: number }[] = [
  { text: 'Beskæftigelsesministeren', bold: true, after: 120 },
  { text: 'Ved Stranden 8' },
  { text: '1061 København K', after: 120 },
  { text: 'T +45 72 20 50 00' },
  { text: 'E bm@bm.dk' },
  { text: 'www.bm.dk', after: 120 },
  { text: 'CVR 10172748', after: 240 },
  { text: '{dato}', after: 120 },
  { text: '{#journalnummer}J.nr. {journalnummer}{/journalnummer}' },
]

export type Letter = {
  title: string
  recipient: string
  subject: string
  greeting: string
  body: (Paragraph | Table)[]
}

/** A letter of the minister: recipient, sender in the margin, subject, body, and the place for the signature. */
export async function letter({ title, recipient, subject, greeting, body }: Letter): Promise<Buffer> {
  return documentOf(title, [
    paragraph(recipient),
    ...sender(senderLines),
    paragraph(subject, { bold: true, before: 900 }),
    paragraph(greeting),
    ...body,
    new Paragraph({
      spacing: { before: 300, after: 900 },
      keepNext: true,
      children: [new TextRun('Venlig hilsen')],
    }),
    paragraph('{underskriver}'),
  ])
}

/** A document in the look of the letters. */
export async function documentOf(
  title: string,
  children: (Paragraph | Table)[],
  more: { plain?: true } = {},
): Promise<Buffer> {
  const line = (runs: ParagraphChild[], right = false) =>
    new Paragraph({ ...(right && { alignment: AlignmentType.RIGHT }), children: runs })
  const file = new Document({
    title,
    creator: 'Opfølg',
    styles: {
      default: { document: { run: { font, size, language: { value: 'da-DK' } } } },
    },
    numbering: {
      config: [
        {
          reference: 'punkter',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 400, hanging: 280 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: page, margin: more.plain ? { ...margin, right: margin.left, top: 1300 } : margin },
        },
        headers: {
          first: new Header({
            children: [
              line(
                more.plain
                  ? []
                  : [new TextRun({ text: '{#udkast}UDKAST{/udkast}', bold: true, size, color: 'A4262C' })],
              ),
            ],
          }),
          default: new Header({ children: [line([])] }),
        },
        footers: {
          first: new Footer({ children: [line([])] }),
          default: new Footer({
            children: [line([new TextRun({ children: ['Side ', PageNumber.CURRENT], size: small })], true)],
          }),
        },
        children,
      },
    ],
  })
  return Packer.toBuffer(file)
}
