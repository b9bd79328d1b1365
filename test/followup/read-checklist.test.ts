import { beforeEach, describe, expect, test } from 'vitest'
import { checklistDocument } from '../../followup/checklist-pages/checklist-document.ts'
import { checklistMarkdown } from '../../followup/markdown/checklist.ts'
import { readChecklist } from '../../followup/read-checklist.ts'
import { linkLetters } from '../../pipeline/link-letters.ts'
import { recordFile } from '../../pipeline/record.ts'
import { checklistSchema } from '../../schemas/checklist.ts'
import type { Commitment } from '../../schemas/commitment.ts'
import type { ExtractedLetter, LetterFacts } from '../../schemas/letter.ts'
import { parsePeriod } from '../../schemas/period.ts'
import type { Found } from '../../schemas/span.ts'
import type { TimeExpression } from '../../schemas/time.ts'
import { decideCommitment } from '../../store/decide.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/query.ts'
import { madeFile, madeLetter } from '../store/made-letter.ts'

const at = '2026-01-01T00:00:00.000Z'
const found = <T>(value: T): Found<T> => ({ value, span: null, rule: 'test', assumed: [] })
const time = (quote: string, more: Partial<TimeExpression>): TimeExpression => ({
  quote,
  span: { start: 0, end: 0 },
  relation: 'by',
  start: '2019-02-08',
  end: '2019-02-08',
  grain: 'day',
  assumed: [],
  rule: 'test',
  ...more,
})
const inSixMonths = time('senest om 6 måneder', {})

const expected = 'Vi lever op til lovens krav senest om 6 måneder.'
const hired = 'Vi ansætter to jobkonsulenter.'
const lists = 'Vi gennemgår lister hver 14. dag.'
const started = 'Vi har samlet holdene.'

/** Køge's statement of 8 August 2018 with one promise of each sort. */
function statement(facts: Partial<LetterFacts> = {}, times = [inSixMonths]): ExtractedLetter {
  const date = facts.date?.value ?? '2018-08-08'
  const letter = madeLetter(
    [`Brev af ${date}.`, expected, hired, lists, started],
    [expected, hired, lists, started],
    facts,
  )
  const more: Partial<Commitment>[] = [
    { kind: 'compliance', times },
    {},
    { kind: 'monitoring', status: 'ongoing', every: 'P2W' },
    { status: 'done' },
  ]
  return { ...letter, commitments: letter.commitments.map((one, i) => ({ ...one, ...more[i] })) }
}

/** The ministry's answer of 31 August 2018, with the time it noted and the month it announces a status for. */
function answer(noted: TimeExpression[] = [inSixMonths], month = '2018-12'): ExtractedLetter {
  const quote = 'Jeg noterer mig, at I forventer at leve op til loven.'
  return madeLetter(['Jeg har modtaget redegørelsen.', quote], [], {
    kind: found('acknowledgement'),
    date: found('2018-08-31'),
    signatories: [],
    acknowledges: {
      receivedDate: found('2018-08-08'),
      signedBy: [found({ name: 'Bjarne Andersen', title: 'arbejdsmarkedschef' })],
      notedExpectation: { quote, span: { start: 0, end: 0 }, times: noted },
    },
    statusDataPeriod: found(month),
  })
}

let store: Store
beforeEach(() => {
  store = openStore(':memory:')
})

function record(...letters: ExtractedLetter[]): void {
  letters.forEach((letter, i) => {
    recordFile(store, { ...madeFile(String(i), `${i}.txt`, letter.text.text), letters: [letter] }, '1', at)
  })
  linkLetters(store)
}

function checklist(code = '2018M12', only?: string) {
  const period = parsePeriod(code)
  if (!period) throw new Error(code)
  return checklistSchema.parse(readChecklist(store, period, only))
}
const markdown = (...of: Parameters<typeof checklist>): string =>
  checklistMarkdown(checklistDocument(checklist(...of)))
const koege = (code?: string) => {
  const entry = checklist(code).municipalities.find(({ municipality }) => municipality.name === 'Køge')
  if (!entry) throw new Error('Køge is missing')
  return entry
}
const states = (code?: string) =>
  Object.fromEntries(koege(code).statement?.items.map(({ quote, state }) => [quote, state]) ?? [])

