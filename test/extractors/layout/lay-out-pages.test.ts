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

describe('labels', () => {
  it('begin a line, however full the line above is', () => {
    const full = 'Dato: den 3. september i året 2018 i Roskilde, altså i går eftermi'
    expect(textOf(lines(60, 200, [...prose.slice(0, 2), full, 'Frist: 1. maj', 'Sagsnr.: 12']))).toMatch(
      /\nFrist: 1\. maj\nSagsnr\.: 12$/,
    )
  })
})

describe('margin columns', () => {
  it('the outer column of a table below prose is none', () => {
    const rows = [
      'Et nyt team for langtidsledige',
      'Kursus for alle medarbejdere',
      'Ny vejledning',
      'Aftaler med a-kasser',
    ]
    const dates = ['1. maj', '2. juni', '3. juli', '4. august']
    const table = [
      ...lines(60, 300, ['Tiltag', ...rows], 10, 30),
      ...lines(480, 300, ['Frist', ...dates], 10, 30),
    ]
    const [read] = layOutPages([page([...lines(60, 200, prose), ...table])])
    expect(read?.aside).toEqual([])
    expect(read?.text).toContain(
      ['Tiltag\tFrist', ...rows.map((row, at) => `${row}\t${dates[at]}`)].join('\n'),
    )
  })

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

it('a narrow word at the edge of the text stands in it, however wide the gap beside it', () => {
  const first = [...line(60, 200, 'i'), ...line(85, 200, 'det ambulante team, hvor alle sager er')]
  const last = [...line(60, 214, 'fordelt på to, og hvor de har møde hver'), ...line(372, 214, 'i')]
  const read = layOutPages([page([...first, ...last, ...lines(60, 228, prose.slice(0, 4))])])[0]
  expect(read?.aside ?? []).toEqual([])
  expect(read?.text.split('\n')[0]).toMatch(/^i\s+det/)
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

  describe('with merged cells', () => {
    const words = [
      ...line(60, 100, 'Tema'),
      ...line(200, 100, 'Tiltag'),
      // one cell over two rows, its lines wherever they stand
      ...lines(60, 120, ['Samtaler til', 'tiden og', 'opfølgning'], 10, 12),
      ...line(200, 120, 'Ekstra samtaler'),
      ...line(200, 140, 'Ny vejledning'),
      // one cell over two columns
      ...line(60, 165, 'Øvrige tiltag i planen for hele kommunen'),
      ...line(60, 185, 'Tilbud'),
      ...line(200, 185, 'Aftale om pladser'),
    ]
    const level = (top: number, left = 50) => ({ left, top, right: 300, bottom: top + 1 })
    const levels = [level(88), level(106), level(128, 190), level(150), level(172), level(190)]
    const upright = (left: number, top: number, bottom: number) => ({ left, top, right: left + 1, bottom })
    const outer = [upright(50, 88, 191), upright(300, 88, 191)]
    const rows = (rules: Area[]) => layOutPages([page(words, 1, rules)])[0]?.text?.split('\n')

    it('the words of one stand in the first of those that it covers', () => {
      expect(rows([...levels, ...outer, upright(190, 88, 150), upright(190, 172, 191)])).toEqual([
        'Tema\tTiltag',
        'Samtaler til tiden og opfølgning\tEkstra samtaler',
        '\tNy vejledning',
        'Øvrige tiltag i planen for hele kommunen\t',
        'Tilbud\tAftale om pladser',
      ])
    })

    it('a row without a line between cells that stand apart keeps both', () => {
      expect(rows([...levels, ...outer, upright(190, 106, 150)])).toContain('Tilbud\tAftale om pladser')
      expect(rows([...levels, ...outer, upright(190, 106, 150)])?.[0]).toBe('Tema\tTiltag')
    })
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

  /** The rows of a table without lines, each of which has its lines below each other. */
  const table = (columns: number[], rows: string[][], gap: number, from = 200) => {
    let y = from
    return rows.flatMap((cells) => {
      const split = cells.map((cell) => cell.split('|'))
      const words = split.flatMap((cell, at) => lines(columns[at] as number, y, cell, 10, 12))
      y += 12 * Math.max(...split.map((cell) => cell.length)) + gap
      return words
    })
  }
  const steps = [
    ['Tiltag', 'Hvem', 'Frist'],
    ['Gennemgang af alle sager med|brudt frist', 'Teamleder', '1. maj|2019'],
    ['Kursus til alle', 'HR og|koordinator', 'Uge 19'],
    ['Fast punkt på hvert møde i|ledelsen', 'Jobcenterchef', '3. kvartal|2019'],
    ['Stikprøver', 'Controller', 'Ultimo juni'],
  ]
  const stepRows = steps.map((cells) => cells.map((cell) => cell.replaceAll('|', ' ')).join('\t')).join('\n')

  it('rows that stand apart keep the lines of their cells, whatever these begin with', () => {
    expect(textOf(table([60, 260, 400], steps, 6))).toBe(stepRows)
  })

  it('columns that stand closer than words apart elsewhere are parted where no word stands in any row', () => {
    // the longest cell of the first column ends six points before the second
    expect(textOf(table([60, 60 + 28 * 5 + 1.25 - 2.5 + 6, 300], steps, 6))).toBe(stepRows)
  })

  it('rows without gaps between them are told by their full first lines', () => {
    expect(textOf(table([60, 260, 400], steps, 0))).toBe(stepRows)
  })

  it('rows in lower case, without gaps, are rows of their own', () => {
    const small = [
      ['gennemgang af sager', 'teamleder', '1. maj'],
      ['kursus til alle', '', '1. juni'],
      ['stikprøver', 'controller', '1. juli'],
      ['status', 'chefen', '1. august'],
    ]
    expect(textOf(table([60, 260, 400], small, 0))).toBe(small.map((row) => row.join('\t')).join('\n'))
  })

  it('a page that begins with the rest of one cell has it in its column', () => {
    const rest = [...line(260, 188, 'koordinator'), ...table([60, 260, 400], steps.slice(3), 6)]
    expect(textOf(rest)?.split('\n')[0]).toBe('\tkoordinator\t')
  })

  it('lines that no gap parts are rows of their own', () => {
    const names = [
      ['Ida Holm', 'Bo Lund'],
      ['Borgmester', 'Direktør'],
      ['Køge Kommune', 'Ældre og Sundhed'],
    ]
    expect(textOf(table([60, 300], names, 0))).toBe(names.map((row) => row.join('\t')).join('\n'))
  })

  it('a line set to both edges, with wide gaps between its words, is none', () => {
    const places = [60, 130, 185, 260, 320]
    const wide = 'april 2020. holder ledelsen møde'.split(' ')
    const gap = 20
    let x = 60
    const words = wide.flatMap((word) => {
      const set = line(x, 214, word)
      x = (set[0] as LayoutWord).right + gap
      return set
    })
    expect(textOf(line(60, 200, 'Udvalget får en rapport i'), words)).toBe(
      'Udvalget får en rapport i\napril 2020. holder ledelsen møde',
    )
    const apart = wide.flatMap((word, at) => line(places[at] as number, 214, word))
    expect(textOf(line(60, 200, 'Udvalget får en rapport i'), apart)).toContain('\t')
  })

  it('a single row with lines around it is one where the table of the page before goes on', () => {
    const rules = (tops: number[]): Area[] => [
      ...tops.map((top) => ({ left: 50, right: 500, top, bottom: top + 0.5 })),
      ...[50, 250, 500].map((left) => ({
        left,
        right: left + 0.5,
        top: tops[0] ?? 0,
        bottom: tops.at(-1) ?? 0,
      })),
    ]
    const first = [...line(60, 100, 'Tiltag'), ...line(260, 100, 'Frist'), ...line(60, 120, 'Gennemgang af')]
    const rest = [...line(60, 60, 'alle sager'), ...line(60, 72, 'hver uge')]
    const pages = [
      page([...first, ...line(260, 120, '1. maj')], 1, rules([85, 105, 125])),
      page(rest, 2, rules([45, 80])),
    ]
    expect(layOutPages(pages).map(({ text }) => text)).toEqual([
      'Tiltag\tFrist\nGennemgang af\t1. maj',
      'alle sager hver uge\t',
    ])
    expect(layOutPages([pages[1] as LayoutPage])[0]?.text).toBe('alle sager\nhver uge')
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
