import { describe, expect, it } from 'vitest'
import { commitmentsIn } from './letters.ts'

/** The same words commit or not by the heading above them and the sentence that introduces them. */
const found = (lines: Parameters<typeof commitmentsIn>[0]) =>
  commitmentsIn(lines).map(({ quote, kind, status }) => [quote, kind, status])

describe('lists', () => {
  it('takes verbal nouns under steps to come as planned initiatives', () => {
    expect(
      found([
        { kind: 'paragraph', text: 'Følgende initiativer vil blive iværksat:' },
        { kind: 'item', text: 'Etablering af et hold for seniorer', parent: 0 },
        { kind: 'item', text: 'Øget brug af virksomhedspraktik', parent: 0 },
      ]),
    ).toEqual([
      ['Etablering af et hold for seniorer', 'initiative', 'planned'],
      ['Øget brug af virksomhedspraktik', 'initiative', 'planned'],
    ])
  })

  it('takes participles after "har vi" as done or in force, by their verb', () => {
    expect(
      found([
        { kind: 'paragraph', text: 'Derfor har vi:' },
        { kind: 'item', text: 'Ansat to rådgivere', parent: 0 },
        { kind: 'item', text: 'Indført en fast kontaktperson', parent: 0 },
      ]).map(([, , status]) => status),
    ).toEqual(['done', 'ongoing'])
  })

  it('takes infinitives after "Kommunen vil"', () => {
    expect(
      found([
        { kind: 'paragraph', text: 'Kommunen vil derfor:' },
        { kind: 'item', text: 'opruste teamet med to medarbejdere', parent: 0 },
        { kind: 'item', text: 'at forenkle blanketterne', parent: 0 },
      ]).map(([quote, , status]) => [quote, status]),
    ).toEqual([
      ['opruste teamet med to medarbejdere', 'planned'],
      ['at forenkle blanketterne', 'planned'],
    ])
  })

  it.each([
    'Ministeren har bedt om svar på følgende:',
    'Formålet med samtalen er:',
    'De manglende samtaler skyldes:',
    'Tiltaget vil betyder for borgeren:',
  ])('finds no steps in a list introduced by "%s"', (intro) => {
    expect(
      found([
        { kind: 'paragraph', text: intro },
        { kind: 'item', text: 'Hurtigere afklaring af borgerens situation', parent: 0 },
      ]),
    ).toEqual([])
  })

  it('makes an introducing step and items that only elaborate it one commitment', () => {
    expect(
      found([
        { kind: 'heading', text: 'Det gør vi i 2021' },
        { kind: 'item', text: 'Den 1. maj åbner vi et værksted:', heading: 0 },
        { kind: 'item', text: 'Værkstedet har 12 pladser', parent: 1, heading: 0 },
        { kind: 'item', text: 'En leder ansættes pr. 1. april', parent: 1, heading: 0 },
      ]).map(([quote]) => quote),
    ).toEqual([
      'Den 1. maj åbner vi et værksted: Værkstedet har 12 pladser',
      'En leder ansættes pr. 1. april',
    ])
  })

  it('cuts an item where it turns from what was done to what will be done', () => {
    const [done, planned] = commitmentsIn([
      { kind: 'paragraph', text: 'Vi har gjort følgende:' },
      {
        kind: 'item',
        text: 'Vi har omlagt visitationen. Vi forventer at ansætte en leder i maj.',
        parent: 0,
      },
    ])
    expect([done?.quote, planned?.quote]).toEqual([
      'Vi har omlagt visitationen.',
      'Vi forventer at ansætte en leder i maj.',
    ])
    expect(planned?.times.map((t) => t.start)).toEqual(['2021-05-01'])
  })

  it('reads a numbered paragraph sentence by sentence', () => {
    const letter = commitmentsIn([
      {
        kind: 'item',
        marker: '4.1',
        text: 'Sagerne har været mange. Vi ansætter to rådgivere den 1. maj. Vi beklager ventetiden. Udvalget får en status hver måned.',
      },
    ])
    expect(letter.map((c) => c.quote)).toEqual([
      'Vi ansætter to rådgivere den 1. maj.',
      'Udvalget får en status hver måned.',
    ])
  })
})

describe('headings', () => {
  const sentence = { kind: 'paragraph', text: 'Sagerne fordeles på faste medarbejdere.', heading: 0 } as const
  it('lets a present tense commit under steps', () => {
    expect(found([{ kind: 'heading', text: 'Nye tiltag' }, sentence])).toHaveLength(1)
  })
  it('does not let it commit under background', () => {
    expect(found([{ kind: 'heading', text: 'Baggrund' }, sentence])).toEqual([])
  })
})

