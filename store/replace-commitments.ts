import type { Commitment } from '../schemas/commitment.ts'
import type { ExtractedLetter } from '../schemas/letter.ts'
import { sourcePosition } from '../schemas/source-position.ts'
import type { StoredCommitment } from '../schemas/stored-letter.ts'
import { commitmentId } from './ids.ts'
import { all, builtOnce, first, insert, query, run, type Store } from './query.ts'
import { readCommitments } from './read-commitments.ts'
import { likeness, words } from './same-text.ts'

/** How much two passages must have in common for both to be the same commitment. */
const sameCommitment = 0.6

/**
 * Replaces a letter's proposed commitments by those that were found now. One that was known keeps its id. One that a
 * person confirmed, edited or rejected stays as it is, whether or not it is found again.
 * When the letter itself was changed, a decision holds only for the words it was made on: a deadline that is another
 * now is a new proposal.
 * @param before the letter's text, which the recorded spans are of, and its file; null for a new letter
 */
export function replaceCommitments(
  store: Store,
  letter: string,
  found: ExtractedLetter,
  before: { text: string; otherFile: boolean } | null,
): void {
  const old = before === null ? [] : readCommitments(store, [letter])
  const changed = before?.otherFile ? sharedOrSameWords : sharedWords
  const overlap = before?.text === found.text.text ? sharedPlace : changed
  const decided = old.filter((commitment) => commitment.review !== 'proposed')
  const pairs = pair(old, found.commitments, overlap)
  const again = new Map([...pairs].map(([now, one]) => [one.id, now]))

  for (const one of decided) keepDecided(store, one, again.has(one.id), found)
  for (const { id } of old.filter((commitment) => commitment.review === 'proposed')) remove(store, id)
  for (const now of found.commitments) {
    const known = pairs.get(now)
    if (known && known.review !== 'proposed') continue
    if (!known && decided.some((other) => overlap(other, now) >= sameCommitment)) continue
    const id = known?.id ?? commitmentId(letter, now.quote, (taken) => isTaken(store, taken, old))
    insertCommitment(store, id, letter, now, pageOf(found, now.span.start))
  }
}

/** Pairs the commitments found now with those recorded before, the best matches first. */
function pair(
  old: StoredCommitment[],
  found: Commitment[],
  overlap: Overlap,
): Map<Commitment, StoredCommitment> {
  const candidates = found
    .flatMap((now) => old.map((before) => ({ now, before, score: overlap(before, now) })))
    .filter(({ score }) => score >= sameCommitment)
    .sort((a, b) => b.score - a.score || nearness(a) - nearness(b))
  const pairs = new Map<Commitment, StoredCommitment>()
  const used = new Set<string>()
  for (const { now, before } of candidates) {
    if (pairs.has(now) || used.has(before.id)) continue
    pairs.set(now, before)
    used.add(before.id)
  }
  return pairs
}

/** How much a recorded commitment and one found now have in common, from 0 to 1. */
type Overlap = (before: StoredCommitment, now: Commitment) => number

/** In the same text: the share of the shorter passage that both cover. */
const sharedPlace: Overlap = ({ span }, now) => {
  if (!span) return 0
  const common = Math.min(span.end, now.span.end) - Math.max(span.start, now.span.start)
  return Math.max(0, common) / Math.max(1, Math.min(span.end - span.start, now.span.end - now.span.start))
}

/** In a text that changed: how alike the words are, and 1 when one quote is a part of the other. */
const sharedWords: Overlap = (before, now) => sameWords(before, now) || likeness(before.quote, now.quote)

/** In a letter that was changed: the same, but of what a person decided only the very words count. */
const sharedOrSameWords: Overlap = (before, now) =>
  before.review === 'proposed' ? sharedWords(before, now) : sameWords(before, now)

const sameWords: Overlap = (before, now) => {
  const a = ` ${words(before.quote).join(' ')} `
  const b = ` ${words(now.quote).join(' ')} `
  return a.includes(b) || b.includes(a) ? 1 : 0
}

/** Tells two commitments with the same words apart by their place in the letter. */
const nearness = ({ before, now }: { before: StoredCommitment; now: Commitment }): number =>
  Math.abs((before.span?.start ?? 0) - now.span.start)

/** Leaves a decided commitment as it is, but for its place in a text that may have changed. */
function keepDecided(store: Store, before: StoredCommitment, again: boolean, found: ExtractedLetter): void {
  // A quote has a space where the text has a line end. The two are equally long, so positions agree.
  const text = found.text.text.replace(/\s/g, ' ')
  const { span } = before
  const start = span && text.startsWith(before.quote, span.start) ? span.start : text.indexOf(before.quote)
  const end = start + before.quote.length
  const place =
    start < 0
      ? { span_start: null, span_end: null }
      : { span_start: start, span_end: end, page: pageOf(found, start) }
  // what a person added was never found by a rule
  const values = { withdrawn: again || before.rule === personRule ? 0 : 1, ...place } as const
  run(store, query.updateTable('commitment').set(values).where('id', '=', before.id))
}

function isTaken(store: Store, id: string, old: StoredCommitment[]): boolean {
  if (old.some((commitment) => commitment.id === id)) return true
  return commitmentExists(store, id)
}

const pageOf = (found: ExtractedLetter, position: number): number =>
  sourcePosition(found.text.segments, position)?.page ?? 1

function remove(store: Store, id: string): void {
  run(store, query.deleteFrom('commitment').where('id', '=', id))
}

const withId = builtOnce((id: string) => query.selectFrom('commitment').select('seq').where('id', '=', id))

/** Whether a commitment with this id is recorded. */
export function commitmentExists(store: Store, id: string): boolean {
  return first(store, withId(id)) !== undefined
}

/** The rule of what a person found. */
export const personRule = 'person'

/** Records a commitment as proposed. */
export function insertCommitment(
  store: Store,
  id: string,
  letter: string,
  now: Commitment,
  page: number,
): void {
  const row = {
    id,
    letter_id: letter,
    span_start: now.span.start,
    span_end: now.span.end,
    page,
    quote: now.quote,
    kind: now.kind,
    status: now.status,
    every: now.every,
    responsible: now.responsible,
    target: now.target && JSON.stringify(now.target),
    rule: now.rule,
    assumed: JSON.stringify(now.assumed),
    review: 'proposed',
    withdrawn: 0,
  } as const
  insert(store, 'commitment', row)
  insertTimes(store, id, now.times)
}

/** Replaces a commitment's times. */
export function saveTimes(store: Store, id: string, times: Commitment['times']): void {
  run(store, query.deleteFrom('commitment_time').where('commitment_id', '=', id))
  insertTimes(store, id, times)
}

function insertTimes(store: Store, id: string, times: Commitment['times']): void {
  times.forEach((time, position) => {
    const row = {
      commitment_id: id,
      position,
      quote: time.quote,
      span_start: time.span.start,
      span_end: time.span.end,
      relation: time.relation,
      first_day: time.start,
      last_day: time.end,
      grain: time.grain,
      rule: time.rule,
      assumed: JSON.stringify(time.assumed),
    }
    insert(store, 'commitment_time', row)
  })
}

/** The ids of a letter's commitments that a person decided on. */
export function decidedCommitments(store: Store, letter: string): string[] {
  const rows = all(
    store,
    query
      .selectFrom('commitment')
      .select('id')
      .where('letter_id', '=', letter)
      .where('review', '!=', 'proposed'),
  )
  return rows.map((row) => row.id)
}
