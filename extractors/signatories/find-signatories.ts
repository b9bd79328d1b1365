import type { Issue, Signatory } from '../../schemas/letter.ts'
import type { Found, Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { type Frame, isSentence, type Line } from '../letterhead/letter-frame.ts'
import { findMunicipalities } from '../letterhead/municipality-names.ts'
import { isOrganisationWord } from './person-names.ts'
import { readSegment, type Segment } from './read-segment.ts'
import { signatureOrder } from './signature-columns.ts'

/**
 * Who signed the letter: the names after the closing words, each with the title beside, below or above it. Without
 * closing words only names with a title at the letter's end count. A letter that nobody signed has none, and an
 * issue says so: no signer is ever guessed.
 */
export function findSignatories(frame: Frame): { signatories: Found<Signatory>[]; issues: Issue[] } {
  const closed = frame.foot.length > 0
  const last = closed ? frame.foot : tail(frame)
  // a page's foot may stand between a name and its title; what a structure took for one may also be a signer
  const read = (lines: Line[], named: boolean) =>
    pair(untilEnd(signatureOrder(lines).map(readSegment)), named)
  const bare = last.filter((line) => line.kind !== 'furniture')
  const clean = read(bare, closed)
  const whole = bare.length === last.length ? clean : read(last, closed)
  const best = fullness(whole) > fullness(clean) ? whole : clean
  const signatories =
    best.length > 0
      ? best
      : read(
          frame.lines.filter((line) => line.kind === 'signature'),
          true,
        )
  const known = new Set<string>()
  const once = signatories.filter(({ value }) => !known.has(value.name) && known.add(value.name))
  const issues =
    once.length > 0
      ? []
      : [{ code: 'unsigned', message: 'Brevet har ingen underskrift med navn.', span: null }]
  return { signatories: once, issues }
}

/** How many names and titles were read. */
const fullness = (signers: Found<Signatory>[]) =>
  signers.reduce((sum, { value }) => sum + (value.title ? 2 : 1), 0)

/** The short lines after the letter's last sentence. */
function tail(frame: Frame): Line[] {
  const last = frame.lines.findLastIndex((line) => isSentence(line.text) && line.kind !== 'furniture')
  return frame.lines
    .slice(last + 1)
    .filter((line) => line.kind !== 'row' || line.parts.length <= 3)
    .slice(-24)
}

/** What stands before a line after which nobody signs (annexes, copies, a sentence that goes on). */
function untilEnd(segments: Segment[]): Segment[] {
  const end = segments.findIndex(
    (segment) =>
      segment.role === 'end' || (segment.role === 'other' && segment.span.end - segment.span.start > 160),
  )
  return end < 0 ? segments : segments.slice(0, end)
}

/** Pairs names with titles. `closed`: closing words stand before, so that a name may stand without a title. */
function pair(segments: Segment[], closed: boolean): Found<Signatory>[] {
  const people = segments.filter((segment) => segment.role === 'person')
  const names = people.filter((segment) => segment.name && !segment.title).length
  const titles = people.filter((segment) => segment.title && !segment.name).length
  const endsInName = people.at(-1)?.name !== null && people.at(-1)?.title === null
  const titleFirst = !people[0]?.name && (endsInName || names === titles)
  const signers: Found<Signatory>[] = []
  let contactSeen = false
  segments.forEach((segment, at) => {
    if (segment.role === 'contact') contactSeen = true
    const { name } = segment
    if (!name) return
    // "på vegne af borgmester Lis Bo" over the name of who signs
    if (segment.principal && people.slice(people.indexOf(segment) + 1).some((other) => other.name)) return
    const beside = (titleFirst ? neighbour(segments, at, -1) : null) ?? neighbour(segments, at, 1)
    const titled = segment.title ? segment : (beside ?? (closed ? unknownTitle(segments[at + 1]) : null))
    const lead = segments[at - 1]
    const onBehalf =
      segment.onBehalf || (lead !== undefined && (lead.role === 'other' || lead.principal) && lead.onBehalf)
    const first = signers.length === 0 || people[people.indexOf(segment) - 1]?.name !== null
    const alone = segment.marked || (closed && !contactSeen && (first || onBehalf))
    if (!titled && !alone) return
    const spans = [segment.span, titled?.span ?? segment.span]
    signers.push({
      value: { name, title: titled?.title ?? null, onBehalf },
      span: around(spans),
      rule: titled ? 'signature-name-and-title' : 'signature-name',
      assumed: [],
    })
  })
  return signers
}

/** The title next to a name, at most two lines of organisation between. */
function neighbour(segments: Segment[], at: number, step: 1 | -1): Segment | null {
  for (let distance = 1; distance <= 3; distance++) {
    const other = segments[at + step * distance]
    if (!other || other.name || other.role === 'contact') return null
    if (other.title) return other
  }
  return null
}

const oneTitle = latin(/^\p{Lu}[\p{Ll}-]{4,}$/u)
/** A single word under a name after the closing words is a title, also one that no list knows ("Overlæge"). */
function unknownTitle(segment: Segment | undefined): Segment | null {
  if (segment?.role !== 'other' || !oneTitle.test(segment.text)) return null
  const known = isOrganisationWord(segment.text) || findMunicipalities(segment.text).length > 0
  return known ? null : { ...segment, title: segment.text }
}

const around = (spans: Span[]): Span => ({
  start: Math.min(...spans.map((span) => span.start)),
  end: Math.max(...spans.map((span) => span.end)),
})
