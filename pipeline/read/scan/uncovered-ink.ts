import { type GreyImage, inkLevel } from './grey-image.ts'
import type { FoundBlock } from './page-words.ts'

type Shape = { left: number; top: number; right: number; bottom: number; ink: number; covered: number }

/**
 * The share of a page's letters (0 to 1) that no word covers: text that was not read. What has not the size of a
 * letter counts neither way: specks, lines, pictures, the dark edge of a copy. Tesseract is silent about paragraphs
 * that it drops; this tells.
 */
export function uncoveredInk(image: GreyImage, blocks: FoundBlock[]): number {
  const half = halved(image)
  const cover = coverOf(half, blocks)
  let [all, uncovered] = [0, 0]
  for (const shape of shapesOf(half, cover)) {
    if (!isLetter(shape, half.dpi)) continue
    all += shape.ink
    if (shape.covered < shape.ink * 0.3) uncovered += shape.ink
  }
  return all === 0 ? 0 : uncovered / all
}

/** Half of 300 dpi is enough to count letters. A pixel is as dark as the darkest of its four. */
function halved({ width, height, pixels, dpi }: GreyImage): GreyImage {
  const [across, down] = [width >> 1, height >> 1]
  const half = new Uint8Array(across * down)
  for (let y = 0, to = 0; y < down; y++)
    for (let x = 0, at = 2 * y * width; x < across; x++, at += 2, to++)
      half[to] = Math.min(
        pixels[at] as number,
        pixels[at + 1] as number,
        pixels[at + width] as number,
        pixels[at + width + 1] as number,
      )
  return { width: across, height: down, pixels: half, dpi: dpi / 2 }
}

/** 1 where a word stands. */
function coverOf({ width, height }: GreyImage, blocks: FoundBlock[]): Uint8Array {
  const cover = new Uint8Array(width * height)
  const words = blocks.flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((line) => line.words)),
  )
  for (const { bbox } of words) {
    const [left, right] = [Math.max(0, (bbox.x0 >> 1) - 2), Math.min(width, (bbox.x1 >> 1) + 3)]
    const [top, bottom] = [Math.max(0, (bbox.y0 >> 1) - 2), Math.min(height, (bbox.y1 >> 1) + 3)]
    for (let y = top; y < bottom; y++) cover.fill(1, y * width + left, y * width + right)
  }
  return cover
}

/** A letter of 5 to 30 points is 2 to 22 points high; two that touch are wider. */
function isLetter({ left, top, right, bottom, ink }: Shape, dpi: number): boolean {
  const points = 72 / dpi
  const [width, height] = [(right - left + 1) * points, (bottom - top + 1) * points]
  const filled = (ink * points * points) / (width * height)
  return (
    height >= 2.5 && height <= 22 && width >= 0.8 && width <= 6 * height && filled > 0.15 && filled < 0.95
  )
}

/** The shapes of ink that hang together, found row by row. */
function shapesOf({ width, height, pixels }: GreyImage, cover: Uint8Array): Shape[] {
  const shapes: Shape[] = []
  const parents: number[] = []
  const rootOf = (label: number): number => {
    let root = label
    while (parents[root] !== root) root = parents[root] as number
    parents[label] = root
    return root
  }
  const join = (a: number, b: number): number => {
    const [first, second] = [rootOf(a), rootOf(b)]
    if (first === second) return first
    parents[second] = first
    const [into, from] = [shapes[first] as Shape, shapes[second] as Shape]
    into.left = Math.min(into.left, from.left)
    into.top = Math.min(into.top, from.top)
    into.right = Math.max(into.right, from.right)
    into.bottom = Math.max(into.bottom, from.bottom)
    into.ink += from.ink
    into.covered += from.covered
    return first
  }
  const labels = new Int32Array(width * height).fill(-1)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if ((pixels[at] as number) >= inkLevel) continue
      let label = x > 0 ? (labels[at - 1] as number) : -1
      for (let above = y > 0 ? Math.max(0, x - 1) : width; above <= Math.min(width - 1, x + 1); above++) {
        const other = labels[at - x - width + above] as number
        if (other >= 0) label = label < 0 ? other : join(label, other)
      }
      if (label < 0) {
        label = shapes.length
        parents.push(label)
        shapes.push({ left: x, top: y, right: x, bottom: y, ink: 0, covered: 0 })
      }
      label = rootOf(label)
      labels[at] = label
      const shape = shapes[label] as Shape
      shape.left = Math.min(shape.left, x)
      shape.right = Math.max(shape.right, x)
      shape.bottom = y
      shape.ink++
      shape.covered += cover[at] as number
    }
  return shapes.filter((_, label) => parents[label] === label)
}
