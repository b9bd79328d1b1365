import type { Box } from '../../../schemas/page.ts'
import { type GreyImage, inkLevel } from './grey-image.ts'

/** Pages that lie more askew than this were not meant to be level. Degrees, as everywhere here. */
const most = 5
/** Tesseract reads a page that leans less than this as it is, but its lines would be taken for steps. */
const least = 0.15
const radians = Math.PI / 180

/**
 * How far the lines of a page lean: degrees, positive where they fall to the right. The right angle is the one at
 * which the ink gathers in rows with empty rows between them. 0 where the page shows no lines.
 */
export function skewOf(image: GreyImage): number {
  const ink = inkPositions(image)
  if (ink.length < 400) return 0
  const coarse = best(ink, -most, most, 0.5)
  const angle = best(ink, coarse - 0.5, coarse + 0.5, 0.05)
  return Math.abs(angle) < least || Math.abs(angle) >= most ? 0 : Math.round(angle * 100) / 100
}

/** The x and y of dark pixels at about 75 dpi, in turn. */
export function inkPositions({ width, height, pixels, dpi }: GreyImage): number[] {
  const step = Math.max(1, Math.round(dpi / 75))
  const positions: number[] = []
  for (let y = 0; y < height; y += step)
    for (let x = 0; x < width; x += step)
      if ((pixels[y * width + x] as number) < inkLevel) positions.push(x / step, y / step)
  return positions
}

function best(ink: number[], from: number, to: number, step: number): number {
  let [found, most] = [0, -1]
  for (let angle = from; angle <= to + step / 2; angle += step) {
    const score = gathered(ink, Math.tan(angle * radians))
    if (score > most) [found, most] = [angle, score]
  }
  return found
}

/** How much the ink gathers in rows that fall by `slope`: the sum of the squares of the rows' counts. */
function gathered(ink: number[], slope: number): number {
  const rows = new Map<number, number>()
  for (let at = 0; at < ink.length; at += 2) {
    const row = Math.round((ink[at + 1] as number) - (ink[at] as number) * slope)
    rows.set(row, (rows.get(row) ?? 0) + 1)
  }
  let sum = 0
  for (const count of rows.values()) sum += count * count
  return sum
}

/** The image turned about its middle so that lines which lean by `skew` are level; what comes into view is white. */
export function levelled(image: GreyImage, skew: number): GreyImage {
  if (skew === 0) return image
  const { width, height, pixels } = image
  const [sin, cos] = [Math.sin(skew * radians), Math.cos(skew * radians)]
  const [middleX, middleY] = [width / 2, height / 2]
  const level = new Uint8Array(width * height).fill(255)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to++) {
      const fromX = middleX + (x - middleX) * cos - (y - middleY) * sin
      const fromY = middleY + (x - middleX) * sin + (y - middleY) * cos
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const [across, down] = [fromX - left, fromY - top]
      const at = top * width + left
      const upper = (pixels[at] as number) * (1 - across) + (pixels[at + 1] as number) * across
      const lower =
        (pixels[at + width] as number) * (1 - across) + (pixels[at + width + 1] as number) * across
      level[to] = upper * (1 - down) + lower * down
    }
  return { ...image, pixels: level }
}

/** Where a box of the levelled page stands on the page as it is; `aspect` is the page's width by its height. */
export function boxAskew([left, top, right, bottom]: Box, skew: number, aspect: number): Box {
  if (skew === 0) return [left, top, right, bottom]
  const [sin, cos] = [Math.sin(skew * radians), Math.cos(skew * radians)]
  // a word is turned about its own middle so little that its box keeps its size
  const [x, y] = [((left + right) / 2 - 0.5) * aspect, (top + bottom) / 2 - 0.5]
  const [across, down] = [0.5 + (x * cos - y * sin) / aspect, 0.5 + x * sin + y * cos]
  const [width, height] = [(right - left) / 2, (bottom - top) / 2]
  const clip = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5
  return [clip(across - width), clip(down - height), clip(across + width), clip(down + height)]
}
