import { describe, expect, test } from 'vitest'
import { contradictions } from '../../../followup/checklist/contradictions.ts'
import { followUps } from '../../../followup/checklist/follow-up.ts'
import type { ChecklistItem, ChecklistLetter, ChecklistTime } from '../../../schemas/checklist.ts'
import { parsePeriod } from '../../../schemas/period.ts'

const time = (day: string, relation: ChecklistTime['relation'] = 'by'): ChecklistTime => ({
  quote: day,
  relation,
  start: day,
  end: day,
  grain: 'day',
  assumed: [],
  state: 'due',
})
const item = (id: string, quote: string, more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  id,
  kind: 'initiative',
  quote,
  status: 'planned',
  state: 'due',
  times: [],
  every: null,
  responsible: null,
  target: null,
  evidence: { file: 'a.txt', page: 1 },
  review: 'proposed',
  withdrawn: false,
  ...more,
})
const letter = (date: string, ...items: ChecklistItem[]): ChecklistLetter => ({
  id: `letter-${date}`,
  kind: 'statement',
  date,
  subject: null,
  caseNumbers: [],
  signatories: [],
  contact: null,
  refersTo: [],
  sources: [],
  items,
})
const of = (
  statement: ChecklistLetter | null,
  earlier: ChecklistLetter[] = [],
  plans: ChecklistLetter[] = [],
) => contradictions({ statement, earlierStatements: earlier, plans }).map(({ code }) => code)

const jobClubs = 'Vi etablerer jobklubber i samarbejde med relevante arbejdsløshedskasser senest 1. oktober.'
const sameLater = 'Jobklubber i samarbejde med relevante arbejdsløshedskasser etableres senest 1. december.'
const other = 'Alle medarbejdere gennemfører et kursus i jobrettede samtaler senest 1. december.'

describe('two deadlines for one measure', () => {
  test.each<[string, ChecklistItem[], ChecklistItem[], string[]]>([
    [
      'in the statement and in a plan',
      [item('a', jobClubs, { times: [time('2018-10-01')] })],
      [item('b', sameLater, { times: [time('2018-12-01')] })],
      ['two-deadlines'],
    ],
    [
      'in one statement',
      [
        item('a', jobClubs, { times: [time('2018-10-01')] }),
        item('b', sameLater, { times: [time('2018-12-01')] }),
      ],
      [],
      ['two-deadlines'],
    ],
    [
      'the same day twice',
      [item('a', jobClubs, { times: [time('2018-10-01')] })],
      [item('b', sameLater, { times: [time('2018-10-01')] })],
      [],
    ],
    [
      'two measures',
      [
        item('a', jobClubs, { times: [time('2018-10-01')] }),
        item('b', other, { times: [time('2018-12-01')] }),
      ],
      [],
      [],
    ],
    [
      'only one has a day',
      [item('a', jobClubs, { times: [time('2018-10-01')] }), item('b', sameLater)],
      [],
      [],
    ],
    [
      'a beginning is no deadline',
      [
        item('a', jobClubs, { times: [time('2018-10-01', 'from')] }),
        item('b', sameLater, { times: [time('2018-12-01')] }),
      ],
      [],
      [],
    ],
    [
      'one promise that names two',
      [item('a', jobClubs, { times: [time('2018-10-01'), time('2018-12-01')] })],
      [],
      ['several-deadlines'],
    ],
    [
      'one that names the past and a day',
      [item('a', jobClubs, { times: [time('2018-01-01'), time('2018-12-01')] })],
      [],
      [],
    ],
  ])('%s', (_, statement, plan, expected) => {
    const plans = plan.length > 0 ? [letter('2018-02-01', ...plan)] : []
    expect(of(letter('2018-08-08', ...statement), [], plans)).toEqual(expected)
  })
})

describe('an expectation that changed since the first statement', () => {
  const expects = (date: string, ...days: string[]) =>
    letter(
      date,
      item(date, 'Vi forventer at leve op til loven.', {
        kind: 'compliance',
        times: days.map((day) => time(day)),
      }),
    )
  test.each<[string, ChecklistLetter | null, ChecklistLetter[], string[]]>([
    [
      'later',
      expects('2018-08-08', '2019-02-08'),
      [expects('2018-05-01', '2018-10-01')],
      ['promise-changed'],
    ],
    ['now without a day', expects('2018-08-08'), [expects('2018-05-01', '2018-10-01')], ['promise-changed']],
    ['the same', expects('2018-08-08', '2018-10-01'), [expects('2018-05-01', '2018-10-01')], []],
    ['then without a day', expects('2018-08-08', '2018-10-01'), [expects('2018-05-01')], []],
    ['no first statement', expects('2018-08-08', '2018-10-01'), [], []],
    ['no statement', null, [], []],
    [
      'the first of three counts',
      expects('2018-08-08', '2019-02-08'),
      [expects('2018-06-01', '2019-02-08'), expects('2018-05-01', '2018-10-01')],
      ['promise-changed'],
    ],
  ])('%s', (_, statement, earlier, expected) => {
    expect(of(statement, earlier)).toEqual(expected)
  })
})

describe('the next report to ask for in December 2018', () => {
  const period = parsePeriod('2018M12')
  test.each<[Partial<ChecklistItem>, string]>([
    [{ every: 'P2W' }, 'den seneste før 31. december 2018 (hver 14. dag)'],
    [{ every: 'P1W' }, 'den seneste før 31. december 2018 (hver uge)'],
    [{ every: 'P1M' }, 'den for december 2018 (hver måned)'],
    [{ every: 'P3M' }, 'den for december 2018 (hvert kvartal)'],
    [{}, 'den seneste, og hvor ofte der følges op; brevet siger det ikke'],
    [{ times: [time('2019-03-01')] }, 'den, der er lovet senest 1. marts 2019'],
    [{ times: [time('2018-10-01')] }, 'den, der var lovet senest 1. oktober 2018'],
    [{ times: [time('2018-10-01', 'from')], every: 'P1M' }, 'den for december 2018 (hver måned)'],
  ])('%j', (more, expected) => {
    if (!period) throw new Error('no period')
    const statement = letter(
      '2018-08-08',
      item('a', 'Vi følger op.', { kind: 'monitoring', ...more }),
      item('b', other),
    )
    expect(followUps(statement, period)).toEqual([{ itemId: 'a', report: expected }])
  })
})
