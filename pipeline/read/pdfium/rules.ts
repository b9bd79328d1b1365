import type { Area } from '../../../extractors/layout/words.ts'
import { type Matrix, multiply } from '../matrix.ts'
import { addLines, mostRules, type Point } from '../pdf-rules.ts'
import type { Pdfium } from './engine.ts'

/** Kinds of page objects, and of the steps of a path. @source fpdf_edit.h */
const kinds = { path: 2, form: 5 }
const steps = { line: 0, move: 2 }
/** Forms in each other, deeper than any program writes them. */
const deepest = 20

/** The straight level and upright lines that are drawn on a page, as `rulesOf` finds them. @param view leads to the page as it is looked at */
export function drawnRules(pdfium: Pdfium, page: number, view: Matrix): Area[] {
  const { call } = pdfium
  const rules: Area[] = []
  const add = (object: number, matrix: Matrix, depth: number): void => {
    if (rules.length >= mostRules) return
    const kind = call.FPDFPageObj_GetType(object)
    if (kind === kinds.path && isDrawn(pdfium, object)) addPath(rules, pdfium, object, within(object, matrix))
    if (kind !== kinds.form || depth === deepest) return
    const count = call.FPDFFormObj_CountObjects(object)
    const inside = within(object, matrix)
    for (let at = 0; at < count; at++) add(call.FPDFFormObj_GetObject(object, at), inside, depth + 1)
  }
  const within = (object: number, matrix: Matrix): Matrix => {
    if (call.FPDFPageObj_GetMatrix(object, pdfium.returned) === 0) return matrix
    return multiply(matrix, [...new Float32Array(call.memory.buffer, pdfium.returned, 6)] as Matrix)
  }
  const count = call.FPDFPage_CountObjects(page)
  for (let at = 0; at < count; at++) add(call.FPDFPage_GetObject(page, at), view, 0)
  return rules.length < mostRules ? rules : []
}

/** Whether a path is filled or stroked; others clip, or are not seen. */
function isDrawn({ call, returned }: Pdfium, path: number): boolean {
  call.FPDFPath_GetDrawMode(path, returned, returned + 4)
  const [fill, stroke] = new Int32Array(call.memory.buffer, returned, 2)
  return fill !== 0 || stroke !== 0
}

function addPath(rules: Area[], { call, returned }: Pdfium, path: number, m: Matrix): void {
  const count = call.FPDFPath_CountSegments(path)
  let points: Point[] = []
  let straight = true
  const finish = () => {
    if (straight && points.length > 1) addLines(rules, points)
    points = []
    straight = true
  }
  for (let at = 0; at < count; at++) {
    const segment = call.FPDFPath_GetPathSegment(path, at)
    const step = call.FPDFPathSegment_GetType(segment)
    if (step === steps.move) finish()
    else if (step !== steps.line) straight = false
    call.FPDFPathSegment_GetPoint(segment, returned, returned + 4)
    const [x, y] = new Float32Array(call.memory.buffer, returned, 2) as unknown as Point
    points.push([m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]])
    if (call.FPDFPathSegment_GetClose(segment) !== 0) {
      points.push(points[0] as Point)
      finish()
    }
  }
  finish()
}
