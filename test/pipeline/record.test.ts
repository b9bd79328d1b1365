import { beforeEach, describe, expect, test } from 'vitest'
import { differences } from '../../pipeline/compare-sources.ts'
import { linkLetters } from '../../pipeline/link-letters.ts'
import { recordFile } from '../../pipeline/record.ts'
import type { ExtractedLetter } from '../../schemas/letter.ts'
import { decideCommitment, readAuditLog } from '../../store/decide.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/query.ts'
import { readLetters, readText } from '../../store/read-letters.ts'
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
  expect(record('a', 'a.txt', [madeLetter(lines, [moved, hired])]).outcome).toBe('stored')
  const before = dump(store)
  expect(record('a', 'b.txt', [madeLetter(lines, [moved])]).outcome).toBe('known')
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

describe('of a scan and a better copy', () => {
  type Grade = 'good' | 'uncertain' | 'bad'
  const scanned = (sha: string, grade: Grade | null, letter: ExtractedLetter) => {
    const made = madeFile(sha, `${sha}.pdf`, lines.join('\n'))
    const scan = grade && { grade, confidence: 0.9, uncoveredInk: 0, blank: false }
    const pages = made.pages.map((page) => ({ ...page, ...(scan && { scan }) }))
    return recordFile(store, { ...made, pages, letters: [letter] }, '1', at)
  }
  const misread = lines.map((line) => line.replace('2019', '2O19'))
  const misreadLetter = () => madeLetter(misread, [misread[2] as string])

  test('the text is that of the better, whichever comes first', () => {
    scanned('a', 'uncertain', misreadLetter())
    const before = only()
    scanned('b', null, madeLetter(lines, [hired]))
    scanned('c', 'bad', misreadLetter())
    const after = only()
    expect(after.id).toBe(before.id)
    expect(after.commitments.map(({ quote }) => quote)).toEqual([hired])
    expect(after.sources.map(({ file }) => file).sort()).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  })

  test.each([
    ['good', 'good'],
    ['good', 'uncertain'],
    [null, 'good'],
  ] as const)('of copies read as well the first stays (%s, then %s)', (first, second) => {
    scanned('a', first, madeLetter(lines, [hired]))
    scanned('b', second, misreadLetter())
    expect(only().commitments.map(({ quote }) => quote)).toEqual([hired])
  })

  test('what a person decided on stays as it is', () => {
    scanned('a', 'bad', misreadLetter())
    decide(misread[2] as string, 'confirmed')
    scanned('b', null, madeLetter(lines, [hired]))
    expect(only().commitments.map(({ quote }) => quote)).toEqual([misread[2]])
  })

  test('a copy that lost its date is the same letter, which keeps it', () => {
    const undated = (own: string[]) => madeLetter(own, [hired], { date: null })
    scanned('a', 'good', undated(lines))
    scanned('b', 'good', madeLetter(lines, [hired]))
    scanned('c', 'good', undated(lines))
    expect(only().date).toBe('2018-08-08')
    scanned(
      'd',
      'good',
      undated([...lines.slice(1), 'Vi sender dette brev uden en dato, og det handler om noget helt andet.']),
    )
    expect(readLetters(store)).toHaveLength(2)
  })
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
  expect(record('a', 'a.txt', [madeLetter(lines, [hired.slice(0, 27), lists])], '2').outcome).toBe(
    'extracted-again',
  )
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

describe('other content under the same path', () => {
  const later = lines.map((line) => line.replace('om 6 måneder', 'om 9 måneder'))
  const changedTo = (found: ExtractedLetter) =>
    recordFile(store, { ...madeFile('b', 'a.txt', found.text.text), letters: [found] }, '1', at)

  test('replaces the letter and its proposals; the id and the ids of what is said again stay', () => {
    record('a', 'a.txt', [madeLetter(lines, lines)])
    const before = only()
    expect(changedTo(madeLetter(later, later)).outcome).toBe('replaced')
    const after = only()
    expect(after.id).toBe(before.id)
    expect(after.commitments.map(({ quote }) => quote)).toEqual(later)
    expect(after.commitments.map(({ id }) => id)).toEqual(before.commitments.map(({ id }) => id))
    expect(after.sources).toMatchObject([{ sha256: 'b'.repeat(64) }])
    expect(after.issues).toEqual([])
    expect(readText(store, after.id)).toMatchObject({ text: later.join('\n'), sha256: 'b'.repeat(64) })
  })

  test("keeps a person's decisions; what was decided and is gone is flagged", () => {
    record('a', 'a.txt', [madeLetter(lines, lines)])
    decide(moved, 'confirmed')
    decide(hired, 'rejected')
    changedTo(madeLetter([moved, lists, 'Vi sender et nyt brev.', expected], [moved, lists, expected]))
    expect(only().commitments.map(({ quote, review, withdrawn }) => [quote, review, withdrawn])).toEqual([
      [moved, 'confirmed', false],
      [lists, 'proposed', false],
      [expected, 'proposed', false],
      [hired, 'rejected', true],
    ])
  })

  test('a decision does not hide that the letter sets another time now', () => {
    record('a', 'a.txt', [madeLetter(lines, lines)])
    decide(expected, 'confirmed')
    changedTo(madeLetter(later, later))
    const found = only().commitments.filter(({ quote }) => quote.includes('måneder'))
    expect(found.map(({ quote, review, withdrawn }) => [quote, review, withdrawn])).toEqual([
      [later[3], 'proposed', false],
      [expected, 'confirmed', true],
    ])
  })

  test('changed back is as it was', () => {
    record('a', 'a.txt', [madeLetter(lines, lines)])
    const before = only()
    changedTo(madeLetter(later, later))
    expect(record('a', 'a.txt', [madeLetter(lines, lines)]).outcome).toBe('replaced')
    expect(only()).toEqual(before)
    expect(record('a', 'a.txt', [madeLetter(lines, lines)]).outcome).toBe('known')
  })

  test('the old content in another place is a file of its own', () => {
    record('a', 'a.txt', [madeLetter(lines, lines)])
    changedTo(madeLetter(later, later))
    expect(record('a', 'old.txt', [madeLetter(lines, lines)]).outcome).toBe('stored')
    expect(only().sources.map(({ file }) => file)).toEqual(['a.txt', 'old.txt'])
    expect(only().issues.map(({ code }) => code)).toEqual(['sources-differ'])
  })

  test('another letter: the old one goes, or stays with what a person decided', () => {
    const other = madeLetter(['Kommunen svarer særskilt på spørgsmålet om sygedagpenge.'], [])
    record('a', 'a.txt', [madeLetter(lines, lines)])
    changedTo(other)
    expect(only().commitments).toEqual([])
    record('a', 'a.txt', [madeLetter(lines, lines)])
    decide(hired, 'confirmed')
    changedTo(other)
    const kept = readLetters(store).find(({ commitments }) => commitments.length > 0)
    expect(kept?.commitments).toMatchObject([{ quote: hired, withdrawn: true }])
    expect(kept?.sources).toHaveLength(1)
    expect(readLetters(store)).toHaveLength(2)
  })

  test('a letter that lies in another file too stays, and takes its text from there when that is read again', () => {
    record('a', 'a.txt', [madeLetter(lines, lines)])
    record('c', 'c.txt', [madeLetter(lines, lines)])
    changedTo(madeLetter(['Kommunen svarer særskilt på spørgsmålet om sygedagpenge.'], []))
    record('c', 'c.txt', [madeLetter(lines, lines)])
    const kept = readLetters(store).find(({ commitments }) => commitments.length > 0)
    expect(kept?.sources.map(({ file }) => file)).toEqual(['c.txt'])
    expect(kept && readText(store, kept.id)?.sha256).toBe('c'.repeat(64))
    expect(kept?.commitments).toHaveLength(4)
  })
})

describe('copies of a letter', () => {
  const codes = () => only().issues.map(({ code }) => code)
  const copy = (from: string, to: string) =>
    madeLetter(
      lines.map((line) => line.replace(from, to)),
      [],
    )

  test.each([
    ['om 6 måneder', 'om 9 måneder', '»6« ↔ »9«'],
    ['1. marts 2019', '1. maj 2019', '»marts« ↔ »maj«'],
    ['1. marts 2019', '1. marts', '»2019« ↔ »–«'],
    ['marts 2019', `marts 2019 ${'1'.repeat(500)}`, `»–« ↔ »${'1'.repeat(40)}…«`],
  ])('with "%s" and "%s" are one letter that a person should look at', (from, to, words) => {
    record('a', 'a.txt', [madeLetter(lines, lines)])
    const { ids, differing } = record('b', 'b.txt', [copy(from, to)])
    expect([...differing]).toEqual([[ids[0], words]])
    expect(only().sources).toHaveLength(2)
    expect(only().issues).toMatchObject([{ code: 'sources-differ', message: expect.stringContaining(words) }])
  })

  test.each([
    ['1. marts 2019', '01. mar. 2019'],
    ['til Jobcenteret.', 'til Jobcenteret. 2'],
    ['Teamlederen', '2. Teamlederen'],
  ])('with "%s" and "%s" do not differ', (from, to) => {
    record('a', 'a.txt', [madeLetter(lines, lines)])
    expect(record('b', 'b.txt', [copy(from, to)]).differing.size).toBe(0)
    expect(codes()).toEqual([])
  })

  test('differ no longer when the one is corrected', () => {
    record('a', 'a.txt', [madeLetter(lines, lines)])
    record('b', 'b.txt', [copy('om 6', 'om 9')])
    expect(codes()).toEqual(['sources-differ'])
    record('a', 'a.txt', [madeLetter(lines, lines)], '2')
    expect(codes()).toEqual(['sources-differ'])
    record('c', 'b.txt', [copy('om 6', 'om 6')], '2')
    expect(codes()).toEqual([])
  })
})

test('of many differences the first five are named', () => {
  const many = Array.from({ length: 7 }, (_, i) => `${i + 10}`)
  const found = differences(
    many.flatMap((n) => ['juni', n]),
    many.flatMap((n) => ['juni', `${n}0`]),
  )
  expect(found).toHaveLength(7)
  expect(differences([], [])).toEqual([])
  expect(differences(many, many)).toEqual([])
})

test('a statement is linked to the request it refers to, in its own municipality', () => {
  const found = <T>(value: T) => ({ value, span: null, rule: 'test', assumed: [] })
  const request = (more = {}) =>
    madeLetter(['Jeg skal bede om en redegørelse.'], [], {
      kind: found('request' as const),
      date: found('2018-04-09'),
      ...more,
    })
  record('a', 'a.txt', [madeLetter(lines, [])])
  record('b', 'b.txt', [request()])
  record('c', 'c.txt', [request({ municipality: found({ code: '0265', name: 'Roskilde' }) })])
  linkLetters(store)
  const linked = readLetters(store).map(({ kind, linked }) => [kind, linked.map((one) => one.kind)])
  expect(linked).toEqual([
    ['request', ['statement']],
    ['request', []],
    ['statement', ['request']],
  ])
})
