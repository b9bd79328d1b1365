import type { Pdfium } from './engine.ts'

/** The type that a stretch of text is set in, as `LayoutWord` has it. */
export type Type = { size: number; style: string }
/**
 * Takes a character: its number in Unicode and its place in the page's own coordinates, y upwards. White space has a
 * place too. There are thousands on a page, so none becomes an object.
 */
export type TakeGlyph = (code: number, left: number, right: number, baseline: number, type: Type) => void

/** How PDFium marks a hyphen at the end of a line. */
const lineEndHyphen = 2

/**
 * Hands out the characters of a page's text, as they were drawn.
 * @returns false where some are turned, run from right to left or are not known
 */
export function readGlyphs(pdfium: Pdfium, text: number, take: TakeGlyph): boolean {
  const { call, returned } = pdfium
  const count = call.FPDFText_CountChars(text)
  let object = 0
  let type: Type | null = null
  let floats = new Float32Array(0)
  let doubles = new Float64Array(0)
  for (let at = 0; at < count; at++) {
    const code = call.FPDFText_GetUnicode(text, at)
    // spaces and line ends that PDFium put in between
    if (code <= 32 && code !== lineEndHyphen && call.FPDFText_IsGenerated(text, at) === 1) continue
    if (code === 0 || isRightToLeft(code) || call.FPDFText_HasUnicodeMapError(text, at) !== 0) return false
    const drawn = call.FPDFText_GetTextObject(text, at)
    if (drawn !== object) {
      object = drawn
      type = typeOf(pdfium, text, at, object)
    }
    if (type === null) return false
    call.FPDFText_GetCharOrigin(text, at, returned, returned + 8)
    call.FPDFText_GetLooseCharBox(text, at, returned + 16)
    // at first, and when the memory has grown
    if (floats.length === 0) {
      floats = new Float32Array(call.memory.buffer, returned, 8)
      doubles = new Float64Array(call.memory.buffer, returned, 2)
    }
    const [left, right, baseline] = [floats[4] as number, floats[6] as number, doubles[1] as number]
    take(code === lineEndHyphen ? 45 : code, left, right, baseline, type)
  }
  return true
}

/** Hebrew, Arabic and their neighbours. */
const isRightToLeft = (code: number): boolean => code >= 0x590 && code <= 0x8ff

/** The type of a text object's characters. @returns null when they do not stand level */
function typeOf({ call, returned }: Pdfium, text: number, at: number, object: number): Type | null {
  if (object === 0 || call.FPDFText_GetMatrix(text, at, returned) === 0) return null
  const [a, b, c, d] = new Float32Array(call.memory.buffer, returned, 4) as unknown as Corners
  if (a <= 0 || d <= 0 || b !== 0) return null
  const size = call.FPDFText_GetFontSize(text, at) * Math.hypot(c, d)
  return size > 0 ? { size, style: String(call.FPDFTextObj_GetFont(object)) } : null
}

type Corners = [a: number, b: number, c: number, d: number]
