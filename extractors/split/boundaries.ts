import { letterParts } from '../structure/letter-parts.ts'
import type { FileLine } from './file-lines.ts'
import { headEvidence, headKinds, namesBothEnds } from './letterhead-evidence.ts'
import { findQuotedLetters } from './quoted-letters.ts'
import { endOfSignature } from './signature-end.ts'

/** Where a letter begins: the index of its first line that holds something, and why that is in doubt, if it is. */
export type Boundary = { line: number; uncertain: string | null }

const unclosed = 'brevet før har ingen afsluttende hilsen; begyndelsen er fundet ved brevhovedet'
const ungreeted = 'brevet har ingen indledende hilsen; begyndelsen er fundet ved brevhovedet'

/** So much prose makes a letter; less is a heading, an attachment list, a remark. */
const enoughProse = 300
/** So much prose must a letter have shown before another can begin inside it. */
const someProse = 150
/**
 * Head evidence that begins a letter: without salutation after a closing; after prose that was not closed; and there
 * without both ends named, which takes a new page and all that a head can hold.
 */
const goodEvidence = 3
const strongEvidence = 4
const fullEvidence = 6

/** The places where a new letter begins, the file's beginning not among them. */
export function findBoundaries(fileLines: FileLine[]): Boundary[] {
  const quoted = findQuotedLetters(fileLines)
  const lines = fileLines.map((line, at): FileLine => (quoted[at] ? { ...line, kind: 'quoted' } : line))
  const boundaries: Boundary[] = []
  let from = 0
  for (;;) {
    const next = nextLetter(lines, from)
    if (next === null) return boundaries
    boundaries.push(next)
    from = next.line
  }
}

/** The letter after the one that begins at `from`. */
function nextLetter(lines: FileLine[], from: number): Boundary | null {
  let prose = 0
  let greeted = false
  let closing = -1
  let closed = false
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as FileLine
    if (line.kind === 'quoted') continue
    if (line.kind === 'closing') {
      closing = at
      closed = true
      continue
    }
    if (closing >= 0 && at > closing) {
      const start = headAfterClosing(lines, from, closing)
      if (start !== null) return start
      // what follows the signature belongs to this letter; go on behind it
      closing = -1
    }
    if (line.kind === 'salutation') {
      if (greeted || prose >= someProse) {
        const start = headBeforeSalutation(lines, from, at, closed)
        if (start !== null) return start
      }
      greeted = true
    }
    if (line.kind === 'prose') prose += line.text.length
    if (prose >= someProse && isHead(lines, at) && !isHead(lines, at - 1)) {
      const start = unclosedLetter(lines, from, at)
      if (start !== null) return start
    }
  }
  return null
}

function isHead(lines: FileLine[], at: number): boolean {
  const line = lines[at]
  return line !== undefined && headKinds.has(line.kind)
}

/** After a closing: the first line of the next letter's head, if a new letter begins before more of this one. */
function headAfterClosing(lines: FileLine[], from: number, closing: number): Boundary | null {
  const signatureEnd = endOfSignature(lines, closing)
  let body = signatureEnd
  while (isHead(lines, body)) body++
  const anchor = lines[body]
  if (anchor === undefined || ['quoted', 'attachment', 'closing'].includes(anchor.kind)) return null
  const start = pageStartBefore(lines, signatureEnd, body) ?? signatureEnd
  if (anchor.kind === 'salutation') return { line: start, uncertain: null }
  const evidence = headEvidence(lines, from, start, body)
  if (evidence < goodEvidence || proseAfter(lines, body) < enoughProse) return null
  if (isEnclosed(lines.slice(from, closing), lines.slice(start, body))) return null
  return { line: start, uncertain: evidence > goodEvidence ? null : ungreeted }
}

const telling = new Set<FileLine['kind']>(['prose', 'attachment'])

/** "Vedlagt følger det notat, som ...": what bears a title and no date behind the signature belongs to the letter. */
function isEnclosed(letter: FileLine[], head: FileLine[]): boolean {
  const titled = head.some(({ kind }) => kind === 'title') && !head.some(({ kind }) => kind === 'date')
  return titled && letter.some(({ kind, text }) => telling.has(kind) && letterParts().encloses.test(text))
}

/** Letters of a file with pages begin on a page of their own. */
function pageStartBefore(lines: FileLine[], from: number, to: number): number | null {
  for (let at = to; at >= from; at--) if (lines[at]?.pageBefore) return at
  return null
}

/** The characters of prose from `from` to the next closing or the end, counted no further than needed. */
function proseAfter(lines: FileLine[], from: number): number {
  let prose = 0
  for (let at = from; at < lines.length && prose < enoughProse; at++) {
    const { kind, text } = lines[at] as FileLine
    if (kind === 'closing') break
    if (kind === 'prose' || kind === 'title') prose += text.length
  }
  return prose
}

/** A second salutation: its letter begins with the head lines above it. Without any it is no letter's salutation. */
function headBeforeSalutation(
  lines: FileLine[],
  from: number,
  salutation: number,
  closed: boolean,
): Boundary | null {
  let start = salutation
  while (start - 1 > from && isHead(lines, start - 1)) start--
  const page = pageStartBefore(lines, start, salutation)
  if (page !== null) return { line: page, uncertain: null }
  if (!closed) start = afterNames(lines, start)
  return start >= salutation ? null : { line: start, uncertain: closed ? null : unclosed }
}

/** A letterhead from sender to recipient after prose that no closing ended. */
function unclosedLetter(lines: FileLine[], from: number, at: number): Boundary | null {
  const before = lines[at - 1]
  if (before === undefined || (before.kind === 'prose' && !/[.!?]["”)]?$/.test(before.text))) return null
  let body = at
  while (isHead(lines, body)) body++
  const start = pageStartBefore(lines, at, body) ?? afterNames(lines, at)
  const first = lines[start]
  if (first === undefined || start >= body || (first.blanks === 0 && !first.pageBefore)) return null
  // a letter that has shown no head of its own yet may have it after its first page's prose
  const headed = lines
    .slice(from, Math.min(at, from + 40))
    .some(({ kind }) => kind === 'date' || kind === 'fact')
  if (!headed) return null
  const needed = namesBothEnds(lines.slice(start, body)) ? strongEvidence : fullEvidence
  if (headEvidence(lines, from, start, body) < needed) return null
  return proseAfter(lines, body) < enoughProse ? null : { line: start, uncertain: unclosed }
}

/** Names and titles right after unclosed prose are its signature; a title with a name is whom the next letter is to. */
function afterNames(lines: FileLine[], from: number): number {
  let at = from
  while (['signer', 'role', 'caption', 'page-number'].includes(lines[at]?.kind ?? '') && !lines[at]?.named)
    at++
  return at
}