describe('the state of promises', () => {
  test('in December 2018 and in February 2019', () => {
    record(statement())
    expect(states()).toEqual({
      [expected]: 'not-due',
      [hired]: 'no-deadline',
      [lists]: 'running',
      [started]: 'done',
    })
    expect(states('2019M02')[expected]).toBe('due')
    expect(states('2019Q01')[expected]).toBe('due')
  })

  test('what is due next, and what came in the period', () => {
    record(statement())
    const [item] = koege().statement?.items ?? []
    const due = { itemId: item?.id, day: '2019-02-08' }
    expect(koege()).toMatchObject({ next: due, cameInPeriod: [] })
    expect(koege('2019M02')).toMatchObject({ next: null, cameInPeriod: [due] })
  })

  test('a rejected promise is left out and counted', () => {
    record(statement())
    const id = koege().statement?.items.find(({ quote }) => quote === hired)?.id ?? ''
    decideCommitment(store, id, { who: 'Anna', at, review: 'rejected', changes: {}, reason: 'sniksnak' })
    expect(Object.keys(states())).not.toContain(hired)
    expect(checklist().reviews).toEqual({ proposed: 3, confirmed: 0, edited: 0, rejected: 1 })
    const text = markdown()
    expect(text).not.toContain(hired)
    expect(text).toContain(
      '3 af 3 tilsagn er fundet af regler og ikke set af et menneske; 1 er afvist og udeladt.',
    )
  })
})

describe("the ministry's answer", () => {
  test('noted the time of the statement', () => {
    record(statement(), answer())
    const { statement: letter, answer: given, expectation } = koege()
    expect(given).toMatchObject({ verdict: 'same', receivedDate: '2018-08-08', notNoted: [] })
    expect(given?.sameTime).toEqual([letter?.items[0]?.id])
    expect(expectation).toEqual({ itemId: letter?.items[0]?.id, state: 'not-due', verdict: 'not-measurable' })
  })

  const another = time('1. januar 2019', { start: '2019-01-01', end: '2019-01-01' })
  test.each([
    ['another time', [another], [inSixMonths], 'differs'],
    ['a time where the statement has none', [another], [], 'letter-undated'],
    ['no time', [], [inSixMonths], 'no-time'],
  ] as const)('noted %s', (_, noted, promised, verdict) => {
    record(statement({}, [...promised]), answer([...noted]))
    expect(koege().answer?.verdict).toBe(verdict)
    const codes = koege().issues.map(({ code }) => code)
    expect(codes.some((code) => code.startsWith('noted-'))).toBe(verdict !== 'no-time')
  })

  test('the expectation that it noted leads, not the one that is due last', () => {
    const soon = 'Alt er i drift den 1. oktober 2018.'
    const made = madeLetter([expected, soon], [expected, soon])
    const day = time('den 1. oktober 2018', { relation: 'at', start: '2018-10-01', end: '2018-10-01' })
    const commitments = made.commitments.map((one, i) => ({
      ...one,
      kind: 'compliance' as const,
      times: [i === 0 ? inSixMonths : day],
    }))
    record({ ...made, commitments }, answer([day]))
    const [first, second] = koege().statement?.items ?? []
    expect(koege().expectation).toEqual({ itemId: second?.id, state: 'due', verdict: 'not-measurable' })
    expect(koege().answer?.notNoted).toEqual([first?.id])
  })

  test('is said to be missing', () => {
    record(statement())
    expect(koege().answer).toBeNull()
    expect(koege().issues.map(({ code }) => code)).toContain('unanswered')
    expect(markdown()).toContain('Ministeriets svar er ikke fundet her.')
  })
})

describe('the data period that was announced', () => {
  test.each([
    ['2018M12', 'this'],
    ['2018Q04', 'this'],
    ['2018Y01', 'this'],
    ['2019M01', 'earlier'],
    ['2018M09', 'later'],
  ])('seen from %s is %s', (code, relation) => {
    record(statement(), answer())
    expect(koege(code).announced).toMatchObject({ month: '2018-12', relation })
  })

  test('none', () => {
    record(statement())
    expect(koege().announced).toEqual({ month: null, relation: 'none', letterId: null, quote: null })
  })
})

describe('the letters of a municipality', () => {
  test('the latest statement leads, the earlier one is listed', () => {
    record(statement(), statement({ date: found('2018-05-01') }))
    const { statement: latest, earlierStatements } = koege()
    expect(latest?.date).toBe('2018-08-08')
    expect(earlierStatements.map(({ date }) => date)).toEqual(['2018-05-01'])
    expect(markdown()).toContain('### Tidligere redegørelser')
  })

  test('an undated statement does not lead over a dated one', () => {
    record(statement({ date: null, caseNumbers: [] }), statement({ date: found('2018-05-01') }))
    expect(koege().statement?.date).toBe('2018-05-01')
  })

  test('a plan stands under its own heading', () => {
    record(
      statement(),
      statement({ kind: found('plan'), date: found('2018-01-10'), subject: found('Plan <2018>') }),
    )
    expect(koege().plans).toHaveLength(1)
    expect(koege().earlierStatements).toEqual([])
    expect(markdown()).toContain('### Plan: Plan \\<2018\\>')
  })

  test('a plan alone: there is no statement, and it is said', () => {
    record(statement({ kind: found('plan') }))
    expect(koege()).toMatchObject({ statement: null, expectation: null, next: null })
    expect(markdown()).toContain('Ingen redegørelse fra kommunen her.')
  })

  test('an unsigned statement says so; a signer from the answer is marked as assumed', () => {
    record(statement({ signatories: [] }))
    expect(markdown()).toContain('Brevet har ingen underskrift.')
    record(statement({ signatories: [] }), answer())
    expect(koege().statement?.signatories).toMatchObject([{ name: 'Bjarne Andersen', assumed: true }])
    expect(markdown()).toContain('Bjarne Andersen, arbejdsmarkedschef, er antaget efter ministeriets svar')
  })

  test('one municipality alone', () => {
    const holbaek = { code: '0316', name: 'Holbæk' }
    record(statement(), statement({ municipality: found(holbaek), date: found('2018-05-01') }))
    expect(checklist('2018M12', '0316').municipalities.map(({ municipality }) => municipality)).toEqual([
      holbaek,
    ])
    expect(checklist('2018M12', '0316').reviews.proposed).toBe(4)
    expect(markdown('2018M12', '0101')).toContain('Der er ingen breve')
  })
})

