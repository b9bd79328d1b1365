import type { Span } from '../../schemas/span.ts'

const pairs: Record<string, string> = { '(': ')', '[': ']', '„': '“”', '«': '»' }
const longest = 600

/**
 * The outermost quotations and parentheses of a line, marks included, in order. A mark that is never closed, or
 * closed only after 600 characters, encloses nothing: such a mark is more likely a slip than a quotation.
 */
export function enclosedRanges(line: string): Span[] {
  const ranges: Span[] = []
  // a mark that nothing after it can close is not looked for
  const lastClose = new Map<string, number>()
  const isClosable = (mark: string, from: number) => {
    const last = lastClose.get(mark) ?? line.lastIndexOf(mark)
    lastClose.set(mark, last)
    return last > from
  }
  const marks = /[([„«'"”“»]/g
  for (let mark = marks.exec(line); mark; mark = marks.exec(line)) {
    const close = closingMarks(line, mark.index)
    const closable = [...close].some((one) => isClosable(one, mark?.index ?? 0))
    const end = closable ? findClose(line, mark.index, close) : -1
    if (end < 0) continue
    ranges.push({ start: mark.index, end })
    marks.lastIndex = end
  }
  return ranges
}

/** The marks that may close what opens at `at`; empty when nothing opens there. */
function closingMarks(line: string, at: number): string {
  const mark = line[at] as string
  const pair = pairs[mark]
  if (pair !== undefined) return pair
  if (!'"”“»'.includes(mark)) return ''
  const opens = (at === 0 || /[\s(*]/.test(line[at - 1] as string)) && /\S/.test(line[at + 1] ?? ' ')
  if (!opens) return ''
  return mark === '»' ? '«»' : '"”“'
}

/** Where the enclosure that opened at `open` ends, after its closing mark, or -1. */
function findClose(line: string, open: number, close: string): number {
  const bracket = line[open] === '(' || line[open] === '['
  let depth = 0
  const last = Math.min(line.length, open + longest)
  for (let at = open + 1; at < last; at++) {
    const mark = line[at] as string
    if (bracket && mark === line[open]) depth++
    else if (close.includes(mark)) {
      const closes = bracket || !/[\p{L}\p{N}]/u.test(line[at + 1] ?? ' ')
      if (closes && depth === 0) return at + 1
      if (closes) depth--
    }
  }
  return -1
}
