import type { Issue, LetterFacts } from '../schemas/letter.ts'
import type { LetterText } from '../schemas/letter-text.ts'
import type { PageScan } from '../schemas/page.ts'
import type { SourceScan, StoredLetter, StoredSource } from '../schemas/stored-letter.ts'
import { all, first, query, type Store } from './query.ts'
import { groupBy, inPortions, readCommitments } from './read-commitments.ts'
import type { IssueTable } from './tables.ts'

/**
 * Letters with everything recorded about them, but for their text (see `readText`), by date, municipality and id.
 * @param ids which letters; without it all of them
 */
export function readLetters(store: Store, ids?: string[]): StoredLetter[] {
  const rows = ids ? inPortions(ids, (portion) => letterRows(store, portion)) : letterRows(store)
  const all = rows.map((row) => row.id)
  const signatories = belonging(all, (portion) => signatoryRows(store, portion))
  const sources = belonging(all, (portion) => sourceRows(store, portion))
  const scans = belonging(all, (portion) => scanRows(store, portion))
  const issues = belonging(all, (portion) => issueRows(store, portion))
  const links = belonging(all, (portion) => linkRows(store, portion))
  const commitments = groupBy(readCommitments(store, all), (commitment) => commitment.letterId)
  return rows
    .map((row): StoredLetter => {
      const facts: LetterFacts = JSON.parse(row.facts)
      return {
        id: row.id,
        kind: row.kind,
        municipality: facts.municipality?.value ?? null,
        date: row.date,
        subject: row.subject,
        recipient: row.recipient,
        contact: facts.contact?.value ?? null,
        caseNumbers: facts.caseNumbers.map(({ value }) => value),
        signatories: (signatories.get(row.id) ?? []).map(({ name, title, on_behalf, rule, assumed }) => ({
          name,
          title,
          onBehalf: on_behalf === 1,
          rule,
          assumed: JSON.parse(assumed),
        })),
        references: facts.refersTo.map(({ value }) => value),
        replyDeadline: facts.replyDeadline,
        acknowledges: facts.acknowledges,
        statusDataPeriod: row.status_data_period,
        issues: (issues.get(row.id) ?? []).map(toIssue),
        linked: (links.get(row.id) ?? []).map(({ id, kind, date }) => ({ id, kind, date })),
        sources: mergeSources(sources.get(row.id) ?? [], scans.get(row.id) ?? [], row.sha256),
        commitments: commitments.get(row.id) ?? [],
        facts,
      }
    })
    .sort(byDate)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Letters in the order in which they are shown: by date, municipality and id; those without a date last. */
export function byDate(a: StoredLetter, b: StoredLetter): number {
  return (
    compare(a.date ?? '9999', b.date ?? '9999') ||
    compare(a.municipality?.code ?? '', b.municipality?.code ?? '') ||
    compare(a.id, b.id)
  )
}

function belonging<T extends { letter_id: string }>(ids: string[], read: (portion: string[]) => T[]) {
  return groupBy(inPortions(ids, read), (row) => row.letter_id)
}

function letterRows(store: Store, ids?: string[]) {
  const rows = query
    .selectFrom('letter')
    .select(['id', 'sha256', 'kind', 'date', 'subject', 'recipient', 'status_data_period', 'facts'])
  return all(store, ids ? rows.where('id', 'in', ids) : rows)
}

function signatoryRows(store: Store, ids: string[]) {
  return all(
    store,
    query
      .selectFrom('signatory')
      .selectAll()
      .where('letter_id', 'in', ids)
      .orderBy('letter_id')
      .orderBy('position'),
  )
}

function sourceRows(store: Store, ids: string[]) {
  return all(
    store,
    query
      .selectFrom('letter_source')
      .innerJoin('file', 'file.sha256', 'letter_source.sha256')
      .select(['letter_source.letter_id', 'file.sha256', 'file.name', 'file.path', 'letter_source.pages'])
      .where('letter_source.letter_id', 'in', ids)
      .orderBy('file.name')
      .orderBy('file.sha256')
      .orderBy('letter_source.position'),
  )
}

/** The pages of the files of letters that were read from their images. */
function scanRows(store: Store, ids: string[]) {
  return all(
    store,
    query
      .selectFrom('letter_source')
      .innerJoin('page', 'page.sha256', 'letter_source.sha256')
      .select(['letter_source.letter_id', 'page.sha256', 'page.number', 'page.scan'])
      .distinct()
      .where('letter_source.letter_id', 'in', ids)
      .where('page.scan', 'is not', null)
      .orderBy('page.number'),
  )
}

function issueRows(store: Store, ids: string[]) {
  return all(
    store,
    query
      .selectFrom('issue')
      .selectAll()
      .where('letter_id', 'in', ids)
      .orderBy('letter_id')
      .orderBy('origin')
      .orderBy('position'),
  )
}

function toIssue({ code, message, span_start: start, span_end: end }: IssueTable): Issue {
  return { code, message, span: start === null || end === null ? null : { start, end } }
}

type SourceRow = { sha256: string; name: string; path: string; pages: string }
type ScanRow = { sha256: string; number: number; scan: string | null }

/** One source per file, the one that the letter's text comes from first. */
function mergeSources(rows: SourceRow[], scans: ScanRow[], textFrom: string): StoredSource[] {
  const files = [...groupBy(rows, (row) => row.sha256).values()].map((group): StoredSource[] => {
    const pages = new Set(group.flatMap((row): number[] => JSON.parse(row.pages)))
    return group.slice(0, 1).map(({ sha256, name, path }) => ({
      sha256,
      file: name,
      path,
      pages: [...pages].sort((a, b) => a - b),
      scans: scans
        .filter((scan) => scan.sha256 === sha256 && pages.has(scan.number))
        .flatMap(({ number, scan }) => toSourceScan(number, JSON.parse(scan ?? 'null'))),
    }))
  })
  return files.flat().sort((a, b) => Number(b.sha256 === textFrom) - Number(a.sha256 === textFrom))
}

function toSourceScan(page: number, scan: PageScan | null): SourceScan[] {
  if (scan === null || scan.grade === 'unread') return []
  const { grade, confidence, uncoveredInk } = scan
  return [{ page, grade, confidence, uncoveredInk }]
}

/** The links of letters in both directions: what a letter answers, and what answers it. */
function linkRows(store: Store, ids: string[]) {
  const answered = query
    .selectFrom('link')
    .innerJoin('letter', 'letter.id', 'link.answered_id')
    .select(['link.answering_id as letter_id', 'letter.id', 'letter.kind', 'letter.date'])
    .where('link.answering_id', 'in', ids)
  const answering = query
    .selectFrom('link')
    .innerJoin('letter', 'letter.id', 'link.answering_id')
    .select(['link.answered_id as letter_id', 'letter.id', 'letter.kind', 'letter.date'])
    .where('link.answered_id', 'in', ids)
  const rows = [...all(store, answered), ...all(store, answering)]
  return rows.sort((a, b) => compare(a.date ?? '', b.date ?? '') || compare(a.id, b.id))
}

/** A letter's text with its blocks and its way back to the file it was read from, or null when there is no such letter. */
export function readText(store: Store, id: string): (LetterText & { sha256: string }) | null {
  const row = first(
    store,
    query.selectFrom('letter').select(['text', 'blocks', 'segments', 'sha256']).where('id', '=', id),
  )
  if (!row) return null
  return {
    text: row.text,
    blocks: JSON.parse(row.blocks),
    segments: JSON.parse(row.segments),
    sha256: row.sha256,
  }
}

/** The texts of letters by their ids. @param ids which letters; without it all of them */
export function readTexts(store: Store, ids?: string[]): Map<string, string> {
  const texts = query.selectFrom('letter').select(['id', 'text'])
  const rows = ids
    ? inPortions(ids, (portion) => all(store, texts.where('id', 'in', portion)))
    : all(store, texts)
  return new Map(rows.map(({ id, text }) => [id, text]))
}

/** The ids of letters and commitments that begin with `prefix`, in order. */
export function findIds(store: Store, prefix: string): { record: 'letter' | 'commitment'; id: string }[] {
  const start = prefix.toLowerCase()
  return (['letter', 'commitment'] as const).flatMap((record) =>
    all(
      store,
      query
        .selectFrom(record)
        .select('id')
        .where((eb) => eb.fn('substr', ['id', eb.lit(1), eb.val(start.length)]), '=', start)
        .orderBy('id'),
    ).map(({ id }) => ({ record, id })),
  )
}
