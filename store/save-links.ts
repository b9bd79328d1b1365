import type { Issue, LetterFacts, Signatory } from '../schemas/letter.ts'
import type { Found } from '../schemas/span.ts'
import { all, insert, query, run, type Store } from './query.ts'
import { groupBy } from './read-commitments.ts'
import { saveSignatories } from './save-facts.ts'
import { saveIssues } from './save-letter.ts'
import type { LinkTable } from './tables.ts'

/** A letter with what stands in its head and foot: what the linking of letters needs. */
export type LetterHead = { id: string; facts: LetterFacts }

/** A letter that answers another, by their ids, and the rule that says so. */
export type Link = { answering: string; answered: string; rule: string }

/** What the linking of letters found: links, signers of unsigned letters, and issues, each by the letter's id. */
export type Linking = {
  links: Link[]
  signatories: Map<string, Found<Signatory>[]>
  issues: Map<string, Issue[]>
}

/** The heads of all letters, in the order in which they were recorded. */
export function readLetterHeads(store: Store): LetterHead[] {
  const rows = all(store, query.selectFrom('letter').select(['id', 'facts']).orderBy('seq'))
  return rows.map(({ id, facts }) => ({ id, facts: JSON.parse(facts) }))
}

/** Records what the linking found in place of what it found before. What is as before is not written. */
export function saveLinking(store: Store, heads: LetterHead[], linking: Linking): void {
  saveLinks(store, linking.links)
  const signers = groupBy(signerRows(store), (row) => row.letter_id)
  const issues = groupBy(issueRows(store), (row) => row.letter_id)
  for (const { id, facts } of heads) {
    const signatories = facts.signatories.length > 0 ? facts.signatories : (linking.signatories.get(id) ?? [])
    const names = (list: Pick<Signatory, 'name' | 'title'>[]) =>
      list.map(({ name, title }) => `${name}, ${title}`).join('\n')
    if (names(signers.get(id) ?? []) !== names(signatories.map(({ value }) => value)))
      saveSignatories(store, id, signatories)
    const noted = linking.issues.get(id) ?? []
    const messages = (list: { message: string }[]) => list.map(({ message }) => message).join('\n')
    if (messages(issues.get(id) ?? []) !== messages(noted)) saveIssues(store, id, 'linking', noted)
  }
}

function saveLinks(store: Store, links: Link[]): void {
  const now = links.map(({ answering, answered, rule }) => ({
    answering_id: answering,
    answered_id: answered,
    rule,
  }))
  const before = all(store, query.selectFrom('link').select(['answering_id', 'answered_id', 'rule']))
  const key = (row: LinkTable) => `${row.answering_id} ${row.answered_id} ${row.rule}`
  const [kept, wanted] = [new Set(before.map(key)), new Set(now.map(key))]
  for (const { answering_id, answered_id } of before.filter((row) => !wanted.has(key(row)))) {
    const gone = query.deleteFrom('link').where('answering_id', '=', answering_id)
    run(store, gone.where('answered_id', '=', answered_id))
  }
  for (const row of now.filter((one) => !kept.has(key(one)))) insert(store, 'link', row)
}

function signerRows(store: Store) {
  return all(
    store,
    query
      .selectFrom('signatory')
      .select(['letter_id', 'name', 'title'])
      .orderBy('letter_id')
      .orderBy('position'),
  )
}

function issueRows(store: Store) {
  return all(
    store,
    query
      .selectFrom('issue')
      .select(['letter_id', 'message'])
      .where('origin', '=', 'linking')
      .orderBy('letter_id')
      .orderBy('position'),
  )
}
