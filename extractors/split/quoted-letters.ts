import { abbreviations } from '../language/abbreviations.ts'
import { letterParts } from '../structure/letter-parts.ts'
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
  const announced =
    letterParts().quotedMail.test(text) || /^(?:den |d\. ).{4,120}skrev\b.{0,120}:$/iu.test(text)
  if (!announced && !isOlderMailHead(lines, at)) return null
  let end = at + 1
  while (end < lines.length && lines[end]?.kind !== 'closing' && !lines[end]?.pageBefore) end++
  return lines[end]?.kind === 'closing' ? endOfSignature(lines, end) : end
}

/** A mail head whose day lies before the last day named above it, or that names none. */
function isOlderMailHead(lines: FileLine[], at: number): boolean {
  if (!/^(?:fra|from)\s*:/iu.test((lines[at] as FileLine).text)) return false
  const head = lines.slice(at, at + 5)
  if (head.filter((line) => line.kind === 'mail').length < 3) return false
  const own = head.map((line) => dayIn(line.text)).find((day) => day !== null) ?? null
  const above = lines.slice(Math.max(0, at - 200), at)
  const before = above
    .filter((line) => line.kind === 'date' || line.kind === 'mail')
    .map((line) => dayIn(line.text))
  const known = before.filter((day) => day !== null)
  return own === null || known.length === 0 || own <= Math.max(...known)
}

/** The first full date in a line as a number that sorts (20180808), or null. */
function dayIn(text: string): number | null {
  const numeric = /(?<!\d)(\d{1,2})[-./](\d{1,2})[-./](\d{4})/.exec(text)
  if (numeric) return Number(numeric[3]) * 10000 + Number(numeric[2]) * 100 + Number(numeric[1])
  const words = /(?<!\d)(\d{1,2})\. ?(\p{L}+) (\d{4})/u.exec(text)
  const month = words ? [...abbreviations().months].indexOf((words[2] as string).toLowerCase()) + 1 : 0
  return words && month > 0 ? Number(words[3]) * 10000 + month * 100 + Number(words[1]) : null
}
