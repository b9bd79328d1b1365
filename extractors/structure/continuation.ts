import { latin } from '../language/latin.ts'
import { beginsLower, beginsUpper, endsBroken } from '../language/letter-case.ts'
import { frameLineOf } from './frame-lines.ts'
import { endsSentence, isOpen, mayGoOn } from './join-words.ts'
import type { Line } from './lines.ts'
import { signs } from './signing.ts'
import type { LineRole, Unit } from './units.ts'

/**
 * The length at which the letter's lines are wrapped, in characters; Infinity when its paragraphs stand on one line
 * each. Measured on the lines that clearly run into the next one.
 */
export function wrapWidth(lines: Line[], roles: LineRole[]): number {
  const lengths: number[] = []
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    if (next === undefined || roles[at] !== 'body' || roles[at + 1] !== 'body' || next.blankBefore) return
    const runsOn = beginsLower.test(next.text) && !endsSentence(line.text) && !next.marker
    if (runsOn && line.text.length >= 30 && !line.text.includes('\t'))
      lengths.push(line.indent + line.text.length)
  })
  if (lengths.length < 3) return Infinity
  lengths.sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.9)] as number
}

/**
 * Whether the next line, directly below, continues a unit.
 * @param columns how many cells the row above the unit has, 0 when it is no row
 */
export function joinsNext(unit: Unit, line: Line, width: number, columns: number): boolean {
  const { last, text } = unit
  if (line.boldContinues) return true
  if (unit.role === 'head') return headGoesOn(unit, line)
  if (unit.role === 'signature') return signatureGoesOn(last.text, line.text)
  if (unit.role === 'closing' || unit.role === 'salutation') return false
  if (unit.tabbed || line.text.includes('\t')) return cellGoesOn(text, line.text, columns)
  const full = isFull(unit, line, width)
  const { marker } = line
  if (marker && !(marker.kind === 'number' && isOpen(last.text) && full)) return false
  if (unit.marker?.kind === 'hash' || unit.bold) return false
  if (isOpen(last.text) || (startsLower(line.text) && mayGoOn(last.text))) return true
  // what can hardly begin a sentence: a figure or a bracket in the middle of wrapped prose
  const middle = /^[\d(%§]/.test(line.text) && last.text.length > width * 0.5
  if (middle && !endsSentence(last.text)) return true
  if (!full || last.text.endsWith(':')) return false
  // after a whole sentence a short line without a stop is a heading, not the tail of the paragraph
  return !endsSentence(last.text) || endsSentence(line.text) || line.text.length > width * 0.7
}

/** A cell over two lines: the line goes on in lower case, and together they have no more cells than the row above. */
function cellGoesOn(text: string, next: string, columns: number): boolean {
  const cells = text.split('\t').length
  const more = next.split('\t').length - 1
  return columns >= 2 && cells >= 2 && startsLower(next) && cells + more <= columns
}

/** Whether the next line of the same kind continues a unit after an empty line, a page break or furniture. */
export function joinsAcross(
  unit: Unit,
  line: Line,
  interrupted: boolean,
  width: number,
  next: Line | undefined,
): boolean {
  const { last, text } = unit
  if (unit.role !== 'body' || !mayGoOn(last.text) || unit.marker?.kind === 'hash' || unit.bold) return false
  if (unit.tabbed || line.text.includes('\t') || line.marker) return false
  if (last.runsOn || (endsBroken.test(last.text) && startsLower(line.text))) return true
  const long = text.length >= 50
  // a heading over several lines begins with a capital, the points of a list without signs mostly do not
  if (startsLower(line.text) && (long || beginsUpper.test(text))) return true
  if (!interrupted || !long) return false
  // a name with a title, set off, signs
  if (line.blankBefore && signs(line.text)) return false
  if (isOpen(last.text)) return true
  return isFull(unit, line, width) && (endsSentence(line.text) || next?.blankBefore === false)
}

const lowerAfterQuote = latin(/^[("”“]?\p{Ll}/u)
const startsLower = (text: string) => lowerAfterQuote.test(text)

/**
 * Wrapped: the next line's first word would not have fitted. Type is of uneven width, so a line in the middle of a
 * sentence need not come as near to the margin as one that ends a sentence or could be a heading.
 */
function isFull(unit: Unit, next: Line, width: number): boolean {
  if (width === Infinity) return false
  const { last } = unit
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0
  const slack = endsSentence(last.text) ? 8 : unit.lines === 1 ? 11 : 19
  return last.indent + last.text.length + 1 + word > width - slack
}

const addressGoesOn = latin(/^(?:\p{Ll}|\d{4}$|Kommune$)/u)
const allCapitals = latin(/^\p{Lu}[\p{Lu} -]+$/u)
function headGoesOn(unit: Unit, line: Line): boolean {
  const { text } = unit
  if (endsBroken.test(text) && beginsLower.test(line.text)) return true
  // a name in capitals over two lines ("ROSKILDE" "KOMMUNE")
  if (allCapitals.test(text) && /^KOMMUNE$/.test(line.text)) return true
  if (frameLineOf(unit.last.text) === 'strong' || frameLineOf(line.text) === 'strong') return false
  return text.length >= 40 && addressGoesOn.test(line.text) && !endsSentence(text)
}

const beginsLetter = latin(/^\p{L}/u)
const joinedOn = latin(/^(?:og|for) \p{L}/u)
function signatureGoesOn(text: string, next: string): boolean {
  return (
    endsBroken.test(text) ||
    (/\s(?:og|for|af|i)$/u.test(text) && beginsLetter.test(next)) ||
    joinedOn.test(next)
  )
}
