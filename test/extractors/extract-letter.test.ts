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
            expect(text.text.slice(span.start, span.end).replace(/\s+/g, ' ')).toBe(quote)
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

describe('a letter without a date', () => {
  const letter = (answers: string) =>
    `Køge Kommune\n\nKære minister\n\nRedegørelse om rettidighed\n\n${answers}Vi ansætter to medarbejdere senest den 1. oktober 2019, og vi indfører ugentlige møder i uge 40.\n\nVi forventer at leve op til lovens krav senest ved udgangen af 1. kvartal 2020.\n\nMed venlig hilsen\n\nIda Holm\nBorgmester\n`
  const deadlines = (text: string) =>
    extractAll(text).flatMap(({ commitments }) => commitments.flatMap(({ times }) => times.map((t) => t.end)))

  it('has the times that say everything themselves, and no others', () => {
    expect(deadlines(letter(''))).toEqual(['2019-10-01', '2020-03-31'])
  })

  it('was written after the letter that it answers', () => {
    const answers =
      'Vi har modtaget jeres brev af 9. april 2019.\n\nVi har ansat en leder pr. 1. februar 2019.\n\n'
    expect(deadlines(letter(answers)).slice(-2)).toEqual(['2019-10-01', '2020-03-31'])
  })
})

it('a row with an empty first cell is quoted from its first word', () => {
  const rows =
    'Område\tTiltag\tFrist\nSygedagpenge\tNye samtaler\t1. oktober 2019\n\tLægekonsulent ansættes\t15. august 2019\n\tKursus til alle\t1. maj 2020'
  const [letter] = extractAll(
    `Køge Kommune\n\n1. juni 2019\n\nKære minister\n\nKommunen iværksætter følgende:\n\n${rows}\n\nMed venlig hilsen\n\nIda Holm\nBorgmester\n`,
  )
  const quotes = letter?.commitments.map(({ span }) => letter.text.text.slice(span.start, span.end)) ?? []
  expect(quotes.length).toBe(3)
  for (const quote of quotes) expect(quote).toBe(quote.trim())
})
