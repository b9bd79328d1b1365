import { type LinkableLetter, linkAcknowledgements } from '../extractors/refine/link-acknowledgements.ts'
import { inTransaction, type Store } from '../store/query.ts'
import { type Link, readLetterHeads, saveLinking } from '../store/save-links.ts'

/**
 * Links every acknowledgement in the database to the statement it answers, and every statement to the request it
 * answers: they often come in different files, in any order. When nothing new was ingested, nothing is written.
 */
export function linkLetters(store: Store): void {
  inTransaction(store, () => {
    const heads = readLetterHeads(store)
    const { links, ...found } = linkAcknowledgements(heads)
    const acknowledging = links.map(({ acknowledgement, statement, rule }) => ({
      answering: acknowledgement,
      answered: statement,
      rule,
    }))
    saveLinking(store, heads, { ...found, links: [...acknowledging, ...linkRequests(heads)] })
  })
}

/** Links a statement to the requests to its municipality that have a date it refers to. */
function linkRequests(letters: LinkableLetter[]): Link[] {
  const key = (code: string, date: string) => `${code} ${date}`
  const requests = new Map<string, string[]>()
  for (const { id, facts } of letters) {
    if (facts.kind.value !== 'request' || !facts.municipality || !facts.date) continue
    const of = key(facts.municipality.value.code, facts.date.value)
    requests.set(of, [...(requests.get(of) ?? []), id])
  }
  return letters.flatMap(({ id, facts }) => {
    const { kind, municipality, refersTo } = facts
    if (kind.value !== 'statement' || !municipality) return []
    const dates = new Set(refersTo.map(({ value }) => value.date))
    const answered = [...dates].flatMap((date) => requests.get(key(municipality.value.code, date)) ?? [])
    return answered.map((request) => ({ answering: id, answered: request, rule: 'refers-to-date' }))
  })
}
