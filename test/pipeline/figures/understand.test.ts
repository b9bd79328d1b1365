import { expect, test } from 'vitest'
import { readCsv } from '../../../pipeline/figures/csv.ts'
import type { FigureTable } from '../../../pipeline/figures/table.ts'
import { type UnderstandOptions, understand } from '../../../pipeline/figures/understand.ts'

const share = 'Andel uden aktivt tilbud ved ret og pligt (pct.)'
const table = (text: string): FigureTable => ({ rows: readCsv(text), format: 'csv', notes: [] })
const read = (text: string, options: Partial<UnderstandOptions> = {}) =>
  understand(table(text), { columns: [], ...options })
/** What was understood, short: indicator, area, period, value. */
const short = (text: string, options?: Partial<UnderstandOptions>) =>
  read(text, options).observations.map(
    ({ indicator, area, period, value, state, dimensions }) =>
      `${indicator.slice(0, 5)} ${area} ${period} ${value ?? state}${Object.values(dimensions)
        .map((part) => ` ${part}`)
        .join('')}`,
  )

test.each<[string, string, Partial<UnderstandOptions>, string[]]>([
  [
    'CSV of jobindsats.dk',
    `Area;Periode;${share}\nHele landet;2018M12;20,3\nKøge;2018M12;24,9`,
    {},
    ['uden- DK 2018M12 20.3', 'uden- 0259 2018M12 24.9'],
  ],
  [
    'version 3: the period first',
    `Periode;Område;${share}\n2018M12;Køge;24,9`,
    {},
    ['uden- 0259 2018M12 24.9'],
  ],
  [
    'a group before the measure',
    `Area;Periode;Ret og pligt: ${share}\nKøge;2018M12;24,9`,
    {},
    ['uden- 0259 2018M12 24.9'],
  ],
  [
    'both measures beside each other, never as one',
    `Area;Periode;${share};Passivandel (pct.)\nKøge;2018M12;24,9;42,6`,
    {},
    ['uden- 0259 2018M12 24.9', 'passi 0259 2018M12 42.6'],
  ],
  [
    'one of two indicators',
    `Area;Periode;${share};Passivandel\nKøge;2018M12;24,9;42,6`,
    { indicator: 'passivandel' },
    ['passi 0259 2018M12 42.6'],
  ],
  [
    'a plain table whose only column is named by its indicator',
    'Kommune,Måned,Værdi\nKøge,dec 2018,24.9\nRoskilde,december 2018,19.8',
    { indicator: 'uden-tilbud-ret-og-pligt' },
    ['uden- 0259 2018M12 24.9', 'uden- 0265 2018M12 19.8'],
  ],
  [
    'a column named on the command line',
    'Kommune;Periode;Antal i alt;Uden\nKøge;2018M12;400;24,9',
    { columns: [{ label: 'uden', indicator: 'uden-tilbud-ret-og-pligt' }] },
    ['uden- 0259 2018M12 24.9'],
  ],
  [
    'periods as columns',
    'Område;2018M09;2018M12\nKøge;36,8;24,9',
    { indicator: 'uden-tilbud-ret-og-pligt' },
    ['uden- 0259 2018M09 36.8', 'uden- 0259 2018M12 24.9'],
  ],
  [
    'a table without a column of periods',
    `Kommune;${share}\nKøge;24,9`,
    { period: '2018M12' },
    ['uden- 0259 2018M12 24.9'],
  ],
  [
    'only one of two periods',
    `Area;Periode;${share}\nKøge;2018M09;36,8\nKøge;2018M12;24,9`,
    { period: '2018M12' },
    ['uden- 0259 2018M12 24.9'],
  ],
  [
    'parts, totals and the own group of the indicator',
    `Area;Periode;Ydelse;Alder;${share}\nKøge;2018M12;A-dagpenge;I alt;24,9\nKøge;2018M12;A-dagpenge;16-29 år;30,1`,
    {},
    ['uden- 0259 2018M12 24.9', 'uden- 0259 2018M12 30.1 16-29 år'],
  ],
  [
    'missing and withheld',
    `Area;Periode;${share}\nKøge;2018M12;-\nStevns;2018M12;*\nSolrød;2018M12;`,
    {},
    ['uden- 0259 2018M12 missing', 'uden- 0336 2018M12 withheld', 'uden- 0269 2018M12 missing'],
  ],
  [
    'the same label twice with the same values',
    `Area;Periode;${share};${share}\nKøge;2018M12;24,9;24,9`,
    {},
    ['uden- 0259 2018M12 24.9'],
  ],
  [
    'the same label twice, one of them named',
    `Area;Periode;${share};${share}\nKøge;2018M12;24,9;36,8`,
    { columns: [{ label: `${share}#2`, indicator: 'uden-tilbud-ret-og-pligt' }] },
    ['uden- 0259 2018M12 36.8'],
  ],
  [
    'the same row twice',
    `Area;Periode;${share}\nKøge;2018M12;24,9\nKøge;2018M12;24,9`,
    {},
    ['uden- 0259 2018M12 24.9'],
  ],
  [
    'title rows above, notes below, quotation marks',
    `Passivandel\nData hentet: 04-02-2019\n\n"Område";"Periode";"Passivandel"\n"Køge";2018M12;42,6\nNote: * er få personer;;`,
    {},
    ['passi 0259 2018M12 42.6'],
  ],
  [
    'title rows that name the area that was chosen',
    `Tabel Y60C07;\nOmråde;Hele landet, Køge\nPeriode;2018M12\n\nOmråde;Periode;${share}\nKøge;2018M12;24,9`,
    {},
    ['uden- 0259 2018M12 24.9'],
  ],
  ['quarters', `Area;Periode;${share}\nKøge;2018Q04;24,9`, {}, ['uden- 0259 2018Q04 24.9']],
  ['years', `Area;Periode;${share}\nKøge;2018Y01;24,9`, {}, ['uden- 0259 2018Y01 24.9']],
  ['rolling years', `Area;Periode;${share}\nKøge;2022QMAT02;24,9`, {}, ['uden- 0259 2022QMAT02 24.9']],
])('%s', (_, text, options, wanted) => {
  expect(short(text, options)).toEqual(wanted)
})

