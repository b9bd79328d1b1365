import type { LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import { matchesIn } from '../language/matches.ts'

const mark = /["”“„»«]/
const marks = new RegExp(mark, 'g')
/** Shorter quotations are names of courses and catchwords ("KarrierePAS"), longer ones somebody's words. */
const shortest = 40
/** After a colon they are somebody's words when they are a sentence ("Vi skrev: ..."). */
const shortestSaid = 15

/** "Spørgsmål 2" */
const question = /^(?:ad\s+)?spørgsmål\s*(?:nr\.?\s*)?\d/iu
const answer = /^(?:vores\s+|kommunens\s+)?svar\s*:/iu

/** The blocks between "Spørgsmål 2" and "Svar:": the authority's question, as it was asked. */
function askedBlocks({ blocks, text }: LetterText): Span[] {
  const asked: Span[] = []
  let waiting: Span[] | null = null
  for (const { span } of blocks) {
    const start = text.slice(span.start, span.start + 40)
    if (waiting && answer.test(start)) {
      asked.push(...waiting)
      waiting = null
    } else if (question.test(start)) waiting = []
    else waiting?.push(span)
  }
  return asked
}

/** The stretches of a block that stand in quotation marks and are long enough to be somebody's words. */
export function findQuotations(letter: LetterText): Span[] {
  const found = askedBlocks(letter)
  for (const block of letter.blocks) {
    if (block.kind === 'quoted') found.push(block.span)
    const text = letter.text.slice(block.span.start, block.span.end)
    if (!mark.test(text)) continue
    let start = -1
    for (const { index } of matchesIn(text, marks)) {
      if (start < 0) start = index
      else {
        if (
          index - start >=
          (/:\s*$/.test(text.slice(Math.max(0, start - 3), start)) ? shortestSaid : shortest)
        )
          found.push({ start: block.span.start + start, end: block.span.start + index + 1 })
        start = -1
      }
    }
  }
  return found
}

/** True when at least half of `span` stands in quotation marks. */
export function isQuoted(span: Span, quotations: Span[]): boolean {
  const length = Math.max(1, span.end - span.start)
  return quotations.some((q) => Math.min(q.end, span.end) - Math.max(q.start, span.start) >= length / 2)
}
