import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutPages } from '../../../extractors/layout/lay-out-pages.ts'
import type { Area, LayoutPage, LayoutWord } from '../../../extractors/layout/words.ts'

/** Words of a line: each letter half a type size wide, a space a quarter. */
function line(left: number, baseline: number, text: string, size = 10, style = 'a'): LayoutWord[] {
  let x = left
  return text.split(' ').flatMap((word) => {
    const from = x
    const right = from + word.length * size * 0.5
    x = right + size * 0.25
    const top = baseline - size * 0.8
    const area = { left: from, top, right, bottom: baseline + size * 0.2 }
    return word === ''
      ? []
      : [{ text: word, ...area, baseline, size, style, joinsLeft: false, joinsRight: false }]
  })
}

const lines = (left: number, top: number, texts: string[], size = 10, pitch = 14) =>
  texts.flatMap((text, at) => line(left, top + at * pitch, text, size))

const page = (words: LayoutWord[], number = 1, rules: Area[] = []): LayoutPage => ({
  number,
  width: 600,
  height: 800,
  words,
  turned: [],
  rules,
})

const textOf = (...words: LayoutWord[][]) => layOutPages([page(words.flat())])[0]?.text

const prose = [
  'Kommunen har i foråret gennemgået alle sager for ledige i kommu-',
  'nen og vil i løbet af efteråret give alle ledige et rettidigt tilbud',
  'om a-dagpenge og ordinær uddannelse i tæt samarbejde med alle a-',
  'kasser og med kontant- og uddannelseshjælp i de andre kontant-',
  'og sygedagpengesager hos os.',
]
const joined =
  'Kommunen har i foråret gennemgået alle sager for ledige i kommunen og vil i løbet af efteråret give alle ledige et ' +
  'rettidigt tilbud om a-dagpenge og ordinær uddannelse i tæt samarbejde med alle a-kasser og med kontant- og ' +
  'uddannelseshjælp i de andre kontant- og sygedagpengesager hos os.'

describe('running text', () => {
  it('is joined over line ends, with its hyphens', () => {
    expect(textOf(lines(60, 200, prose))).toBe(joined)
  })

  it('has an empty line where the page leaves a gap', () => {
    expect(textOf(lines(60, 200, prose), lines(60, 286, prose))).toBe(`${joined}\n\n${joined}`)
  })

  it('does not run into short lines, list items and headings in another type face', () => {
    const heading = line(
      60,
      186,
      'En overskrift der er så lang at den fylder hele linjens længde ud',
      10,
      'b',
    )
    expect(textOf(heading, lines(60, 200, prose), lines(60, 270, ['- et punkt', '- et andet']))).toBe(
      `En overskrift der er så lang at den fylder hele linjens længde ud\n${joined}\n- et punkt\n- et andet`,
    )
  })
})

describe('margin columns', () => {
  const margin = lines(480, 190, ['Rådhuset', 'Torvet 1', '4000 Roskilde', 'Sagsnr. 304062'], 8, 11)
  it.each([
    ['to the right', lines(60, 200, prose), margin],
    [
      'to the left',
      lines(200, 200, prose),
      lines(40, 190, ['Rådhuset', 'Torvet 1', '4000 Roskilde', 'Sagsnr. 304062'], 8, 11),
    ],
  ])('%s stands in front of the text, line by line, and is marked', (_, body, beside) => {
    const [read] = layOutPages([page([...body, ...beside])])
    expect(read?.text).toBe(`Rådhuset\nTorvet 1\n4000 Roskilde\nSagsnr. 304062\n\n${joined}`)
    expect(read?.aside?.map(({ start, end }) => read.text.slice(start, end))).toEqual([
      'Rådhuset\nTorvet 1\n4000 Roskilde\nSagsnr. 304062',
    ])
  })
})

