import { describe, expect, it } from 'vitest'
import { extractLetter } from '../../../extractors/extract-letter.ts'
import { splitLetters } from '../../../extractors/split/split-letters.ts'
import { structureLetter } from '../../../extractors/structure/structure-letter.ts'

/** What a person is asked to look at of the deadlines in the body of a made statement. */
function asked(...body: string[]) {
  const text = [
    'Vejen Kommune\nHøjgade 1\n6600 Vejen\n\nBeskæftigelsesminister Troels Lund Poulsen\n\n3. oktober 2018',
    'Redegørelse om tilbud til ledige\n\nKære minister',
    'Vi har modtaget dit brev af 3. september 2018 og følger planen, som udvalget har vedtaget.',
    ...body,
    'Med venlig hilsen\n\nAnne Holm\nJobchef',
  ].join('\n\n')
  return splitLetters([{ number: 1, text }]).flatMap(({ lines }) => {
    const letter = extractLetter(structureLetter(lines))
    return letter.facts.issues
      .filter(({ code }) => code === 'loose-deadline' || code === 'row-without-deadline')
      .map(({ code, span }) => [code, span && letter.text.text.slice(span.start, span.end).trim()])
  })
}

describe('deadlines whose step is not certain', () => {
  it('a line with a label over several rows', () => {
    const rows = 'Der oprettes et nyt team.\tTeamleder\nBreve til borgerne forenkles.\tHR'
    expect(asked(`Aktivitet\tAnsvarlig\nFrist: 1. november 2018\n${rows}`)).toEqual([
      ['loose-deadline', 'Frist: 1. november 2018'],
    ])
  })

  it('a label alone on its line, with the date below it', () => {
    expect(asked('Vi opretter et team for ledige.\n\nAnsvarlig\nHR\n\nFrist\n1. november 2018')).toEqual([
      ['loose-deadline', 'Frist\n1. november 2018'],
    ])
  })

  it('rows with an empty cell below one with a deadline, once for a table', () => {
    const table = 'Aktivitet\tAnsvarlig\tFrist\nDer oprettes et team.\tHR\t1. november 2018\n'
    const more = 'Alle gennemfører et kursus.\tHR\t\nDer indgås aftale med tre a-kasser.\tJobchef\t'
    expect(asked(table + more)).toEqual([['row-without-deadline', 'Alle gennemfører et kursus.\tHR']])
  })
})

describe('nothing to ask', () => {
  it.each([
    ['a step with its deadline', 'Vi opretter et team for ledige.\nFrist: 1. november 2018\nAnsvarlig: HR'],
    [
      'rows that all have one, or say that they have none',
      'Aktivitet\tAnsvarlig\tFrist\nDer oprettes et team.\tHR\t1. november 2018\nBreve forenkles.\tHR\t-',
    ],
    [
      'empty cells above the first deadline',
      'Aktivitet\tAnsvarlig\tFrist\nBreve forenkles.\tHR\t\nDer oprettes et team.\tHR\t1. november 2018',
    ],
    ['a heading that is no label of a deadline', 'Opfølgning\n\nVi følger op i november 2018.'],
    [
      'a heading above sentences',
      'Frister\n\nVi overholder alle frister fra den 1. november 2018, når teamet er på plads.',
    ],
  ])('%s', (_, body) => expect(asked(body)).toEqual([]))
})
