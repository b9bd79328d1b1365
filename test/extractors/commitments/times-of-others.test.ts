import { describe, expect, it } from 'vitest'
import { commitmentsIn } from './letters.ts'

const timesIn = (text: string) => commitmentsIn([{ kind: 'paragraph', text }])[0]?.times.map((t) => t.quote)

describe('the times of a step', () => {
  it.each<[string, string[]]>([
    ['Vi indkalder fra uge 20 de borgere, som skal have en plan senest den 1. juli 2021.', ['fra uge 20']],
    [
      'Vi opretter den 1. maj 2021 et hold, som afholdes frem til juni 2021.',
      ['den 1. maj 2021', 'frem til juni 2021'],
    ],
  ])('%s', (text, quotes) => {
    expect(timesIn(text)).toEqual(quotes)
  })
})

describe('no times of a step', () => {
  it.each([
    [
      'what citizens have time for',
      'De sidste sager er sendt i høring hos ansøgerne, der har frem til den 3. maj 2021.',
    ],
    [
      'a limit for applicants',
      'Der er ansat en vikar, og stillingen er slået op med ansøgningsfrist den 8. april 2021.',
    ],
    ['a window that moves on', 'Hver mandag gennemgår vi planen for de næste fjorten dage.'],
  ])('%s: %s', (_, text) => {
    expect(timesIn(text)).toEqual([])
  })
})
