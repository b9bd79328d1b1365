import { createHash } from 'node:crypto'
import type { LetterFacts } from '../schemas/letter.ts'
import { saveAuditEntry } from './decide.ts'
import { all, first, inTransaction, query, run, type Store } from './query.ts'
import { letterColumns, saveFacts } from './save-facts.ts'

/** The fields of a letter's head and foot that a person can confirm or edit. */
export const factFields = [
  'kind',
  'municipality',
  'date',
  'caseNumbers',
  'subject',
  'recipient',
  'signatories',
  'statusDataPeriod',
] as const
export type FactField = (typeof factFields)[number]
/** Some of a letter's facts. */
export type SomeFacts = Partial<Pick<LetterFacts, FactField>>

export type FactDecision = {
  field: FactField
  review: 'confirmed' | 'edited'
  who: string
  /** ISO 8601. */
  at: string
}

/** What persons decided about a letter's head and foot. */
export function readFactDecisions(store: Store, letter: string): FactDecision[] {
  return decisionRows(store, letter).map(({ field, review, who, at }) => ({
    field: field as FactField,
    review,
    who,
    at,
  }))
}

function decisionRows(store: Store, letter: string) {
  return all(
    store,
    query.selectFrom('fact_decision').selectAll().where('letter_id', '=', letter).orderBy('field'),
  )
}

/** What the values of a fact are, without where they stand and which rule found them. */
function valuesOf(fact: unknown): string {
  const value = (found: unknown) => (found as { value: unknown } | null)?.value ?? null
  return JSON.stringify(Array.isArray(fact) ? fact.map(value) : value(fact))
}

/**
 * A letter's facts as found now, with what persons decided in their place. Where the rules find the same value, it
 * keeps its evidence; else the decided value stands without a place, since the text may be another.
 */
export function withDecisions(store: Store, letter: string, found: LetterFacts): LetterFacts {
  const decided = decisionRows(store, letter).map(({ field, value }) => [field, JSON.parse(value)] as const)
  const kept = decided
    .filter(([field, fact]) => valuesOf(fact) !== valuesOf(found[field as FactField]))
    .map(([field, fact]) => [field, withoutPlace(fact)] as const)
  return kept.length === 0 ? found : { ...found, ...Object.fromEntries(kept) }
}

function withoutPlace(fact: unknown): unknown {
  if (Array.isArray(fact)) return fact.map(withoutPlace)
  return fact === null ? null : { ...(fact as object), span: null }
}

/** A short mark of a fact's values: another mark, another value. */
export function factVersion(fact: SomeFacts[FactField]): string {
  return createHash('sha256').update(valuesOf(fact)).digest('hex').slice(0, 12)
}

/** What became of a decision about a fact. `changed`: it was another than the person saw, so nothing was stored. */
export type FactReviewed = 'done' | 'changed' | 'gone'

/**
 * Records a person's decision about a field of a letter's head or foot. No rule changes it from then on.
 * @param seen the version of the field as the person saw it; a letter whose field is another now is left as it is
 * @param changed the fact that holds from now on; undefined confirms the one that was found
 */
export function decideFact(
  store: Store,
  letter: string,
  field: FactField,
  seen: string,
  changed: SomeFacts[FactField] | undefined,
  { who, at }: { who: string; at: string },
): FactReviewed {
  return inTransaction(store, () => {
    const row = first(store, query.selectFrom('letter').select('facts').where('id', '=', letter))
    if (!row) return 'gone'
    const facts: LetterFacts = JSON.parse(row.facts)
    const before = facts[field]
    if (factVersion(before) !== seen) return 'changed'
    const review = changed === undefined ? ('confirmed' as const) : ('edited' as const)
    const after = changed === undefined ? before : changed
    const decision = { value: JSON.stringify(after), review, who, at }
    const insert = query
      .insertInto('fact_decision')
      .values({ letter_id: letter, field, ...decision })
      .onConflict((on) => on.columns(['letter_id', 'field']).doUpdateSet(decision))
    run(store, insert)
    if (changed !== undefined) {
      const now = { ...facts, [field]: changed }
      run(store, query.updateTable('letter').set(letterColumns(now)).where('id', '=', letter))
      saveFacts(store, letter, now)
    }
    const entry = { at, who, action: `fact-${review}`, recordId: letter, reason: '' }
    saveAuditEntry(store, { ...entry, before: { field, value: before }, after: { field, value: after } })
    return 'done'
  })
}