describe('running heads and page numbers', () => {
  it('are marked, whatever they say', () => {
    const pages = [1, 2, 3].map((number) =>
      page(
        [
          ...line(60, 40, 'Plan for den aktive indsats'),
          ...lines(60, 200, prose),
          ...line(300, 770, String(number)),
        ],
        number,
      ),
    )
    for (const { number, text, aside } of layOutPages(pages)) {
      expect(text).toBe(`Plan for den aktive indsats\n\n${joined}\n\n${number}`)
      expect(aside?.map(({ start, end }) => text.slice(start, end))).toEqual([
        'Plan for den aktive indsats',
        String(number),
      ])
    }
  })

  it('a page that breaks off in a sentence runs on', () => {
    const pages = layOutPages([
      page(lines(60, 200, prose.slice(0, 4))),
      page(lines(60, 60, prose.slice(4)), 2),
    ])
    expect(pages.map(({ runsOn }) => runsOn ?? false)).toEqual([true, false])
  })
})

describe('tables', () => {
  it('a row is one line, with the lines of its cells joined, along the lines that are drawn', () => {
    const words = [
      ...line(60, 100, 'Tilbud'),
      ...line(200, 100, 'Status'),
      ...lines(60, 120, ['Individuel Job-', 'søgning']),
      ...lines(200, 120, ['Iværksat fra', 'august', 'i år']),
      ...line(200, 172, '17'),
    ]
    const level = [88, 105, 155, 180].map((y) => ({ left: 50, top: y, right: 300, bottom: y + 1 }))
    const upright = [50, 190, 300].map((x) => ({ left: x, top: 88, right: x + 1, bottom: 181 }))
    expect(layOutPages([page(words, 1, [...level, ...upright])])[0]?.text).toBe(
      'Tilbud\tStatus\nIndividuel Jobsøgning\tIværksat fra august i år\n\t17',
    )
  })

  it('is read without lines too, and so are signatures side by side', () => {
    const row = (y: number, ...cells: string[]) => cells.flatMap((cell, at) => line(60 + at * 150, y, cell))
    expect(
      textOf(
        row(100, 'Joy Mogensen', 'Bent Jørgensen'),
        row(114, 'Borgmester', 'Formand for Beskæftigelses-'),
        line(210, 128, 'og Socialudvalget'),
      ),
    ).toBe('Joy Mogensen\tBent Jørgensen\nBorgmester\tFormand for Beskæftigelses- og Socialudvalget')
  })

  it('two columns of prose are read one after the other', () => {
    const column = Array.from({ length: 10 }, (_, at) => `ord nummer ${at} i en spalte med mange`)
    const text = textOf(lines(40, 100, column), lines(300, 100, column)) ?? ''
    expect(text.replace(/\s+/g, ' ')).toBe([...column, ...column].join(' '))
  })
})

describe('for any page', () => {
  const word = fc.record({
    text: fc.stringMatching(/^[a-zæøå.-]{1,9}$/),
    left: fc.integer({ min: -50, max: 640 }),
    baseline: fc.integer({ min: -20, max: 830 }),
    size: fc.constantFrom(6, 8, 10, 10, 10, 14),
  })
  const anyPage = fc
    .array(word, { maxLength: 60 })
    .map((list) => page(list.flatMap((w) => line(w.left, w.baseline, w.text, w.size))))

  it('every word is in the text once, at its place, inside the page', () => {
    fc.assert(
      fc.property(anyPage, (made) => {
        const [read] = layOutPages([made])
        const words = read?.words ?? []
        let before = 0
        for (const { start, end, box } of words) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThanOrEqual(start)
          before = end
          const [left, top, right, bottom] = box
          expect(0 <= left && left < right && right <= 1 && 0 <= top && top < bottom && bottom <= 1).toBe(
            true,
          )
        }
        const letters = (text: string) => [...text.replace(/[\s-]/g, '')].sort().join('')
        expect(letters(read?.text ?? '').length).toBeLessThanOrEqual(
          letters(made.words.map((w) => w.text).join('')).length,
        )
        expect(letters(words.map(({ start, end }) => read?.text.slice(start, end)).join(''))).toBe(
          letters(read?.text ?? ''),
        )
      }),
    )
  })

  it('the order of the words does not matter', () => {
    fc.assert(
      fc.property(
        anyPage.chain((made) =>
          fc.tuple(fc.constant(made), fc.shuffledSubarray(made.words, { minLength: made.words.length })),
        ),
        ([made, words]) => {
          expect(layOutPages([{ ...made, words }])).toEqual(layOutPages([made]))
        },
      ),
    )
  })
})
