import type { FileLine, FileLineKind } from './file-lines.ts'
import { findQuotedLetters } from './quoted-letters.ts'

/** Where a letter begins: the index of its first line that holds something, and why that is in doubt, if it is. */
export type Boundary = { line: number; uncertain: string | null }

const headKinds = new Set<FileLineKind>([
  'recipient',
  'mail',
  'title',
  'date',
  'fact',
  'signer',
  'role',
  'office',
  'other',
  'caption',
])
const unclosed = 'brevet før har ingen afsluttende hilsen; begyndelsen er fundet ved brevhovedet'
const ungreeted = 'brevet har ingen indledende hilsen; begyndelsen er fundet ved brevhovedet'

/** So much prose makes a letter of what stands before it; less is a heading, an attachment list, a remark. */
const enoughProse = 300

/** The places where a new letter begins, the file's beginning not among them. */
export function findBoundaries(lines: FileLine[]): Boundary[] {
  const quoted = findQuotedLetters(lines)
  const boundaries: Boundary[] = []
  let from = 0
  for (;;) {
    const next = nextLetter(lines, from, quoted)
    if (next === null) return boundaries
    boundaries.push(next)
    from = next.line
  }
}

/** The letter after the one that begins at `from`. */
function nextLetter(lines: FileLine[], from: number, quoted: boolean[]): Boundary | null {
  let prose = 0
  let greeted = false
  let closing = -1
  let closed = false
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as FileLine
    if (quoted[at]) continue
    if (line.kind === 'closing') {
      closing = at
      closed = true
      continue
    }
    if (closing >= 0 && at > closing) {
      const start = headAfterClosing(lines, from, closing, quoted)
      if (start !== null) return start
      // what follows the signature belongs to this letter; go on behind it
      closing = -1
    }
    if (line.kind === 'salutation') {
      if (greeted || prose >= enoughProse) {
        const start = headBeforeSalutation(lines, from, at, closed)
        if (start !== null) return start
      }
      greeted = true
    }
    if (line.kind === 'prose') prose += line.text.length
    if (line.kind === 'recipient' && prose >= enoughProse) {
      const start = unclosedLetter(lines, from, at)
      if (start !== null) return start
    }
  }
  return null
}

/** After a closing: the first line of the next letter's head, if a new letter begins before more of this one. */
function headAfterClosing(
  lines: FileLine[],
  from: number,
  closing: number,
  quoted: boolean[],
): Boundary | null {
  const signatureEnd = endOfSignature(lines, closing)
  const body = firstBodyLine(lines, signatureEnd, quoted)
  if (body === null) return null
  const anchor = lines[body] as FileLine
  if (anchor.kind === 'closing') return null
  const start = pageStartBefore(lines, signatureEnd, body) ?? signatureEnd
  if (anchor.kind === 'salutation') return { line: start, uncertain: null }
  const evidence = headEvidence(lines, from, start, body)
  if (evidence < 3 || proseAfter(lines, body) < enoughProse) return null
  return {
    line: start,
    uncertain: evidence > 3 ? null : ungreeted,
  }
}

/** The first line after the names and titles that follow a closing, and after opening hours below them. */
function endOfSignature(lines: FileLine[], closing: number): number {
  const names = new Set<string>()
  let at = closing + 1
  while (at < lines.length && belongsToSignature(lines, at, closing, names)) at++
  return at
}

function belongsToSignature(lines: FileLine[], at: number, closing: number, names: Set<string>): boolean {
  const line = lines[at] as FileLine
  const near = line.blanks <= 1 && !line.pageBefore
  switch (line.kind) {
    case 'caption':
    case 'closing':
    case 'hours':
      return true
    case 'signer':
    case 'role': {
      const firstName = names.size === 0
      if (!firstName && (repeatsName(line.text, names) || beginsAddress(lines, at))) return false
      if (line.kind === 'signer') names.add(line.text)
      return line.kind === 'signer' || firstName || near
    }
    case 'other':
      return names.size === 0 ? at <= closing + 2 : near && /\p{Ll}/u.test(line.text)
    case 'fact':
      return line.blanks === 0
    case 'office':
      return names.size > 0 && near && standsAlone(lines, at)
    default:
      return false
  }
}

