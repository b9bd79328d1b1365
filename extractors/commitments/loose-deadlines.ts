import type { Commitment } from '../../schemas/commitment.ts'
import type { Issue } from '../../schemas/letter.ts'
import type { Block, LetterText } from '../../schemas/letter-text.ts'
import { overlaps, type Span } from '../../schemas/span.ts'
import type { FoundTimes } from '../../schemas/time.ts'
import { fieldsOf } from './labelled-steps.ts'
import { readActionTable, roleOfLabel, tellsTime } from './tables.ts'

/**
 * Deadlines whose step is not certain, for a person to see: a line with the label of one that no commitment has ("Frist: 1.
 * maj" over several rows), and rows without one below a row that has it, which may be meant for all of them.
 */
export function findLooseDeadlines(
  letter: LetterText,
  times: FoundTimes,
  commitments: Commitment[],
): Issue[] {
  return [...linesOfNone(letter, times, commitments), ...rowsWithout(letter, times, commitments)]
}

const hasTime = ({ times }: FoundTimes, span: Span): boolean =>
  times.some((time) => overlaps(time.span, span))

function linesOfNone(letter: LetterText, times: FoundTimes, commitments: Commitment[]): Issue[] {
  return letter.blocks.flatMap((block, at) => {
    const found = labelledSpan(letter, block, letter.blocks[at + 1], times)
    if (!found || commitments.some(({ span }) => overlaps(span, found))) return []
    const words = letter.text.slice(found.start, found.end).replace(/\s+/g, ' ')
    const message = `Fristen »${words}« er ikke knyttet til et skridt: se efter, hvad den gælder`
    return [{ code: 'loose-deadline', message, span: found }]
  })
}

const longestDate = 40

/** Where a deadline stands with its label: in one block, or the label alone and the date in the next ("Frist" "1. maj 2018"). */
function labelledSpan(
  letter: LetterText,
  block: Block,
  next: Block | undefined,
  times: FoundTimes,
): Span | null {
  const field = fieldsOf(letter, block).find(
    ({ role, value }) => role === 'deadline' && hasTime(times, value),
  )
  if (field) return block.span
  const label = letter.text.slice(block.span.start, block.span.end).replace(/:$/, '')
  if (!next || label.length > longestDate || !/^\p{L}+(?: \p{L}+)?$/u.test(label)) return null
  const alone = next.span.end - next.span.start <= longestDate && hasTime(times, next.span)
  return alone && roleOfLabel(label) === 'deadline' ? { start: block.span.start, end: next.span.end } : null
}

function rowsWithout(letter: LetterText, times: FoundTimes, commitments: Commitment[]): Issue[] {
  const issues: Issue[] = []
  const seen = new Set<number>()
  letter.blocks.forEach(({ header }) => {
    if (header === null || seen.has(header)) return
    seen.add(header)
    const column = readActionTable(letter, header)?.roles.findIndex(tellsTime) ?? -1
    if (column < 0) return
    let above = false
    const rows = letter.blocks.filter((block) => block.header === header)
    const without = rows.filter(({ span, cells }) => {
      const cell = cells[column]
      const said = cell ? letter.text.slice(cell.start, cell.end).trim() : ''
      if (said !== '') above = cell !== undefined && hasTime(times, cell)
      const row = commitments.find((one) => overlaps(one.span, span))
      return said === '' && above && row?.times.length === 0
    })
    const [first] = without
    if (!first) return
    const which = without.length === 1 ? 'En række' : `${without.length} rækker`
    const message = `${which} i tabellen har ingen frist, men rækken over har: se efter, om den gælder for flere`
    issues.push({ code: 'row-without-deadline', message, span: first.span })
  })
  return issues
}
