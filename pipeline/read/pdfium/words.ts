import type { LayoutWord } from '../../../extractors/layout/words.ts'
import { ascent, descent, farthest, plainHyphens } from '../pdf-words.ts'
import type { TakeGlyph, Type } from './glyphs.ts'

/** Characters that are seen as others: ligatures, signs that are letters. @source `normalizeUnicode` of pdf.js */
const compatible = /[\u00b5\u037e\u0eb3\u2126\ufb00-\ufb04\ufb06]/g
/** Marks of format, which nobody sees: soft hyphens among them. */
const invisible = /\p{Cf}/gu
/** Text without these holds none of either. */
const rare = /\u00ad|\u00b5|[\u0370-\uffff]/
const white = /\s/
const isWhite = (code: number): boolean =>
  code <= 32 || (code > 126 && white.test(String.fromCodePoint(code)))

/** A gap of this share of the type's size is white space; what stands farther off, or back, begins something else. */
const spaceGap = 0.102
const farGap = 0.6

/** A word of which more characters may come, in the page's own coordinates. */
type Open = {
  text: string
  left: number
  right: number
  baseline: number
  type: Type
  /** Where the last character begins. */
  last: number
  joinsLeft: boolean
}

/** Puts characters together to words, in the coordinates of a page that is looked at. @param corner its top left in its own */
export function wordCollector(corner: { left: number; top: number }) {
  const words: LayoutWord[] = []
  let open: Open | null = null
  let joinsLeft = false
  const end = (joinsRight: boolean): void => {
    const word = open && wordOf(open, corner, joinsRight)
    if (word && isOnPage(word)) words.push(word)
    open = null
    joinsLeft = joinsRight
  }
  const take: TakeGlyph = (code, left, right, baseline, type) => {
    if (isWhite(code)) return end(false)
    const text = String.fromCodePoint(code)
    const step = open && stepTo(open, left, baseline, type)
    if (open && step === 'goes on') {
      open.text += text
      open.right = right
      open.last = left
      return
    }
    if (step) end(step === 'apart')
    open = { text, left, right, baseline, type, last: left, joinsLeft }
  }
  return {
    take,
    words: (): LayoutWord[] => {
      end(false)
      return words
    },
  }
}

const isOnPage = ({ text, left, right, baseline }: LayoutWord): boolean =>
  text !== '' && Math.max(Math.abs(left), Math.abs(right), Math.abs(baseline)) <= farthest

/** How a character stands after a word: `apart` says nothing about white space between them. */
function stepTo(open: Open, left: number, baseline: number, type: Type): 'goes on' | 'space' | 'apart' {
  // of two letters in one
  if (left === open.last && baseline === open.baseline) return 'goes on'
  const { size, style } = open.type
  const gap = left - open.right
  if (Math.abs(baseline - open.baseline) > 0.1 * size || Math.abs(gap) > farGap * size) return 'apart'
  if (gap > spaceGap * size) return 'space'
  return type === open.type || (type.size === size && type.style === style) ? 'goes on' : 'apart'
}

function wordOf(open: Open, corner: { left: number; top: number }, joinsRight: boolean): LayoutWord {
  const { size, style } = open.type
  const baseline = corner.top - open.baseline
  return {
    text: rare.test(open.text)
      ? plainHyphens(open.text.replace(invisible, '').replace(compatible, (sign) => sign.normalize('NFKC')))
      : open.text,
    left: open.left - corner.left,
    top: baseline - size * ascent,
    right: open.right - corner.left,
    bottom: baseline + size * descent,
    baseline,
    size,
    style,
    joinsLeft: open.joinsLeft,
    joinsRight,
  }
}