test('who was asked and did not answer, and letters of no municipality, are named', () => {
  const orientation = madeLetter(['Jeg har spurgt to kommuner.'], [], {
    kind: found('committee-orientation'),
    municipality: null,
    date: found('2018-08-31'),
    asked: [found({ code: '0316', name: 'Holbæk' }), found({ code: '0259', name: 'Køge' })],
    askedAgain: [found({ code: '0259', name: 'Køge' })],
  })
  record(statement(), orientation, statement({ municipality: null, date: found('2018-05-01') }))
  const { askedWithoutStatement, withoutMunicipality } = checklist()
  expect(askedWithoutStatement.map(({ municipality }) => municipality.name)).toEqual(['Holbæk'])
  expect(withoutMunicipality).toMatchObject([{ kind: 'statement', file: '2.txt', commitments: 4 }])
  expect(koege().mentions).toMatchObject([{ date: '2018-08-31', again: true }])
})

test('an empty database gives an empty checklist', () => {
  expect(checklist().municipalities).toEqual([])
  expect(markdown()).toContain('Der er ingen breve')
})

test('targets that contradict each other are named by their ids', () => {
  const quotes = ['Kontaktgraden er mindst 80 pct.', 'Kontaktgraden er mindst 75 pct.']
  const letter = madeLetter(quotes, quotes, {
    issues: [
      {
        code: 'contradicting-targets',
        message: `To forskellige mål for kontaktgraden: »${quotes[0]}« og »${quotes[1]}«`,
        span: { start: 0, end: 10 },
      },
    ],
  })
  record(letter)
  const [first, second] = koege().statement?.items ?? []
  expect(koege().issues[0]).toMatchObject({
    message: `To forskellige mål for kontaktgraden: ${first?.id} og ${second?.id}`,
    quote: null,
  })
})

test('what is to be done before a day comes on the day before it', () => {
  const before = time('inden den 1. januar 2019', {
    relation: 'before',
    start: '2019-01-01',
    end: '2019-01-01',
  })
  const letter = statement({}, [before])
  record({
    ...letter,
    commitments: letter.commitments.map((one) => ({ ...one, kind: 'initiative' as const })),
  })
  expect(koege('2018M11').next?.day).toBe('2019-01-01')
  expect(koege('2018M12').cameInPeriod.map(({ day }) => day)).toEqual(['2019-01-01'])
  expect(koege('2019M01').cameInPeriod).toEqual([])
  expect(markdown('2018M12')).toContain('Køge (inden 1. januar 2019 ')
})

test('a letter cannot write the checklist', () => {
  const hostile =
    'Vi lover <img src=x onerror=alert(1)> | [klik](https://ond.dk)\n## Ny overskrift `x` senest i dag'
  const quote = hostile.replace('\n', ' ')
  const letter = madeLetter([quote], [quote], {
    signatories: [found({ name: '**Ole** | <b>', title: '[t](x)', onBehalf: false })],
    contact: found({ name: '# Ole', phone: '<1>', email: 'a@b.dk' }),
    caseNumbers: [found('1|2')],
    subject: found('<h1>'),
  })
  const commitments = letter.commitments.map((one) => ({
    ...one,
    quote: hostile,
    kind: 'compliance' as const,
    responsible: '<i>|',
  }))
  record({ ...letter, commitments })
  const text = markdown().replace(/`[^`\n]*`/g, 'code')
  expect(text).not.toMatch(/(?<!\\)<(?:img|b|i|h1|1)>?/)
  expect(text).not.toMatch(/(?<!\\)\[(?:klik|t)(?!\\)\]/)
  expect(text).not.toMatch(/^#+ (?:Ny overskrift|Ole)/m)
  const tables = text.match(/(?:^\|.*\n)+/gm) ?? []
  expect(tables.length).toBeGreaterThan(1)
  for (const table of tables) {
    const rows = table.trim().split('\n')
    expect(new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length)).size).toBe(1)
  }
})
