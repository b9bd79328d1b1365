import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readTable } from '../../../pipeline/figures/read-table.ts'
import { madeXlsx } from './made-xlsx.ts'

const text = 'Område;Periode;Passivandel\r\nKøge;2018M12;42,6\r\nÆrø;2018M12;31\r\n'
const utf8 = (of: string) => new TextEncoder().encode(of)
const cells = async (bytes: Uint8Array, sheet?: string) =>
  (await readTable(bytes, sheet)).rows.map((row) => row.cells)
const wanted = [
  ['Område', 'Periode', 'Passivandel'],
  ['Køge', '2018M12', '42,6'],
  ['Ærø', '2018M12', '31'],
]

test.each<[string, Uint8Array]>([
  ['UTF-8', utf8(text)],
  ['with a byte order mark', utf8(`\uFEFF${text}`)],
  ['Latin-1', iconv.encode(text, 'latin1')],
  ['UTF-16', iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['encoded twice', utf8(iconv.decode(Buffer.from(`\uFEFF${text}`), 'windows-1252'))],
  ['tabs', utf8(text.replaceAll(';', '\t'))],
  ['commas with quotation marks', utf8(text.replaceAll(';', ',').replace('42,6', '"42,6"'))],
])('%s', async (_, bytes) => {
  expect(await cells(bytes)).toEqual(wanted)
})

test('a byte order mark that stands there as text is left out', async () => {
  expect(await cells(utf8(`ï»¿${text}`))).toEqual(wanted)
})

test('rows are named by the line they begin on', async () => {
  const { rows } = await readTable(utf8('Område;Note\nKøge;"to\nlinjer"\n\nÆrø;en\n'))
  expect(rows.map(({ place }) => place)).toEqual(['line 1', 'line 2', 'line 5'])
})

test('both answers of the service', async () => {
  const v2 = [
    {
      Variables: [{ Label: 'Area' }, { Label: 'Periode' }, { Label: 'Passivandel' }],
      Data: [
        ['Køge', '2018M12', 42.6],
        ['Ærø', '2018M12', null],
      ],
    },
  ]
  const v3 = {
    columns: ['Periode', 'Område', 'Passivandel'],
    rows: [['2018M12', 'Køge', 42.6]],
  }
  expect(await cells(utf8(JSON.stringify(v2)))).toEqual([
    ['Area', 'Periode', 'Passivandel'],
    ['Køge', '2018M12', 42.6],
    ['Ærø', '2018M12', null],
  ])
  expect(await cells(utf8(JSON.stringify(v3)))).toEqual([
    ['Periode', 'Område', 'Passivandel'],
    ['2018M12', 'Køge', 42.6],
  ])
})

test('Excel: title rows, per cent, days, empty cells, and the only sheet with a table', async () => {
  const bytes = madeXlsx({
    Forside: [['Om tallene']],
    Tal: [
      ['Passivandel & mere'],
      ['Hentet', { day: 43500 }],
      [],
      ['Område', 'Periode', 'Passivandel', null, 'Antal'],
      ['Køge', '2018M12', { percent: 0.426 }, null, 409],
    ],
  })
  expect(await cells(bytes)).toEqual([
    ['Passivandel & mere'],
    ['Hentet', '2019-02-04'],
    ['Område', 'Periode', 'Passivandel', null, 'Antal'],
    ['Køge', '2018M12', 42.6, null, 409],
  ])
})

test('Excel: several tables need a name, and hidden sheets are none', async () => {
  const rows = [
    ['Område', 'Periode', 'Passivandel'],
    ['Køge', '2018M12', 1],
  ]
  await expect(cells(madeXlsx({ April: rows, Maj: rows }))).rejects.toThrow(/--sheet: 'April', 'Maj'/)
  expect(await cells(madeXlsx({ April: rows, Maj: rows }), 'Maj')).toEqual(rows)
  expect(await cells(madeXlsx({ April: rows, Maj: rows }, ['April']))).toEqual(rows)
  await expect(cells(madeXlsx({ April: rows }), 'Juni')).rejects.toThrow(/no sheet 'Juni'; there is 'April'/)
})

test.each<[string, Uint8Array, RegExp]>([
  ['a PDF', utf8('%PDF-1.7\n%âãÏÓ\n'), /no file of figures; give CSV/],
  ['a broken workbook', madeXlsx({ Tal: [['Område']] }).slice(0, 200), /Excel file cannot be read/],
  ['an empty workbook', madeXlsx({ Tal: [] }), /holds no table/],
  ['binary data', new Uint8Array([0, 1, 2, 3, 0, 255, 254]), /no file of figures/],
  ['an empty file', new Uint8Array(), /no file of figures/],
  ['broken JSON', utf8('{"columns": ['), /broken JSON/],
  ['other JSON', utf8('{"name": "Køge"}'), /no answer of jobindsats.dk/],
  [
    'an error answer',
    utf8('{"code":422,"cause":"Ugyldig periode","request_id":"a1"}'),
    /\(422\): Ugyldig periode/,
  ],
  ['uneven rows', utf8('{"columns":["a","b"],"rows":[["x","y"],["x"]]}'), /row 2 has 1 values for 2 columns/],
  [
    'several tables in one answer',
    utf8('[{"Variables":[],"Data":[]},{"Variables":[],"Data":[]}]'),
    /holds several tables/,
  ],
])('refused: %s', async (_, bytes, message) => {
  await expect(readTable(bytes)).rejects.toThrow(message)
  await expect(readTable(bytes)).rejects.toMatchObject({ name: 'BadFigures' })
})
