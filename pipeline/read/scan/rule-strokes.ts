import type { GreyImage } from './grey-image.ts'

/** How long a level and an upright line is at least, in points. */
const [shortestLevel, shortestUpright] = [30, 14]
/** Fine lines come out grey: what is darker than this may be of one. */
export const greyInk = 190
/** A line may be interrupted for so many points: by dust, or by the raster of a fax. */
const gap = 0.7

/** A stretch of ink in one row or column of pixels: which, and from where to where. */
export type Stroke = { at: number; from: number; to: number }

/** The long stretches of ink in all rows and columns of an image. */
export function strokesOf({ width, height, pixels, dpi }: GreyImage): { level: Stroke[]; upright: Stroke[] } {
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
export type Strip = Stroke & { end: number; strokes: Stroke[] }

/** Strokes of neighbouring rows or columns that touch, put together. */
export function stripsOf(strokes: Stroke[], dpi: number): Strip[] {
  const hole = (gap * dpi) / 72
  const strips: Strip[] = []
  let open: Strip[] = []
  for (const stroke of strokes.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const { at, from, to } = stroke
    open = open.filter(({ end }) => end >= at)
    const touching = open.filter((strip) => strip.from <= to + hole && strip.to >= from - hole)
    const [strip, ...others] = touching
    if (strip === undefined) {
      const started = { at, end: at + 1, from, to, strokes: [stroke] }
      strips.push(started)
      open.push(started)
      continue
    }
    strip.end = at + 1
    for (const one of [{ at, from, to, strokes: [stroke] }, ...others]) {
      strip.at = Math.min(strip.at, one.at)
      strip.from = Math.min(strip.from, one.from)
      strip.to = Math.max(strip.to, one.to)
      strip.strokes.push(...one.strokes)
    }
    for (const other of others) {
      open.splice(open.indexOf(other), 1)
      strips.splice(strips.indexOf(other), 1)
    }
  }
  return strips
}
