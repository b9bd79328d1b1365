import { type Matrix, multiply } from '../matrix.ts'
import type { PdfOperators } from '../pdf-rules.ts'
import { type GreyImage, greyOf } from './grey-image.ts'

/** As much of a pdf.js page as rendering takes. */
export type RenderablePage = {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] }
  getOperatorList(): Promise<PdfOperators>
  render(options: object): { promise: Promise<void>; cancel(): void }
}

/** As much of a pdf.js document as rendering takes. */
export type RenderableDocument = {
  getPage(number: number): Promise<RenderablePage & { cleanup(): unknown }>
  canvasFactory: object
}

type Canvas = { width: number; height: number }
type Context = {
  getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray }
}
type CanvasFactory = {
  create(width: number, height: number): { canvas: Canvas; context: Context }
  destroy(canvas: object): void
}

/** The operations used here, by their numbers in pdf.js (`OPS`). */
const ops = { save: 10, restore: 11, transform: 12, formBegin: 74, formEnd: 75 }
const imageOps = new Set([83, 85, 86])

/** Scans are rendered as they were made; everything finer than this is made coarser. */
const finest = 300
const coarsest = 72
/** A rendered page has at most this many pixels: A3 at 300 dpi. */
const mostPixels = 18e6

/** Renders a page in grey, in the resolution of the largest image on it (300 dpi where there is none). */
export async function renderPage(page: RenderablePage, canvasFactory: object): Promise<GreyImage> {
  const points = page.getViewport({ scale: 1 })
  const wanted = Math.min(finest, imageDpi(await page.getOperatorList()) ?? finest)
  const most = 72 * Math.sqrt(mostPixels / (points.width * points.height))
  const dpi = Math.min(Math.max(coarsest, wanted), most)
  const viewport = page.getViewport({ scale: dpi / 72 })
  const factory = canvasFactory as CanvasFactory
  const size = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))] as const
  const made = factory.create(...size)
  try {
    await page.render({ canvas: made.canvas, canvasContext: made.context, viewport }).promise
    const [width, height] = size
    return { width, height, dpi, pixels: greyOf(made.context.getImageData(0, 0, width, height).data) }
  } finally {
    factory.destroy(made)
  }
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
