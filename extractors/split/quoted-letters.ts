import { findDays, isoDay } from '../letterhead/calendar-days.ts'
import { letterParts } from '../structure/letter-parts.ts'
import { announcesQuote } from '../structure/quoted-mail.ts'
import type { FileLine } from './file-lines.ts'
import { endOfSignature } from './signature-end.ts'

/**
 * Marks the lines of mails that are quoted inside a letter: lines with ">", and what follows "Oprindelig meddelelse"
 * or a head of Fra/Sendt/Til that is older than what stands before it, up to the next page or the next closing.
 */
export function findQuotedLetters(lines: FileLine[]): boolean[] {
  const quoted = lines.map((line) => line.kind === 'quoted')
  let at = 1
  while (at < lines.length) {
    const end = quotedMailEnd(lines, at)
    if (end === null) at++
    else {
      quoted.fill(true, at, end)
      at = end
    }
  }
  return quoted
}

function quotedMailEnd(lines: FileLine[], at: number): number | null {
  const { text } = lines[at] as FileLine
  const announced = letterParts().quotedMail.test(text) || announcesQuote(text)
  if (!announced && !isOlderMailHead(lines, at)) return null
  let end = at + 1
  while (end < lines.length && lines[end]?.kind !== 'closing' && !lines[end]?.pageBefore) end++
  return lines[end]?.kind === 'closing' ? endOfSignature(lines, end) : end
}

/** A mail head whose day is not after the last day that a letter or mail above it bears, or that names none. */
function isOlderMailHead(lines: FileLine[], at: number): boolean {
  if (!/^(?:fra|from)\s*:/iu.test((lines[at] as FileLine).text)) return false
  const head = lines.slice(at, at + 5)
  if (head.filter((line) => line.kind === 'mail').length < 3) return false
  const own = head.map(dayIn).find((day) => day !== null) ?? null
  const before = lines
    .slice(Math.max(0, at - 200), at)
    .filter((line) => line.kind === 'date' || line.kind === 'mail')
    .map(dayIn)
    .findLast((day) => day !== null)
  return own === null || !before || own <= before
}

/** The first full date in a line as `YYYY-MM-DD`, or null. */
function dayIn({ text }: FileLine): string | null {
  const day = findDays(text).find(({ year }) => year !== null)
  return day?.year ? isoDay(day, day.year) : null
}
