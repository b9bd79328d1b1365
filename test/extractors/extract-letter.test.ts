import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractLetter } from '../../extractors/extract-letter.ts'
import { splitLetters } from '../../extractors/split/split-letters.ts'
import { structureLetter } from '../../extractors/structure/structure-letter.ts'

const extractAll = (text: string) =>
  splitLetters([{ number: 1, text }]).map(({ lines }) => extractLetter(structureLetter(lines)))

const words = fc.constantFrom(
  'vi',
  'vil',
  'har',
  'der',
  'er',
  'ansat',
  'den 1. maj 2018',
  'senest',
  'om 6 måneder',
  'hvis',
  ',',
  '.',
  '\n',
  '\n\n',
  '- ',
  '\t',
  'Kære minister',
  'Med venlig hilsen',
  'Borgmester',
  'Køge Kommune',
  'udvalget',
  '”',
  '?',
  'lovens krav',
  'opfyldt',
  'Dato:',
  'ikke',
  ':',
  'at',
)

describe('any text', () => {
  it('is read without error, and every quote stands in the letter where its span says', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 80 }), (parts) => {
        for (const { text, commitments } of extractAll(parts.join(' '))) {
          for (const { quote, span, times } of commitments) {
            expect(text.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()).toBe(quote)
            for (const time of times) {
              expect(text.text.slice(time.span.start, time.span.end)).toBe(time.quote)
              expect(time.start <= time.end).toBe(true)
            }
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same the second time', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join(' ')
        expect(extractAll(text)).toEqual(extractAll(text))
      }),
      { numRuns: 50 },
    )
  })
})
