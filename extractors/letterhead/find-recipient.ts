import type { LetterKind } from '../../schemas/letter.ts'
import type { Found } from '../../schemas/span.ts'
import { isPersonName } from '../signatories/person-names.ts'
import { authorityPatterns, committeeReaders, municipalReaders } from './authorities.ts'
import type { Frame, Line } from './letter-frame.ts'

const to = /^[\s*]*(?:til|to|att\.?)\s*:?\s+(?=\p{L})/iu

/**
 * Whom the letter is written to: a line "Til ...", the line of the head that names the other side with the name on
 * the next line ("Beskæftigelsesminister" / "Troels Lund Poulsen"), else whom it greets.
 */
export function findRecipient(frame: Frame, kind: LetterKind): Found<string> | null {
  const head = frame.head.filter((line) => line.kind !== 'subject' && line.text.length < 140)
  const labelled = head.find(
    (line) => to.test(line.text) && isReader(line.text) && !/^\s*att/iu.test(line.text),
  )
  if (labelled)
    return found(
      frame,
      labelled,
      labelled.start + (to.exec(labelled.text)?.[0].length ?? 0),
      'recipient-label',
    )
  const named =
    kind === 'statement'
      ? authorityLine(head)
      : kind === 'committee-orientation'
        ? null
        : head.find((line) => isMunicipalLine(line))
  if (named && kind !== 'plan' && kind !== 'other') return found(frame, named, named.start, 'recipient-line')
  if (!frame.salutation) return null
  const greeting =
    /^[\s*#_]*(?:kære|hej|goddag|dear)\s+(?:hr\.\s+|fru\s+)?/iu.exec(frame.salutation.text)?.[0].length ?? 0
  if (kind === 'committee-orientation')
    return found(frame, frame.salutation, frame.salutation.start, 'recipient-greeted')
  return found(frame, frame.salutation, frame.salutation.start + greeting, 'recipient-greeted')
}

const isReader = (text: string) =>
  authorityPatterns().authority.test(text) ||
  municipalReaders.test(text) ||
  committeeReaders.test(text) ||
  isPersonName(text.replace(to, ''))

/** The line that names the authority, or the next one where that names the minister in person. */
function authorityLine(head: Line[]): Line | undefined {
  const at = head.findIndex(isAuthorityLine)
  const next = head[at + 1]
  return at >= 0 && next && isAuthorityLine(next) && /minister\s+\p{Lu}/u.test(next.text) ? next : head[at]
}

function isAuthorityLine(line: Line): boolean {
  const match = authorityPatterns().authority.exec(line.text)
  return (
    match !== null &&
    /^[\W]*(?:\p{L}+s\s)?$/u.test(line.text.slice(0, match.index)) &&
    line.text.length < 80 &&
    !/[@.]/u.test(line.text)
  )
}

const isMunicipalLine = (line: Line) =>
  /^\p{Lu}[\p{L} -]{2,30}kommune$/iu.test(line.text.trim()) ||
  (/^(?:borgmester|kommunalbestyrelsen|byrådet|kommunaldirektør|jobcenterchef)(?!\p{L})/iu.test(
    line.text.trim(),
  ) &&
    line.text.length < 100)

/** The line from `start`, joined with the next where that is the name of the one whose title it gives. */
function found(frame: Frame, line: Line, start: number, rule: string): Found<string> | null {
  const next = frame.lines[frame.lines.indexOf(line) + 1]
  const own = frame.text
    .slice(start, line.end)
    .replace(/[\s*#_,.!:]+$/u, '')
    .replace(/^[\s*#_]+/u, '')
  if (!own) return null
  const begin = line.start + Math.max(0, line.text.indexOf(own))
  if (
    next &&
    rule === 'recipient-line' &&
    /(?:minister|borgmester|direktør|chef)$/iu.test(own) &&
    isPersonName(next.text.trim())
  ) {
    return { value: `${own} ${next.text.trim()}`, span: { start: begin, end: next.end }, rule, assumed: [] }
  }
  return { value: own, span: { start: begin, end: begin + own.length }, rule, assumed: [] }
}
