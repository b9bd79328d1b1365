import type { LetterFacts, Signatory } from '../schemas/letter.ts'
import type { Found } from '../schemas/span.ts'
import { builtOnce, insert, query, run, type Store } from './query.ts'

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

const withoutCaseNumbers = builtOnce((id: string) =>
  query.deleteFrom('case_number').where('letter_id', '=', id),
)
const withoutReferences = builtOnce((id: string) =>
  query.deleteFrom('letter_reference').where('letter_id', '=', id),
)
const withoutSignatories = builtOnce((id: string) =>
  query.deleteFrom('signatory').where('letter_id', '=', id),
)

/** Replaces what is recorded of a letter's facts in tables of their own. */
export function saveFacts(store: Store, id: string, facts: LetterFacts): void {
  run(store, withoutCaseNumbers(id))
  run(store, withoutReferences(id))
  facts.caseNumbers.forEach(({ value: number }, position) => {
    insert(store, 'case_number', { letter_id: id, position, number })
  })
  facts.refersTo.forEach(({ value }, position) => {
    insert(store, 'letter_reference', { letter_id: id, position, ...value })
  })
  saveSignatories(store, id, facts.signatories)
}

/** Replaces a letter's signatories. */
export function saveSignatories(store: Store, id: string, signatories: Found<Signatory>[]): void {
  run(store, withoutSignatories(id))
  signatories.forEach(({ value: { name, title, onBehalf }, rule, assumed }, position) => {
    const row = { name, title, on_behalf: onBehalf ? 1 : 0, rule, assumed: JSON.stringify(assumed) } as const
    insert(store, 'signatory', { letter_id: id, position, ...row })
  })
}
