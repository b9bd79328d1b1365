import type { Box } from '../../../schemas/page.ts'
import type { GreyImage } from './grey-image.ts'
import { inkPositions } from './skew.ts'

/** Quarters by which a page is turned clockwise. */
export type Turns = 0 | 1 | 2 | 3

/** An image turned clockwise. */
export function turnedImage(image: GreyImage, turns: Turns): GreyImage {
  if (turns === 0) return image
  const { width, height, pixels } = image
  const [across, down] = turns === 2 ? [width, height] : [height, width]
  const turned = new Uint8Array(pixels.length)
  for (let y = 0, to = 0; y < down; y++)
    for (let x = 0; x < across; x++, to++) {
      const [fromX, fromY] =
        turns === 1 ? [y, height - 1 - x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [width - 1 - y, x]
      turned[to] = pixels[fromY * width + fromX] as number
    }
  return { ...image, width: across, height: down, pixels: turned }
}

/** Where a box of the turned page stood before it was turned. */
export function boxBefore([left, top, right, bottom]: Box, turns: Turns): Box {
  const from = (value: number) => Math.round((1 - value) * 1e5) / 1e5
  if (turns === 1) return [top, from(right), bottom, from(left)]
  if (turns === 2) return [from(right), from(bottom), from(left), from(top)]
  return turns === 3 ? [from(bottom), left, from(top), right] : [left, top, right, bottom]
}

/** Whether the lines on a page run from top to bottom or up: its ink gathers in columns more than in rows. */
export function linesRunDown(image: GreyImage): boolean {
  const ink = inkPositions(image)
  return steps(ink, 0) > steps(ink, 1)
}

/** How much the counts of ink change from one column (`axis` 0) or row (1) to the next. */
function steps(ink: number[], axis: 0 | 1): number {
  const counts: number[] = []
  for (let at = axis; at < ink.length; at += 2) {
    const place = Math.round(ink[at] as number)
    counts[place] = (counts[place] ?? 0) + 1
  }
  let sum = 0
  for (let at = 1; at < counts.length; at++) sum += ((counts[at] ?? 0) - (counts[at - 1] ?? 0)) ** 2
  return sum
}
