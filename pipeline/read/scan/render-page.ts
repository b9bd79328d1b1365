import { type Matrix, multiply } from '../matrix.ts'
import type { PdfOperators } from '../pdf-rules.ts'
import { type GreyImage, greyOf, mostPixels } from './grey-image.ts'

/** As much of a pdf.js page as rendering takes. */
export type RenderablePage = {
  /** Degrees clockwise, as the PDF says. */
  rotate: number
  getViewport(options: { scale: number; rotation?: number }): {
    width: number
    height: number
    transform: number[]
  }
  getOperatorList(): Promise<PdfOperators>
  render(options: object): { promise: Promise<void>; cancel(): void }
  objs: { has(name: string): boolean; get(name: string): unknown }
}

/** As much of a pdf.js document as rendering takes. */
export type RenderableDocument = {
  getPage(number: number): Promise<RenderablePage & { cleanup(): unknown }>
  canvasFactory: object
}

/** As much as is used here of a canvas. */
export type Drawn = { canvas: Canvas; context: Context }
type Canvas = { width: number; height: number; toBuffer(type: 'image/png'): Buffer }
type Context = {
  canvas: Canvas
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray }
  globalCompositeOperation: string
  fillStyle: string
  font: string
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
  drawImage(canvas: Canvas, x: number, y: number): void
}
export type CanvasFactory = { create(width: number, height: number): Drawn; destroy(made: Drawn): void }

/** The operations used here, by their numbers in pdf.js (`OPS`). */
const ops = { save: 10, restore: 11, transform: 12, formBegin: 74, formEnd: 75 }
const imageOps = new Set([83, 85, 86])

/** Scans are rendered as they were made; everything finer than this is made coarser. */
const finest = 300
const coarsest = 72
/**
 * Renders a page in grey, in the resolution of the largest image on it (300 dpi where there is none).
 * @returns also whether all images of it were drawn: broken ones and those above the limit are left out by pdf.js
 */
export async function renderPage(
  page: RenderablePage,
  canvasFactory: object,
): Promise<{ image: GreyImage; whole: boolean }> {
  const operators = await page.getOperatorList()
  const wanted = Math.min(finest, imageDpi(operators) ?? finest)
  const image = await withDrawnPage(page, canvasFactory, Math.max(coarsest, wanted), ({ context }, dpi) => {
    const { width, height } = context.canvas
    return { width, height, dpi, pixels: greyOf(context.getImageData(0, 0, width, height).data) }
  })
  return { image, whole: imagesDrawn(operators, page.objs) }
}

/**
 * Draws a page at `dpi`, or less where it would have too many pixels, and has it `used` before it is given up.
 * @throws whatever pdf.js fails with
 */
export async function withDrawnPage<T>(
  page: RenderablePage,
  canvasFactory: object,
  dpi: number,
  use: (made: Drawn, dpi: number) => T,
): Promise<T> {
  const points = page.getViewport({ scale: 1 })
  const most = 72 * Math.sqrt(mostPixels / (points.width * points.height))
  const scale = Math.min(dpi, most) / 72
  const viewport = page.getViewport({ scale })
  const factory = canvasFactory as CanvasFactory
  const size = [viewport.width, viewport.height].map((side) => Math.max(1, Math.round(side)))
  const made = factory.create(size[0] as number, size[1] as number)
  try {
    await page.render({ canvas: made.canvas, canvasContext: made.context, viewport }).promise
    return use(made, scale * 72)
  } finally {
    factory.destroy(made)
  }
}

/** Whether all images were drawn: of one that was not, pdf.js leaves nothing, or nothing but the step to its place. */
function imagesDrawn({ fnArray, argsArray }: PdfOperators, objs: RenderablePage['objs']): boolean {
  return fnArray.every((operation, at) => {
    if (operation === ops.transform) return fnArray[at + 1] !== ops.restore
    const name = imageOps.has(operation) && (argsArray[at] as unknown[])[0]
    return typeof name !== 'string' || !objs.has(name) || objs.get(name) !== null
  })
}

/** How finely the image that covers most of the page is drawn on it, null where there is no image. */
export function imageDpi({ fnArray, argsArray }: PdfOperators): number | null {
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let largest = { area: 0, dpi: 0 }
  fnArray.forEach((operation, at) => {
    const args = argsArray[at] as unknown[]
    if (operation === ops.save) stack.push(matrix)
    else if (operation === ops.restore || operation === ops.formEnd) matrix = stack.pop() ?? matrix
    else if (operation === ops.transform) matrix = multiply(matrix, args as Matrix)
    else if (operation === ops.formBegin) {
      stack.push(matrix)
      if (Array.isArray(args?.[0])) matrix = multiply(matrix, args[0] as Matrix)
    } else if (imageOps.has(operation)) {
      const [across, up] = [Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3])]
      const width = widthOf(args)
      if (width > 0 && across * up > largest.area) largest = { area: across * up, dpi: (width * 72) / across }
    }
  })
  return largest.area > 0 ? largest.dpi : null
}

/** An image is given by its name, width and height; an inline image and a mask by an object that has them. */
function widthOf([first, width]: unknown[]): number {
  if (typeof width === 'number') return width
  return (first as { width?: number } | null)?.width ?? 0
}
