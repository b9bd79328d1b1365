import type { ChecklistCourse } from '../../schemas/checklist.ts'
import { escapeHtml } from '../html/escape.ts'
import { chartColours } from './colours.ts'
import { courseShapes, type Shape } from './course-shapes.ts'

/** A chart as SVG that stands in a page; `title` is read to those who do not see it. */
export function courseSvg(course: ChecklistCourse, title: string): string {
  const { width, height, shapes } = courseShapes(course)
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}" font-family="Liberation Sans, Arial, sans-serif" font-size="12">${shapes.map(shapeSvg).join('')}</svg>`
}

const number = (value: number): string => String(Math.round(value * 10) / 10)

function shapeSvg(shape: Shape): string {
  const { stroke, text, size } = chartColours[shape.role]
  switch (shape.kind) {
    case 'line':
      return `<polyline fill="none" stroke="${stroke}" stroke-width="${size}"${shape.dashed ? ' stroke-dasharray="5 4"' : ''} points="${shape.points.map((point) => point.map(number).join(',')).join(' ')}"/>`
    case 'dot':
      return `<circle fill="${stroke}" r="3.5" cx="${number(shape.at[0])}" cy="${number(shape.at[1])}"/>`
    case 'words':
      return `<text fill="${text}" text-anchor="${shape.anchor}" x="${number(shape.at[0])}" y="${number(shape.at[1])}">${escapeHtml(shape.words)}</text>`
  }
}
