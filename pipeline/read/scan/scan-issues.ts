import type { ExtractedLetter, Issue } from '../../../schemas/letter.ts'
import type { SourceSegment } from '../../../schemas/letter-text.ts'
import type { Page, PageWord } from '../../../schemas/page.ts'
import { sourcePages } from '../../../schemas/source-position.ts'
import type { Span } from '../../../schemas/span.ts'
import { sure } from './grade-page.ts'
import { unreadNote } from './read-scans.ts'

/**
 * What a person should look at in a letter that was read from images: pages that were read badly or perhaps not
 * to the end, and dates, numbers and names in which the reader was unsure of a word. On a page that was not read
 * well every date and number is one of these: there Tesseract is sure of wrong figures too.
 */
export function scanIssues(letter: ExtractedLetter, pages: Page[]): Issue[] {
  const scanned = new Map(pages.filter((page) => page.scan).map((page) => [page.number, page]))
  if (scanned.size === 0) return []
  const { segments } = letter.text
  const ofPages = sourcePages(segments).flatMap((number) => pageIssues(scanned.get(number)))
  const seen = new Set<string>()
  const ofValues = valuesOf(letter).flatMap(({ what, span }): Issue[] => {
    const key = `${span.start}-${span.end}`
    if (seen.has(key) || !isUnsure(span, segments, scanned)) return []
    seen.add(key)
    const message = `${what} er læst usikkert fra et indscannet brev: sammenhold med billedet`
    return [{ code: 'scan-unsure', message, span }]
  })
  return [...ofPages, ...ofValues]
}

function pageIssues(page: Page | undefined): Issue[] {
  const note = page?.scan && unreadNote(page.number, page.scan)
  if (!note) return []
  return [{ code: 'scan-page', message: note.charAt(0).toUpperCase() + note.slice(1), span: null }]
}

type Value = { what: string; span: Span }

/** The dates, numbers and names of a letter with the places where they stand. */
function valuesOf({ text, facts, commitments }: ExtractedLetter): Value[] {
  const values: Value[] = []
  const add = (what: string, found: { span: Span | null } | null) => {
    if (found?.span) values.push({ what, span: found.span })
  }
  add('Brevets dato', facts.date)
  for (const number of facts.caseNumbers) add('Sagsnummeret', number)
  add('Svarfristen', facts.replyDeadline)
  for (const reference of facts.refersTo) add('Datoen', reference)
  add('Datoen', facts.acknowledges?.receivedDate ?? null)
  for (const signer of facts.acknowledges?.signedBy ?? []) add('Navnet', signer)
  for (const time of facts.acknowledges?.notedExpectation?.times ?? []) add('Datoen', time)
  for (const signatory of facts.signatories) add('Underskriverens navn', signatory)
  for (const { span, times } of commitments) {
    for (const time of times) add('Tidspunktet', time)
    const quote = text.text.slice(span.start, span.end)
    for (const match of quote.matchAll(/\S*\d\S*/g)) {
      const start = span.start + match.index
      const end = start + match[0].length
      const inTime = times.some((time) => time.span.start < end && time.span.end > start)
      if (!inTime) add('Tallet', { span: { start, end } })
    }
  }
  return values
}

/** Whether the reader was unsure of a word there, or of its whole page. */
function isUnsure(span: Span, segments: SourceSegment[], pages: Map<number, Page>): boolean {
  return segments.some((segment) => {
    const [from, to] = [Math.max(span.start, segment.start), Math.min(span.end, segment.end)]
    const page = pages.get(segment.page)
    if (from >= to || !page) return false
    if (page.scan?.grade !== 'good') return true
    const shift = segment.offset - segment.start
    return wordsWithin(page.words ?? [], from + shift, to + shift).some(
      (word) => (word.confidence ?? 1) < sure,
    )
  })
}

const wordsWithin = (words: PageWord[], start: number, end: number): PageWord[] =>
  words.filter((word) => word.start < end && word.end > start)
