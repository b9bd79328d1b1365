import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyWordSearch, wordSearch } from '../../../extractors/language/word-search.ts'

const foundIn = (text: string, words: string[]) => {
  const has = wordSearch(words)(text)
  return words.filter((_, at) => has(at))
}

describe('which of many words a text has', () => {
  it.each<[string, string[], string[]]>([
    ['Kommunens redegørelse', ['kommune', 'redegør', 'gør', 'svar'], ['kommune', 'redegør', 'gør']],
    ['HØJT til ÅRET', ['højt', 'år', 'il å'], ['højt', 'år', 'il å']],
    ['til\nbyen', ['til b'], ['til b']],
    ['kommu–nen', ['kommunen', 'nen'], ['nen']],
    ['', ['a'], []],
    ['a', [], []],
  ])('%s', (text, words, found) => {
    expect(foundIn(text, words)).toEqual(found)
  })

  it('is what looking for each of them finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'å', ' ', '–'), maxLength: 40 })
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'å', ' '), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), letters, (words, text) => {
        expect(foundIn(text, words)).toEqual(words.filter((one) => text.includes(one)))
        expect(anyWordSearch(words)(text)).toBe(words.some((one) => text.includes(one)))
      }),
    )
  })
})