test.each([
  ['Køge', '0259'],
  ['KØGE', '0259'],
  ['Koege', '0259'],
  ['Køge Kommune', '0259'],
  ['259', '0259'],
  ['0259', '0259'],
  ['Høje-Taastrup', '0169'],
  ['Høje Taastrup', '0169'],
  ['Høje-Tåstrup', '0169'],
  ['Nordfyns', '0480'],
  ['Bornholm', '0400'],
  ['Bornholms Regionskommune', '0400'],
  ['Københavns Kommune', '0101'],
  ['Århus', '0751'],
  ['Faaborg-Midtfyn', '0430'],
  ['Hele landet', 'DK'],
  ['hele landet', 'DK'],
  ['Danmark', 'DK'],
])('the area %s is %s', (name, code) => {
  expect(read(`Area;Periode;${share}\n${name};2018M12;24,9`).observations[0]?.area).toBe(code)
})

test('what is left out is named with its reason', () => {
  const text = `Area;Periode;${share};Antal ukendt\nKøge;2018M12;24,9;3\nUoplyst område;2018M12;-;-\nRegion Sjælland;2018M12;22;1\nRAR Sjælland;2018M12;22;1`
  expect(read(text).leftOut).toEqual([
    {
      what: "column 'Antal ukendt'",
      why: 'not known; name it with --column "Antal ukendt=INDICATOR"',
      rows: null,
    },
    {
      what: 'Uoplyst område (unknown area), Region Sjælland (region), RAR Sjælland (labour market council)',
      why: 'not a municipality',
      rows: 3,
    },
  ])
})

test('title rows tell the day of the retrieval and the table', () => {
  const text =
    'Tabel Y60C07\nUdtrukket den 4. februar 2019\nOmråde;Periode;Aktiveringsgrad\nKøge;2018M12;42,6'
  expect(read(text).titles).toEqual({ retrieved: '2019-02-04', table: 'Y60C07' })
})

test('shares below one are taken as per cent, and it is said', () => {
  const text = `Area;Periode;${share}\nKøge;2018M12;0,249\nRoskilde;2018M12;0,198\nStevns;2018M12;0,1`
  expect(read(text).notes).toEqual([expect.stringContaining('not as fractions')])
})

