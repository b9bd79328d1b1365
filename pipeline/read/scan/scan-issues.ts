import { type ExtractedLetter, type Issue, scanUnsure } from '../../../schemas/letter.ts'
import type { SourceSegment } from '../../../schemas/letter-text.ts'
import type { Page, PageScan, UnreadReason } from '../../../schemas/page.ts'
import { sourcePages } from '../../../schemas/source-position.ts'
import type { Span } from '../../../schemas/span.ts'
import { sure, wellCovered } from './grade-page.ts'

/** A word that the reader is less sure of than this is as often wrong as right. */
const garbledBelow = 0.5

/**
 * What a person should look at in a letter that was read from images: pages that were read badly or perhaps not
 * to the end, dates, numbers and names in which the reader was unsure of a word, and commitments with words in them
 * that are probably wrong. On a page that was not read well every date and number is one of these: there Tesseract is
 * sure of wrong figures too.
 */
export function scanIssues(letter: ExtractedLetter, pages: Page[]): Issue[] {
  const scanned = new Map(pages.filter((page) => page.scan).map((page) => [page.number, page]))
  if (scanned.size === 0) return []
  const { segments } = letter.text
  const numbers = sourcePages(segments)
  const ofPages = [...numbers, ...unreadBeside(numbers, scanned)]
    .sort((a, b) => a - b)
    .flatMap((number) => pageIssues(scanned.get(number)))
  const issue = ({ what, span }: Value): Issue => {
    const message = `${what} er læst usikkert fra et indscannet brev: sammenhold med billedet`
    return { code: scanUnsure, message, span }
  }
  const seen = new Set<string>()
  const unsure = valuesOf(letter).filter(({ span }) => {
    const key = `${span.start}-${span.end}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew && isUnsure(span, segments, scanned)
  })
  const garbled = letter.commitments
    .map(({ span }) => ({ what: 'Tilsagnets ordlyd', span }))
    .filter(({ span }) => confidences(span, segments, scanned).some((one) => one < garbledBelow))
  return [...ofPages, ...[...unsure, ...garbled].map(issue)]
}

/** The unread pages that follow on those of a letter; at the start of a file also those that go before. */
function unreadBeside(numbers: number[], scanned: Map<number, Page>): number[] {
  const isUnread = (number: number) => scanned.get(number)?.scan?.grade === 'unread'
  return [...scanned.keys()].filter((number) => {
    if (!isUnread(number)) return false
    let before = number - 1
    while (isUnread(before)) before--
    if (before > 0) return numbers.includes(before)
    let after = number + 1
    while (isUnread(after)) after++
    return numbers.includes(after)
  })
}

function pageIssues(page: Page | undefined): Issue[] {
  const message = page?.scan && pageMessage(page.number, page.scan)
  return message ? [{ code: 'scan-page', message, span: null }] : []
}

/** What is wrong with a page as it was read from its image, in Danish; null when it was read well. */
function pageMessage(number: number, scan: PageScan): string | null {
  if (scan.grade === 'unread') return `Side ${number} er ikke læst: ${whyUnread[scan.reason]}`
  const { grade, uncoveredInk } = scan
  if (grade === 'good') return null
  const how = `Side ${number} er ${grade === 'bad' ? 'dårligt' : 'usikkert'} læst`
  if (uncoveredInk <= wellCovered) return how
  return `${how} og måske ikke læst helt: ${Math.round(uncoveredInk * 100)} % af skriften er ikke fundet`
}

const whyUnread: Record<UnreadReason, string> = {
  time: 'det tager for lang tid; scan den igen',
  pages: 'filen har for mange indscannede sider; del den i mindre filer',
  image: 'billedet er ødelagt eller for stort; scan den igen, højst 600 punkter pr. tomme',
  failed: 'billedet kan ikke tegnes eller genkendes; scan den igen',
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
  const graded = segments.some(({ start, end, page }) => {
    const grade = start < span.end && end > span.start && pages.get(page)?.scan?.grade
    return grade === 'uncertain' || grade === 'bad'
  })
  return graded || confidences(span, segments, pages).some((one) => one < sure)
}

/** How sure the reader was of each word there. */
function confidences(span: Span, segments: SourceSegment[], pages: Map<number, Page>): number[] {
  return segments.flatMap((segment) => {
    const shift = segment.offset - segment.start
    const [from, to] = [Math.max(span.start, segment.start), Math.min(span.end, segment.end)]
    if (from >= to) return []
    const { text = '', words = [] } = pages.get(segment.page) ?? {}
    return words
      .filter((word) => word.start < to + shift && word.end > from + shift)
      .filter((word) => /[\p{L}\p{N}]/u.test(text.slice(word.start, word.end)))
      .map((word) => word.confidence ?? 1)
  })
}
