import { expect, test } from 'vitest'
import { indicators } from '../../../data/indicators.ts'
import { judge } from '../../../followup/verdicts/judge.ts'
import type { Target } from '../../../schemas/commitment.ts'
import type { VerdictRule, VerdictValue } from '../../../schemas/verdict.ts'
import { aboutOffers, madeFigures, madePromise, madeTarget, madeTime, period } from './made-promise.ts'

const december = period('2018M12')
const times = [madeTime('from', '2018-10-01', '2018-10-31')]
const rettidig = (more: Partial<Target>) =>
  madeTarget({ indicator: 'rettidige tilbud', unit: 'pct', ...more })
const uden = (more: Partial<Target>) =>
  madeTarget({ indicator: 'andelen uden rettidigt tilbud', unit: 'pct', ...more })
const country = { value: null, unit: null, reference: 'landsgennemsnittet' }

// value: the share without an offer in Køge; the country has 20
test.each<[Target, number, VerdictValue]>([
  // of the share without an offer itself
  [uden({ comparator: 'at-most', value: 15 }), 14.9, 'met'],
  [uden({ comparator: 'at-most', value: 15 }), 15, 'met'],
  [uden({ comparator: 'at-most', value: 15 }), 15.1, 'not-met'],
  [uden({ comparator: 'equal', value: 0 }), 0, 'met'],
  [uden({ comparator: 'equal', value: 10 }), 9, 'met'],
  [uden({ comparator: 'equal', value: 10 }), 10.1, 'not-met'],
  [uden({ comparator: 'at-least', value: 10 }), 10, 'met'],
  [uden({ comparator: 'at-least', value: 10 }), 9, 'not-met'],
  [uden({ comparator: 'above', value: 10 }), 10, 'not-met'],
  [uden({ comparator: 'above', value: 10 }), 10.1, 'met'],
  // of the rest: the share in time
  [rettidig({ comparator: 'at-least', value: 90 }), 10, 'met'],
  [rettidig({ comparator: 'at-least', value: 90 }), 10.1, 'not-met'],
  [rettidig({ comparator: 'above', value: 90 }), 10, 'not-met'],
  [rettidig({ comparator: 'above', value: 90 }), 9.9, 'met'],
  [rettidig({ comparator: 'equal', value: 90 }), 5, 'met'],
  [rettidig({ comparator: 'equal', value: 90 }), 10, 'met'],
  [rettidig({ comparator: 'equal', value: 90 }), 10.5, 'not-met'],
  [rettidig({ comparator: 'at-most', value: 90 }), 10, 'met'],
  [rettidig({ comparator: 'at-most', value: 90 }), 9, 'not-met'],
  // against the country
  [rettidig({ comparator: 'above', ...country }), 19.9, 'met'],
  [rettidig({ comparator: 'above', ...country }), 20, 'not-met'],
  [rettidig({ comparator: 'above', ...country }), 20.1, 'not-met'],
  [rettidig({ comparator: 'at-least', ...country }), 20, 'met'],
  [rettidig({ comparator: 'equal', ...country, reference: 'hele landet' }), 18, 'met'],
  [uden({ comparator: 'at-most', ...country }), 20, 'met'],
  [uden({ comparator: 'at-most', ...country }), 20.1, 'not-met'],
  [uden({ comparator: 'equal', ...country, reference: 'landsplan' }), 20, 'met'],
  [uden({ comparator: 'equal', ...country, reference: 'landsplan' }), 21, 'not-met'],
])('%o with %d is %s', (target, value, wanted) => {
  const figures = madeFigures([
    ['0259', '2018M12', value],
    ['DK', '2018M12', 20],
  ])
  const found = judge(madePromise('Det forventes fra oktober.', { target, times }), december, figures)
  expect([found.proposed, found.reason]).toEqual([wanted, expect.stringContaining('i december 2018')])
})

test.each<[string, Target, number, VerdictValue]>([
  ['bedre end landsgennemsnittet', uden({ comparator: 'above', ...country }), 19, 'met'],
  ['bedre end landsgennemsnittet', uden({ comparator: 'above', ...country }), 21, 'not-met'],
  ['bedre end landsgennemsnittet', rettidig({ comparator: 'above', ...country }), 19, 'met'],
  ['bedre end landsgennemsnittet', rettidig({ comparator: 'above', ...country }), 20, 'not-met'],
])('%s goes the way that is better: %o with %d is %s', (quote, target, value, wanted) => {
  const figures = madeFigures([
    ['0259', '2018M12', value],
    ['DK', '2018M12', 20],
  ])
  expect(judge(madePromise(quote, { target, times }), december, figures).proposed).toBe(wanted)
})

