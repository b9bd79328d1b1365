import { atMarker, findAtClauses, withoutTab } from './at-clauses.ts'
import { joinsAcross, joinsNext, wrapWidth } from './continuation.ts'
import { hyphenatedWords, joinOf } from './join-words.ts'
import { type Chunk, type Line, sliceChunks } from './lines.ts'
import { type Marker, markerOf } from './list-markers.ts'
import { nameAfterClosing } from './signing.ts'
import { mergeWrappedRows } from './wrapped-rows.ts'

export type LineRole = 'head' | 'salutation' | 'body' | 'closing' | 'signature' | 'furniture' | 'quoted'

/** One logical line: the lines that belong together, joined, without its marker. */
export type Unit = {
  role: LineRole
  text: string
  chunks: Chunk[]
  marker: Marker | null
  indent: number
  bold: boolean
  blankBefore: boolean
  /** Has columns: a tab in its text. */
  tabbed: boolean
  /** The last line that went into it, and how many did. */
  last: Line
  lines: number
}

/**
 * Joins the lines of a letter into logical lines: wrapped lines, and sentences that a page break or a margin block
 * interrupts. Furniture that interrupts a unit comes after it; what stands aside on its page, at the letter's end.
 */
export function makeUnits(lines: Line[], roles: LineRole[]): Unit[] {
  const width = wrapWidth(lines, roles)
  const broken = lines.some((line) => line.text.endsWith('-'))
  const hyphenated = broken ? hyphenatedWords(lines.map((line) => line.text)) : new Set<string>()
  const atClauses = findAtClauses(lines, roles)
  const units: Unit[] = []
  const aside: Unit[] = []
  let open: Unit | null = null
  let interrupted = false
  lines.forEach((line, at) => {
    const role = roles[at] as LineRole
    if (role === 'furniture') {
      const list = line.aside ? aside : units
      list.push(startUnit(line, role))
      interrupted = true
      return
    }
    const gap = { interrupted: interrupted || line.pageBefore, blank: line.blankBefore || interrupted }
    const next = nextOfRole(lines, roles, at)
    const goesOn =
      open !== null &&
      open.role === role &&
      !atClauses[at] &&
      (gap.blank || gap.interrupted
        ? joinsAcross(open, line, gap.interrupted, width, next)
        : joinsNext(open, line, width, cellsIn(units.at(-2))))
    if (goesOn && open !== null) appendLine(open, line, hyphenated)
    else {
      const item = atClauses[at] ? { ...startUnit(withoutTab(line), role), marker: atMarker } : null
      const started = role === 'closing' ? startClosing(line) : [item ?? startUnit(line, role)]
      units.push(...started)
      open = started.at(-1) ?? null
    }
    interrupted = false
  })
  return [...mergeWrappedRows(units), ...aside]
}

function cellsIn(unit: Unit | undefined): number {
  return unit?.tabbed ? unit.text.split('\t').length : 0
}

function nextOfRole(lines: Line[], roles: LineRole[], at: number): Line | undefined {
  return roles[at + 1] === roles[at] ? lines[at + 1] : undefined
}

/** Closing words, and the name on the same line as a signature of its own. */
function startClosing(line: Line): Unit[] {
  const name = nameAfterClosing(line.text)
  if (name < 0) return [startUnit(line, 'closing')]
  const words = line.text.slice(0, name).trimEnd()
  const part = (from: number, to?: number): Line => {
    const text = line.text.slice(from, to)
    return { ...line, text, chunks: sliceChunks(line.chunks, from, to), marker: markerOf(text) }
  }
  return [startUnit(part(0, words.length), 'closing'), startUnit(part(name), 'signature')]
}

function startUnit(line: Line, role: LineRole): Unit {
  const { marker } = line
  const rest = line.text.slice(marker?.length ?? 0)
  // in a table a number or a dash is a cell; outside the body only the #s of Markdown are no words of the letter
  const useful = marker !== null && !rest.includes('\t') && (role === 'body' || marker.kind === 'hash')
  const skip = useful ? marker.length : 0
  const text = line.text.slice(skip)
  return {
    role,
    text,
    chunks: sliceChunks(line.chunks, skip),
    marker: useful ? marker : null,
    indent: line.indent,
    bold: line.bold,
    blankBefore: line.blankBefore,
    tabbed: text.includes('\t'),
    last: line,
    lines: 1,
  }
}

function appendLine(unit: Unit, line: Line, hyphenated: Set<string>): void {
  const join = joinOf(unit.last.text, line.text, hyphenated)
  const end = unit.chunks.at(-1)
  if (join === 'drop-hyphen' && end !== undefined) {
    unit.chunks[unit.chunks.length - 1] = { ...end, text: end.text.slice(0, -1) }
    unit.text = unit.text.slice(0, -1)
  }
  if (join === 'space') unit.chunks.push({ text: ' ', page: line.chunks[0]?.page ?? 0, offset: -1 })
  unit.chunks.push(...line.chunks)
  unit.text += (join === 'space' ? ' ' : '') + line.text
  unit.tabbed ||= line.text.includes('\t')
  unit.last = line
  unit.lines++
}
