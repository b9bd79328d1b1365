import type { LetterFacts } from '../../schemas/letter.ts'
import type { Block, SourceSegment } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import { all, first, query, type Store } from '../query.ts'
import { readCommitments } from '../read-commitments.ts'
import type { Finding } from './finding.ts'

/** Checks the database file and the references between its tables, as far as SQLite can tell. */
export function checkTables(store: Store): Finding[] {
  const damaged = (message: string): Finding => ({
    code: 'database-damaged',
    subject: 'the database',
    message,
    advice: 'restore it from a copy, or ingest the letters into a new one',
  })
  const wrong = (store.pragma('integrity_check') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((message) => message !== 'ok')
  const loose = (store.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]).map(
    ({ table, rowid, parent }) => `row ${rowid} of ${table} refers to a row of ${parent} that is missing`,
  )
  return [...wrong, ...loose].map(damaged)
}

/** Checks that each letter's text is that of the pages it was read from, and each quote that of its place in the text. */
export function checkLetters(store: Store): { findings: Finding[]; letters: number; commitments: number } {
  const ids = all(store, query.selectFrom('letter').select('id').orderBy('id')).map(({ id }) => id)
  const findings: Finding[] = []
  let commitments = 0
  for (const id of ids) {
    const checked = checkLetter(store, id)
    findings.push(...checked.findings)
    commitments += checked.commitments
  }
  return { findings, letters: ids.length, commitments }
}

function checkLetter(store: Store, id: string): { findings: Finding[]; commitments: number } {
  const columns = ['sha256', 'text', 'blocks', 'segments', 'facts'] as const
  const row = first(store, query.selectFrom('letter').select(columns).where('id', '=', id))
  // a letter that another process removed meanwhile
  if (!row) return { findings: [], commitments: 0 }
  try {
    const { text } = row
    const blocks: Block[] = JSON.parse(row.blocks)
    const segments: SourceSegment[] = JSON.parse(row.segments)
    const facts: LetterFacts = JSON.parse(row.facts)
    const found = readCommitments(store, [id])
    const findings: Finding[] = []
    if (!fits(text, blocks) || !standsOnPages(store, row.sha256, text, segments))
      findings.push(alteredText(id))
    for (const { quote, span } of quotesIn(facts))
      if (!saysSo(text, quote, span)) findings.push(alteredQuote(`letter ${id}`, quote))
    for (const { id: commitment, quote, span, times } of found)
      for (const words of [{ quote, span }, ...times])
        if (words.span && !saysSo(text, words.quote, words.span))
          findings.push(alteredQuote(`commitment ${commitment} of letter ${id}`, words.quote))
    return { findings, commitments: found.length }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { findings: [alteredText(id)], commitments: 0 }
  }
}

const alteredText = (id: string): Finding => ({
  code: 'text-altered',
  subject: `letter ${id}`,
  message: 'its text is no longer that of the pages it was read from',
  advice: 'restore the database from a copy',
})

const alteredQuote = (subject: string, quote: string): Finding => ({
  code: 'quote-altered',
  subject,
  message: `the words «${quote}» do not stand at their place in the letter's text`,
  advice: 'restore the database from a copy',
})

const fits = (text: string, blocks: Block[]): boolean =>
  blocks.every(({ span }) => span.start <= span.end && span.end <= text.length)

/** Whether every stretch of a letter's text stands on its page. */
function standsOnPages(store: Store, sha256: string, text: string, segments: SourceSegment[]): boolean {
  const rows = query.selectFrom('page').select(['number', 'text']).where('sha256', '=', sha256)
  const pages = new Map(all(store, rows).map((page) => [page.number, page.text]))
  return segments.every(({ start, end, page, offset }) => {
    const there = pages.get(page)?.slice(offset, offset + end - start)
    return there !== undefined && spaced(there) === spaced(text.slice(start, end))
  })
}

/** Whether a quote is what stands at its place; it has a space where the text has a line end. */
const saysSo = (text: string, quote: string, { start, end }: Span): boolean =>
  spaced(text.slice(start, end)) === spaced(quote)

const spaced = (text: string): string => text.replace(/\s/g, ' ')

/** Everything in a letter's facts that has words and their place. */
function quotesIn(value: unknown): { quote: string; span: Span }[] {
  if (typeof value !== 'object' || value === null) return []
  const { quote, span } = value as { quote?: unknown; span?: Span | null }
  const own = typeof quote === 'string' && span ? [{ quote, span }] : []
  return [...own, ...Object.values(value).flatMap(quotesIn)]
}
