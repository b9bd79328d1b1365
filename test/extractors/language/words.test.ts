import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWords } from '../../../extractors/language/phrases.ts'
import { wordEnd } from '../../../extractors/language/word-end.ts'
import { tokenize } from '../../../extractors/language/words.ts'

const letters = fc.string({ unit: fc.constantFrom(...'aåæøÅ1 2.-/,;§%()"”é\n\t𝒜ß’') })
const text = fc.oneof(letters, fc.string({ unit: 'binary' }))
const tokens =
  /[\p{L}\p{N}]+(?:(?:[-'’./]|(?<=\d),(?=\d))[\p{L}\p{N}]+)*(?:-(?=\s+(?:og|eller|samt)\s))?|§|%|[,;:()"”“„»«?!–-]/gu

describe('words', () => {
  it('are those that the patterns of their description find', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(tokenize(any).map((token) => [token.text, token.start])).toEqual(
          [...any.matchAll(tokens)].map((match) => [match[0], match.index]),
        )
        expect(plainWords(any)).toEqual(any.match(/[\p{L}\p{N}§%]+/gu) ?? [])
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['ældre- og handicapudvalget', 0, 5],
    ['a1 b', 0, 2],
    [' a', 0, 0],
    ['a', 1, 1],
    ['𝒜b-', 0, 3],
  ])('%s from %d end at %d', (any, from, end) => {
    expect(wordEnd(any, from)).toBe(end)
  })

  it.each([
    ['Ældre- og Handicapudvalget', ['Ældre-', 'og', 'Handicapudvalget']],
    ['06/07-2018, § 16 a', ['06/07-2018', ',', '§', '16', 'a']],
    ['1,6 mio. kr., i 2018,', ['1,6', 'mio', 'kr', ',', 'i', '2018', ',']],
    ['d’Or – 80%', ['d’Or', '–', '80', '%']],
  ])('%s', (any, found) => {
    expect(tokenize(any).map((token) => token.text)).toEqual(found)
  })
})
