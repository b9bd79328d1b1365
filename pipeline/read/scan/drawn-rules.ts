import { type Area, isUpright } from '../../../extractors/layout/words.ts'
import type { GreyImage } from './grey-image.ts'
import { greyInk, type Strip, type Stroke, stripsOf, strokesOf } from './rule-strokes.ts'

/** How thick a line is at most, in points. */
const thickest = 3
/** A line is crossed by letters at most over this share of its length; the foot of a row of letters is all crossed. */
const mostCrossed = 0.35
/** An upright line of nearly the page's height is a streak of the scanner or the edge of the paper. */
const wholePage = 0.93
/** Upright lines without level ones are at least so high, and end on the same height but for so much, in points. */
const [tall, sameHeight] = [60, 12]
/** An image with more pieces of lines than this is a drawing. */
const mostStrokes = 50_000

/** A straight line on an image, and the strokes that it is made of: as it may lean, they go over several rows of pixels. */
export type DrawnRule = Area & { strokes: Stroke[] }

/**
 * The straight lines on an image of a page, in its pixels: level ones, and the upright ones that meet them or
 * stand beside others of their kind, as those of a table do; other upright strokes may be letters of a large type.
 */
export function drawnRules(image: GreyImage): DrawnRule[] {
  const point = image.dpi / 72
  const { level, upright } = strokesOf(image)
  if (level.length + upright.length > mostStrokes) return []
  const isClear = (rule: DrawnRule) => crossedShare(rule, image) <= mostCrossed
  const thin = ({ at, end }: Strip) => end - at < thickest * point
  const lines = stripsOf(level, image.dpi)
    .filter(thin)
    .map(({ at, end, from, to, strokes }) => ({ left: from, top: at, right: to, bottom: end, strokes }))
    .filter(isClear)
  const meets = (area: Area) =>
    lines.some(
      (line) =>
        line.left < area.right + point &&
        line.right > area.left - point &&
        line.top < area.bottom + point &&
        line.bottom > area.top - point,
    )
  const sides = stripsOf(upright, image.dpi)
    .filter(thin)
    .map(({ at, end, from, to, strokes }) => ({ left: at, top: from, right: end, bottom: to, strokes }))
    .filter((rule) => rule.bottom - rule.top < wholePage * image.height && isClear(rule))
  // without level ones: several alike, far higher than letters
  const alike = (rule: Area) =>
    rule.bottom - rule.top > tall * point &&
    sides.filter(
      ({ top, bottom }) =>
        Math.abs(top - rule.top) < point * sameHeight && Math.abs(bottom - rule.bottom) < point * sameHeight,
    ).length >= 3
  return [...lines, ...sides.filter((rule) => meets(rule) || alike(rule))]
}

/** The image with lines wiped out, but for where letters cross them: Tesseract takes lines for letters. */
export function withoutRules(image: GreyImage, rules: DrawnRule[]): GreyImage {
  const wiped = { ...image, pixels: new Uint8Array(image.pixels) }
  // where lines cross, the one that is wiped out last is clear
  for (const rule of rules) crossedShare(rule, wiped, true)
  return wiped
}

/** The share of a line that letters cross. @param wipe whether to wipe out, in the image, where nothing else stands on it */
function crossedShare(rule: DrawnRule, image: GreyImage, wipe = false): number {
  const { width, height, pixels, dpi } = image
  const { isLevel, start, first, end } = courseOf(rule)
  const size = isLevel ? height : width
  const position = (place: number, across: number) =>
    isLevel ? across * width + start + place : (start + place) * width + across
  const inked = (place: number, across: number) =>
    across >= 0 && across < size && (pixels[position(place, across)] as number) < greyInk
  // the grey edge of a line
  const edge = Math.ceil(dpi / 150)
  let crossed = 0
  first.forEach((top, place) => {
    if (top < 0) return
    const [low, high] = [top - edge, (end[place] as number) + edge]
    // a single dark pixel is dust
    const above = inked(place, low - 1) && inked(place, low - 2)
    if (above || (inked(place, high) && inked(place, high + 1))) {
      crossed++
      return
    }
    if (!wipe) return
    for (let across = Math.max(0, low); across < Math.min(size, high); across++)
      pixels[position(place, across)] = 255
  })
  return crossed / first.length
}

/** Where a line stands at each place along it: its first row or column of pixels there and the one after its last. */
function courseOf({ left, top, right, bottom, strokes }: DrawnRule) {
  const isLevel = !isUpright({ left, top, right, bottom })
  const start = isLevel ? left : top
  const length = isLevel ? right - left : bottom - top
  const [first, end] = [new Int32Array(length).fill(-1), new Int32Array(length).fill(-1)]
  for (const { at, from, to } of strokes)
    for (let place = from - start; place < to - start; place++) {
      if (first[place] === -1 || (first[place] as number) > at) first[place] = at
      if ((end[place] as number) <= at) end[place] = at + 1
    }
  return { isLevel, start, first, end }
}
