import type { LetterText } from '../../schemas/letter-text.ts'
import type { SourceLine } from '../../schemas/page.ts'
import { findBody } from './body-range.ts'
import { classifyUnits } from './classify.ts'
import { findFurniture } from './furniture.ts'
import { type Line, readLines } from './lines.ts'
import { findQuotedMail } from './quoted-mail.ts'
import { relate } from './relations.ts'
import { renderLetter } from './render.ts'
import { findSigning } from './signing.ts'
import { findTables } from './tables.ts'
import { type LineRole, makeUnits } from './units.ts'

/**
 * Turns the lines of one letter into its fixed text: blocks of known kind in reading order, wrapped lines and broken
 * words joined, what belongs to the page (furniture) taken out of the flow.
 * Never throws; lines that no rule knows are paragraphs.
 */
export function structureLetter(source: SourceLine[]): LetterText {
  const lines = readLines(source)
  const units = makeUnits(lines, roleOfLines(lines))
  const tables = findTables(units)
  const repeats = new Set(tables.flatMap((table) => table.repeats))
  const rows = new Set(tables.flatMap((table) => table.rows))
  for (const repeat of repeats) (units[repeat] as { role: LineRole }).role = 'furniture'
  const kinds = classifyUnits(
    units,
    units.map((_, at) => rows.has(at)),
  )
  return renderLetter(units, kinds, relate(units, kinds), tables)
}

/** Which part of the letter each line belongs to. */
function roleOfLines(lines: Line[]): LineRole[] {
  const { salutation, bodyStart } = findBody(lines)
  const quoted = findQuotedMail(lines, bodyStart)
  const furniture = findFurniture(lines, bodyStart)
  const skipped = lines.map((_, at) => Boolean(quoted[at] || furniture[at]))
  const signing = findSigning(lines, bodyStart, skipped)
  return lines.map((_, at) => {
    if (quoted[at]) return 'quoted'
    if (at === salutation) return 'salutation'
    if (furniture[at]) return 'furniture'
    if (at < bodyStart) return 'head'
    return signing[at] ?? 'body'
  })
}
