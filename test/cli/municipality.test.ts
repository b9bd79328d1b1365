import { expect, test } from 'vitest'
import { municipalityCode } from '../../cli/municipality.ts'

test.each([
  [
    '0259',
    ['0259', '259', 'Køge', 'KØGE', 'koege', 'Koege Kommune', 'køge kommune', 'Køge'.normalize('NFD')],
  ],
  ['0169', ['Høje-Taastrup', 'Hoeje-Taastrup', 'høje tåstrup', '169']],
  ['0751', ['Århus', 'Aarhus', 'aarhus kommune']],
  ['0400', ['Bornholm', 'Bornholms Regionskommune', 'Bornholms Kommune']],
  ['0430', ['Faaborg-Midtfyn', 'Fåborg-Midtfyn', 'faaborg midtfyn']],
])('%s is named by %j', (code, names) => {
  expect(names.map(municipalityCode)).toEqual(names.map(() => code))
})

test.each([
  ['Køgge', 'Køge'],
  ['Hilerød', 'Hillerød'],
  ['Faborg Midtfyn', 'Faaborg-Midtfyn'],
])('"%s" is none; %s is the nearest', (typed, nearest) => {
  expect(() => municipalityCode(typed)).toThrow(`; the nearest name is ${nearest}`)
})

test.each(['', '0', '9999', '!'])('"%s" is none', (typed) => {
  expect(() => municipalityCode(typed)).toThrow('none of this name or code')
})
