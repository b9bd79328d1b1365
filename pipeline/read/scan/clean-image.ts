import { type GreyImage, mostPixels } from './grey-image.ts'

/** Tesseract reads best where a line of type is 30 to 40 pixels high: 300 dpi. */
const readingDpi = 300

/**
 * A page made easy to read: shadows and grey paper are divided away by the local mean, the greys are stretched so
 * that paper is white and ink is black, and a coarse image is enlarged to 300 dpi and smoothed.
 */
export function cleanImage(image: GreyImage): GreyImage {
  const flat = stretched(flattened(image))
  const most = Math.sqrt(mostPixels / (image.width * image.height))
  const factor = Math.min(readingDpi / image.dpi, most)
  return factor > 1.15 ? smoothed(enlarged(flat, factor)) : flat
}

/** Each pixel in proportion to the mean of the half inch around it. */
export function flattened(image: GreyImage): GreyImage {
  const { width, height, pixels, dpi } = image
  const means = localMeans(image, Math.max(4, Math.round(dpi * 0.25)))
  const flat = new Uint8Array(width * height)
  for (let at = 0; at < flat.length; at++)
    flat[at] = Math.min(255, ((pixels[at] as number) * 235) / Math.max(1, means[at] as number))
  return { ...image, pixels: flat }
}

/** The mean of the square of `radius` pixels around each pixel, as far as it lies in the image. */
function localMeans({ width, height, pixels }: GreyImage, radius: number): Uint8Array {
  const columns = new Uint32Array(width)
  const means = new Uint8Array(width * height)
  const add = (row: number, sign: 1 | -1) => {
    if (row < 0 || row >= height) return
    for (let x = 0, at = row * width; x < width; x++, at++)
      columns[x] = (columns[x] as number) + sign * (pixels[at] as number)
  }
  for (let row = 0; row < radius; row++) add(row, 1)
  for (let y = 0; y < height; y++) {
    add(y + radius, 1)
    add(y - radius - 1, -1)
    const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1
    let sum = 0
    for (let x = 0; x < Math.min(radius, width); x++) sum += columns[x] as number
    for (let x = 0; x < width; x++) {
      if (x + radius < width) sum += columns[x + radius] as number
      if (x - radius - 1 >= 0) sum -= columns[x - radius - 1] as number
      const across = Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1
      means[y * width + x] = sum / (rows * across)
    }
  }
  return means
}

/** How many times as far from the paper's grey as its grain usually is, ink lies at least. */
const beyondGrain = 5

/** Ink is at least this part as far from the paper's grey as the darkest ink of the page. */
const partOfInk = 0.3
/** So many times as far as it usually is, hardly any grain lies. */
const grainAround = 4

/** Of which share of the pixels, the darkest, the grey is looked at, and how much darker than paper ink is there at least. */
const inkShares = [
  [0.01, 10],
  [0.001, 40],
  [0.0001, 60],
] as const

/**
 * The greys spread so that ink is black and the brighter half, which is paper, white. Ink is the darkest hundredth; where
 * few words stand that is the grain of the paper, and the darkest thousandth tells, or tenth of it. An empty page stays as
 * it is.
 */
export function stretched(image: GreyImage): GreyImage {
  const counts = new Uint32Array(256)
  for (const value of image.pixels) counts[value] = (counts[value] as number) + 1
  const darkest = (share: number) => percentile(counts, image.pixels.length * share)
  const white = darkest(0.5)
  // a quarter of all that varies as grain does lies so far below the middle
  const grain = (white - darkest(0.25)) / 0.67
  const deepest = (white - darkest(0.0001)) * partOfInk
  const [share] =
    inkShares.find(
      ([part, least]) => white - darkest(part) >= Math.max(least, beyondGrain * grain, deepest),
    ) ?? []
  if (share === undefined) return image
  const black = darkest(share)
  // where there is little ink, grain that is left grey takes the recogniser a minute
  const paper = share === inkShares[0][0] ? white : white - grainAround * grain
  const scale = Uint8ClampedArray.from(counts, (_, value) => ((value - black) * 255) / (paper - black))
  return { ...image, pixels: image.pixels.map((value) => scale[value] as number) }
}

function percentile(counts: Uint32Array, pixels: number): number {
  let seen = 0
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value] as number
    if (seen >= pixels) return value
  }
  return 255
}

/** The image enlarged by `factor`, the new pixels on a straight line between the old. */
export function enlarged(image: GreyImage, factor: number): GreyImage {
  const columns = between(image.width, factor)
  const rows = between(image.height, factor)
  const [width, height] = [columns.first.length, rows.first.length]
  const pixels = new Uint8Array(width * height)
  for (let y = 0, to = 0; y < height; y++) {
    const top = (rows.first[y] as number) * image.width
    const bottom = (rows.second[y] as number) * image.width
    const down = rows.share[y] as number
    for (let x = 0; x < width; x++, to++) {
      const left = columns.first[x] as number
      const right = columns.second[x] as number
      const across = columns.share[x] as number
      const upper = mixed(image.pixels[top + left] as number, image.pixels[top + right] as number, across)
      const lower = mixed(
        image.pixels[bottom + left] as number,
        image.pixels[bottom + right] as number,
        across,
      )
      pixels[to] = mixed(upper, lower, down)
    }
  }
  return { width, height, pixels, dpi: image.dpi * factor }
}

const mixed = (a: number, b: number, share: number): number => a + (b - a) * share

/** Between which two of `size` old pixels the centre of each new one lies, and how far towards the second. */
function between(size: number, factor: number) {
  const length = Math.round(size * factor)
  const [first, second, share] = [new Int32Array(length), new Int32Array(length), new Float32Array(length)]
  for (let at = 0; at < length; at++) {
    const exact = Math.min(size - 1, Math.max(0, (at + 0.5) / factor - 0.5))
    first[at] = Math.floor(exact)
    second[at] = Math.min(size - 1, Math.floor(exact) + 1)
    share[at] = exact - Math.floor(exact)
  }
  return { first, second, share }
}

/** Each pixel mixed with the eight around it, the nearer the more; takes the steps out of enlarged letters. */
export function smoothed(image: GreyImage): GreyImage {
  const { width, height, pixels } = image
  const smooth = new Uint8Array(pixels)
  const at = (position: number) => pixels[position] as number
  const across = (position: number) => at(position - 1) + 2 * at(position) + at(position + 1)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, here = y * width + 1; x < width - 1; x++, here++)
      smooth[here] = (across(here - width) + 2 * across(here) + across(here + width)) >> 4
  return { ...image, pixels: smooth }
}
