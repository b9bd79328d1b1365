import type { LetterFacts, Signatory } from '../schemas/letter.ts'
import type { Found } from '../schemas/span.ts'
import { query, run, type Store } from './query.ts'

/** The columns of `letter` that come from its facts. */
export function letterColumns(facts: LetterFacts) {
  return {
    kind: facts.kind.value,
    municipality_code: facts.municipality?.value.code ?? null,
    municipality_name: facts.municipality?.value.name ?? null,
    date: facts.date?.value ?? null,
    subject: facts.subject?.value ?? null,
    recipient: facts.recipient?.value ?? null,
    status_data_period: facts.statusDataPeriod?.value ?? null,
    facts: JSON.stringify(facts),
  }
}

/** Replaces what is recorded of a letter's facts in tables of their own. */
export function saveFacts(store: Store, id: string, facts: LetterFacts): void {
  for (const table of ['case_number', 'letter_reference'] as const)
    run(store, query.deleteFrom(table).where('letter_id', '=', id))
  facts.caseNumbers.forEach(({ value: number }, position) => {
    run(store, query.insertInto('case_number').values({ letter_id: id, position, number }))
  })
  facts.refersTo.forEach(({ value }, position) => {
    run(store, query.insertInto('letter_reference').values({ letter_id: id, position, ...value }))
  })
  saveSignatories(store, id, facts.signatories)
}

/** Replaces a letter's signatories. */
export function saveSignatories(store: Store, id: string, signatories: Found<Signatory>[]): void {
  run(store, query.deleteFrom('signatory').where('letter_id', '=', id))
  signatories.forEach(({ value: { name, title, onBehalf }, rule, assumed }, position) => {
    const row = { name, title, on_behalf: onBehalf ? 1 : 0, rule, assumed: JSON.stringify(assumed) } as const
    run(store, query.insertInto('signatory').values({ letter_id: id, position, ...row }))
  })
}
