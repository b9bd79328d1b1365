/** A page as grey values, row by row from the top left; 0 is black. `dpi` is what the page's size in points makes of it. */
export type GreyImage = { width: number; height: number; pixels: Uint8Array; dpi: number }

/** A page has at most this many pixels when it is read: A3 at 300 dpi. */
export const mostPixels = 18e6

/** The image as a binary PGM file, the form that needs no encoder and no decoder. */
export function toPgm({ width, height, pixels }: GreyImage): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  return Buffer.concat([head, pixels])
}

/** Grey values of canvas pixels (four bytes each: red, green, blue, opacity), by how bright the eye sees a colour. */
export function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const pixels = new Uint8Array(rgba.length / 4)
  for (let at = 0, from = 0; at < pixels.length; at++, from += 4)
    pixels[at] =
      ((rgba[from] as number) * 77 + (rgba[from + 1] as number) * 151 + (rgba[from + 2] as number) * 28) >> 8
  return pixels
}

/** What is darker than this on a cleaned image is ink. */
export const inkLevel = 128

/** Whether there is as much ink on a cleaned page as one small letter takes. */
export function hasInk({ pixels, dpi }: GreyImage): boolean {
  let left = (dpi / 30) ** 2
  for (const value of pixels) if (value < inkLevel && --left < 0) return true
  return false
}

/** Whether a column of pixels has ink between two rows. */
export function inkBelow({ width, height, pixels }: GreyImage, x: number, y0: number, y1: number): boolean {
  for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
    if ((pixels[y * width + x] as number) < inkLevel) return true
  return false
}
