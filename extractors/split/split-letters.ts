import type { LetterLines, Page, SourceLine } from '../../schemas/page.ts'
import { type Boundary, findBoundaries } from './boundaries.ts'
import { type FileLine, readFileLines } from './file-lines.ts'

/**
 * Splits a file into the letters in it. No separator is relied on: a letter ends with its closing words and
 * signature, the next begins with its letterhead or salutation; attachments, opening hours and quoted mails stay
 * with their letter. Where the evidence is weak, the letter says so in `uncertain`, in Danish.
 * @returns the letters in order, each with all its lines, empty ones included; at least one for a file with text
 */
export function splitLetters(pages: Page[]): LetterLines[] {
  const source = sourceLines(pages)
  const lines = readFileLines(source)
  const boundaries: Boundary[] = [{ line: 0, uncertain: null }, ...findBoundaries(lines)]
  return boundaries.map(({ line, uncertain }, at) => {
    const from = at === 0 ? 0 : (lines[line] as FileLine).source
    const next = boundaries[at + 1]
    const to = next === undefined ? source.length : (lines[next.line] as FileLine).source
    return { lines: source.slice(from, to), uncertain }
  })
}

function sourceLines(pages: Page[]): SourceLine[] {
  return pages.flatMap(({ number, text, aside, runsOn }) => {
    let offset = 0
    const lines = text.split('\n').map((line): SourceLine => {
      const start = offset
      offset += line.length + 1
      if (aside === undefined) return { text: line, page: number, offset: start }
      const inside = aside.some((block) => block.start <= start && start < block.end)
      return { text: line, page: number, offset: start, aside: inside }
    })
    const last = runsOn && lines.findLast((line) => line.aside === false && line.text.trim() !== '')
    if (last) last.runsOn = true
    return lines
  })
}
