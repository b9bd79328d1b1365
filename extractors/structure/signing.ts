import { latin } from '../language/latin.ts'
import { frameLineOf, isName } from './frame-lines.ts'
import { letterParts } from './letter-parts.ts'
import type { Line } from './lines.ts'
import { isTitle } from './titles.ts'

export type SigningRole = 'closing' | 'signature'

/**
 * Marks closing words and the lines of names and titles after them; where there are no closing words, the names at
 * the letter's end.
 * @param skipped lines that are no prose (furniture, quoted mail); they interrupt a signature but do not end it
 */
export function findSigning(lines: Line[], from: number, skipped: boolean[]): (SigningRole | null)[] {
  const roles: (SigningRole | null)[] = lines.map(() => null)
  let signing = false
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line
    if (skipped[at]) continue
    if (isClosing(line.text)) {
      roles[at] = 'closing'
      signing = true
    } else if (signing && belongsToSignature(line) && !beginsEnclosure(lines, at)) roles[at] = 'signature'
    else signing = false
  }
  if (!roles.includes('closing')) markNamesAtEnd(lines, from, skipped, roles)
  return roles
}

export function isClosing(text: string): boolean {
  const match = letterParts().closing.exec(text)
  if (!match || text.length > 120 || /[?:;]$/.test(text)) return false
  const rest = text.slice(match[0].length).replace(/^[\s,.!]+/, '')
  if (rest === '' || letterParts().closing.test(rest)) return true
  return isName(rest.replace(/\t/g, ' ')) || /^(?:på .{3,40}vegne|fra )/u.test(rest) || signsInOneLine(rest)
}

/** "Ida Holm, faglig leder, tlf. 72 49 62 13": the whole signature behind the closing words. */
function signsInOneLine(text: string): boolean {
  const [name = '', ...more] = text.split(/\s*[,|/]\s*|\s+[–—-]\s+/)
  return isSigner(name) && more.some((part) => letterParts().role.test(part))
}

/** Where the name begins that stands on the line of the closing words ("Venlig hilsen, Ida Holm"); -1 without one. */
export function nameAfterClosing(text: string): number {
  const words = letterParts().closing.exec(text)?.[0].length ?? text.length
  const start = text.length - text.slice(words).replace(/^[\s,.!]+/, '').length
  return start > words && isSigner(text.slice(start)) ? start : -1
}

/** "NOTAT" below the signature, with running text after it. */
function beginsEnclosure(lines: Line[], at: number): boolean {
  const { text, blankBefore } = lines[at] as Line
  if (!blankBefore || !isTitle(text)) return false
  return lines.slice(at + 1).some((line) => line.text.length >= 60 && /[.:]$/.test(line.text))
}

function belongsToSignature(line: Line): boolean {
  const { text, marker } = line
  if (text.length > 110 || letterParts().attachment.test(text)) return false
  if (marker && marker.kind !== 'letter') return false
  if (/[!?:;]$/.test(text)) return false
  return !/[.]$/.test(text) || text.split(/\s+/).length <= 6
}

/** Names and titles that close a letter without closing words: the short lines at its end, from the first name on. */
function markNamesAtEnd(
  lines: Line[],
  from: number,
  skipped: boolean[],
  roles: (SigningRole | null)[],
): void {
  let first = lines.length
  for (let at = lines.length - 1; at >= from; at--) {
    if (skipped[at]) continue
    const line = lines[at] as Line
    if (line.text.length > 60 || /[.!?:;]$/.test(line.text) || line.marker?.kind === 'bullet') break
    if (line.text.split('\t').every((column) => signs(column.trim()))) first = at
    if (!signs(line.text) && line.blankBefore && !isName(line.text)) break
  }
  for (let at = first; at < lines.length; at++) if (!skipped[at]) roles[at] = 'signature'
}

/** A name alone or with the title behind a comma: "Ida Holm, jobcenterchef". */
export function signs(text: string): boolean {
  const [name = '', title] = text.split(/,\s*(.*)/s)
  return isSigner(name) && (title === undefined || letterParts().role.test(title))
}

const namePart = latin(/^(?:\p{Lu}\.|\p{Lu}[\p{L}'’]+(?:-\p{Lu}\p{L}+)?|de|von|van|af|la)$/u)
const startsCapitalised = latin(/^\p{Lu}\p{Ll}/u)
/** A person's name, two to five words, perhaps signed for by another ("e.b. Hanne Midtgaard Kofoed"). */
export function isSigner(text: string): boolean {
  const name = text.replace(letterParts().onBehalf, '').replace(/^\//, '').trim()
  if (name.length > 50 || !startsCapitalised.test(name)) return false
  const words = name.split(/\s+/)
  if (words.length < 2 || words.length > 5) return false
  if (letterParts().organisation.test(words.at(-1) as string) || frameLineOf(name) === 'strong') return false
  return words.every((word) => namePart.test(word))
}
