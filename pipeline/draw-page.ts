import type { Box } from '../schemas/page.ts'
import type { Original } from './find-original.ts'
import { defaultLimits } from './read/limits.ts'
import { type PdfDocument, withPdf } from './read/open-pdf.ts'
import { typeFace } from './read/pdf-resources.ts'
import { pictureAsPdf } from './read/picture/read-picture.ts'
import { type CanvasFactory, type Drawn, withDrawnPage } from './read/scan/render-page.ts'
import { UnreadableFile } from './read/unreadable-file.ts'

/** Places on a page that are marked in one colour, a CSS one; `label` tells in the picture what they are. */
export type Marks = { label: string; colour: string; boxes: Box[] }

/** Fine enough to read by, small enough to look at. */
const dpi = 150

/**
 * Draws a page of a file with places on it marked as with a text marker, and under it what the colours mean. Without
 * marks it is the page alone.
 * @param page counts from 1
 * @param passwords are tried on an encrypted PDF
 * @returns a PNG
 * @throws UnreadableFile when the file's kind has no pages, it is broken or has no such page
 */
export async function drawPage(
  original: Original,
  page: number,
  marks: Marks[],
  passwords: string[] = [],
): Promise<Buffer> {
  const draw = async (document: PdfDocument) => {
    if (page > document.numPages)
      throw new UnreadableFile(`it has no page ${page}`, `its last page is ${document.numPages}`)
    const drawn = await document.getPage(page)
    const factory = document.canvasFactory as CanvasFactory
    return withDrawnPage(drawn, factory, dpi, (made) => {
      if (marks.length === 0) return made.canvas.toBuffer('image/png')
      mark(made, factory, marks)
      return withLegend(made, factory, marks)
    })
  }
  return withPdf(await asPdf(original), defaultLimits, draw, passwords)
}

async function asPdf({ kind, bytes }: Original): Promise<Uint8Array> {
  if (kind === 'pdf') return bytes
  if (kind === 'picture') return pictureAsPdf(bytes, defaultLimits)
  throw new UnreadableFile('only PDF files and pictures have pages that can be drawn', 'open the file itself')
}

/** How far a mark reaches beyond the words, in pixels. */
const beyond = 2

/** Lays the marks over a page like transparent ink: where two lie on each other, the later one is seen. */
function mark({ canvas, context }: Drawn, factory: CanvasFactory, marks: Marks[]): void {
  const { width, height } = canvas
  const ink = factory.create(width, height)
  try {
    ink.context.fillStyle = 'white'
    ink.context.fillRect(0, 0, width, height)
    for (const { colour, boxes } of marks) {
      ink.context.fillStyle = colour
      for (const [left, top, right, bottom] of boxes) {
        const size = [(right - left) * width + 2 * beyond, (bottom - top) * height + 2 * beyond] as const
        ink.context.fillRect(left * width - beyond, top * height - beyond, ...size)
      }
    }
    context.globalCompositeOperation = 'multiply'
    context.drawImage(ink.canvas, 0, 0)
    context.globalCompositeOperation = 'source-over'
  } finally {
    factory.destroy(ink)
  }
}

const legendHeight = 44

function withLegend(made: Drawn, factory: CanvasFactory, marks: Marks[]): Buffer {
  const { width, height } = made.canvas
  const whole = factory.create(width, height + legendHeight)
  try {
    const { context } = whole
    context.fillStyle = '#f2f2f2'
    context.fillRect(0, height, width, legendHeight)
    context.drawImage(made.canvas, 0, 0)
    context.font = `20px "${typeFace()}"`
    let x = 24
    for (const { label, colour, boxes } of marks) {
      if (boxes.length === 0) continue
      context.fillStyle = colour
      context.fillRect(x, height + 12, 28, 20)
      context.fillStyle = '#222222'
      context.fillText(label, x + 38, height + 29)
      x += 38 + context.measureText(label).width + 40
    }
    return whole.canvas.toBuffer('image/png')
  } finally {
    factory.destroy(whole)
  }
}
