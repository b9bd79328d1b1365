import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import type { ChecklistCourse } from '../../schemas/checklist.ts'
import { chartColours } from './colours.ts'
import { courseShapes, type Shape } from './course-shapes.ts'

/** The picture has this many pixels for a unit of the drawing, so that it stays sharp in print. */
const scale = 3
const font = 'Opfolg Chart'
let registered = false

/** A chart as a PNG picture. Its letters come from the font that pdf.js brings along, so that no machine lacks it. */
export function coursePng(course: ChecklistCourse): { width: number; height: number; png: Buffer } {
  if (!registered) {
    const pdfParse = createRequire(import.meta.url).resolve('pdf-parse')
    const path = createRequire(pdfParse).resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')
    GlobalFonts.registerFromPath(path, font)
    registered = true
  }
  const { width, height, shapes } = courseShapes(course)
  const canvas = createCanvas(width * scale, height * scale)
  const context = canvas.getContext('2d')
  context.scale(scale, scale)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  for (const shape of shapes) draw(context, shape)
  return { width, height, png: canvas.toBuffer('image/png') }
}

function draw(context: SKRSContext2D, shape: Shape): void {
  const { stroke, text, size } = chartColours[shape.role]
  switch (shape.kind) {
    case 'line': {
      context.strokeStyle = stroke
      context.lineWidth = size
      context.setLineDash(shape.dashed ? [5, 4] : [])
      context.beginPath()
      for (const [x, y] of shape.points) context.lineTo(x, y)
      context.stroke()
      return
    }
    case 'dot':
      context.fillStyle = stroke
      context.beginPath()
      context.arc(shape.at[0], shape.at[1], 3.5, 0, 2 * Math.PI)
      context.fill()
      return
    case 'words':
      context.fillStyle = text
      context.font = `12px "${font}"`
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor
      context.fillText(shape.words, shape.at[0], shape.at[1])
      return
  }
}
