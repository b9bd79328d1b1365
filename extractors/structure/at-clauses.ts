import { type Line, sliceChunks } from './lines.ts'
import type { Marker } from './list-markers.ts'
import type { LineRole } from './units.ts'

const isAt = (line: Line | undefined) => line !== undefined && /^at[ \t]\S/.test(line.text)

/** What makes an item of such a line; its "at" belongs to its words and is no marker to take off. */
export const atMarker: Marker = { kind: 'at', marker: 'at', length: 0, bullet: '', value: 0, depth: 1 }

/**
 * Finds the lines that begin an item with nothing before it but "at": "Udvalget har besluttet" / "at samle ...," /
 * "at ansætte ...". A tab, an empty line, a deeper indent or another such line next to it sets it off from prose.
 */
export function findAtClauses(lines: Line[], roles: LineRole[]): boolean[] {
  let sibling: Line | null = null
  return lines.map((line, at) => {
    const before = lines[at - 1]
    if (line.blankBefore || (sibling && line.indent < sibling.indent)) sibling = null
    if (!before || !isAt(line) || roles[at] !== 'body' || roles[at - 1] !== 'body') return false
    if (/[.!?]["”)]?$/.test(before.text)) return false
    const below = lines[at + 1]
    const listed = sibling?.indent === line.indent && /(?:[,;]| og| samt)$/.test(before.text)
    const setOff =
      line.text.startsWith('at\t') ||
      (line.blankBefore && !line.pageBefore) ||
      isAt(before) ||
      (isAt(below) && !below?.blankBefore) ||
      (line.indent > 0 && listed) ||
      (line.indent > before.indent && !before.marker)
    if (setOff) sibling = line
    return setOff
  })
}

/** The line with a space for the tab after its "at". */
export function withoutTab(line: Line): Line {
  if (!line.text.startsWith('at\t')) return line
  const page = line.chunks[0]?.page ?? 0
  const chunks = [
    ...sliceChunks(line.chunks, 0, 2),
    { text: ' ', page, offset: -1 },
    ...sliceChunks(line.chunks, 3),
  ]
  return { ...line, text: chunks.map((chunk) => chunk.text).join(''), chunks }
}
