import { structureLetter } from '../../../extractors/structure/structure-letter.ts'
import type { LetterText } from '../../../schemas/letter-text.ts'

/** A letter as the program structures it. */
export function structured(text: string): LetterText {
  let offset = 0
  const lines = text.split('\n').map((line) => {
    const source = { text: line, page: 1, offset }
    offset += line.length + 1
    return source
  })
  return structureLetter(lines)
}

/** The same letter where the structure recognised nothing: every line is a paragraph. */
export function unstructured(text: string): LetterText {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  let start = 0
  const blocks = lines.map((line) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return {
      kind: 'paragraph' as const,
      span,
      level: 0,
      marker: null,
      parent: null,
      heading: null,
      cells: [],
      header: null,
    }
  })
  return { text: lines.join('\n'), blocks, segments: [{ start: 0, end: start, page: 1, offset: 0 }] }
}
