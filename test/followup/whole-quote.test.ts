import { expect, test } from 'vitest'
import { quoteInSentence, wholeQuote } from '../../followup/whole-quote.ts'

const of = (quote: string, ...times: string[]) => ({ quote, times: times.map((time) => ({ quote: time })) })
const long = 'Kommunen har ingen forventning om at nå alle, men venter '.repeat(8)

test.each<[string, ReturnType<typeof of>, string]>([
  ['short', of('Vi når det senest i maj.', 'senest i maj'), 'Vi når det senest i maj.'],
  [
    'a list behind the time',
    of('Vi opfylder kravene pr. 1. september: A: flere tilbud B: mere ledelse', 'pr. 1. september'),
    'Vi opfylder kravene pr. 1. september …',
  ],
  ['a colon before the time', of('Vi mener: det er nået i maj.', 'i maj'), 'Vi mener: det er nået i maj.'],
  ['a colon and no time', of('Vi mener: det nås.'), 'Vi mener: det nås.'],
  ['a time far behind', of(`${long}det sker i maj 2019.`, 'i maj 2019'), `${long}det sker i maj 2019.`],
])('%s', (_, quote, expected) => {
  expect(wholeQuote(quote)).toBe(expected)
})

test('a very long one is cut at its end, never within', () => {
  const cut = wholeQuote(of(long.repeat(2)))
  expect(cut.endsWith(' …')).toBe(true)
  expect(long.repeat(2).startsWith(cut.slice(0, -2))).toBe(true)
})

test('within a sentence of ours the stop at its end is left out', () => {
  expect(quoteInSentence(of('Vi når det i maj. '))).toBe('Vi når det i maj')
})
