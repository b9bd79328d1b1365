import type { Found } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { letterParts } from '../structure/letter-parts.ts'
import { isTitle } from '../structure/titles.ts'
import { type CalendarDay, findDays, isoDay } from './calendar-days.ts'
import type { Frame, Line, Piece } from './letter-frame.ts'

type Candidate = { value: string; start: number; end: number; rule: string; weight: number }

const dateLabel = latin(
  /(?<!\p{L})(?:brevdato|dato|sendt|date|sent|udstedt|den|d\.)\s*[:;.,]?\s*(?:den|d\.|på|on|\p{L}+day,|\p{L}{3},|\p{L}+dag)?\s*(?:den|d\.)?\s*$/iu,
)
const otherDate = latin(
  /frist|modtag|møde|brev(?!dato)|lov(?:en)?(?!\p{L})|(?<!\p{L})(?:deres|jeres|dit|din|udskrevet|født|oprettet|gyldig|kopi|ankomst|stempel|print|lbk|nr\.|svar|vedr|afgørelse|side \d|forelagt|behandlet)/iu,
)
const theirDate = latin(/(?:deres|jeres|din|modtagelses|møde|frist)\s*dato/iu)
const datePlace = latin(/^\p{Lu}[\p{L} .-]{1,30}(?:,\s*(?:den|d\.)?|\s+den|\s+d\.)\s*$/u)

/**
 * The date the letter bears: labelled, alone on a line, after a place, under the column name "Dato", or among the
 * head's other lines. Dates in the running text, of laws and of other letters are none. Null when there is none.
 */
export function findLetterDate(frame: Frame): Found<string> | null {
  const candidates: Candidate[] = []
  const head = new Set(frame.head)
  const foot = new Set(frame.foot)
  frame.lines.forEach((line, at) => {
    if (line.text.length > 200) return
    const zone = head.has(line) ? 3 : foot.has(line) ? 1 : 0
    // a day in a table of the body is one on which something is done
    if (zone === 0 && line.kind === 'row') return
    const above = frame.lines[at - 1]
    line.parts.forEach((part, column) => {
      for (const day of findDays(part.text)) {
        if (day.year === null) continue
        const found = weigh(part, day, zone, label(above, column, line, part, day))
        if (found) candidates.push(found)
      }
    })
  })
  candidates.sort((a, b) => b.weight - a.weight || a.start - b.start)
  const best = candidates[0]
  if (!best) return null
  return { value: best.value, span: { start: best.start, end: best.end }, rule: best.rule, assumed: [] }
}

/** The column name over a part, or the label line before a line that starts with its date. */
function label(above: Line | undefined, column: number, line: Line, part: Piece, day: CalendarDay): string {
  if (!above || above.text.length > 100) return ''
  if (above.parts.length > 1 && above.parts.length === line.parts.length)
    return above.parts[column]?.text ?? ''
  // what the letter is about says nothing of the date below it ("Vedr. svar på jeres brev")
  const about = letterParts().subjectLabel.test(above.text) || isTitle(above.text)
  const leads = line.start === part.start && day.start === 0 && !about
  return leads && !/\d/.test(above.text) ? above.text : ''
}

const columnOfDate = latin(/^(?:brev)?dato(?!\p{L})/iu)
const noLetterOrDigit = latin(/[^\p{L}\p{N}]/gu)
const longWord = latin(/\p{L}{4,}/u)
function weigh(part: Piece, day: CalendarDay, zone: number, above: string): Candidate | null {
  const before = part.text.slice(0, day.start)
  const after = part.text.slice(day.end).trim()
  const say = (rule: string, weight: number): Candidate => ({
    value: isoDay(day, day.year ?? 0),
    start: part.start + day.start,
    end: part.start + day.end,
    rule,
    weight: weight + zone,
  })
  if (columnOfDate.test(above.trim()) && !before.trim()) return say('date-under-label', 9)
  if (/(?:^|\s)(?:brev)?dato\s*[:;.,]?\s*(?:den|d\.)?\s*$/iu.test(before) && !theirDate.test(before)) {
    return say('date-label', 10)
  }
  if (/^\W*(?:sendt|sent|date)\s*:/i.test(before)) return say('date-mail-header', 8)
  if (otherDate.test(before) || otherDate.test(above)) return null
  if (dateLabel.test(before) && before.length < 40 && zone > 0 && after.length < 30)
    return say('date-label', 7)
  if (datePlace.test(before) && after.length < 12) return say('date-place', zone ? 7 : 4)
  if (before.replace(noLetterOrDigit, '')) return null
  if (/^[.,]?$/.test(after)) return zone ? say('date-line', 6) : null
  // the head's line may go on with initials, a record number or the time of day
  if (zone === 3 && !longWord.test(after)) return say('date-in-head-line', 5)
  return null
}
