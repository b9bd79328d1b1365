import { expect, test } from 'vitest'
import { neutralCell } from '../../../followup/neutral-cell.ts'
import { workbook } from '../../../followup/xlsx/workbook.ts'
import { readXlsx } from '../../../pipeline/figures/xlsx.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+45 56 67 67 67', "'+45 56 67 67 67"],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1+1', "' =1+1"],
  ['8. august 2018', '8. august 2018'],
  ['»=1«', '»=1«'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j stands in a cell as %j', (text, expected) => {
  expect(neutralCell(text)).toBe(expected)
})

test('a workbook reads back with its sheets, numbers and texts', async () => {
  const rows = [
    ['Køge', 24.9, null],
    ['=HYPERLINK("x")', 0, 'a\nb\u0000'],
  ]
  const bytes = await workbook([
    { name: 'Overblik', head: ['Kommune', 'Tal', 'Note'], widths: [10, 10, 10], rows },
    { name: 'Tom', head: ['Kommune'], widths: [10], rows: [] },
  ])
  const sheets = await readXlsx(bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['Overblik', 'Tom'])
  const cells = JSON.stringify(sheets[0]?.rows)
  for (const part of ['Kommune', 'Køge', '24.9', "'=HYPERLINK", 'a b']) expect(cells).toContain(part)
})
