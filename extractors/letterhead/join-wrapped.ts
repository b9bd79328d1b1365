import { latin } from '../language/latin.ts'
import { beginsLower } from '../language/letter-case.ts'
import type { Line } from './letter-frame.ts'

const verb = latin(
  /(?<!\p{L})(?:har|havde|er|var|blev|bliver|skal|vil|kan|må|bad|beder|bede|bedes|sendte|skrev|modtog|modtaget|anmoder|fremsendes|besvarer|redegør|finder|følger|takker|takke|henviser)(?!\p{L})/iu,
)
const openEnd = latin(
  /(?:[,–-]|(?<!\p{L})(?:den|d\.|af|i|og|for|til|fra|på|ved|om|med|at|som|der|hvor|eller|en|et|\d{1,2}\.))$/u,
)

/** A line of the length of running text with a verb in it, as against a subject or an address. */
export const isProse = ({ text, parts }: Line): boolean =>
  text.length >= 40 && parts.length === 1 && verb.test(text)

/**
 * Joins lines of running text that were left apart (narrow columns, lines with blanks between), so that a sentence
 * can be read whole. Only lines that follow each other in the letter are joined; their places stay true.
 */
export function joinWrapped(lines: Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (!before || !goesOn(before, line)) {
      joined.push(line)
      continue
    }
    const text = `${before.text} ${line.text}`
    const whole = { text, start: before.start, end: line.end }
    joined[joined.length - 1] = { ...whole, index: line.index, kind: before.kind, parts: [whole] }
  }
  return joined
}

/** A paragraph is shorter; a text without any full stop is none. */
const longest = 2000

const labelOrAddress = latin(/^\p{L}[\p{L}. -]{0,20}:|@/u)
function goesOn(before: Line, next: Line): boolean {
  if (before.index + 1 !== next.index || before.end + 1 !== next.start) return false
  if (
    before.parts.length > 1 ||
    next.parts.length > 1 ||
    before.text.length < 40 ||
    before.text.length > longest
  )
    return false
  if (!['paragraph', 'item', 'subject', 'letterhead'].includes(before.kind)) return false
  if (!['paragraph', 'subject', 'letterhead'].includes(next.kind) || labelOrAddress.test(next.text))
    return false
  if (/(?<!\d)[.:!?;]["”»)]?$/u.test(before.text)) return false
  if (beginsLower.test(next.text) || openEnd.test(before.text)) return true
  return (
    !/\d\.$/.test(before.text) && before.text.length >= 50 && isProse(before) && before.kind !== 'letterhead'
  )
}
