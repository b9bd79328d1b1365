import type { Area } from '../../../extractors/layout/words.ts'
import type { GreyImage } from './grey-image.ts'

/** How long a level and an upright line is at least and how thick at most, in points. */
const [shortestLevel, shortestUpright, thickest] = [30, 14, 3]
/** Fine lines come out grey: what is darker than this may be of one. */
const greyInk = 190
/** A line is crossed by letters at most over this share of its length; the foot of a row of letters is all crossed. */
const mostCrossed = 0.35
/** A line may be interrupted for so many points: by dust, or by the raster of a fax. */
const gap = 0.7
/** An upright line of nearly the page's height is a streak of the scanner or the edge of the paper. */
const wholePage = 0.93
/** An image with more pieces of lines than this is a drawing. */
const mostStrokes = 50_000

/** A stretch of ink in one row or column of pixels: which, and from where to where. */
type Stroke = { at: number; from: number; to: number }

/**
 * The straight lines on an image of a page, in its pixels: level ones, and the upright ones that meet them, as those of
 * a table do; other upright strokes may be letters of a large type.
 */
export function drawnRules(image: GreyImage): Area[] {
  const point = image.dpi / 72
  const { level, upright } = strokesOf(image)
  if (level.length + upright.length > mostStrokes) return []
  const isClear = (area: Area) => clearOf(area, image).crossed <= mostCrossed
  const thin = ({ at, end }: Strip) => end - at < thickest * point
  const lines = stripsOf(level, gap * point)
    .filter(thin)
    .map(({ at, end, from, to }) => ({ left: from, top: at, right: to, bottom: end }))
    .filter(isClear)
  const meets = (area: Area) =>
    lines.some(
      (line) =>
        line.left < area.right + point &&
        line.right > area.left - point &&
        line.top < area.bottom + point &&
        line.bottom > area.top - point,
    )
  const sides = stripsOf(upright, gap * point)
    .filter(thin)
    .map(({ at, end, from, to }) => ({ left: at, top: from, right: end, bottom: to }))
    .filter((area) => area.bottom - area.top < wholePage * image.height && isClear(area) && meets(area))
  return [...lines, ...sides]
}

/** The long stretches of ink in all rows and columns of an image. */
function strokesOf({ width, height, pixels, dpi }: GreyImage): { level: Stroke[]; upright: Stroke[] } {
  const [level, upright]: [Stroke[], Stroke[]] = [[], []]
  const point = dpi / 72
  const [least, leastUp, hole] = [shortestLevel * point, shortestUpright * point, Math.ceil(gap * point)]
  // where the stretch in each column begins, and where its last ink is
  const first = new Int32Array(width).fill(-1)
  const last = new Int32Array(width).fill(-1)
  for (let y = 0, position = 0; y < height; y++) {
    let [from, to] = [-1, -1]
    for (let x = 0; x < width; x++, position++) {
      if ((pixels[position] as number) >= greyInk) continue
      if (x - to > hole || from < 0) {
        if (from >= 0 && to + 1 - from >= least) level.push({ at: y, from, to: to + 1 })
        from = x
      }
      to = x
      const [start, end] = [first[x] as number, last[x] as number]
      if (start < 0 || y - end > hole) {
        if (start >= 0 && end + 1 - start >= leastUp) upright.push({ at: x, from: start, to: end + 1 })
        first[x] = y
      }
      last[x] = y
    }
    if (from >= 0 && to + 1 - from >= least) level.push({ at: y, from, to: to + 1 })
  }
  first.forEach((start, x) => {
    const end = last[x] as number
    if (start >= 0 && end + 1 - start >= leastUp) upright.push({ at: x, from: start, to: end + 1 })
  })
  return { level, upright }
}

/** Strokes side by side: from row or column `at` to before `end`. */
type Strip = Stroke & { end: number }

/** Strokes of neighbouring rows or columns that touch, put together: what leans a little goes over several. */
function stripsOf(strokes: Stroke[], hole: number): Strip[] {
  const strips: Strip[] = []
  let open: Strip[] = []
  for (const { at, from, to } of strokes.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    open = open.filter(({ end }) => end >= at)
    const touching = open.filter((strip) => strip.from <= to + hole && strip.to >= from - hole)
    const [strip, ...others] = touching
    if (strip === undefined) {
      const started = { at, end: at + 1, from, to }
      strips.push(started)
      open.push(started)
      continue
    }
    for (const one of [{ at, from, to }, ...others]) {
      strip.at = Math.min(strip.at, one.at)
      strip.from = Math.min(strip.from, one.from)
      strip.to = Math.max(strip.to, one.to)
    }
    strip.end = at + 1
    for (const other of others) {
      open.splice(open.indexOf(other), 1)
      strips.splice(strips.indexOf(other), 1)
    }
  }
  return strips
}

/** What of a line is clear: the places along it where nothing but the line itself stands, and how many are crossed. */
function clearOf({ left, top, right, bottom }: Area, { width, height, pixels, dpi }: GreyImage) {
  const isLevel = right - left > bottom - top
  const [along, across] = isLevel ? [1, width] : [width, 1]
  const [from, to] = isLevel ? [left, right] : [top, bottom]
  const [low, high] = isLevel ? [top, bottom] : [left, right]
  const size = isLevel ? height : width
  // the grey edge of a line
  const edge = Math.ceil(dpi / 150)
  const [lowest, highest] = [Math.max(0, low - edge), Math.min(size, high + edge)]
  const clear: number[] = []
  for (let at = from; at < to; at++) {
    const inked = (place: number) =>
      place >= 0 && place < size && (pixels[at * along + place * across] as number) < greyInk
    // a single dark pixel is dust
    const crossed = (inked(lowest - 1) && inked(lowest - 2)) || (inked(highest) && inked(highest + 1))
    if (!crossed) clear.push(at * along)
  }
  return { clear, crossed: 1 - clear.length / (to - from), across, lowest, highest }
}

/** The image with lines wiped out, but for where letters cross them: Tesseract takes lines for letters. */
export function withoutRules(image: GreyImage, rules: Area[]): GreyImage {
  const pixels = new Uint8Array(image.pixels)
  const wiped = { ...image, pixels }
  for (const rule of rules) {
    // where lines cross, the one that is wiped out last is clear
    const { clear, across, lowest, highest } = clearOf(rule, wiped)
    for (const at of clear)
      for (let place = lowest; place < highest; place++) pixels[at + place * across] = 255
  }
  return wiped
}
