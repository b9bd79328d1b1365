import type { Role } from './course-shapes.ts'

/** Colours that differ in lightness too, for print without colour and for those who see few; lines differ by dashes. */
export const chartColours: Record<Role, { stroke: string; text: string; size: number }> = {
  axis: { stroke: '#d0d5da', text: '#4a5158', size: 1 },
  municipality: { stroke: '#0b3c6f', text: '#0b3c6f', size: 2.5 },
  country: { stroke: '#6b747d', text: '#59626a', size: 2 },
  criterion: { stroke: '#a4262c', text: '#a4262c', size: 1.5 },
  promise: { stroke: '#8a6d00', text: '#6b5500', size: 1 },
}