test('the sum is told in the words of the letter', () => {
  const figures = madeFigures([
    ['0259', '2018M04', 41.7],
    ['0259', '2018M12', 17.6],
    ['DK', '2018M12', 20.3],
  ])
  const target = rettidig({ comparator: 'above', ...country })
  const found = judge(madePromise('Det forventes.', { target, times }), december, figures)
  expect(found).toMatchObject({
    rule: 'country',
    proposed: 'met',
    reason:
      '»Uden tilbud til tiden« var 17,6 pct., det vil sige »Med tilbud til tiden« 82,4 pct., i december 2018. ' +
      'Tilsagnet er over landsgennemsnittet (79,7 pct.).',
    criterion: { comparator: 'above', value: 79.7, reference: 'landsgennemsnittet' },
    value: { value: 17.6, period: '2018M12', retrieved: '2019-02-04', source: 'jobindsats.dk' },
    country: { value: 20.3 },
    atPromise: { value: 41.7, period: '2018M04' },
    change: -24.1,
    trend: 'better',
  })
})

// the law
const law = 'Det er vores forventning, at vi lever op til lovgivningens krav.'
test.each<[string, number, VerdictValue, VerdictRule]>([
  [law, 0, 'met', 'law'],
  [law, 0.1, 'not-met', 'law'],
  [law, 24.9, 'not-met', 'law'],
  ['Loven overholdes i alle sager.', 24.9, 'not-met', 'law'],
  ['Lovens krav er opfyldt.', 24.9, 'not-met', 'law'],
  ['Vi opfylder lovgivningens krav om rettidig aktivering fuldt ud.', 0, 'met', 'law'],
  // about a part of the group: only nobody, or everybody, says the same of it
  ['Vi opfylder lovgivningens krav for alle nyledige.', 2.1, 'not-measurable', 'law'],
  ['Vi opfylder lovgivningens krav for alle nyledige.', 0, 'met', 'law'],
  ['Vi kan nu opfylde lovgivningens krav: tidlig kontakt til nyledige', 2.1, 'not-met', 'law'],
  // about something else than offers
  ['Alle samtaler holdes, så lovgivningens krav er opfyldt.', 0, 'not-measurable', 'none'],
  ['Lovgivningens krav til sagsbehandlingstiden er opfyldt.', 0, 'not-measurable', 'none'],
])('%s with %d is %s', (quote, value, wanted, rule) => {
  const found = judge(madePromise(quote, { times }), december, madeFigures([['0259', '2018M12', value]]))
  expect([found.proposed, found.rule]).toEqual([wanted, rule])
})

test('without a value that was set for it, the law is not judged, and the figures are shown', () => {
  const rules = indicators()[0]?.law
  if (!rules) throw new Error('the first indicator shows whether the law is met')
  const { threshold } = rules
  rules.threshold = null
  const found = judge(madePromise(law, { times }), december, madeFigures([['0259', '2018M12', 0]]))
  rules.threshold = threshold
  expect(found).toMatchObject({ proposed: 'not-measurable', rule: 'none', value: { value: 0 } })
  expect(found.reason).toBe('Der er ikke fastsat en værdi for, hvornår lovens krav er opfyldt.')
})

test.each([
  ['Kontanthjælpsmodtagere skal have et aktivt tilbud. '],
  ['Kontanthjælpsmodtagere og andre på kontanthjælp skal have et aktivt tilbud, og dagpengemodtagere også. '],
  ['Dagpengemodtagere skal have samtaler til tiden. '],
  ['Byggesager skal afgøres inden for servicemålene. '],
  ['Sygedagpengemodtagere skal have en aktiv indsats. '],
])('the law of a letter that is about something else is not judged by this figure: %s', (text) => {
  const promise = madePromise('Vi lever op til lovgivningens krav.', { times, text })
  const found = judge(promise, december, madeFigures([['0259', '2018M12', 0]]))
  expect(found).toMatchObject({ proposed: 'not-measurable', rule: 'none', indicator: null, value: null })
})

