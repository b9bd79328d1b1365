import type { Block, BlockKind, LetterText, SourceSegment } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import type { Relations } from './relations.ts'
import type { Table } from './tables.ts'
import type { Unit } from './units.ts'

/** Writes the units as the letter's text, one a line, with the way back to the pages. */
export function renderLetter(
  units: Unit[],
  kinds: BlockKind[],
  relations: Relations,
  tables: Table[],
): LetterText {
  const headers = new Map(tables.flatMap((table) => table.rows.map((row) => [row, table.header])))
  const segments: SourceSegment[] = []
  const blocks: Block[] = []
  const parts: string[] = []
  let at = 0
  units.forEach((unit, index) => {
    const kind = kinds[index] as BlockKind
    const span = { start: at, end: at + unit.text.length }
    for (const chunk of unit.chunks) {
      if (chunk.offset >= 0)
        addSegment(segments, {
          start: at,
          end: at + chunk.text.length,
          page: chunk.page,
          offset: chunk.offset,
        })
      at += chunk.text.length
    }
    parts.push(unit.text)
    at++
    const header = headers.get(index) ?? null
    blocks.push({
      kind,
      span,
      level: relations.level[index] as number,
      marker: unit.marker?.kind === 'at' ? null : (unit.marker?.marker ?? null),
      parent: relations.parent[index] as number | null,
      heading: relations.heading[index] as number | null,
      cells: kind === 'row' ? cellSpans(unit.text, span.start) : [],
      header: header !== null && header < index ? header : null,
    })
  })
  return { text: parts.join('\n'), blocks, segments }
}

function addSegment(segments: SourceSegment[], next: SourceSegment): void {
  const last = segments.at(-1)
  const adjoins =
    last?.page === next.page &&
    last.end === next.start &&
    last.offset + (last.end - last.start) === next.offset
  if (last && adjoins) last.end = next.end
  else segments.push(next)
}

function cellSpans(text: string, start: number): Span[] {
  const cells: Span[] = []
  let from = 0
  for (const cell of text.split('\t')) {
    const trimmed = cell.trim()
    const first = start + from + (trimmed === '' ? 0 : cell.indexOf(trimmed))
    cells.push({ start: first, end: first + trimmed.length })
    from += cell.length + 1
  }
  return cells
}
