import { latin } from '../language/latin.ts'
import { letterParts } from './letter-parts.ts'
import type { Line } from './lines.ts'

const mailField = latin(/^(?:fra|from|sendt|sent|til|to|emne|subject|dato|date|cc)\s*:\s*\S/iu)

/**
 * "Den 8. september 2017 kl. 10.02 skrev Ida Holm <ih@bm.dk>:", "On Friday Ida Holm wrote:": the line that a mail
 * program puts over what it quotes. "Den 18. januar skrev jeg til jer og bad om:" is the letter's own.
 */
export function announcesQuote(text: string): boolean {
  if (!text.endsWith(':') || text.length > 250) return false
  return wrote.test(text)
}
const person = String.raw`["“]?(?:\p{Lu}[\p{L}.'’-]+\s*){1,6}["”]?`
const address = String.raw`[<([]?[^\s<>]{1,60}@[^\s<>]{1,60}[>)\]]?`
const wrote = latin(
  new RegExp(
    String.raw`^(?:[Dd]en|[Oo]n|[Dd]\.) .{4,120}(?:skrev\s+(?:${person}\s*(?:${address})?|${address})|wrote)\s*:$`,
    'u',
  ),
)

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
  if (letterParts().quotedMail.test(text) || announcesQuote(text)) return true
  if (!/^(?:fra|from)\s*:/iu.test(text)) return false
  return lines.slice(at, at + 5).filter((line) => mailField.test(line.text)).length >= 3
}
