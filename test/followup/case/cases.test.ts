import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { caseOf, readCases } from '../../../followup/case/read-cases.ts'
import { type Case, caseSchema, casesSchema } from '../../../schemas/case.ts'
import { placeLetter } from '../../../store/case-placements.ts'
import { readAuditLog } from '../../../store/decide.ts'
import type { Store } from '../../../store/query.ts'
import { readLetters } from '../../../store/read-letters.ts'
import { asking, at, fromMinister, ingested, statement } from '../written-letters.ts'

const today = '2018-12-01'
/** A case's letters: what each is, when, and whether it is here. */
const timeline = ({ steps }: Case): string[] =>
  steps.map(({ kind, date, period, letterId }) => {
    const time = date ?? (period ? `${period.start}..${period.end}` : 'undated')
    return `${kind} ${time}${letterId ? '' : ' missing'}`
  })
const timelines = (store: Store, code = '0350'): string[][] => caseOf(store, code, today).map(timeline)

describe('the sample letters', () => {
  let store: Store
  beforeAll(async () => {
    const folder = join(packageRoot, 'data/letters')
    const names = [
      'koege-2018-08-08.md',
      'koege-beskaeftigelsesplan-2018.txt',
      'orientering-2018-08-31.txt',
      'roskilde-2018-04-26.txt',
    ]
    store = await ingested(names.map((name) => join(folder, name)))
  })

  const asked = [
    'request 2018-04-09 missing',
    'statement 2018-05-01..2018-05-31 missing',
    'supplementary-request 2018-06-11 missing',
  ]
  const closed = ['acknowledgement 2018-08-31', 'orientation 2018-08-31']
  test.each<[string, string, string[]]>([
    ['Brøndby', '0153', [...asked, 'further-statement 2018-07-05', ...closed]],
    ['Faaborg-Midtfyn', '0430', [...asked, 'further-statement 2018-07-09', ...closed]],
    ['Hillerød', '0219', [...asked, 'further-statement 2018-07-06', ...closed]],
    ['Køge', '0259', [...asked, 'further-statement 2018-08-08', ...closed]],
    ['Rudersdal', '0230', [...asked, 'further-statement 2018-07-09', ...closed]],
    ['Roskilde', '0265', ['request 2018-04-09 missing', 'statement 2018-04-26', 'orientation 2018-08-31']],
    ['Holbæk', '0316', ['request 2018-04-09 missing', 'orientation 2018-08-31']],
  ])('%s', (_, code, expected) => {
    expect(timelines(store, code)).toEqual([expected])
  })

  test('every case has the form of the schema, and each letter of a municipality stands in one', () => {
    const { cases, unplaced } = casesSchema.parse(readCases(store, today))
    expect(cases).toHaveLength(7)
    expect(unplaced).toEqual([])
    const own = cases.flatMap(({ steps }) => steps.filter(({ kind }) => kind !== 'orientation'))
    const ids = own.flatMap(({ letterId }) => letterId ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('a municipality by itself has the same cases as among all', () => {
    const { cases } = readCases(store, today)
    for (const code of new Set(cases.map(({ municipality }) => municipality.code)))
      expect(caseOf(store, code, today)).toEqual(cases.filter((one) => one.municipality.code === code))
  })

  test('what is open, and what comes next', () => {
    const [koege] = caseOf(store, '0259', today)
    expect(koege).toMatchObject({
      ministryWaitsFor: [{ code: 'compliance', day: '2019-02-08', overdue: false }],
      municipalityWaitsFor: [{ code: 'status', day: '2019-01-31', overdue: false }],
      next: { day: '2019-01-31' },
      plans: [{ subject: 'Beskæftigelsesplan 2018' }],
    })
    expect(koege?.title).toBe('manglende aktiv indsats for dagpengemodtagere')
    expect(caseOf(store, '0259', '2019-02-01')[0]).toMatchObject({
      municipalityWaitsFor: [{ code: 'status', overdue: true }],
      next: { day: '2019-02-08' },
    })
    expect(caseOf(store, '0265', today)[0]).toMatchObject({
      municipalityWaitsFor: [{ code: 'answer', day: null }],
      next: null,
    })
  })

  test('who speaks of a missing letter, in which words', () => {
    const missing = caseOf(store, '0259', today)[0]?.steps.find(({ period }) => period)
    expect(missing?.mentionedBy.map(({ quote }) => quote)).toEqual([
      'redegørelse fra maj 2018',
      'vores første redegørelse',
    ])
  })
})

const dagpenge = 'Vi har for mange dagpengemodtagere uden tilbud, og dagpengemodtagere har ret til et tilbud.'
const byggesager = 'Vi har for mange byggesager, og byggesager tager for lang tid.'
const tak = (day: string) => `Tak for dit brev af ${day}, hvor du beder kommunen redegøre for indsatsen.`
const hired = 'Vi har ansat to nye jobkonsulenter.'
const received = (day: string) =>
  `Jeg har den ${day} modtaget redegørelsen fra Lejre Kommune i et brev, underskrevet borgmester Jens Hald. Jeg noterer mig, at I forventer at leve op til lovgivningens krav. Tak for redegørelsen.`

describe('letters of one municipality', () => {
  test.each<[string, string[], string[][]]>([
    [
      'two matters are two cases, also when they are written in the same months',
      [
        statement({ date: '3. maj 2018', body: [tak('9. april 2018'), dagpenge, hired] }),
        statement({ date: '7. juni 2018', body: [tak('2. maj 2018'), byggesager, hired] }),
      ],
      [
        ['request 2018-04-09 missing', 'statement 2018-05-03'],
        ['request 2018-05-02 missing', 'statement 2018-06-07'],
      ],
    ],
    [
      'the same matter is one case when the letters lie close',
      [
        statement({ date: '3. maj 2018', body: [tak('9. april 2018'), dagpenge, hired] }),
        statement({ date: '5. juli 2018', body: [tak('11. juni 2018'), dagpenge, hired] }),
      ],
      [
        [
          'request 2018-04-09 missing',
          'statement 2018-05-03',
          'supplementary-request 2018-06-11 missing',
          'further-statement 2018-07-05',
        ],
      ],
    ],
    [
      'the same matter years apart is two cases',
      [
        statement({ date: '3. maj 2016', body: [tak('9. april 2016'), dagpenge, hired] }),
        statement({ date: '5. juli 2018', body: [tak('11. juni 2018'), dagpenge, hired] }),
      ],
      [
        ['request 2016-04-09 missing', 'statement 2016-05-03'],
        ['request 2018-06-11 missing', 'statement 2018-07-05'],
      ],
    ],
    [
      'a case number holds letters together that nothing else does',
      [
        statement({ date: '3. maj 2016', number: '16/1234', body: [tak('9. april 2016'), dagpenge, hired] }),
        statement({ date: '5. juli 2018', number: '16/1234', body: [tak('11. juni 2018'), hired] }),
      ],
      [
        [
          'request 2016-04-09 missing',
          'statement 2016-05-03',
          'supplementary-request 2018-06-11 missing',
          'further-statement 2018-07-05',
        ],
      ],
    ],
    [
      'a letter named by the day on which it arrived is not missing',
      [
        statement({ date: '3. maj 2018', body: [tak('9. april 2018'), dagpenge, hired] }),
        fromMinister({
          date: '11. juni 2018',
          body: [
            `Jeres redegørelse af 7. maj 2018 er ikke fyldestgørende. ${asking('senest den 6. juli 2018')}`,
          ],
        }),
      ],
      [['request 2018-04-09 missing', 'statement 2018-05-03', 'supplementary-request 2018-06-11']],
    ],
    [
      'a letter named by its month is not missing when one of that month is here',
      [
        statement({ date: '3. maj 2018', body: [tak('9. april 2018'), dagpenge, hired] }),
        fromMinister({
          date: '11. juni 2018',
          body: [`Kommunens redegørelse fra maj 2018 er ikke nok. ${asking('senest den 6. juli 2018')}`],
        }),
      ],
      [['request 2018-04-09 missing', 'statement 2018-05-03', 'supplementary-request 2018-06-11']],
    ],
    [
      'a letter to all municipalities is no request',
      [
        fromMinister({
          date: '11. juni 2018',
          body: [
            `Den 9. april 2018 skrev jeg til samtlige kommuner om dagpengemodtagere. ${asking('senest den 6. juli 2018')}`,
          ],
        }),
      ],
      [['general-letter 2018-04-09 missing', 'request 2018-06-11']],
    ],
    [
      'a reminder asks for the answer to the request before it',
      [
        fromMinister({ date: '9. april 2018', body: [asking('senest den 1. maj 2018')] }),
        fromMinister({
          date: '11. juni 2018',
          subject: 'Rykker for svar på brev af 9. april 2018',
          body: [
            `Jeg har endnu ikke modtaget svar på mit brev af 9. april 2018. ${asking('senest den 6. juli 2018')}`,
          ],
        }),
      ],
      [['request 2018-04-09', 'reminder 2018-06-11']],
    ],
    [
      'an answer that nobody dated stands where the ministry received it',
      [
        fromMinister({ date: '9. april 2018', body: [asking()] }),
        statement({ body: [tak('9. april 2018'), dagpenge, hired] }),
        fromMinister({ date: '31. august 2018', body: [received('8. maj 2018')] }),
      ],
      [['request 2018-04-09', 'statement undated', 'acknowledgement 2018-08-31']],
    ],
    [
      'an answer dated before the request it names does not turn the case around',
      [
        fromMinister({ date: '11. juni 2018', body: [asking('senest den 6. juli 2018')] }),
        statement({ date: '3. maj 2018', body: [tak('9. april 2018'), dagpenge, hired] }),
      ],
      [['request 2018-04-09 missing', 'statement 2018-05-03', 'supplementary-request 2018-06-11']],
    ],
    [
      'what the ministry writes when the data are there is the status',
      [
        statement({ date: '3. maj 2018', body: [tak('9. april 2018'), dagpenge, hired] }),
        fromMinister({
          date: '31. maj 2018',
          body: [
            `${received('4. maj 2018')} Jeg har bedt Styrelsen for Arbejdsmarked og Rekruttering om en status, når vi har data for september 2018.`,
          ],
        }),
        fromMinister({
          date: '12. november 2018',
          body: [
            'Tak for jeres redegørelse af 3. maj 2018. Data for september 2018 viser nu, at kommunen ligger over landsgennemsnittet. Jeg tager det til efterretning og foretager mig ikke yderligere i sagen.',
          ],
        }),
      ],
      [
        [
          'request 2018-04-09 missing',
          'statement 2018-05-03',
          'acknowledgement 2018-05-31',
          'status 2018-11-12',
        ],
      ],
    ],
  ])('%s', async (_, texts, expected) => {
    const store = await ingested([], texts)
    expect(timelines(store)).toEqual(expected)
    const turned = await ingested([], texts.toReversed())
    expect(timelines(turned)).toEqual(expected)
  })
})

describe("a request's time limit", () => {
  const answer = (date: string) => statement({ date, body: [tak('9. april 2018'), dagpenge, hired] })
  const request = (deadline: string) => fromMinister({ date: '9. april 2018', body: [asking(deadline)] })
  test.each<[string, string | null, string, string, string]>([
    ['senest den 1. juni 2018', null, '2018-05-31', '2018-06-01', 'open'],
    ['senest den 1. juni 2018', null, '2018-06-01', '2018-06-01', 'open'],
    ['senest den 1. juni 2018', null, '2018-06-02', '2018-06-01', 'overdue'],
    // Grundlovsdag 2018 is a Tuesday, 2 June a Saturday
    ['senest den 5. juni 2018', null, '2018-06-06', '2018-06-06', 'open'],
    ['senest den 5. juni 2018', null, '2018-06-07', '2018-06-06', 'overdue'],
    ['senest den 2. juni 2018', null, '2018-06-05', '2018-06-04', 'overdue'],
    ['inden den 1. juni 2018', null, '2018-06-01', '2018-05-31', 'overdue'],
    ['senest den 1. juni 2018', '1. juni 2018', '2018-12-01', '2018-06-01', 'answered'],
    ['senest den 2. juni 2018', '4. juni 2018', '2018-12-01', '2018-06-04', 'answered'],
    ['senest den 1. juni 2018', '4. juni 2018', '2018-12-01', '2018-06-01', 'answered-late'],
  ])('%s, answered %s, on %s: %s %s', async (deadline, answered, day, lastDay, state) => {
    const store = await ingested([], [request(deadline), ...(answered ? [answer(answered)] : [])])
    const [found] = caseOf(store, '0350', day)
    expect(found?.steps[0]?.replyDeadline).toMatchObject({ lastDay, state })
    const waits = found?.ministryWaitsFor.find(({ code }) => code === 'statement')
    expect(waits?.overdue ?? null).toBe(answered ? null : state === 'overdue')
  })
})

describe('a letter that a person puts elsewhere', () => {
  const letters = [
    statement({ date: '3. maj 2018', body: [tak('9. april 2018'), dagpenge, hired] }),
    statement({ date: '7. juni 2018', body: [tak('2. maj 2018'), byggesager, hired] }),
  ]
  const decided = { who: 'Anna', at, reason: 'samme sag', onlyThere: false }
  const idOf = (store: Store, date: string): string =>
    readLetters(store).find((letter) => letter.date === date)?.id ?? ''

  test('stands in the case of the letter it was put with, and the log says who did it', async () => {
    const store = await ingested([], letters)
    const moved = idOf(store, '2018-06-07')
    const anchor = idOf(store, '2018-05-03')
    placeLetter(store, { letter: moved, municipality: '0350', with: anchor }, decided)
    const cases = caseOf(store, '0350', today).map((one) => caseSchema.parse(one))
    expect(cases).toHaveLength(1)
    expect(cases[0]?.steps.find(({ letterId }) => letterId === moved)?.placedBy).toBe('person')
    placeLetter(store, { letter: moved, municipality: '0350', with: null }, { ...decided, reason: 'nej' })
    expect(caseOf(store, '0350', today)).toHaveLength(2)
    expect(readAuditLog(store, moved)).toMatchObject([
      { who: 'Anna', action: 'case-moved', before: [], after: [{ with: anchor }], reason: 'samme sag' },
      { action: 'case-alone', before: [{ with: anchor }], after: [{ with: null }], reason: 'nej' },
    ])
  })

  test('does not tie the cases together that it stood between', async () => {
    const third = statement({ date: '5. juli 2018', body: [tak('11. juni 2018'), dagpenge, hired] })
    const store = await ingested([], [...letters, third])
    placeLetter(
      store,
      { letter: idOf(store, '2018-07-05'), municipality: '0350', with: idOf(store, '2018-06-07') },
      decided,
    )
    expect(timelines(store).map((steps) => steps.filter((step) => !step.endsWith('missing')))).toEqual([
      ['statement 2018-05-03'],
      ['statement 2018-06-07', 'further-statement 2018-07-05'],
    ])
  })

  test('comes out of no case when its municipality is not known', async () => {
    const unknown = statement({
      date: '7. juni 2018',
      municipality: 'Andeby',
      body: [tak('9. april 2018'), dagpenge],
    })
    const store = await ingested([], [letters[0] ?? '', unknown])
    const id = idOf(store, '2018-06-07')
    expect(readCases(store, today).unplaced).toMatchObject([{ letterId: id, kind: 'statement' }])
    placeLetter(store, { letter: id, municipality: '0350', with: idOf(store, '2018-05-03') }, decided)
    expect(readCases(store, today).unplaced).toEqual([])
    expect(timelines(store)).toEqual([
      ['request 2018-04-09 missing', 'statement 2018-05-03', 'further-statement 2018-06-07'],
    ])
  })
})
