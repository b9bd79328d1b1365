import { letterParts } from './letter-parts.ts'
import type { Line } from './lines.ts'

const mailField = /^(?:fra|from|sendt|sent|til|to|emne|subject|dato|date|cc)\s*:\s*\S/iu
const wrote = /^(?:den |on |d\. ).{4,120}(?:skrev|wrote)\b.{0,120}:$/iu

/**
 * Marks the lines of older mails quoted below or inside a letter: lines with ">", and everything after "Oprindelig
 * meddelelse", "Den ... skrev ...:" or a second block of Fra/Sendt/Til.
 * @param from first line of the letter's own body; a mail's own head before it is not quoted
 */
export function findQuotedMail(lines: Line[], from: number): boolean[] {
  const quoted = lines.map((line) => /^>+(?:\s|$)/.test(line.text))
  for (let at = from; at < lines.length; at++) {
    if (!beginsQuotedMail(lines, at)) continue
    quoted.fill(true, at)
    break
  }
  return quoted
}

function beginsQuotedMail(lines: Line[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  if (letterParts().quotedMail.test(text) || wrote.test(text)) return true
  if (!/^(?:fra|from)\s*:/iu.test(text)) return false
  return lines.slice(at, at + 5).filter((line) => mailField.test(line.text)).length >= 3
}
