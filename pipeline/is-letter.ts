import type { ExtractedLetter } from '../schemas/letter.ts'
import type { BlockKind } from '../schemas/letter-text.ts'

/** How many of a letter's outer marks a text of no known kind must have to be taken for one. */
const enough = 2

/**
 * Whether a text is a letter at all. One of a known kind is; any other must be to or from somebody (a salutation, a
 * closing, a signature, a recipient) and have a second mark of a letter, so that a shopping list or source code with
 * a date in it is none.
 */
export function isLetter({ text, facts }: ExtractedLetter): boolean {
  if (facts.kind.value !== 'other') return true
  const has = (kind: BlockKind) => text.blocks.some((block) => block.kind === kind)
  const personal = [has('salutation'), has('closing'), facts.signatories.length > 0, facts.recipient !== null]
  const formal = [facts.date !== null, facts.municipality !== null, facts.caseNumbers.length > 0]
  const count = (marks: boolean[]) => marks.filter(Boolean).length
  return count(personal) > 0 && count(personal) + count(formal) >= enough
}
