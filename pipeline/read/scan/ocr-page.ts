import type { Area, LayoutPage } from '../../../extractors/layout/words.ts'
import type { ReadScan } from '../../../schemas/page.ts'
import type { ReadLimits } from '../limits.ts'
import { cleanImage } from './clean-image.ts'
import { drawnRules, withoutRules } from './drawn-rules.ts'
import { gradePage } from './grade-page.ts'
import { type GreyImage, hasInk } from './grey-image.ts'
import { pageWords } from './page-words.ts'
import { recognise } from './recognise.ts'
import { type RenderableDocument, renderPage } from './render-page.ts'
import { levelled, skewOf } from './skew.ts'
import { linesRunDown, type Turns, turnedImage } from './turn.ts'
import { uncoveredInk } from './uncovered-ink.ts'
import { UnreadPage } from './unread-page.ts'

/**
 * A page read from its image: its words as the layout takes them, on the page that was turned clockwise by `turns`
 * quarters and then levelled, for it leant by `skew`.
 */
export type OcrPage = { layout: LayoutPage; scan: ReadScan; skew: number; turns: Turns }

/**
 * Reads the text on a page from its image: rendered, cleaned, levelled and recognised.
 * @throws UnreadableFile when the recogniser does not start
 * @throws UnreadPage when that is not possible or takes longer than the limit
 */
export async function ocrPage(
  document: RenderableDocument,
  number: number,
  limits: ReadLimits,
): Promise<OcrPage> {
  const page = await document.getPage(number)
  try {
    const drawing = renderPage(page, document.canvasFactory).catch((cause: unknown) => {
      throw new UnreadPage('failed', { cause })
    })
    const { image, whole } = await drawnInTime(drawing, limits.scanSeconds)
    const read = await ocrImage(image, number, limits)
    if (read.scan.blank && !whole) throw new UnreadPage('image')
    return read
  } finally {
    page.cleanup()
  }
}

/** Of a broken image pdf.js may wait for ever. */
async function drawnInTime<T>(drawing: Promise<T>, seconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnreadPage('time')), seconds * 1000)
  })
  try {
    return await Promise.race([drawing, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

/** Pages that are read so unsurely, of 0 to 1, may lie on their side or head; pages that do were read at most at 0.4. */
const perhapsTurned = 0.6
/** Turned the right way, a page is read so much surer. */
const surer = 0.15

/**
 * Reads the text on an image of a page. One that is read badly is turned, to see whether it is read better.
 * @throws as `ocrPage`
 */
export async function ocrImage(image: GreyImage, number: number, limits: ReadLimits): Promise<OcrPage> {
  const clean = cleanImage(image)
  let best = await ocrClean(clean, number, 0, limits)
  if (best.scan.grade !== 'bad' || best.scan.confidence > perhapsTurned) return best
  for (const turns of linesRunDown(clean) ? ([1, 3] as const) : ([2] as const)) {
    const read = await ocrClean(turnedImage(clean, turns), number, turns, limits)
    if (read.scan.confidence > best.scan.confidence + surer) best = read
    if (best.scan.grade !== 'bad') break
  }
  return best
}

async function ocrClean(
  clean: GreyImage,
  number: number,
  turns: Turns,
  limits: ReadLimits,
): Promise<OcrPage> {
  const skew = skewOf(clean)
  const level = levelled(clean, skew)
  const drawn = drawnRules(level)
  const text = withoutRules(level, drawn)
  // the empty backs of pages are not worth seconds of recognition
  const blocks = hasInk(text) ? await recognise(text, limits.scanSeconds) : []
  const words = pageWords(blocks, text)
  const rules = drawn.map((line) => inPoints(line, level.dpi))
  const [width, height] = [(level.width * 72) / level.dpi, (level.height * 72) / level.dpi]
  const layout = { number, width, height, words, turned: [], rules }
  return { layout, scan: gradePage(words, uncoveredInk(text, blocks)), skew, turns }
}

const inPoints = ({ left, top, right, bottom }: Area, dpi: number): Area => {
  const point = dpi / 72
  return { left: left / point, top: top / point, right: right / point, bottom: bottom / point }
}
