import type { SourceLine } from '../../schemas/page.ts'
import { latin } from '../language/latin.ts'
import { isSalutation } from '../structure/body-range.ts'
import {
  frameLineOf,
  isDateLine,
  isHours,
  isName,
  isOrganisation,
  isPageNumber,
} from '../structure/frame-lines.ts'
import { letterParts } from '../structure/letter-parts.ts'
import { markerOf } from '../structure/list-markers.ts'
import { isClosing, isSigner } from '../structure/signing.ts'
import { isTitle } from '../structure/titles.ts'

/**
 * What a line can be in the frame around a letter. `recipient`: "Til ..."; `mail`: a field of an e-mail's head;
 * `title`: a subject or a document's title; `attachment`: "Bilag ...", "Kopi til ..."; `fact`: an address, a phone
 * number, a case number; `hours`: opening hours; `role`: a title of office, perhaps with a name; `other`: short and none of these; `prose`: all that is longer.
 */
export type FileLineKind =
  | 'salutation'
  | 'closing'
  | 'recipient'
  | 'mail'
  | 'title'
  | 'attachment'
  | 'caption'
  | 'date'
  | 'fact'
  | 'hours'
  | 'page-number'
  | 'signer'
  | 'role'
  | 'office'
  | 'quoted'
  | 'other'
  | 'prose'

/** A line of a file that holds something. `source` is its index among all lines, `blanks` the empty lines before it. */
export type FileLine = {
  text: string
  source: number
  kind: FileLineKind
  blanks: number
  pageBefore: boolean
  /** Of a title of office: a name stands after it. */
  named: boolean
}

export function readFileLines(source: SourceLine[]): FileLine[] {
  const lines: FileLine[] = []
  let blanks = 0
  let page = source[0]?.page
  source.forEach(({ text, page: linePage }, at) => {
    const bare = bareText(text)
    if (bare === '') {
      blanks++
      return
    }
    // the list below "Bilag:"
    const listed = blanks === 0 && linePage === page && lines.at(-1)?.kind === 'attachment'
    const kind = listed ? 'attachment' : kindOf(bare, text)
    const named = kind === 'role' && isSigner(bare.replace(/^\S+\s+/, ''))
    lines.push({ text: bare, source: at, kind, blanks, pageBefore: linePage !== page, named })
    blanks = 0
    page = linePage
  })
  lines.forEach((line, at) => {
    const above = lines[at - 1]
    if (line.kind === 'salutation' && above && isLongSubject(above)) above.kind = 'title'
  })
  return lines
}

/** A line right above the salutation that is too long for a name and no sentence. */
function isLongSubject(line: FileLine): boolean {
  return line.kind === 'prose' && line.blanks > 0 && line.text.length <= 170 && !/[.!?:;,]$/.test(line.text)
}

/** A line without marks of emphasis and headings; a long one is prose whatever it looks like. */
function bareText(text: string): string {
  const trimmed = text.trim()
  if (trimmed.length > 400 || !/[*#\u00a0\u00ad\u200b\ufeff\t]| {2}/.test(trimmed)) return trimmed
  return trimmed
    .replace(/\*\*|^#+\s+|[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const columnsOf = (text: string): string[] =>
  /\t|\s{4}/.test(text) ? text.split(/\t+|\s{4,}/).map((column) => column.trim()) : [text]

const recipientLine = latin(
  /^Til (?:\p{Lu}|\p{L}*(?:minister|borgmester|udvalg|kommune|formand|direktør|chef)|den |de )/u,
)
function kindOf(bare: string, raw: string): FileLineKind {
  const parts = letterParts()
  if (bare.length > 200) return 'prose'
  if (bare.startsWith('>')) return 'quoted'
  if (parts.caption.test(bare)) return 'caption'
  if (isSalutation(bare)) return 'salutation'
  if (isClosing(bare)) return 'closing'
  if (/^(?:fra|from|sendt|sent|til|to|emne|subject|cc)\s*:\s*\S/iu.test(bare)) return 'mail'
  if (isDateLine(bare) || /^dato\s*[:.]?\s*\d/iu.test(bare)) return 'date'
  const trimmed = raw.trim()
  if (!trimmed.startsWith('#') && markerOf(trimmed)) return 'prose'
  if (parts.attachment.test(bare)) return 'attachment'
  if (recipientLine.test(bare) && !/[.!?:]$/.test(bare) && bare.length <= 100) return 'recipient'
  if (isHours(bare)) return 'hours'
  if (isPageNumber(bare)) return 'page-number'
  if (frameLineOf(bare) === 'strong') return 'fact'
  if (parts.subjectLabel.test(bare) && !/[!?]$/.test(bare)) return 'title'
  if (isTitle(bare)) return 'title'
  if (isOrganisation(bare)) return 'office'
  if (bare.length <= 60 && parts.role.test(/^[^\s,]*/.exec(bare)?.[0] ?? '')) return 'role'
  if (columnsOf(trimmed).every(isSigner)) return 'signer'
  if (isName(bare)) return 'other'
  return bare.length > 60 || /[.!?:;,]$/.test(bare) ? 'prose' : 'other'
}