// what cannot be measured as written
test.each([
  ['Vi ligger markant bedre, hvad angår rettidig aktivering.', 'hvor stor den skal være'],
  ['Tiltagene vil medvirke til en markant forbedring.', 'hvor stor den skal være'],
  ['Tiltagene har fuld effekt.', 'ikke fundet et måltal'],
  ['Initiativerne er fuldt implementeret.', 'ikke fundet et måltal'],
])('%s is not measurable, and the change is shown', (quote, reason) => {
  const figures = madeFigures([
    ['0259', '2018M04', 41.7],
    ['0259', '2018M12', 24.9],
    ['DK', '2018M12', 20.3],
  ])
  expect(judge(madePromise(quote, { times }), december, figures)).toMatchObject({
    proposed: 'not-measurable',
    rule: 'none',
    reason: expect.stringContaining(reason),
    value: { value: 24.9 },
    country: { value: 20.3 },
    atPromise: { value: 41.7 },
    change: -16.8,
    trend: 'better',
  })
})

test('a promise without a deadline cannot be broken', () => {
  const found = judge(madePromise(law), december, madeFigures([['0259', '2018M12', 24.9]]))
  expect(found).toMatchObject({ proposed: 'not-measurable', dueDay: null, settledBy: null })
})

// the two measures that are never compared as one
test('passivandel and the share without an offer are kept apart', () => {
  const passive = madeTarget({ indicator: 'passivandelen', comparator: 'at-most', ...country })
  const ofOffers = madeFigures([
    ['0259', '2018M12', 10],
    ['DK', '2018M12', 20],
  ])
  const found = judge(
    madePromise('Passivandelen er under landsgennemsnittet.', { target: passive, times }),
    december,
    ofOffers,
  )
  expect(found).toMatchObject({ proposed: 'data-missing', indicator: { id: 'passivandel' }, value: null })
  const ofPassive = madeFigures(
    [
      ['0259', '2018M12', 10],
      ['DK', '2018M12', 20],
    ],
    'passivandel',
  )
  const other = judge(
    madePromise('Passivandelen er under landsgennemsnittet.', { target: passive, times }),
    december,
    ofPassive,
  )
  expect(other.proposed).toBe('met')
  expect(judge(madePromise(law, { times }), december, ofPassive)).toMatchObject({
    proposed: 'data-missing',
    value: null,
  })
})

test('a promise that names both measures is left to a person', () => {
  const quote = 'Passivandelen og andelen uden rettidigt tilbud er under landsgennemsnittet.'
  const target = madeTarget({ comparator: 'at-most', ...country })
  const found = judge(madePromise(quote, { target, times }), december, madeFigures([]))
  expect(found).toMatchObject({ proposed: 'not-measurable', rule: 'none', indicator: null })
  expect(found.reason).toBe(
    'Tilsagnet nævner flere tal, der ikke kan sammenlignes: »Uden tilbud til tiden« og »Passivandel«.',
  )
})

// figures that are not there
test.each<[Parameters<typeof madeFigures>[0], RegExp]>([
  [[], /ikke indlæst noget tal »Uden tilbud til tiden« for Køge i december 2018\.$/],
  [[['0259', '2018M11', 24.9]], /Det seneste er for november 2018\./],
  [[['0265', '2018M12', 24.9]], /ikke indlæst noget tal/],
  [[['DK', '2018M12', 24.9]], /ikke indlæst noget tal/],
  [[['0259', '2018Q04', 24.9]], /ikke indlæst noget tal/],
  [[['0259', '2018M12', null]], /Kilden har intet tal .* \(hentet 4\. januar 2019\)/],
  [[['0259', '2018M12', 'withheld']], /holdt tilbage, fordi det gælder få personer/],
  [[['0259', '2018M12', 24.9, { dimensions: { Alder: '16-29 år' } }]], /ikke indlæst noget tal/],
])('%j: data are missing', (rows, reason) => {
  const found = judge(madePromise(law, { times }), december, madeFigures(rows))
  expect(found).toMatchObject({ proposed: 'data-missing', reason: expect.stringMatching(reason) })
})

test.each<[number | null | 'withheld' | undefined]>([[undefined], [null], ['withheld']])(
  'without a figure of the country (%s) nothing is compared with it',
  (value) => {
    const figures = madeFigures([
      ['0259', '2018M12', 10],
      ...(value === undefined ? [] : [['DK', '2018M12', value] as ['DK', '2018M12', null]]),
    ])
    const target = rettidig({ comparator: 'above', ...country })
    expect(judge(madePromise('Det forventes.', { target, times }), december, figures)).toMatchObject({
      proposed: 'data-missing',
      reason: expect.stringContaining('for Hele landet i december 2018 at sammenligne med'),
    })
  },
)

