import type { GreyImage } from '../../../../pipeline/read/scan/grey-image.ts'

/** A white page at 150 dpi: A4, or as told. */
export function whitePage(width = 1240, height = 1754): GreyImage {
  return { width, height, dpi: 150, pixels: new Uint8Array(width * height).fill(255) }
}

/** Draws a black box. */
export function draw(
  { width, pixels }: GreyImage,
  left: number,
  top: number,
  across: number,
  down: number,
): void {
  for (let y = top; y < top + down; y++) pixels.fill(0, y * width + left, y * width + left + across)
}

/** Draws a line of "letters": rings, since a letter is not filled. Gives the place of each. */
export function drawLetters(page: GreyImage, left: number, top: number, count: number, fall = 0): number[] {
  return Array.from({ length: count }, (_, at) => {
    const x = left + at * 14
    const y = Math.round(top + at * 14 * fall)
    draw(page, x, y, 10, 2)
    draw(page, x, y + 13, 10, 2)
    draw(page, x, y, 2, 15)
    draw(page, x + 8, y, 2, 15)
    return x
  })
}
