import { expect, test } from 'vitest'
import { readAuditLog, readCommitment } from '../../store/decide.ts'
import { decideFact, factVersion, readFactDecisions } from '../../store/decided-facts.ts'
import { openStore } from '../../store/open.ts'
import { packPage } from '../../store/page-words.ts'
import type { Store } from '../../store/query.ts'
import { readLetters } from '../../store/read-letters.ts'
import { addCommitment, commitmentVersion, decideUnlessChanged, undoDecision } from '../../store/review.ts'
import { insertFile } from '../../store/save-file.ts'
import { insertLetter, replaceLetter } from '../../store/save-letter.ts'
import { madeCommitment, madeLetter } from './made-letter.ts'

const line = 'Vi ansætter to medarbejdere senest den 1. maj 2019.'
const other = 'Lederne følger op hver uge.'
const sha256 = 'a'.repeat(64)
const at = '2018-12-03T09:00:00.000Z'
const maja = { who: 'Maja', at }

function made(): { store: Store; letter: string; commitment: string } {
  const store = openStore(':memory:')
  const file = { sha256, name: 'brev.txt', path: '/brev.txt', format: 'text' as const, pages: 1, notes: [] }
  insertFile(store, file, [packPage({ number: 1, text: `${line}\n${other}` })], 'v1', at)
  const letter = insertLetter(store, sha256, madeLetter([line, other], [line]))
  const commitment = readLetters(store, [letter])[0]?.commitments[0]?.id ?? ''
  return { store, letter, commitment }
}

const now = (store: Store, id: string) => {
  const found = readCommitment(store, id)
  if (!found) throw new Error('gone')
  return found
}
const confirm = { ...maja, review: 'confirmed' as const, changes: {}, reason: '' }

test('a decision on what was seen is stored', () => {
  const { store, commitment } = made()
  const version = commitmentVersion(now(store, commitment))
  expect(decideUnlessChanged(store, commitment, version, confirm).outcome).toBe('done')
  expect(now(store, commitment).review).toBe('confirmed')
})

test('a decision on what was changed since is not stored, and says who changed it', () => {
  const { store, commitment } = made()
  const version = commitmentVersion(now(store, commitment))
  decideUnlessChanged(store, commitment, version, confirm)
  const second = { ...confirm, who: 'Bo', review: 'rejected' as const }
  const answer = decideUnlessChanged(store, commitment, version, second)
  expect(answer).toMatchObject({ outcome: 'changed', last: { who: 'Maja' } })
  expect(now(store, commitment).review).toBe('confirmed')
  expect(readAuditLog(store, commitment)).toHaveLength(1)
})

test('a commitment that is not there is gone', () => {
  const { store } = made()
  expect(decideUnlessChanged(store, 'ffffffffff', 'x', confirm)).toEqual({ outcome: 'gone' })
})

test('decisions are undone one after the other, and each stays in the log', () => {
  const { store, commitment } = made()
  const before = now(store, commitment)
  const decide = (review: 'edited' | 'rejected', responsible: string | null) =>
    decideUnlessChanged(store, commitment, commitmentVersion(now(store, commitment)), {
      ...maja,
      review,
      changes: { responsible },
      reason: '',
    })
  const undo = () => undoDecision(store, commitment, commitmentVersion(now(store, commitment)), maja)
  decide('edited', 'Jobcentret')
  decide('rejected', 'Ingen')
  undo()
  expect(now(store, commitment)).toMatchObject({ review: 'edited', responsible: 'Jobcentret' })
  undo()
  expect(now(store, commitment)).toEqual(before)
  undo()
  expect(now(store, commitment)).toEqual(before)
  expect(readAuditLog(store, commitment).map(({ action }) => action)).toEqual([
    'edited',
    'rejected',
    'undone',
    'undone',
  ])
})

test('what a person adds is confirmed, stays when the letter is read again, and is removed by undoing', () => {
  const { store, letter } = made()
  const start = line.length + 1
  const found = {
    span: { start, end: start + other.length },
    kind: 'monitoring' as const,
    status: 'ongoing' as const,
    times: [],
    every: 'P1W',
    responsible: null,
    target: null,
  }
  const added = addCommitment(store, letter, found, maja)
  expect(added).toMatchObject({ quote: other, rule: 'person', review: 'confirmed', withdrawn: false })
  replaceLetter(store, letter, sha256, madeLetter([line, other], [line]))
  expect(now(store, added?.id ?? '')).toMatchObject({ withdrawn: false, every: 'P1W' })
  const undone = undoDecision(store, added?.id ?? '', commitmentVersion(now(store, added?.id ?? '')), maja)
  expect(undone).toEqual({ outcome: 'done', commitment: null })
  expect(readCommitment(store, added?.id ?? '')).toBeNull()
})

test.each([
  [5, 5],
  [10, 5],
  [0, 9999],
])('words from %i to %i of the text are none', (start, end) => {
  const { store, letter } = made()
  const found = { ...madeCommitment(line, line), span: { start, end } }
  expect(addCommitment(store, letter, found, maja)).toBeNull()
})

const date = (value: string) => ({ value, span: null, rule: 'person', assumed: [] })

test('a field of the head that a person edited holds, also when the letter is read again', () => {
  const { store, letter } = made()
  const facts = readLetters(store, [letter])[0]?.facts
  const seen = factVersion(facts?.date ?? null)
  expect(decideFact(store, letter, 'date', seen, date('2018-08-09'), maja)).toBe('done')
  expect(readLetters(store, [letter])[0]?.date).toBe('2018-08-09')
  replaceLetter(store, letter, sha256, madeLetter([line, other], [line]))
  expect(readLetters(store, [letter])[0]).toMatchObject({
    date: '2018-08-09',
    municipality: { code: '0259' },
  })
  expect(readFactDecisions(store, letter)).toEqual([{ field: 'date', review: 'edited', ...maja }])
})

test('a confirmed field holds against what better rules find', () => {
  const { store, letter } = made()
  const facts = readLetters(store, [letter])[0]?.facts
  decideFact(store, letter, 'date', factVersion(facts?.date ?? null), undefined, maja)
  replaceLetter(store, letter, sha256, madeLetter([line, other], [line], { date: date('2020-01-01') }))
  expect(readLetters(store, [letter])[0]?.date).toBe('2018-08-08')
})

test('a field that was changed since it was seen is left as it is', () => {
  const { store, letter } = made()
  expect(decideFact(store, letter, 'date', factVersion(date('1999-01-01')), date('2018-08-09'), maja)).toBe(
    'changed',
  )
  expect(readLetters(store, [letter])[0]?.date).toBe('2018-08-08')
  expect(decideFact(store, 'ffffffffff', 'date', '', undefined, maja)).toBe('gone')
})

test('signatories and case numbers that a person wrote are found in the lists too', () => {
  const { store, letter } = made()
  const facts = readLetters(store, [letter])[0]?.facts
  const signers = [{ ...date(''), value: { name: 'Eva Holm', title: 'Direktør', onBehalf: true } }]
  decideFact(store, letter, 'signatories', factVersion(facts?.signatories ?? []), signers, maja)
  decideFact(store, letter, 'caseNumbers', factVersion(facts?.caseNumbers ?? []), [date('2018-1')], maja)
  expect(readLetters(store, [letter])[0]).toMatchObject({
    signatories: [{ name: 'Eva Holm', title: 'Direktør', onBehalf: true }],
    caseNumbers: ['2018-1'],
  })
})
