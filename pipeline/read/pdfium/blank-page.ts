import type { Pdfium } from './engine.ts'

/** @source fpdf_edit.h */
const textObject = 1

/**
 * Whether nothing is to be seen on a page of which no word was read: nothing is drawn on it but white space, and no
 * stamp or note lies on it. What is drawn there, if only a picture of an empty sheet, is looked at.
 */
export function isBlank(pdfium: Pdfium, page: number): boolean {
  const { call } = pdfium
  if (call.FPDFPage_GetAnnotCount(page) !== 0) return false
  const count = call.FPDFPage_CountObjects(page)
  for (let at = 0; at < count; at++)
    if (!isWhiteSpace(pdfium, call.FPDFPage_GetObject(page, at))) return false
  return true
}

/** Spaces have no outline, so however many stand in a row take up no height. */
function isWhiteSpace({ call, returned }: Pdfium, object: number): boolean {
  if (call.FPDFPageObj_GetType(object) !== textObject) return false
  if (call.FPDFPageObj_GetBounds(object, returned, returned + 4, returned + 8, returned + 12) === 0)
    return false
  const bounds = new Float32Array(call.memory.buffer, returned, 4)
  return bounds[1] === bounds[3]
}
