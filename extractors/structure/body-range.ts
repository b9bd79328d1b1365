import { latin } from '../language/latin.ts'
import { beginsLower } from '../language/letter-case.ts'
import { frameLineOf, isFactRow, isOrganisation } from './frame-lines.ts'
import { isOpen } from './join-words.ts'
import { letterParts } from './letter-parts.ts'
import type { Line } from './lines.ts'
import { isSigner } from './signing.ts'
import { isTitle, nextSentence } from './titles.ts'

/** Where a letter's own words begin. `salutation` is the index of its line, -1 when there is none. */
export type BodyRange = { salutation: number; bodyStart: number }

/** Finds the salutation and the first line of the body; a letter without a salutation begins with its first prose. */
export function findBody(lines: Line[]): BodyRange {
  const salutation = lines.findIndex((line, at) => isSalutation(line.text) && !runsOn(lines[at - 1], line))
  const firstProse = lines.findIndex((line, at) => beginsProse(lines, line, at))
  const proseFirst = firstProse >= 0 && firstProse < salutation && isLongProse(lines, firstProse, salutation)
  if (salutation < 0 || proseFirst) {
    return { salutation, bodyStart: firstProse < 0 ? lines.length : withHeading(lines, firstProse) }
  }
  return { salutation, bodyStart: afterMargin(lines, salutation + 1) }
}

/** The first prose, or the heading right above it ("INDLEDNING"). */
function withHeading(lines: Line[], firstProse: number): number {
  const above = lines[firstProse - 1]
  if (above === undefined || firstProse < 2 || above.text.length < 4) return firstProse
  const heading =
    (above.blankBefore || above.text === above.text.toUpperCase()) &&
    frameLineOf(above.text) === 'name' &&
    !isTitle(above.text) &&
    !isOrganisation(above.text) &&
    !isSigner(above.text) &&
    !letterParts().role.test(above.text)
  return heading ? firstProse - 1 : firstProse
}

const initial = latin(/\p{Lu}\. /gu)
/** "Kære ..." on a line of its own. */
export function isSalutation(text: string): boolean {
  const bare = text.startsWith('#') ? text.replace(/^#+ /, '') : text
  if (bare.length > 120 || !letterParts().salutation.test(bare)) return false
  return !/[.?:;]$/.test(bare) && !nextSentence.test(bare.replace(initial, ''))
}

/** The line before runs into this one: "Kære" is the first word of a wrapped line. */
function runsOn(before: Line | undefined, line: Line): boolean {
  return before !== undefined && !line.blankBefore && beginsLower.test(before.text) && before.text.length > 50
}

/** First of the lines from `from` that is no contact or address line. */
function afterMargin(lines: Line[], from: number): number {
  let end = from
  let facts = 0
  let at = from
  for (; at < lines.length; at++) {
    const line = lines[at] as Line
    const kind = line.marker ? null : frameLineOf(line.text)
    if (kind === null) break
    if (kind === 'strong') {
      facts++
      end = at + 1
    }
  }
  return facts >= 2 || (facts === 1 && end === from + 1) ? end : from
}

const goesOnLower = latin(/^[\p{Ll}\d(]/u)
/** A line with which a letter's own words begin: a sentence, a list item, a numbered heading, a row of a table. */
function beginsProse(lines: Line[], line: Line, at: number): boolean {
  const { text, marker } = line
  if (letterParts().subjectLabel.test(text) || isTitle(text)) return false
  if (marker) return marker.kind !== 'hash' && (marker.kind !== 'bullet' || text.length > 20)
  const below = lines[at + 1]?.text ?? ''
  const isRow = text.includes('\t') && text.split('\t').filter((cell) => cell !== '').length >= 3
  if (isRow && below.includes('\t')) return !isFactRow(text) && !isFactRow(below)
  if (frameLineOf(text) !== null) return false
  const next = lines[at + 1]
  const wraps =
    next !== undefined &&
    !next.blankBefore &&
    text.length >= 60 &&
    (isOpen(text) || goesOnLower.test(next.text))
  return (text.length >= 60 && (/[.?!:]$/.test(text) || text.length >= 160)) || wraps
}

function isLongProse(lines: Line[], from: number, to: number): boolean {
  const length = lines
    .slice(from, to)
    .reduce((sum, line) => sum + (line.text.length >= 60 ? line.text.length : 0), 0)
  return length >= 300
}
