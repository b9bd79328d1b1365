import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalSign, readFigure } from '../../../pipeline/figures/numbers.ts'
import { readingWords } from '../../../pipeline/figures/reading-words.ts'
import type { Cell } from '../../../pipeline/figures/table.ts'

const { marks } = readingWords()
const cells = (list: Cell[]) => list.map((cell, i) => ({ cell, place: `line ${i + 2}` }))

test.each<[Cell[], ',' | '.' | null]>([
  [['12,5', '3', '1.234'], ','],
  [['1.234,5'], ','],
  [['12.5', '3'], '.'],
  [['1,234.5'], '.'],
  [['0.123'], '.'],
  [['1234.567'], '.'],
  [['1.234', '17', '-', null], null],
  [[12.5, '3,4'], ','],
  [[], null],
])('%j has the decimal sign %j', (list, sign) => {
  expect(decimalSign(cells(list))).toBe(sign)
})

test.each([[['12,5', '12.5']], [['3', '0.5', '1.234,5']], [['1,234.5', '7,25']]])(
  '%j mixes comma and point',
  (list) => {
    expect(() => decimalSign(cells(list))).toThrow(/comma and decimal point are mixed: '.+' in line \d/)
  },
)

test.each<[Cell, ',' | '.' | null, number]>([
  ['24,9', ',', 24.9],
  ['24,9 %', ',', 24.9],
  ['24,9 pct.', ',', 24.9],
  ['1.234', ',', 1234],
  ['1.234', null, 1234],
  ['1.234', '.', 1.234],
  ['1.234.567', ',', 1234567],
  ['1 234', null, 1234],
  ['1\u00a0234,5', ',', 1234.5],
  ['1\u202f234', null, 1234],
  ['1.234,5', ',', 1234.5],
  ['1,234.5', '.', 1234.5],
  ['24.9', '.', 24.9],
  ['0', null, 0],
  ['−3', null, -3],
  [24.9, ',', 24.9],
])('%j with %j is %d', (cell, sign, value) => {
  expect(readFigure(cell, sign, marks)).toEqual({ state: 'value', value })
})

test.each<[Cell, 'missing' | 'withheld']>([
  [null, 'missing'],
  ['', 'missing'],
  [' ', 'missing'],
  ['-', 'missing'],
  ['–', 'missing'],
  ['.', 'missing'],
  ['..', 'missing'],
  ['*', 'withheld'],
  ['<5', 'withheld'],
  ['Diskretioneret', 'withheld'],
])('%j is %s', (cell, state) => {
  expect(readFigure(cell, ',', marks)).toEqual({ state })
})

test.each<[Cell, ',' | '.' | null]>([
  ['Køge', ','],
  ['12;5', ','],
  ['1.2.3', ','],
  ['1,234,5', ','],
  ['2018M12', ','],
  ['1.23.456', '.'],
  ['1e5', ','],
  ['0x10', ','],
  ['Infinity', ','],
])('%j with %j is no figure', (cell, sign) => {
  expect(readFigure(cell, sign, marks)).toBeNull()
})

test('a number written the Danish way is read as it was', () => {
  const danish = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 2 })
  const amounts = fc.integer({ min: 0, max: 1_000_000_000 }).map((cents) => cents / 100)
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(readFigure(danish.format(amount), ',', marks)).toEqual({ state: 'value', value: amount })
    }),
  )
})