/** A name or title with an address, a date or a number below it is whom the next letter is to. */
function beginsAddress(lines: FileLine[], at: number): boolean {
  for (let below = at + 1; below < Math.min(at + 5, lines.length); below++) {
    const line = lines[below] as FileLine
    if (line.blanks > 0) return false
    if (line.kind === 'fact' || line.kind === 'date') return true
  }
  return false
}

/** "Beskæftigelsesminister Troels Lund Poulsen" after his own signature is whom the next letter is to. */
function repeatsName(text: string, names: Set<string>): boolean {
  return [...names].some((name) => text.includes(name))
}

function standsAlone(lines: FileLine[], at: number): boolean {
  const next = lines[at + 1]
  return (
    /\p{Ll}/u.test(lines[at]?.text ?? '') &&
    (next === undefined || next.blanks > 0 || next.kind === 'caption')
  )
}

/** The first salutation, closing or prose from `from`, past what can be a letter's head; null when there is none. */
function firstBodyLine(lines: FileLine[], from: number, quoted: boolean[]): number | null {
  for (let at = from; at < lines.length; at++) {
    const { kind } = lines[at] as FileLine
    if (quoted[at] || kind === 'attachment') return null
    if (!headKinds.has(kind)) return at
  }
  return null
}

/** Letters of a file with pages begin on a page of their own. */
function pageStartBefore(lines: FileLine[], from: number, to: number): number | null {
  for (let at = to; at >= from; at--) if (lines[at]?.pageBefore) return at
  return null
}

/** How much speaks for a letterhead between `start` and `body`, what the letter before has shown not counted. */
function headEvidence(lines: FileLine[], from: number, start: number, body: number): number {
  const seen = new Set(lines.slice(Math.max(from, start - 500), start).map((line) => line.text))
  const weights: Partial<Record<FileLineKind, number>> = {
    recipient: 2,
    date: 2,
    title: 1,
    fact: 1,
    office: 1,
    mail: 2,
  }
  const kinds = new Set<FileLineKind>()
  const first = lines[start] as FileLine
  let evidence = first.pageBefore || first.blanks >= 2 ? 1 : 0
  // where the pages are known, the margin column of the first page may come after its prose
  const to = first.pageBefore ? endOfPage(lines, start) : Math.min(body + 1, lines.length)
  for (let at = start; at < to; at++) {
    const line = lines[at] as FileLine
    if (kinds.has(line.kind) || (at > body && line.kind === 'title')) continue
    if (seen.has(line.text) && line.kind !== 'recipient') continue
    kinds.add(line.kind)
    evidence += weights[line.kind] ?? 0
  }
  return evidence
}

function endOfPage(lines: FileLine[], start: number): number {
  let end = start + 1
  while (end < lines.length && !lines[end]?.pageBefore) end++
  return end
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
  while (start - 1 > from && headKinds.has((lines[start - 1] as FileLine).kind)) start--
  const page = pageStartBefore(lines, start, salutation)
  if (page !== null) return { line: page, uncertain: null }
  // names and titles right after the prose are the unclosed letter's signature
  if (!closed) while (['signer', 'role', 'caption'].includes((lines[start] as FileLine).kind)) start++
  if (start === salutation) return null
  return { line: start, uncertain: closed ? null : unclosed }
}

/** "Til ..." on a line of its own, with a letterhead around it, after prose that was not closed. */
function unclosedLetter(lines: FileLine[], from: number, recipient: number): Boundary | null {
  let start = recipient
  while (start - 1 > from && headKinds.has((lines[start - 1] as FileLine).kind)) start--
  const before = lines[start - 1]
  if (before === undefined || !/[.!?]["”]?$/.test(before.text)) return null
  let body = recipient
  while (body < lines.length && headKinds.has((lines[body] as FileLine).kind)) body++
  const first = lines[start] as FileLine
  if (!first.pageBefore && first.blanks === 0) return null
  if (headEvidence(lines, from, start, body) < 4) return null
  return {
    line: start,
    uncertain: 'brevet før har ingen afsluttende hilsen; begyndelsen er fundet ved brevhovedet',
  }
}
