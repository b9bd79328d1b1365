import { beforeEach, expect, test } from 'vitest'
import { recordFile } from '../../pipeline/record.ts'
import type { ExtractedLetter } from '../../schemas/letter.ts'
import { decideCommitment, readAuditLog } from '../../store/decide.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/query.ts'
import { readLetters } from '../../store/read-letters.ts'
import { search } from '../../store/search.ts'
import { dump } from '../store/dump.ts'
import { madeFile, madeLetter } from '../store/made-letter.ts'

const at = '2026-01-01T00:00:00.000Z'
const lines = [
  'Vi har rykket indsatsen for de unge tilbage til Jobcenteret.',
  'Teamlederen gennemgår hver 14. dag lister over borgere uden samtale.',
  'Vi ansætter to jobkonsulenter senest den 1. marts 2019.',
  'Det er vores forventning, at vi senest om 6 måneder lever op til lovgivningens krav.',
]
const [moved, lists, hired, expected] = lines as [string, string, string, string]

let store: Store
beforeEach(() => {
  store = openStore(':memory:')
})

const record = (sha: string, name: string, letters: ExtractedLetter[], version = '1') =>
  recordFile(store, { ...madeFile(sha, name, lines.join('\n')), letters }, version, at)
const only = () => {
  const letters = readLetters(store)
  expect(letters).toHaveLength(1)
  return letters[0] as (typeof letters)[0]
}
const byQuote = (quote: string) => only().commitments.find((commitment) => commitment.quote === quote)
const decide = (quote: string, review: 'confirmed' | 'edited' | 'rejected', changes = {}) =>
  decideCommitment(store, byQuote(quote)?.id ?? '', { who: 'Anna', at, review, changes, reason: 'set efter' })

test('the same file again changes nothing', () => {
  expect(record('a', 'a.txt', [madeLetter(lines, [moved, hired])])).toBe('stored')
  const before = dump(store)
  expect(record('a', 'b.txt', [madeLetter(lines, [moved])])).toBe('known')
  expect(dump(store)).toBe(before)
})

test('one letter in two files has two sources', () => {
  record('a', 'a.txt', [madeLetter(lines, [moved, hired])])
  const before = only()
  record('b', 'b.txt', [madeLetter([...lines, 'Side 2 af 2'], [moved])])
  const { sources, ...rest } = only()
  expect(sources.map(({ file }) => file)).toEqual(['a.txt', 'b.txt'])
  expect({ ...rest, sources: before.sources }).toEqual(before)
})

test('a letter that stands twice in one file is one letter with one source', () => {
  record('a', 'a.txt', [madeLetter(lines, [moved]), madeLetter(lines, [moved])])
  expect(only().sources).toHaveLength(1)
})

test('letters of the same day with other words, or to another municipality, are two', () => {
  const other = madeLetter(['Kommunen svarer særskilt på spørgsmålet om sygedagpenge til efteråret.'], [])
  const twin = madeLetter(lines, [], {
    municipality: { value: { code: '0265', name: 'Roskilde' }, span: null, rule: 'test', assumed: [] },
  })
  record('a', 'a.txt', [madeLetter(lines, [moved]), other, twin])
  expect(new Set(readLetters(store).map(({ id }) => id)).size).toBe(3)
})

test('newer rules replace proposals, and what is found again keeps its id', () => {
  record('a', 'a.txt', [madeLetter(lines, [moved, hired])])
  const before = only()
  expect(record('a', 'a.txt', [madeLetter(lines, [hired.slice(0, 27), lists])], '2')).toBe('extracted-again')
  const after = only()
  expect(after.id).toBe(before.id)
  expect(after.commitments.map(({ quote }) => quote)).toEqual([lists, hired.slice(0, 27)])
  expect(after.commitments[1]?.id).toBe(before.commitments[1]?.id)
  expect(search(store, 'ungeindsats* OR rykket', 9)).toEqual([])
  expect(search(store, 'samtale', 9).map(({ record }) => record)).toEqual(['commitment', 'letter'])
})

