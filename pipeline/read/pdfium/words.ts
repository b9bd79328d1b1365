import type { LayoutWord } from '../../../extractors/layout/words.ts'
import { ascent, descent, farthest } from '../pdf-words.ts'
import type { Glyph } from './glyphs.ts'

/** Characters that are seen as others: ligatures, signs that are letters. @source `normalizeUnicode` of pdf.js */
const compatible = /[\u00b5\u037e\u0eb3\u2126\ufb00-\ufb04\ufb06]/g
/** Marks of format, which nobody sees: soft hyphens among them. */
const invisible = /\p{Cf}/gu
const white = /\s/
const isWhite = (code: number): boolean =>
  code <= 32 || (code > 126 && white.test(String.fromCodePoint(code)))

/** A gap of this share of the type's size is white space; what stands farther off, or back, begins something else. */
const spaceGap = 0.102
const farGap = 0.6

/** The words of a page in the coordinates of one that is looked at. @param corner the page's top left in its own */
export function wordsOfGlyphs(glyphs: Glyph[], corner: { left: number; top: number }): LayoutWord[] {
  const words: LayoutWord[] = []
  let open: Glyph[] = []
  let joinsLeft = false
  const end = (joinsRight: boolean) => {
    const word = wordOf(open, corner, joinsLeft, joinsRight)
    if (word.text !== '' && isOnPage(word)) words.push(word)
    open = []
    joinsLeft = joinsRight
  }
  for (const glyph of glyphs) {
    const before = open.at(-1)
    if (isWhite(glyph.code)) {
      if (before) end(false)
      joinsLeft = false
      continue
    }
    const step = before ? stepTo(before, glyph) : 'goes on'
    if (step !== 'goes on') end(step === 'apart')
    open.push(glyph)
  }
  if (open.length > 0) end(false)
  return words
}

const isOnPage = ({ left, right, baseline }: LayoutWord): boolean =>
  [left, right, baseline].every((number) => Math.abs(number) <= farthest)

/** How a character stands after the one before it: `apart` says nothing about white space between them. */
function stepTo(before: Glyph, { left, baseline, type }: Glyph): 'goes on' | 'space' | 'apart' {
  // of two letters in one
  if (left === before.left && baseline === before.baseline) return 'goes on'
  const { size } = before.type
  const gap = left - before.right
  if (Math.abs(baseline - before.baseline) > 0.1 * size || Math.abs(gap) > farGap * size) return 'apart'
  if (gap > spaceGap * size) return 'space'
  return type === before.type || (type.size === size && type.style === before.type.style)
    ? 'goes on'
    : 'apart'
}

function wordOf(
  glyphs: Glyph[],
  corner: { left: number; top: number },
  joinsLeft: boolean,
  joinsRight: boolean,
): LayoutWord {
  const [first, last] = [glyphs[0] as Glyph, glyphs.at(-1) as Glyph]
  const { size, style } = first.type
  const baseline = corner.top - first.baseline
  const text = String.fromCodePoint(...glyphs.map(({ code }) => code))
  return {
    text: text.replace(invisible, '').replace(compatible, (sign) => sign.normalize('NFKC')),
    left: first.left - corner.left,
    top: baseline - size * ascent,
    right: last.right - corner.left,
    bottom: baseline + size * descent,
    baseline,
    size,
    style,
    joinsLeft,
    joinsRight,
  }
}
