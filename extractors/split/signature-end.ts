import { hasLower } from '../language/letter-case.ts'
import type { FileLine } from './file-lines.ts'

/** The first line after the names and titles that follow a closing, and after page numbers and opening hours there. */
export function endOfSignature(lines: FileLine[], closing: number): number {
  const names = new Set<string>()
  let at = closing + 1
  while (at < lines.length && belongsToSignature(lines, at, closing, names)) at++
  return at
}

function belongsToSignature(lines: FileLine[], at: number, closing: number, names: Set<string>): boolean {
  const line = lines[at] as FileLine
  const near = line.blanks <= 1 && !line.pageBefore
  switch (line.kind) {
    case 'closing':
    case 'hours':
    case 'page-number':
      return true
    case 'caption':
      return near || lines[at + 1]?.kind === 'signer'
    case 'signer':
      if (names.size > 0 && (names.has(line.text) || beginsAddress(lines, at))) return false
      names.add(line.text)
      return true
    case 'role':
      // after names that stand alone, a title with a name is whom the next letter is to
      if (names.size > 0 && (line.named || beginsAddress(lines, at))) return false
      return names.size === 0 || near
    case 'other':
      return names.size === 0 ? at <= closing + 2 : near && hasLower.test(line.text)
    case 'fact':
      return line.blanks === 0 && !line.pageBefore
    case 'office':
      return names.size > 0 && near && standsAlone(lines, at)
    default:
      return false
  }
}

/** A name or title with an address, a date or a number right below it is whom the next letter is to. */
function beginsAddress(lines: FileLine[], at: number): boolean {
  for (let below = at + 1; below < Math.min(at + 5, lines.length); below++) {
    const line = lines[below] as FileLine
    if (line.blanks > 0) return false
    if (line.kind === 'fact' || line.kind === 'date') return true
  }
  return false
}

function standsAlone(lines: FileLine[], at: number): boolean {
  const next = lines[at + 1]
  return (
    hasLower.test(lines[at]?.text ?? '') && (next === undefined || next.blanks > 0 || next.kind === 'caption')
  )
}
