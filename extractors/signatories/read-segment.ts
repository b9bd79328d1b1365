import type { Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { beginsLower } from '../language/letter-case.ts'
import { remembered } from '../language/remembered.ts'
import { type Piece, plainWords, signingWords } from '../letterhead/letter-frame.ts'
import { isBeforeTitle, isTitle, isTitleHead } from './job-titles.ts'
import { isGivenName, isOrganisationWord, isPersonName } from './person-names.ts'

/**
 * What a line or column of the signature block says: a name, a title, both, an end after which nobody signs, or
 * something else. `principal`: on whose behalf another signs. `marked` is set where a slash, "sign." or the like says
 * that this is a signature.
 */
export type Segment = {
  text: string
  span: Span
  name: string | null
  title: string | null
  onBehalf: boolean
  principal: boolean
  marked: boolean
  role: 'person' | 'end' | 'contact' | 'other'
}

let marks: { onBehalf: RegExp; signed: RegExp; ends: RegExp; skips: RegExp } | undefined
function patterns() {
  if (marks) return marks
  const source = (phrases: string[]) =>
    [...phrases]
      .sort((a, b) => b.length - a.length)
      .map((phrase) => phrase.split(' ').join('[. ]{0,2}'))
      .join('|')
  const data = signingWords()
  marks = {
    onBehalf: latin(new RegExp(`^\\(?(?:${source(data.onBehalf)})(?![\\p{L}])\\)?[.:]?\\s*/?\\s*`, 'iu')),
    signed: latin(
      new RegExp(
        `^[\\s(/]*(?:${source(data.signed)})(?![\\p{L}])\\.?\\)?\\s*[:/]?\\s*|\\s*[(/]\\s*(?:${source(data.signed)})\\.?\\s*[)/]?\\s*$|\\s+sign\\.?$`,
        'iu',
      ),
    ),
    ends: latin(new RegExp(`^(?:${source(data.ends)})(?!\\p{L})`, 'iu')),
    skips: latin(new RegExp(`^(?:${source(data.skips)})(?!\\p{L})`, 'iu')),
  }
  return marks
}

const contactFact = latin(/@|(?:\d[ .]?){8}|www\.|https?:|^\d{4} \p{Lu}/u)
const signedOn = /,?\s*(?:den|d\.)?\s*\d.*$/iu
const definiteWord = latin(/^\p{L}+(?:en|ens|et|ets)\s+(?=\p{Lu})/u)
/** Reads one line or column of a signature block. */
export function readSegment(piece: Piece): Segment {
  const { onBehalf, signed, ends, skips } = patterns()
  let text = piece.text.replace(/^[\s*_#|>–—-]+|[\s*_|]+$/gu, '')
  const read: Segment = {
    text,
    span: { start: piece.start, end: piece.end },
    name: null,
    title: null,
    onBehalf: false,
    principal: /^\(?(?:på\s+vegne\s+af|for)\s/iu.test(text),
    marked: false,
    role: 'other',
  }
  const strip = (pattern: RegExp) => {
    const shorter = text.replace(pattern, '').trim()
    const changed = shorter !== text && shorter !== ''
    if (changed) text = shorter
    return changed
  }
  // "Godkendt af Ida Holm": "af" stands in names, too
  if (text.includes(' af ') && strip(signed)) {
    strip(signedOn)
    read.marked = true
  }
  if (text.startsWith('/')) read.marked = strip(/^[\s/]+/)
  if (isPerson(text, read)) return read
  // "Digitalt underskrevet af Jens Ive den 3. maj 2018"
  if (strip(signed)) {
    strip(signedOn)
    read.marked = true
  }
  if (isPerson(text, read)) return read
  if (text.replace(onBehalf, '').trim() === '' && text !== '') return { ...read, onBehalf: true }
  if (strip(onBehalf) && !isOrganisationName(text)) {
    read.onBehalf = true
    // "For borgmesteren Hanne Kofoed": whom it is signed for is no name
    const [first = ''] = text.split(' ')
    if (beginsLower.test(first) || isOrganisationWord(first)) strip(definiteWord)
  }
  if (strip(/^[\s/]+/)) read.marked = true
  if (isPerson(text, read)) return read
  if (ends.test(text)) return { ...read, onBehalf: false, role: 'end' }
  if (contactFact.test(text) || skips.test(plainWords(text))) return { ...read, role: 'contact' }
  return read
}

/** Finds name and title in the text, each or both, and notes them in `read`. */
function isPerson(text: string, read: Segment): boolean {
  const found = nameAndTitle(text)
  if (!found) return false
  read.name = found.name
  read.title = found.title
  read.role = 'person'
  return true
}

const contactAfter = latin(
  /[\s,;|/–—-]+(?:(?:tlf|telefon|tel|mobil|mob|direkte|mail|e-mail)(?!\p{L})\.?:?\s*)*(?:\+45\s?)?(?:(?:\d[ .]?){8}|[\p{L}\d._-]{1,64}@[\p{L}\d.-]{4,64})\s*$/iu,
)
const initialsAfter = latin(/\s*\((?:\p{Ll}{2,6}|\p{Lu}{1,5}|sign\.?)\)\s*$/u)
const initialAtEnd = latin(/\p{Lu}\.$|\.\p{L}+\.$/u)
const cleanName = (text: string) =>
  text
    .trim()
    .replace(initialsAfter, '')
    .replace(/[,.;:]+$/u, (end) => (initialAtEnd.test(text) ? end : ''))
    .trim()

/**
 * The title without the organisation that stands after it on the same line: "Koncernchef, Arbejdsmarked, Køge
 * Kommune" is a Koncernchef, but "Direktør for Børn, Unge og Familie" is kept.
 */
export function cleanTitle(text: string): string {
  const parts = text
    .trim()
    .replace(/[,;]+$/u, '')
    .split(/,\s+|\s+[|·]\s+/)
  const organisation = parts.findIndex((part, at) => at > 0 && isOrganisationName(part))
  const whole = /\s(?:for|i|af|ved)\s/u.test(parts[0] ?? '')
  const keep = organisation < 0 ? parts.length : whole ? organisation : 1
  return parts
    .slice(0, keep)
    .join(', ')
    .replace(/\s{2,}/g, ' ')
    .replace(/^\((.*)\)$/u, '$1')
}

const organisationWord = latin(
  /(?:kommune|jobcenter|center|centret|forvaltning|forvaltningen|sekretariat|sekretariatet|styrelsen|ministeriet|afdeling|afdelingen|rådhus|kontor|kontoret|centeret|teamet|enheden|staben|byrådet|kommunalbestyrelsen|(?<!\p{L})team)(?!\p{L})/iu,
)
const isOrganisationName = (text: string) => organisationWord.test(text) && !isTitle(text)

/** Name and title of one person are never longer, in characters. */
const longest = 400

type NameAndTitle = { readonly name: string | null; readonly title: string | null }

/** Reads a text as a name, a title, or both in either order; null when it is neither. */
export const nameAndTitle = remembered((text): NameAndTitle | null => {
  if (text.length > longest) return null
  // "Sagsbehandler: Ida Holm, tlf. ..." is no signature
  const line = cleanName(text.includes(':') ? text : text.replace(contactAfter, ''))
  if (isPersonName(line)) return { name: line, title: null }
  for (const separator of [/\s*,\s+/, /\s+[–—-]\s+/, /\s*\|\s*/, /\s+\/\s+/, /:\s+/, /\s*\((?=[^)]*\)$)/]) {
    const match = separator.exec(line)
    if (!match || match.index === 0) continue
    const left = cleanName(line.slice(0, match.index))
    const right = line.slice(match.index + match[0].length).replace(/\)$/, '')
    if (isPersonName(left) && isTitle(right)) return { name: left, title: cleanTitle(right) }
    if (isPersonName(cleanName(right)) && isTitle(left))
      return { name: cleanName(right), title: cleanTitle(left) }
    if (isPersonName(left) && isOrganisationName(right)) return { name: left, title: null }
  }
  const words = line.split(/\s+/)
  const both = titleThenName(words) ?? nameThenTitle(words)
  if (both) return both
  return isTitle(line) ? { name: null, title: cleanTitle(line) } : null
})

/** "Borgmester Jens Ive"; after a title of several words the name begins with a common given name. */
function titleThenName(words: string[]): { name: string; title: string } | null {
  const head = words.findIndex(isTitleHead)
  if (head < 0 || head > 3) return null
  for (let at = head + 1; at <= words.length - 2; at++) {
    const name = cleanName(words.slice(at).join(' '))
    const title = words.slice(0, at).join(' ')
    if (!isPersonName(name) || !isTitle(title)) continue
    if (at === head + 1 || isGivenName(words[at] ?? '')) return { name, title: cleanTitle(title) }
  }
  return null
}

/** "Joy Mogensen Borgmester", "Ole Brandstrup kst. direktør". */
function nameThenTitle(words: string[]): { name: string; title: string } | null {
  const head = words.findIndex(isTitleHead)
  if (head < 2) return null
  for (let at = 2; at <= head; at++) {
    const begins = at === head || isBeforeTitle(words[at] ?? '') || beginsLower.test(words[at] ?? '')
    const name = cleanName(words.slice(0, at).join(' '))
    const title = words.slice(at).join(' ')
    if (begins && isPersonName(name) && isTitle(title)) return { name, title: cleanTitle(title) }
  }
  return null
}