test('a letter keeps its id when newer rules read its head otherwise', () => {
  record('a', 'a.txt', [madeLetter(lines, [moved], { date: null, caseNumbers: [] })])
  const { id } = only()
  record('b', 'b.txt', [madeLetter(lines, [moved], { date: null, caseNumbers: [] })])
  record('b', 'b.txt', [madeLetter(lines, [moved])], '2')
  record('a', 'a.txt', [madeLetter(lines, [moved])], '2')
  expect(only()).toMatchObject({ id, date: '2018-08-08', caseNumbers: ['2018-015032-2'] })
  expect(only().sources).toHaveLength(2)
})

test('what a person decided outlasts newer rules', () => {
  record('a', 'a.txt', [madeLetter(lines, lines)])
  decide(moved, 'confirmed')
  decide(lists, 'edited', { kind: 'monitoring', every: 'P2W' })
  decide(hired, 'rejected')
  const before = only().commitments
  record('a', 'a.txt', [madeLetter(lines, [lists, hired, expected])], '2')
  const after = only().commitments
  expect(after.map(({ review }) => review)).toEqual(['confirmed', 'edited', 'rejected', 'proposed'])
  expect(after.map(({ withdrawn }) => withdrawn)).toEqual([true, false, false, false])
  expect(after.map(({ withdrawn, ...rest }) => rest)).toEqual(before.map(({ withdrawn, ...rest }) => rest))
})

test('a decision holds when the text was cleaned otherwise, and its place follows the words', () => {
  record('a', 'a.txt', [madeLetter(lines, lines)])
  decide(hired, 'confirmed')
  const cleaned = ['Velfærdsforvaltningen', ...lines.slice(0, 3), `${expected} Vi står til rådighed.`]
  record('a', 'a.txt', [madeLetter(cleaned, [hired])], '2')
  const text = cleaned.join('\n')
  const kept = byQuote(hired)
  expect(kept).toMatchObject({ review: 'confirmed', withdrawn: false })
  expect(text.slice(kept?.span?.start, kept?.span?.end)).toBe(hired)
  record('a', 'a.txt', [madeLetter([moved, lists, expected, 'Vi ansætter to.'], [])], '3')
  expect(byQuote(hired)).toMatchObject({ review: 'confirmed', withdrawn: true, span: null })
})

test('a part of what a person decided is not proposed beside it', () => {
  record('a', 'a.txt', [madeLetter(lines, [lists])])
  decide(lists, 'rejected')
  record('a', 'a.txt', [madeLetter(lines, [lists.slice(0, 30), lists.slice(30)])], '2')
  expect(only().commitments.map(({ review }) => review)).toEqual(['rejected'])
})

test('a letter that is no longer found goes, unless a person decided about it', () => {
  const other = madeLetter(
    ['Kommunen indfører et nyt fagsystem til sommer og uddanner alle sagsbehandlere.'],
    [],
  )
  record('a', 'a.txt', [madeLetter(lines, [moved, hired]), other])
  record('a', 'a.txt', [madeLetter(lines, [moved, hired])], '2')
  expect(only().commitments).toHaveLength(2)
  decide(hired, 'confirmed')
  record('a', 'a.txt', [other], '3')
  const kept = readLetters(store).find(({ commitments }) => commitments.length > 0)
  expect(kept?.commitments).toMatchObject([{ quote: hired, review: 'confirmed', withdrawn: true }])
  expect(kept?.issues.map(({ code }) => code)).toEqual(['letter-not-found-again'])
  expect(kept?.sources).toHaveLength(1)
})

test('every decision is in the audit log: who, when, before, after', () => {
  record('a', 'a.txt', [madeLetter(lines, [moved])])
  const after = decide(moved, 'edited', { status: 'done' })
  expect(after).toMatchObject({ status: 'done', review: 'edited' })
  expect(readAuditLog(store, after?.id ?? '')).toMatchObject([
    {
      who: 'Anna',
      at,
      action: 'edited',
      before: { status: 'planned' },
      after: { status: 'done' },
      reason: 'set efter',
    },
  ])
})

test('what fails leaves nothing behind', () => {
  const before = dump(store)
  const broken = madeLetter(lines, [moved], { municipality: null })
  const letters = [
    madeLetter(lines, [hired]),
    { ...broken, commitments: [{ ...broken.commitments[0], kind: null }] },
  ]
  expect(() => record('a', 'a.txt', letters as unknown as ExtractedLetter[])).toThrow()
  expect(dump(store)).toBe(before)
})
