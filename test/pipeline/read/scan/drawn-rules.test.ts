import { describe, expect, it } from 'vitest'
import { drawnRules, withoutRules } from '../../../../pipeline/read/scan/drawn-rules.ts'
import { draw, drawLetters, whitePage } from './made-page.ts'

/** A table of two columns and two rows at 150 dpi, its lines two pixels thick. */
function table() {
  const page = whitePage(900, 600)
  for (const y of [100, 160, 220]) draw(page, 100, y, 602, 2)
  for (const x of [100, 300, 700]) draw(page, x, 100, 2, 122)
  drawLetters(page, 120, 120, 8)
  drawLetters(page, 320, 180, 20)
  return page
}
const shape = ({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }) =>
  right - left > bottom - top ? `level ${top}` : `upright ${left}`

describe('the lines of a table on an image', () => {
  it('are found, level and upright', () => {
    expect(drawnRules(table()).map(shape)).toEqual([
      'level 100',
      'level 160',
      'level 220',
      'upright 100',
      'upright 300',
      'upright 700',
    ])
  })

  it('are found where they lean, are grey, or broken by dust', () => {
    const page = whitePage(900, 300)
    for (let x = 100; x < 700; x++)
      page.pixels[(100 + Math.floor((x - 100) / 150)) * 900 + x] = x % 90 === 0 ? 255 : 160
    const rules = drawnRules(page)
    expect(rules).toHaveLength(1)
    expect(rules[0]).toMatchObject({ left: 100, top: 100, right: 700, bottom: 104 })
    expect(withoutRules(page, rules).pixels.every((value) => value === 255)).toBe(true)
  })

  it('are found where only the columns are parted', () => {
    const page = whitePage(900, 600)
    for (const x of [100, 300, 700]) draw(page, x, 100, 2, 220)
    expect(drawnRules(page).map(shape)).toEqual(['upright 100', 'upright 300', 'upright 700'])
  })

  it('are wiped out, and letters stay, also one that crosses a line', () => {
    const page = table()
    draw(page, 400, 150, 4, 25)
    const before = page.pixels.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0)
    const wiped = withoutRules(page, drawnRules(page))
    const dark = (x: number, y: number) => wiped.pixels[y * 900 + x] === 0
    expect([dark(200, 100), dark(300, 130), dark(300, 160), dark(500, 161)]).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect([dark(401, 155), dark(401, 160), dark(401, 170), dark(121, 120)]).toEqual([true, true, true, true])
    expect(before).toBeGreaterThan(3000)
    expect(drawnRules(wiped)).toEqual([])
  })
})

describe('what is no line', () => {
  it('letters, a thick bar, a short stroke, an upright stroke that meets none', () => {
    const page = whitePage(900, 600)
    for (let line = 0; line < 10; line++) drawLetters(page, 60, 40 + line * 30, 55)
    draw(page, 100, 400, 500, 12)
    draw(page, 100, 450, 40, 2)
    draw(page, 800, 300, 2, 200)
    expect(drawnRules(page)).toEqual([])
  })

  it('the foot of letters that touch each other', () => {
    const page = whitePage(900, 200)
    for (let at = 0; at < 30; at++) draw(page, 100 + at * 14, 100, 11, 14)
    draw(page, 100, 113, 420, 2)
    expect(drawnRules(page)).toEqual([])
  })

  it('the edge of the paper, from top to bottom', () => {
    const page = table()
    draw(page, 702, 0, 2, 600)
    expect(drawnRules(page).map(shape)).not.toContain('upright 702')
  })

  it('an empty page has none', () => expect(drawnRules(whitePage(20, 20))).toEqual([]))
})
