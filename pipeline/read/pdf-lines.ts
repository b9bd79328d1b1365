/** A piece of text on a PDF page. `transform` ends with its x and y in points, y upwards. */
export type PdfItem = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }

type PdfLine = { text: string; left: number; right: number; y: number; height: number }

/**
 * The text of a page, one line for each of its lines, in the order of the content. An empty line stands where the
 * page leaves a gap: between paragraphs, and where the content jumps to another column.
 */
export function pageText(items: PdfItem[]): string {
  const lines = linesOf(items)
  const pitches = usualPitches(lines)
  const texts: string[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (before && leavesGap(before, line, pitches)) texts.push('')
    texts.push(line.text)
  })
  return texts.join('\n')
}

function linesOf(items: PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let line: PdfLine | null = null
  for (const item of items) {
    const [x, y] = item.transform.slice(4) as [number, number]
    const blank = item.str.trim() === ''
    if (!blank) {
      if (line !== null && isSameLine(line, x, y)) {
        line.text = withGap(line, x) + item.str
        line.right = x + item.width
        line.height = Math.max(line.height, item.height)
      } else {
        line = { text: item.str, left: x, right: x + item.width, y, height: item.height }
        lines.push(line)
      }
    } else if (line !== null && item.str !== '' && !/\s$/.test(line.text)) line.text += ' '
    if (item.hasEOL) line = null
  }
  for (const finished of lines) finished.text = finished.text.trimEnd()
  return lines
}

function isSameLine(line: PdfLine, x: number, y: number): boolean {
  return Math.abs(line.y - y) < Math.max(2, line.height * 0.4) && x > line.left
}

/** The line so far with what parts it from text at `x`: a wide gap is a column, except after a list marker. */
function withGap(line: PdfLine, x: number): string {
  const gap = x - line.right
  const column = gap > Math.max(12, line.height * 2) && line.text.trim().length > 4
  if (column) return `${line.text.trimEnd()}\t`
  return gap > line.height * 0.2 && !/\s$/.test(line.text) ? `${line.text} ` : line.text
}

/** For each size of type the distance from line to line that is most common on the page, in half points. */
function usualPitches(lines: PdfLine[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>()
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (!before || Math.round(before.height) !== Math.round(line.height)) return
    const distance = Math.round((before.y - line.y) * 2) / 2
    if (distance < line.height * 0.8 || distance > line.height * 2.5) return
    const ofSize = counts.get(Math.round(line.height)) ?? new Map<number, number>()
    ofSize.set(distance, (ofSize.get(distance) ?? 0) + 1)
    counts.set(Math.round(line.height), ofSize)
  })
  const mostCommon = (of: Map<number, number>) =>
    [...of].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
  return new Map([...counts].map(([size, of]) => [size, mostCommon(of)]))
}

function leavesGap(before: PdfLine, line: PdfLine, pitches: Map<number, number>): boolean {
  const distance = before.y - line.y
  if (distance < -1) return true
  if (line.left > before.right || line.right < before.left) return true
  const size = Math.max(before.height, line.height)
  const usual = Math.min(pitches.get(Math.round(size)) ?? size * 1.6, size * 2)
  return distance > usual * 1.2
}
