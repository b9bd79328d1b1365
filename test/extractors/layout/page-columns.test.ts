import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partColumns } from '../../../extractors/layout/page-columns.ts'
import { type LayoutWord, type Piece, pieceOf, textOf } from '../../../extractors/layout/words.ts'

/** Pieces of lines below each other, letters half a type size wide. */
function lines(left: number, top: number, texts: string[], { size = 10, pitch = 12 } = {}): Piece[] {
  return texts.flatMap((text, at): Piece[] => {
    if (text === '') return []
    const baseline = top + at * pitch
    const word: LayoutWord = {
      text,
      left,
      top: baseline - size * 0.8,
      right: left + text.length * size * 0.5,
      bottom: baseline + size * 0.2,
      baseline,
      size,
      style: '',
      joinsLeft: false,
      joinsRight: false,
    }
    return [pieceOf([word])]
  })
}

const read = (pieces: Piece[]) =>
  partColumns(pieces).map((region) =>
    'columns' in region ? region.columns.map((column) => column.map(textOf)) : region.pieces.map(textOf),
  )

const first = [
  'Kommunen har i foråret gennemgået alle',
  'sager for ledige og vil i løbet af',
  'efteråret give alle et rettidigt tilbud.',
  'Jobcentret ansætter to konsulenter, der',
  'begynder den 1. november, og flere af',
  'lederne følger arbejdet uge for uge og',
  'melder tilbage til udvalget, hvis noget',
  'går galt, så der kan rettes op på det.',
  'Det sker for at nå i mål til den aftalte',
]
const second = [
  'tid og for at borgerne kan regne med det.',
  'Vi forventer at overholde loven fra den',
  '1. januar 2019, og udvalget får en status',
  'i december. Rapporten ligger klar den 15.',
  'november og lægges på hjemmesiden, så alle',
  'kan læse den. Derefter gør forvaltningen',
  'status hvert kvartal, så længe der er brug',
  'for det. Borgmesteren orienteres løbende.',
]
const intro = 'Hermed følger kommunens redegørelse, som ministeren har bedt om i sit brev af 3. september.'

describe('columns of prose', () => {
  it.each([
    ['level with each other', 0],
    ['not level', 5],
  ])('%s are read one after the other, what stands above and below them is not', (_, shift) => {
    const pieces = [
      ...lines(60, 100, [intro, 'Indsatser']),
      ...lines(60, 150, first),
      ...lines(320, 150 + shift, second),
      ...lines(60, 290, ['Med venlig hilsen', '', 'Anne Holm']),
    ]
    expect(read(pieces)).toEqual([
      [intro, 'Indsatser'],
      [first, second],
      ['Med venlig hilsen', 'Anne Holm'],
    ])
  })

  it('the shorter last one too, and what goes on in the first below it', () => {
    const long = [...first, '', 'Undervejs', ...second]
    expect(read([...lines(60, 100, long), ...lines(320, 100, second.slice(0, 4))])).toEqual([
      [long.filter((text) => text !== ''), second.slice(0, 4)],
    ])
  })

  it('three of them', () => {
    const [one, two, three] = [first, second, first].map((column) => column.map((text) => text.slice(0, 30)))
    const pieces = [
      ...lines(40, 100, one ?? []),
      ...lines(220, 100, two ?? []),
      ...lines(400, 103, three ?? []),
    ]
    expect(read(pieces)).toEqual([[one, two, three]])
  })

  it('a box in smaller type beside the text', () => {
    const box = ['Fakta', 'Kommunen har 840 ledige.', 'Af dem fik 96 intet tilbud.', 'Kilde: jobindsats.dk']
    const beside = lines(320, 152, box, { size: 8, pitch: 10 })
    expect(read([...lines(60, 150, first.slice(3, 8)), ...beside])).toEqual([[first.slice(3, 8), box]])
    // the sentence goes on below the box
    expect(read([...lines(60, 150, first), ...beside])).toEqual([[box, first]])
  })
})

describe('no columns', () => {
  const one = (pieces: Piece[]) => expect(read(pieces)).toEqual([pieces.map(textOf)])

  it('a table whose rows have cells of several lines', () => {
    const tasks = [
      'Ekstra samtaler hver torsdag med alle',
      'de ledige, der venter',
      '',
      'Ny vejledning om fravær til',
      'alle rådgivere',
      '',
      'Rapport til udvalget om de nye',
      'tal for ledige',
      '',
      'Kursus i registrering for',
      'alle i jobcentret',
    ]
    const who = [
      'Teamleder',
      'i Jobservice',
      '',
      'Fagkoordinator',
      '',
      '',
      'Jobchef',
      '',
      '',
      'Fagkoordinator',
      '',
    ]
    one([...lines(60, 100, tasks), ...lines(320, 100, who)])
  })

  it('a table with a deadline on each line', () => {
    one([
      ...lines(60, 100, first),
      ...lines(
        320,
        100,
        first.map((_, at) => `${at + 1}. maj 2019`),
      ),
    ])
  })

  it('an address beside the date, two signatures', () => {
    one([
      ...lines(60, 100, ['Ministeriet', 'Holmens Kanal 20', '1060 København K']),
      ...lines(400, 100, ['3. maj 2018', 'Sag 18/3', 'Anne Holm']),
    ])
    one([...lines(60, 100, ['Anne Holm', 'Borgmester']), ...lines(320, 100, ['Per Vad', 'Direktør'])])
  })

  it('a page of one column, an empty one', () => {
    one(lines(60, 100, [intro, ...first]))
    expect(partColumns([])).toEqual([])
  })
})

it('every piece stands in one place', () => {
  const anywhere = fc.record({
    left: fc.integer({ min: 0, max: 500 }),
    top: fc.integer({ min: 0, max: 60 }),
    texts: fc.array(fc.constantFrom('Ord', 'en linje med flere ord', first[0] as string), { maxLength: 12 }),
  })
  fc.assert(
    fc.property(fc.array(anywhere, { maxLength: 6 }), (blocks) => {
      const pieces = blocks.flatMap(({ left, top, texts }) => lines(left, top * 10, texts))
      const found = partColumns(pieces).flatMap((region) =>
        'columns' in region ? region.columns.flat() : region.pieces,
      )
      expect(found).toHaveLength(pieces.length)
      expect(new Set(found).size).toBe(pieces.length)
    }),
  )
})
