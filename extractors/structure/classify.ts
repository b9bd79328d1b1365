import type { BlockKind } from '../../schemas/letter-text.ts'
import { latin } from '../language/latin.ts'
import { threeLetters } from '../language/letter-case.ts'
import { frameLineOf, isName } from './frame-lines.ts'
import { isOpen } from './join-words.ts'
import { letterParts } from './letter-parts.ts'
import { isTitle } from './titles.ts'
import type { Unit } from './units.ts'

/** Decides what each unit is. Rows have been found before: `isRow`. */
export function classifyUnits(units: Unit[], isRow: boolean[]): BlockKind[] {
  const kinds: BlockKind[] = units.map((unit, at) => {
    if (isRow[at]) return 'row'
    if (unit.role === 'head') return 'letterhead'
    if (unit.role !== 'body') return unit.role
    return 'paragraph'
  })
  units.forEach((unit, at) => {
    if (kinds[at] !== 'paragraph') return
    if (isHeading(units, kinds, at)) kinds[at] = 'heading'
    else if (unit.marker && unit.marker.kind !== 'hash') kinds[at] = 'item'
  })
  markSubject(units, kinds)
  return kinds
}

/** The letter's subject: in its head or right after its salutation. */
function markSubject(units: Unit[], kinds: BlockKind[]): void {
  const salutation = kinds.indexOf('salutation')
  const firstBody = kinds.findIndex(
    (kind) => !['letterhead', 'furniture', 'salutation', 'heading'].includes(kind),
  )
  const headEnd = firstBody < 0 ? units.length : firstBody
  const isSubject = (at: number) => {
    const { text } = units[at] as Unit
    if (letterParts().subjectLabel.test(text)) return true
    if (kinds[at] !== 'letterhead') return false
    const frame = frameLineOf(text)
    return (frame === null && namesMatter(text)) || (frame !== 'strong' && isTitle(text))
  }
  let found = false
  for (let at = 0; at < headEnd; at++)
    if ((kinds[at] === 'letterhead' || kinds[at] === 'heading') && isSubject(at)) {
      kinds[at] = 'subject'
      found = true
    }
  if (found || salutation < 0) return
  const after = units.findIndex(
    (_, at) => at > salutation && kinds[at] !== 'furniture' && kinds[at] !== 'letterhead',
  )
  if (kinds[after] === 'heading' && units[after]?.marker === null) kinds[after] = 'subject'
}

const address = latin(/^(?:til|att|sendt|cc|kopi|fra)(?![\p{L}])/iu)
const smallWord = latin(/^\p{Ll}{4,}/u)
/** A line of the head that tells of something, not of somebody: it has small words that names have not. */
function namesMatter(text: string): boolean {
  if (isName(text) || /^\d/.test(text) || address.test(text) || /[:@]/.test(text)) return false
  const words = text.split(/\s+/)
  if (words.length < 2 || text.length > 200) return false
  const small = words.filter(
    (word) => smallWord.test(word) && !letterParts().role.test(word.replace(/[,.]$/, '')),
  )
  return small.length >= 1 && !letterParts().role.test(words[0] as string)
}

const beginsAsHeading = latin(/^[\p{Lu}\d"”“»(§]/u)
const twoSentences = latin(/\p{Ll}{2}[.?!] \p{Lu}/u)
const abbreviated = latin(/^\p{Lu}\p{L}+\.$/u)
const labelled = latin(/^\p{Lu}[\p{L} -]{1,30}: \S/u)
/** A short line that governs what comes after it. */
function isHeading(units: Unit[], kinds: BlockKind[], at: number): boolean {
  const unit = units[at] as Unit
  const { text, marker } = unit
  if (marker?.kind === 'hash') return true
  if (marker?.kind === 'bullet' || marker?.kind === 'at' || text.length > 120 || /[:;,]$|\t/.test(text))
    return false
  const next = nextFlow(units, kinds, at)
  if (next === null) return false
  if (next.marker?.kind === 'at') return false
  const words = text.split(/\s+/).length
  if (unit.bold && words <= 14) return true
  if (countsOnBelow(unit, next)) return !/[.!]$/.test(text)
  // "Kommunen vil" before a list is the beginning of each item, not a heading
  if (next.marker !== null && isOpen(text) && !/^(?:hv|det |sådan |her )/iu.test(text)) return false
  if (letterParts().sentenceOpener.test(text)) return false
  if (!beginsAsHeading.test(text)) return false
  if (twoSentences.test(text)) return false
  if (marker) return words <= 12 && !/[.!]$/.test(text) && numberedHeading(units, kinds, at, next)
  const sentence = letterParts().finiteVerb.test(text.replace(/\([^()]*\)/g, ''))
  if (/[.!]$/.test(text))
    return words <= 6 && !sentence && unit.blankBefore && !/[:]|\d/.test(text) && !abbreviated.test(text)
  if (labelled.test(text)) return false
  if (isUppercase(text)) return true
  if (/\?$/.test(text)) return words <= 14
  if (/^(?:hv|det |sådan |her )/iu.test(text) && words <= 8) return true
  // prose is not broken this early
  const brokenEarly = unit.lines > 1 && text.length < 60
  return words <= (sentence && !brokenEarly ? 4 : 14)
}

const isUppercase = (text: string) => text === text.toUpperCase() && threeLetters.test(text)

/** "1. Anledningen" with prose or sub-items after it, but not one step of a list "1. ... 2. ...". */
/** "3 Om det, der er sket" above "3.1 ...". */
function countsOnBelow({ text, marker }: Unit, next: Unit): boolean {
  const own = marker?.kind === 'number' ? String(marker.value) : /^(\d{1,2})\s/.exec(text)?.[1]
  return own !== undefined && next.marker?.kind === 'decimal' && next.marker.marker.startsWith(`${own}.1`)
}

function numberedHeading(units: Unit[], kinds: BlockKind[], at: number, next: Unit): boolean {
  const { marker, text } = units[at] as Unit
  if (!marker) return false
  if (isUppercase(text)) return true
  if (letterParts().finiteVerb.test(text) && !/^(?:hv|det )/iu.test(text)) return false
  if (next.marker?.kind === marker.kind && next.marker.depth === marker.depth) return false
  const before = previousFlow(units, kinds, at)
  const sibling = before?.marker?.kind === marker.kind && before.marker.depth === marker.depth
  if (sibling) return false
  if (before !== null && /:$/.test(before.text) && marker.value === 1 && next.marker !== null) return false
  return true
}

function nextFlow(units: Unit[], kinds: BlockKind[], at: number): Unit | null {
  for (let after = at + 1; after < units.length; after++) {
    if (kinds[after] === 'furniture') continue
    return ['paragraph', 'item', 'row', 'heading'].includes(kinds[after] as string)
      ? (units[after] as Unit)
      : null
  }
  return null
}

function previousFlow(units: Unit[], kinds: BlockKind[], at: number): Unit | null {
  for (let before = at - 1; before >= 0; before--)
    if (kinds[before] !== 'furniture') return units[before] as Unit
  return null
}