describe('tables', () => {
  const table = (header: string, ...rows: string[]) =>
    commitmentsIn([
      { kind: 'row', text: header },
      ...rows.map((text) => ({ kind: 'row' as const, text, header: 0 })),
    ])

  it('reads deadline, state and who from an action table', () => {
    const [first, second] = table(
      'Nr.\tIndsats\tAnsvarlig\tFrist\tStatus',
      '1\tGennemgang af sager\tFaglig koordinator\t25. februar 2021\tGennemført',
      '2\tKursus for rådgivere\tHR\tUge 20\tPlanlagt',
    )
    expect([first?.status, first?.responsible, first?.times[0]?.relation]).toEqual([
      'done',
      'Faglig koordinator',
      'by',
    ])
    expect([second?.status, second?.responsible, second?.times[0]?.start]).toEqual([
      'planned',
      'HR',
      '2021-05-17',
    ])
    expect(first?.quote).toBe('1 Gennemgang af sager Faglig koordinator 25. februar 2021 Gennemført')
  })

  it('keeps a period in a column about when as a period', () => {
    const [row] = table('Aktivitet\tHvem\tHvornår', 'Brugerundersøgelse\tCenterchefen\t2. halvår 2021')
    expect(row?.times.map((t) => [t.relation, t.start, t.end])).toEqual([
      ['during', '2021-07-01', '2021-12-31'],
    ])
  })

  it('goes on after a page break without column names', () => {
    const found = commitmentsIn([
      { kind: 'row', text: 'Tilbud\tFormål\tStatus' },
      { kind: 'row', text: 'Jobklub\tJobsøgning\tIværksat', header: 0 },
      { kind: 'row', text: 'Mentor\tStøtte\tForventet opstart 1. maj 2021' },
    ])
    expect(found.map((c) => c.status)).toEqual(['ongoing', 'planned'])
  })

  it('reads what a bare time means from its column', () => {
    const [row] = table(
      'Handling\tHvem\tOpstart\tFærdig',
      'Kontrol af ti sager\tJurist\tUge 14\tNovember 2021',
    )
    expect(row?.times.map((t) => t.relation)).toEqual(['from', 'by'])
  })

  it('takes the rows of a table of goals as targets', () => {
    const found = table('Tidspunkt\tMål', '3. kvartal 2021\tHøjst 20 ugers ventetid')
    expect(found.map((c) => c.kind)).toEqual(['target'])
  })

  it('finds no commitments in a table of figures', () => {
    expect(table('Måned\tAntal ledige\tPct.', 'Januar\t55\t25', 'Februar\t58\t29')).toEqual([])
  })
})

describe('letters without commitments', () => {
  it('has none where the letter is the ministry’s', async () => {
    const { findCommitments } = await import('../../../extractors/commitments/find-commitments.ts')
    const { factsOf, letterOf } = await import('./letters.ts')
    const letter = letterOf([{ kind: 'paragraph', text: 'Jeg vil den 1. maj 2021 bede om en status.' }])
    expect(
      findCommitments(letter, factsOf('request', '2021-03-01'), { times: [], recurrences: [], rejected: [] }),
    ).toEqual([])
  })
})

describe('a paragraph that tells how it came so far', () => {
  const paragraphs = (...texts: string[]) =>
    commitmentsIn(texts.map((text) => ({ kind: 'paragraph' as const, text }))).map(({ quote }) => quote)
  const rest = ['Kommunen er opmærksom på tallet.', 'Det er ikke godt nok.', 'Vi vender gerne tilbage.']

  it('commits nobody where it opens a letter of several', () => {
    expect(paragraphs('Fokusmålet om tilbud er indført.', ...rest)).toEqual([])
    expect(paragraphs(...rest, 'Fokusmålet om tilbud er indført.')).toEqual([
      'Fokusmålet om tilbud er indført.',
    ])
    expect(paragraphs('Vi vil ansætte to rådgivere i maj 2021.', ...rest)).toEqual([
      'Vi vil ansætte to rådgivere i maj 2021.',
    ])
  })

  it.each([
    ['Årsagen er en lang overgang. Kommunen skiftede system, og personalet har ydet en stor indsats.', 0],
    ['Årsagen er en lang overgang. Vi har ansat to rådgivere, og vi vil ansætte to mere i maj 2021.', 1],
    ['Overgangen var lang. Vi har ansat to rådgivere.', 1],
  ])('explains, or tells of steps: %s', (text, found) => {
    expect(paragraphs(...rest, text)).toHaveLength(found)
  })
})
