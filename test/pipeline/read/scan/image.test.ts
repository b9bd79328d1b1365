import { describe, expect, it, test } from 'vitest'
import { cleanImage, enlarged, flattened, stretched } from '../../../../pipeline/read/scan/clean-image.ts'
import { greyOf, hasInk, toPgm } from '../../../../pipeline/read/scan/grey-image.ts'
import type { FoundBlock } from '../../../../pipeline/read/scan/page-words.ts'
import { boxAskew, levelled, skewOf } from '../../../../pipeline/read/scan/skew.ts'
import { uncoveredInk } from '../../../../pipeline/read/scan/uncovered-ink.ts'
import { draw, drawLetters, whitePage } from './made-page.ts'

test('grey by brightness, written as PGM', () => {
  expect([...greyOf(Uint8ClampedArray.of(255, 255, 255, 255, 0, 0, 0, 255, 255, 0, 0, 255))]).toEqual([
    255, 0, 76,
  ])
  const pgm = toPgm({ width: 2, height: 1, pixels: Uint8Array.of(7, 8), dpi: 300 })
  expect(Buffer.from(pgm).toString('latin1')).toBe('P5\n2 1\n255\n\x07\x08')
})

describe('cleaning', () => {
  it('a shadow over half the page goes, the letters in it stay', () => {
    const page = whitePage(600, 400)
    for (let y = 0; y < 400; y++) page.pixels.fill(110, y * 600, y * 600 + 300)
    drawLetters(page, 100, 100, 10)
    drawLetters(page, 400, 100, 10)
    const clean = stretched(flattened(page))
    const at = (x: number, y: number) => clean.pixels[y * 600 + x] as number
    expect([at(50, 300), at(550, 300)].every((paper) => paper > 230)).toBe(true)
    expect([at(101, 101), at(401, 101)].every((ink) => ink < 60)).toBe(true)
  })

  it('a page without ink stays as it is', () => {
    expect(stretched(whitePage(20, 20)).pixels.every((value) => value === 255)).toBe(true)
  })

  it('on a page with few words the grain of the paper does not become ink', () => {
    const page = whitePage(600, 400)
    page.pixels.forEach((_, at) => {
      page.pixels[at] = 238 - ((at * 7919) % 24)
    })
    expect(stretched(page).pixels.every((value) => value > 200)).toBe(true)
    drawLetters(page, 100, 100, 10)
    const clean = stretched(page).pixels
    expect(clean[101 * 600 + 101]).toBe(0)
    expect(clean.filter((value) => value < 128)).toHaveLength(
      page.pixels.filter((value) => value === 0).length,
    )
  })

  it('a coarse page is enlarged to 300 dpi, a fine one is not', () => {
    expect(cleanImage(whitePage(100, 50))).toMatchObject({ width: 200, height: 100, dpi: 300 })
    expect(cleanImage({ ...whitePage(100, 50), dpi: 300 })).toMatchObject({
      width: 100,
      height: 50,
      dpi: 300,
    })
  })

  it('new pixels lie between the old', () => {
    const two = { width: 2, height: 1, pixels: Uint8Array.of(0, 200), dpi: 100 }
    expect([...enlarged(two, 2).pixels]).toEqual([0, 50, 150, 200, 0, 50, 150, 200])
  })
})

describe('skew', () => {
  const leaning = (fall: number) => {
    const page = whitePage()
    for (let line = 0; line < 20; line++) drawLetters(page, 150, 200 + line * 50, 60, fall)
    return page
  }

  it.each([-2, -0.5, 0, 0.7, 3])('%d degrees are found and taken out', (degrees) => {
    const page = leaning(Math.tan((degrees * Math.PI) / 180))
    const skew = skewOf(page)
    expect(Math.abs(skew - degrees)).toBeLessThan(0.15)
    expect(Math.abs(skewOf(levelled(page, skew)))).toBeLessThan(0.2)
  })

  it('a page without lines is not turned', () => expect(skewOf(whitePage())).toBe(0))

  it('boxes of the levelled page are led back', () => {
    const box = boxAskew([0.1, 0.49, 0.2, 0.51], 2, 0.7)
    // lines fall to the right: what stands left of the middle stands higher on the page than on the levelled one
    expect(box[1]).toBeCloseTo(0.49 - 0.35 * 0.7 * Math.tan((2 * Math.PI) / 180), 3)
    expect(boxAskew([0.1, 0.2, 0.3, 0.4], 0, 0.7)).toEqual([0.1, 0.2, 0.3, 0.4])
  })
})

describe('ink that no word covers', () => {
  const covering = (x0: number, y0: number, x1: number, y1: number): FoundBlock[] => {
    const word = { text: 'ord', confidence: 90, bbox: { x0, y0, x1, y1 } }
    const rowAttributes = { rowHeight: 20, ascenders: 4, descenders: 4 }
    const line = { words: [word], baseline: { x0, y0: y1, x1, y1 }, rowAttributes }
    return [{ paragraphs: [{ lines: [line] }] }]
  }
  const page = whitePage(600, 300)
  drawLetters(page, 50, 50, 20)
  drawLetters(page, 50, 150, 20)

  it('counts letters by their ink', () => {
    expect(uncoveredInk(page, covering(45, 45, 340, 70))).toBeCloseTo(0.5)
    expect(uncoveredInk(page, covering(45, 45, 340, 170))).toBe(0)
    expect(uncoveredInk(page, [])).toBe(1)
  })

  it('lines, specks and black edges are no letters', () => {
    const other = whitePage(600, 300)
    draw(other, 0, 0, 600, 2)
    draw(other, 0, 0, 40, 300)
    draw(other, 300, 200, 2, 2)
    expect(uncoveredInk(other, [])).toBe(0)
  })

  it('is there from one letter on, not for a speck', () => {
    expect(hasInk(whitePage(600, 300))).toBe(false)
    const speck = whitePage(600, 300)
    draw(speck, 100, 100, 3, 3)
    expect(hasInk(speck)).toBe(false)
    drawLetters(speck, 50, 50, 1)
    expect(hasInk(speck)).toBe(true)
  })

  it('an empty page has none', () => expect(uncoveredInk(whitePage(60, 30), [])).toBe(0))
})