test('what could be measured, but by no figure that is described, is missing data', () => {
  const target = madeTarget({ indicator: 'ventetiden', comparator: 'at-most', value: 10, unit: 'uger' })
  const found = judge(
    madePromise('Ventetiden er højst 10 uger.', { target, times }),
    december,
    madeFigures([]),
  )
  expect(found).toMatchObject({ proposed: 'data-missing', indicator: null })
  expect(found.reason).toContain('»ventetiden«')
})

test('a goal in another unit is not compared', () => {
  const target = madeTarget({
    indicator: 'andelen uden rettidigt tilbud',
    comparator: 'at-most',
    value: 40,
    unit: 'personer',
  })
  const found = judge(
    madePromise('Højst 40 er uden tilbud.', { target, times }),
    december,
    madeFigures([['0259', '2018M12', 10]]),
  )
  expect(found).toMatchObject({
    proposed: 'not-measurable',
    reason: expect.stringContaining('anden enhed (personer)'),
  })
})

test.each([['gennemsnittet for klyngen'], ['regionsgennemsnittet']])(
  '%s is not there to compare with',
  (reference) => {
    const target = rettidig({ comparator: 'above', reference })
    const found = judge(
      madePromise('Det forventes.', { target, times }),
      december,
      madeFigures([['0259', '2018M12', 10]]),
    )
    expect(found).toMatchObject({ proposed: 'not-measurable', reason: expect.stringContaining(reference) })
  },
)

test.each<[number, VerdictValue]>([
  [31, 'met'],
  [30, 'met'],
  [29.9, 'not-met'],
])('the level of a year is the own one of that year: %d is %s', (value, wanted) => {
  const figures = madeFigures(
    [
      ['0259', '2017Y01', 30],
      ['0259', '2018M12', value],
    ],
    'samarbejdsgrad',
  )
  const target = madeTarget({
    indicator: 'Samarbejdsgraden',
    comparator: 'at-least',
    reference: 'niveauet for 2017',
  })
  const text = 'Virksomhederne er vigtige. '
  const promise = madePromise('Samarbejdsgraden holdes på niveauet for 2017.', {
    target,
    times,
    text,
    kind: 'target',
  })
  expect(judge(promise, december, figures).proposed).toBe(wanted)
})

// a number beside something else, and several aims
test.each<[string, Partial<Target>, VerdictValue, RegExp]>([
  [
    '90 pct. af samtalerne og 85 pct. af tilbuddene ligger inden for fristen.',
    { value: 90 },
    'not-measurable',
    /flere forhold/,
  ],
  [
    '90 pct. af samtalerne holdes, og tilbud gives til tiden.',
    { value: 90, indicator: 'samtaler til tiden' },
    'data-missing',
    /»samtaler til tiden«/,
  ],
  ['Mindst 90 pct. af tilbuddene gives til tiden.', { value: 90 }, 'met', /mindst 90 pct\./],
  [
    'Mindst 90 pct. af tilbuddene gives til tiden mod 59 pct. i dag.',
    { value: 90 },
    'met',
    /mindst 90 pct\./,
  ],
])('%s: %o is %s', (quote, more, wanted, reason) => {
  const target = madeTarget({ unit: 'pct', ...more })
  const found = judge(madePromise(quote, { target, times }), december, madeFigures([['0259', '2018M12', 8]]))
  expect([found.proposed, found.reason]).toEqual([wanted, expect.stringMatching(reason)])
})

test.each<[string, VerdictValue]>([
  ['Mindst 75 pct. af tilbuddene gives til tiden i oktober og 90 pct. i december.', 'not-measurable'],
  [
    'Mindst 75 pct. af tilbuddene gives til tiden i oktober, og loven overholdes i december.',
    'not-measurable',
  ],
  [
    'Mindst 75 pct. af tilbuddene gives til tiden for unge i oktober og for andre i december.',
    'not-measurable',
  ],
  ['Mindst 75 pct. af tilbuddene gives til tiden i oktober og fortsat i december.', 'met'],
])('%s is %s', (quote, wanted) => {
  const target = madeTarget({ unit: 'pct', value: 75 })
  const days = [
    madeTime('during', '2018-10-01', '2018-10-31'),
    madeTime('during', '2018-12-01', '2018-12-31'),
  ]
  const found = judge(
    madePromise(quote, { target, times: days }),
    december,
    madeFigures([['0259', '2018M12', 8]]),
  )
  expect(found.proposed).toBe(wanted)
})