test.each<[string, string, Partial<UnderstandOptions>, RegExp]>([
  ['a letter', 'Kære minister\nVi har modtaget dit brev, tak', {}, /no table of figures/],
  ['nothing', '\n', {}, /no table of figures/],
  ['only labels', `Area;Periode;${share}`, {}, /no column of figures|no figures/],
  [
    'months and quarters',
    `Area;Periode;${share}\nKøge;2018M12;24,9\nKøge;2018Q04;24,9`,
    {},
    /kinds of periods are mixed: 2018M12 in line 2, 2018Q04 in line 3/,
  ],
  [
    'a municipality that does not exist',
    `Area;Periode;${share}\nKøge;2018M12;24,9\nKøbe;2018M12;24,9`,
    {},
    /line 3: no municipality is called 'Købe'; the nearest name is Køge/,
  ],
  [
    'the same row with two values',
    `Area;Periode;${share}\nKøge;2018M12;24,9\nKøge Kommune;2018M12;25,0`,
    {},
    /0259 in 2018M12 stands there twice with different values: 24.9 in line 2, 25 in line 3/,
  ],
  [
    'a value and none for the same row',
    `Area;Periode;${share}\nKøge;2018M12;24,9\nKøge;2018M12;-`,
    {},
    /twice with different values: 24.9 in line 2, missing in line 3/,
  ],
  [
    'decimal comma and decimal point',
    `Area;Periode;${share}\nKøge;2018M12;24,9\nRoskilde;2018M12;19.8`,
    {},
    /decimal comma and decimal point are mixed: '24,9' in line 2, .*'19.8' in line 3/,
  ],
  [
    'a share above a hundred',
    `Area;Periode;${share}\nKøge;2018M12;1.234`,
    {},
    /line 2: 1.234 cannot be a share in per cent/,
  ],
  ['a share below zero', `Area;Periode;${share}\nKøge;2018M12;-3`, {}, /cannot be a share/],
  [
    'words for a figure',
    `Area;Periode;${share}\nKøge;2018M12;24,9\nRoskilde;2018M12;mange`,
    {},
    /line 3: 'mange' is no figure/,
  ],
  ['no such month', `Area;Periode;${share}\nKøge;2018M13;24,9`, {}, /line 2: '2018M13' is no period/],
  ['no period', `Area;Periode;${share}\nKøge;;24,9`, {}, /line 2: '' is no period/],
  ['no column of periods', `Kommune;${share}\nKøge;24,9`, {}, /say which period it is with --period/],
  ['no area', `Area;Periode;${share}\n;2018M12;24,9`, {}, /line 2: figures without an area/],
  ['no known column', 'Area;Periode;Uden\nKøge;2018M12;24,9', {}, /name one with --column "Uden=INDICATOR"/],
  [
    'two unknown columns and one indicator',
    'Area;Periode;A;B\nKøge;2018M12;24,9;3',
    { indicator: 'passivandel' },
    /among 'A', 'B'; name one with --column/,
  ],
  [
    'one label twice with different values',
    `Area;Periode;${share};${share}\nKøge;2018M12;24,9;36,8`,
    {},
    /both hold uden-tilbud-ret-og-pligt, with different values; name the one that is meant: --column/,
  ],
  [
    'a column of another indicator than is wanted',
    `Area;Periode;${share}\nKøge;2018M12;24,9`,
    { indicator: 'passivandel' },
    /no column of figures that is wanted; there is 'Andel uden .*' \(not passivandel\)/,
  ],
  [
    'a count for a share',
    'Area;Periode;Antal personer i tilbud\nKøge;2018M12;400',
    { indicator: 'passivandel' },
    /counts, but passivandel is a share/,
  ],
  [
    'a share for a count',
    'Area;Periode;Andel (pct.)\nKøge;2018M12;24,9',
    { indicator: 'a-dagpengemodtagere' },
    /is a share, but a-dagpengemodtagere counts persons/,
  ],
  [
    'an indicator that does not exist',
    `Area;Periode;${share}\nKøge;2018M12;24,9`,
    { indicator: 'ledighed' },
    /--indicator: no indicator 'ledighed'; there is uden-tilbud/,
  ],
  [
    'a column that does not exist',
    `Area;Periode;${share}\nKøge;2018M12;24,9`,
    { columns: [{ label: 'Uden', indicator: 'passivandel' }] },
    /--column Uden: there is no such column; there is 'Andel uden/,
  ],
  [
    'periods as columns of nobody knows what',
    'Område;2018M09;2018M12\nKøge;36,8;24,9',
    {},
    /the columns are periods \(2018M09\); say which indicator/,
  ],
  [
    'a period that is not in it',
    `Area;Periode;${share}\nKøge;2018M12;24,9`,
    { period: '2018M11' },
    /no figures of 2018M11/,
  ],
  [
    'only areas that are no municipalities',
    `Area;Periode;${share}\nUoplyst område;2018M12;-`,
    {},
    /no (column of )?figures/,
  ],
  ['an open quotation mark', `Area;Periode;${share}\n"Køge;2018M12;24,9`, {}, /quotation mark is opened/],
])('refused: %s', (_, text, options, message) => {
  expect(() => read(text, options)).toThrow(message)
  try {
    read(text, options)
  } catch (error) {
    expect((error as Error).name).toBe('BadFigures')
    expect((error as Error).message).not.toContain('\n')
  }
})
