import type { Area } from '../../extractors/layout/words.ts'
import { type Matrix, multiply } from './matrix.ts'

/** pdf.js' list of what is drawn on a page: numbered operations with their arguments. */
export type PdfOperators = { fnArray: number[]; argsArray: unknown[] }

/** The operations used here, by their numbers in pdf.js (`OPS`). */
const ops = { save: 10, restore: 11, transform: 12, formBegin: 74, formEnd: 75, constructPath: 91 }
/** What a path is drawn for: pdf.js gives the number of the operation. The others clip, or end the path unseen. */
const drawn = new Set([20, 21, 22, 23, 24, 25, 26, 27])
/** The steps of a path, with how many numbers follow each. */
const steps = { move: 0, line: 1, curve: 2, close: 3 }
const numbers = [2, 2, 6, 0]

/** A line is thinner than this, in points, and longer than it is thick. */
const thin = 3
const shortest = 6
/** A page with more lines than this is a drawing. */
export const mostRules = 5000

/** The straight level and upright lines on a page, thin filled boxes among them, in the coordinates of `view`. */
export function rulesOf({ fnArray, argsArray }: PdfOperators, view: number[]): Area[] {
  const rules: Area[] = []
  const stack: Matrix[] = []
  let matrix = view as Matrix
  for (let at = 0; at < fnArray.length && rules.length < mostRules; at++) {
    const args = argsArray[at] as unknown[]
    switch (fnArray[at]) {
      case ops.save:
        stack.push(matrix)
        break
      case ops.restore:
      case ops.formEnd:
        matrix = stack.pop() ?? matrix
        break
      case ops.transform:
        matrix = multiply(matrix, args as Matrix)
        break
      case ops.formBegin:
        stack.push(matrix)
        if (Array.isArray(args?.[0])) matrix = multiply(matrix, args[0] as Matrix)
        break
      case ops.constructPath:
        if (drawn.has(args[0] as number)) addPath(rules, (args[1] as ArrayLike<number>[])[0], matrix)
    }
  }
  return rules.length < mostRules ? rules : []
}

/** Adds the lines of a path: its parts that are thin as a whole, and the sides of its boxes. */
function addPath(rules: Area[], path: ArrayLike<number> | null | undefined, m: Matrix): void {
  if (!path) return
  let points: Point[] = []
  let straight = true
  const finish = (closed: boolean) => {
    if (straight && points.length > 1) addLines(rules, closed ? [...points, points[0] as Point] : points)
    points = []
    straight = true
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at] as number
    const count = numbers[step]
    if (count === undefined) return
    if (step === steps.close) finish(true)
    else {
      if (step === steps.move) finish(false)
      if (step === steps.curve) straight = false
      const [x, y] = [path[at + count - 1] as number, path[at + count] as number]
      points.push([m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]])
    }
    at += count + 1
  }
  finish(false)
}

export type Point = [x: number, y: number]

/** Adds what of a straight path is a line: the whole, where it is thin, or its sides. */
export function addLines(rules: Area[], points: Point[]): void {
  const whole = areaOf(points)
  if (isThin(whole)) {
    if (isLong(whole)) rules.push(whole)
    return
  }
  points.slice(1).forEach((point, at) => {
    const side = areaOf([points[at] as Point, point])
    if (isThin(side) && isLong(side)) rules.push(side)
  })
}

function areaOf(points: Point[]): Area {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

const isThin = ({ left, top, right, bottom }: Area) => Math.min(right - left, bottom - top) < thin
const isLong = ({ left, top, right, bottom }: Area) => Math.max(right - left, bottom - top) > shortest