test('a comparison by one day and the law by another are two aims', () => {
  const quote =
    'Andelen uden rettidigt tilbud er på niveau med hele landet i oktober, og loven overholdes i december.'
  const target = uden({ comparator: 'equal', ...country, reference: 'hele landet' })
  const days = [madeTime('during', '2018-10-01', '2018-10-31'), madeTime('from', '2018-12-01')]
  const figures = madeFigures([
    ['0259', '2018M12', 8],
    ['DK', '2018M12', 20],
  ])
  expect(judge(madePromise(quote, { target, times: days }), december, figures).proposed).toBe(
    'not-measurable',
  )
  expect(judge(madePromise(quote, { target, times: days.slice(1) }), december, figures).proposed).toBe('met')
})

// revised values
test('of several retrievals the latest counts, and the change is told', () => {
  const figures = madeFigures([
    ['0259', '2018M12', 0],
    ['0259', '2018M12', 0.4],
  ])
  const found = judge(madePromise(law, { times }), december, figures)
  expect(found).toMatchObject({
    proposed: 'not-met',
    value: { value: 0.4, retrieved: '2019-02-04', before: { value: 0, retrieved: '2019-01-04' } },
  })
  expect(found.remarks).toContain(
    'Tallet for Køge i december 2018 er ændret fra 0 pct. (hentet 4. januar 2019) til 0,4 pct. (hentet 4. februar 2019).',
  )
})

test('a value that was retrieved again unchanged has no earlier one', () => {
  const figures = madeFigures([
    ['0259', '2018M12', 24.9],
    ['0259', '2018M12', 24.9],
  ])
  expect(judge(madePromise(law, { times }), december, figures).value?.before).toBeNull()
})

// the value at the time of the promise
test.each<[Parameters<typeof madeFigures>[0], number | null]>([
  [[['0259', '2018M08', 40]], 40],
  [
    [
      ['0259', '2018M04', 41.7],
      ['0259', '2018M07', 40],
      ['0259', '2018M09', 36.8],
    ],
    40,
  ],
  [
    [
      ['0259', '2018M04', 41.7],
      ['0259', '2018M08', null],
    ],
    41.7,
  ],
  [[['0259', '2018M09', 36.8]], null],
  [[['0259', '2018Q02', 41.7]], null],
  [[['DK', '2018M04', 24.6]], null],
])('with %j the value at the promise is %s', (rows, value) => {
  const found = judge(
    madePromise(law, { times }),
    december,
    madeFigures([...rows, ['0259', '2018M12', 24.9]]),
  )
  expect(found.atPromise?.value ?? null).toBe(value)
  expect(found.change).toBe(value === null ? null : Number((24.9 - value).toPrecision(12)))
  expect(found.remarks.includes('Der er intet tal fra før tilsagnet.')).toBe(value === null)
})

test('a rise of a share that is to fall is a change for the worse', () => {
  const figures = madeFigures([
    ['0259', '2018M08', 20],
    ['0259', '2018M12', 24.9],
  ])
  expect(judge(madePromise(law, { times }), december, figures)).toMatchObject({ change: 4.9, trend: 'worse' })
})

test('a period before the promise was made has no change since it', () => {
  const figures = madeFigures([
    ['0259', '2018M06', 30],
    ['0259', '2018M07', 20],
  ])
  const found = judge(madePromise(law, { times }), period('2018M06'), figures)
  expect(found).toMatchObject({ value: { value: 30 }, atPromise: null, change: null, trend: null })
})

test('a letter without a date has no value at its promise', () => {
  const figures = madeFigures([
    ['0259', '2018M04', 41.7],
    ['0259', '2018M12', 24.9],
  ])
  expect(judge(madePromise(law, { times, date: null }), december, figures)).toMatchObject({
    proposed: 'not-met',
    atPromise: null,
  })
})

test('every verdict names the measure and what it does not measure', () => {
  const found = judge(
    madePromise(law, { times, text: aboutOffers }),
    december,
    madeFigures([['0259', '2018M12', 1]]),
  )
  expect(found.indicator).toMatchObject({
    id: 'uden-tilbud-ret-og-pligt',
    doesNotMeasure: expect.stringContaining('passivandelen'),
  })
})
