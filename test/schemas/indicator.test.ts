import { expect, test } from 'vitest'
import { indicators } from '../../data/indicators.ts'
import { type Indicator, indicatorsSchema } from '../../schemas/indicator.ts'

const [first] = indicators() as [Indicator]
const file = (...list: unknown[]) => ({ note: '', source: '', indicators: list })

test('the indicators of the program are in order', () => {
  expect(indicatorsSchema.safeParse(file(...indicators())).success).toBe(true)
})

test.each<[string, unknown, string]>([
  ['an id with blanks', { ...first, id: 'uden tilbud' }, 'indicators.0.id'],
  ['an unknown unit', { ...first, unit: 'procent' }, 'indicators.0.unit'],
  ['a way that is none', { ...first, better: 'down' }, 'indicators.0.better'],
  ['nothing that it does not measure', { ...first, doesNotMeasure: '' }, 'indicators.0.doesNotMeasure'],
  ['a misspelt field', { ...first, tabel: 'Y01A02' }, 'indicators.0'],
  ['a rest without a name', { ...first, restName: null }, ''],
  ['a rest of a count', { ...first, unit: 'persons' }, ''],
])('%s is refused', (_, one, path) => {
  const { error } = indicatorsSchema.safeParse(file(one))
  expect(error?.issues[0]?.path.join('.')).toBe(path)
})

test.each([
  ['two of the same id', { ...first, columns: [] }],
  [
    'two of the same label',
    { ...first, id: 'andet', columns: first.columns.map((label) => label.toUpperCase()) },
  ],
])('%s are refused', (_, second) => {
  expect(indicatorsSchema.safeParse(file(first, second)).success).toBe(false)
})
