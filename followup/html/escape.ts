import { visibleRun } from '../markdown/escape.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text of a letter made safe to stand in HTML or SVG, in an element or between quotation marks in an attribute. */
export function escapeHtml(text: string): string {
  return visibleRun(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
