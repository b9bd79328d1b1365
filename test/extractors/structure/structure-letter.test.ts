import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLetters } from '../../../extractors/split/split-letters.ts'
import { structureLetter } from '../../../extractors/structure/structure-letter.ts'
import { pagesOf } from '../../../pipeline/read/text.ts'
import type { Block, LetterText } from '../../../schemas/letter-text.ts'
import type { Page } from '../../../schemas/page.ts'
import { readSample, sampleLetters } from '../sample-letters.ts'

const structure = (text: string) => structureLetter(splitLetters(pagesOf(text)).flatMap(({ lines }) => lines))
const letters = async (name: string) =>
  splitLetters((await readSample(name)).pages).map(({ lines }) => structureLetter(lines))
const textOf = (letter: LetterText, { span }: Block) => letter.text.slice(span.start, span.end)
/** The texts of the blocks of some kinds, in order. */
const texts = (letter: LetterText, ...kinds: Block['kind'][]) =>
  letter.blocks.filter(({ kind }) => kinds.includes(kind)).map((block) => textOf(letter, block))
const find = (letter: LetterText, start: string) => {
  const block = letter.blocks.find((one) => textOf(letter, one).startsWith(start))
  if (block === undefined) throw new Error(`no block begins with "${start}"`)
  return block
}

const prose =
  'Vi har i løbet af foråret gennemgået alle sager, og det står klart, at fristerne ikke er overholdt.'
const body = (inner: string) =>
  structure(
    `Køge Kommune\n\n8. august 2018\n\nKære minister\n\n${prose}\n\n${inner}\n\nMed venlig hilsen\n\nIda Holm\nBorgmester\n`,
  )
/** The body between the first paragraph and the closing: kind, marker and text of each block. */
const inner = (letter: LetterText) =>
  letter.blocks
    .slice(letter.blocks.findIndex((block) => textOf(letter, block) === prose) + 1)
    .filter(({ kind }) => kind !== 'closing' && kind !== 'signature')
    .map(
      (block) => `${block.kind}${block.marker === null ? '' : ` ${block.marker}`}: ${textOf(letter, block)}`,
    )

describe('lines that belong together', () => {
  it.each<[string, string, string[]]>([
    [
      'wrapped lines',
      'Vi har ansat to nye jobrådgivere i løbet\naf foråret, og de er nu i gang med alle\nde sager, der har ventet længe på\nen samtale hos os.\n\nDet virker.',
      [
        'paragraph: Vi har ansat to nye jobrådgivere i løbet af foråret, og de er nu i gang med alle de sager, der har ventet længe på en samtale hos os.',
        'paragraph: Det virker.',
      ],
    ],
    [
      'a word broken at the line end',
      'Med a-kasserne er der ført drøftelser om en ny samarbejds-\naftale.',
      ['paragraph: Med a-kasserne er der ført drøftelser om en ny samarbejdsaftale.'],
    ],
    [
      'a prefix that keeps its hyphen',
      'De ledige a-\ndagpengemodtagere og LY-\nborgere får et tilbud.',
      ['paragraph: De ledige a-dagpengemodtagere og LY-borgere får et tilbud.'],
    ],
    [
      'a hyphen before og',
      'Det gælder kontant-\nog uddannelseshjælp.',
      ['paragraph: Det gælder kontant- og uddannelseshjælp.'],
    ],
    [
      'a double name',
      'Planen er lavet af Mette Gaarde-\nFink i foråret.',
      ['paragraph: Planen er lavet af Mette Gaarde-Fink i foråret.'],
    ],
    [
      'a period from month to month',
      'Planen gælder august-\nnovember 2021, og den følges.',
      ['paragraph: Planen gælder august-november 2021, og den følges.'],
    ],
    [
      'a word that has its hyphen elsewhere',
      'Vi bruger aktiv-indsatser. De nye aktiv-\nindsatser virker.',
      ['paragraph: Vi bruger aktiv-indsatser. De nye aktiv-indsatser virker.'],
    ],
    [
      'an ordinal at the line end',
      'Det er baggrunden for, at der pr.\n1. maj er udpeget en tilbudskoordinator, til\nhvem alle henvisninger skal sendes senest to\nuger før fristen, så der kan findes en plads.',
      [
        'paragraph: Det er baggrunden for, at der pr. 1. maj er udpeget en tilbudskoordinator, til hvem alle henvisninger skal sendes senest to uger før fristen, så der kan findes en plads.',
      ],
    ],
    [
      'an ordinal before the day of the week, or before what comes again',
      'Teamlederen ser på listen den\n1. mandag i måneden, og Udvalget får den den\n10. i hver måned som et fast punkt.',
      [
        'paragraph: Teamlederen ser på listen den 1. mandag i måneden, og Udvalget får den den 10. i hver måned som et fast punkt.',
      ],
    ],
    [
      'an empty line inside a sentence',
      'Det medfører betydelige udgifter til etablering og opfølgning, fordi hovedparten\n\nmed fordel kan anvende deres tid på at søge job.',
      [
        'paragraph: Det medfører betydelige udgifter til etablering og opfølgning, fordi hovedparten med fordel kan anvende deres tid på at søge job.',
      ],
    ],
    [
      'a page number inside a sentence',
      'De er ved at blive rettet, og arbejdet er færdigt ved udgangen af\n\nSide 2 af 4\n\njanuar.',
      [
        'paragraph: De er ved at blive rettet, og arbejdet er færdigt ved udgangen af januar.',
        'furniture: Side 2 af 4',
      ],
    ],
    ...[
      'Aalborg Kommune\n2019-027364-11\t2/3',
      'Skive Kommune · Jobcenter\nSagsnr.: 779-2018-307\tSide 2 af 3',
      'Skive Kommune\tSide 2 Sagsnummer 779-2018\t3. februar 2020',
      'Dato: 17. januar 2019 · Frist for svar: 20. januar 2019 · Side af',
      'Skive Kommune - Torvegade 10 - 7800 Skive - Telefon 99 15 55 00',
    ].map((head): [string, string, string[]] => [
      'a running head with the page number in a column',
      `Målet er, at højst 5 pct. af de gennemgåede journaler har mangler ved udgangen\n\n${head}\n\naf 2019.`,
      [
        'paragraph: Målet er, at højst 5 pct. af de gennemgåede journaler har mangler ved udgangen af 2019.',
        ...head.split('\n').map((line) => `furniture: ${line}`),
      ],
    ]),
    [
      'a page break inside a sentence',
      'De er ved at blive rettet, og arbejdet er færdigt ved udgangen af\n\n- 2 -\n\f\nJanuar måned.',
      [
        'paragraph: De er ved at blive rettet, og arbejdet er færdigt ved udgangen af Januar måned.',
        'furniture: - 2 -',
      ],
    ],
    [
      'a margin block inside a word',
      '- Medarbejderne har deltaget i et kursus om angst og autisme, som det lokale psykiatri-\n\nJob og Uddannelse\nTorvet 2\n3600 Frederikssund\n\nTelefon 47 35 12 00\n\nÅbningstider\nMandag-onsdag 10-14\nTorsdag 10-17\n\nSagsnr. 2017/0031456\nRef. LIKRO\n\ncenter stod for.',
      [
        'item -: Medarbejderne har deltaget i et kursus om angst og autisme, som det lokale psykiatricenter stod for.',
        ...[
          'Job og Uddannelse',
          'Torvet 2',
          '3600 Frederikssund',
          'Telefon 47 35 12 00',
          'Åbningstider',
          'Mandag-onsdag 10-14',
          'Torsdag 10-17',
          'Sagsnr. 2017/0031456',
          'Ref. LIKRO',
        ].map((line) => `furniture: ${line}`),
      ],
    ],
    [
      'items over several lines',
      '1) Vi har siden 1. april holdt alle samtaler\n   i jobcentrets nye lokaler, og der er ansat\n   to jobrådgivere mere til opgaven.\n2) Fra uge 23 sender vi indkaldelser ud.',
      [
        'item 1): Vi har siden 1. april holdt alle samtaler i jobcentrets nye lokaler, og der er ansat to jobrådgivere mere til opgaven.',
        'item 2): Fra uge 23 sender vi indkaldelser ud.',
      ],
    ],
    [
      'a list that has no empty lines around it',
      'Kommunen vil\n- afvikle puklen\n- følge op hver uge\nDet begynder nu.',
      [
        'paragraph: Kommunen vil',
        'item -: afvikle puklen',
        'item -: følge op hver uge',
        'paragraph: Det begynder nu.',
      ],
    ],
    [
      'emphasis',
      'Vi vil *konkret* sikre **alle** ledige et tilbud, se <https://star.dk/om-a_b*c>.',
      ['paragraph: Vi vil konkret sikre alle ledige et tilbud, se https://star.dk/om-a_b*c.'],
    ],
  ])('%s', (_, text, expected) => expect(inner(body(text))).toEqual(expected))
})

describe('items that begin with at', () => {
  it.each<[string, string]>([
    ['set off by a tab', 'at\tsamle alle i ét hus,\n\nat\tansætte to vejledere.'],
    ['set off by an empty line', '\nat samle alle i ét hus,\n\nat ansætte to vejledere.'],
    ['on lines of their own', 'at samle alle i ét hus,\nat ansætte to vejledere.'],
    ['indented', '   at samle alle i ét\n   hus,\n   at ansætte to vejledere.'],
  ])('%s', (_, items) => {
    const letter = body(`Udvalget har på sit møde den 8. juni besluttet\n${items}`)
    expect(inner(letter)).toEqual([
      'paragraph: Udvalget har på sit møde den 8. juni besluttet',
      'item: at samle alle i ét hus,',
      'item: at ansætte to vejledere.',
    ])
    const intro = find(letter, 'Udvalget')
    expect(letter.blocks[find(letter, 'at ansætte').parent as number]).toBe(intro)
  })

  it.each([
    'Udvalget har på sit møde den 8. juni besluttet,\nat alle medarbejdere samles i ét hus.',
    'Det er aftalt med alle\ntre kommuner i området,\nat der holdes et møde.',
    '- Udvalget har besluttet,\n  at alle samles i ét hus.',
  ])('prose that goes on with at: %s', (text) => expect(inner(body(text))).toHaveLength(1))

  it('an action table keeps its rows', () =>
    expect(texts(body('Nr.\tIndsats\n1\tat samle alle\n2\tat ansætte to'), 'row')).toHaveLength(3))
})

describe('lines that do not belong together', () => {
  it.each<[string, string, string[]]>([
    [
      'a heading and its paragraph',
      'Nye indsatser\nVi har ansat to.',
      ['heading: Nye indsatser', 'paragraph: Vi har ansat to.'],
    ],
    [
      'short lines of no sentence',
      'ansætte to rådgivere\n\nfølge op',
      ['paragraph: ansætte to rådgivere', 'paragraph: følge op'],
    ],
    [
      'a sentence and an item',
      'Vi vil sikre, at alle ledige får et tilbud til tiden, og\n\n- følge op',
      ['paragraph: Vi vil sikre, at alle ledige får et tilbud til tiden, og', 'item -: følge op'],
    ],
    [
      'a label and its text',
      'Mål: Ingen venter.\n\nAnsvarlig: Jobchefen',
      ['paragraph: Mål: Ingen venter.', 'paragraph: Ansvarlig: Jobchefen'],
    ],
  ])('%s', (_, text, expected) => expect(inner(body(text))).toEqual(expected))
})

describe('headings', () => {
  it.each([
    'Organisatorisk',
    'Nye indsatser',
    'Fremadrettede konkrete initiativer',
    'Det haster',
    'Det har vi gjort',
    'Hvornår er vi i mål?',
    'Jobsamtale 3 (afholdes inden uge 12, så vi sikrer rettidig aktivering)',
    'Spor I. Kapacitet',
    'LOVGIVNINGENS KRAV',
    'Minister mål/ indsatsområde.',
    'Spørgsmål 1',
    'Udvidelse af tilbudsviften',
  ])('%s', (heading) => expect(inner(body(`${heading}\n\n${prose}`))[0]).toBe(`heading: ${heading}`))

  it.each([
    ['4. Hvad der er gjort', '4.', 'Hvad der er gjort'],
    ['A) Indføring af sagsstammer', 'A)', 'Indføring af sagsstammer'],
    ['II. Bemanding', 'II.', 'Bemanding'],
    ['### Ledelsesmæssigt fokus', '###', 'Ledelsesmæssigt fokus'],
  ])('%s', (line, marker, heading) =>
    expect(inner(body(`${line}\n\n${prose}`))[0]).toBe(`heading ${marker}: ${heading}`),
  )

  it.each([
    'Det vil vi.',
    'Kilde: Jobindsats.dk',
    'Tiltag:',
    'Derudover vil der være øget fokus på den virksomhedsrettede del',
    'Ansvarlig: Arbejdsmarkedschefen',
    '”Hvornår opfylder kommunen lovens krav? Jeg imødeser en præcis dato.”',
    'Samarbejdsgraden skal som minimum fastholdes på niveau for 2017',
  ])('is none: %s', (line) => expect(inner(body(`${line}\n\n${prose}`))[0]).toBe(`paragraph: ${line}`))
})

describe('lists', () => {
  it.each([
    '-',
    '–',
    '•',
    '*',
    '▪',
    '·',
    'o',
    '\uf0b7',
    '1.',
    '1)',
    '(1)',
    'a.',
    'a)',
    '(a)',
    '1.1',
    'i)',
    'iv.',
  ])('marker %s', (marker) =>
    expect(inner(body(`${marker} Vi ansætter to rådgivere mere til foråret.`))).toEqual([
      `item ${marker}: Vi ansætter to rådgivere mere til foråret.`,
    ]),
  )

  it.each([
    'Ledelsen følger op hver uge.',
    'Samtalerne holdes på biblioteket.',
    'Delmål er sat for hvert team.',
  ])('a number before: %s', (item) => expect(inner(body(`1. ${item}`))).toEqual([`item 1.: ${item}`]))

  it.each([
    '1. maj er der udpeget en koordinator.',
    '3. kvartal bliver bedre.',
    '9. og 10. november holder vi kursus.',
    '8. ledighedsuge er fristen.',
  ])('an ordinal is no marker: %s', (line) => expect(inner(body(line))).toEqual([`paragraph: ${line}`]))

  it.each(['A1.', 'B12.', 'A.1'])('a letter and a number: %s', (marker) =>
    expect(inner(body(`${marker} Der ansættes to rådgivere i jobcentret.`))).toEqual([
      `item ${marker}: Der ansættes to rådgivere i jobcentret.`,
    ]),
  )

  it('nest by indent and by kind of marker', () => {
    const letter = body(
      'Vi vil:\n\n- Åbne et værksted:\n - Det får 12 pladser\n   - heraf fire til unge\n - En leder ansættes\n- Følge op\n\n1. Tre spor:\na. Grundsporet\nb. Praktiksporet\n2. Opkald',
    )
    const intro = letter.blocks.findIndex((block) => textOf(letter, block) === 'Vi vil:')
    const items = letter.blocks.filter(({ kind }) => kind === 'item')
    expect(items.map(({ level }) => level)).toEqual([0, 1, 2, 1, 0, 0, 1, 1, 0])
    expect(items.slice(0, 5).map(({ parent }) => parent)).toEqual([
      intro,
      intro + 1,
      intro + 2,
      intro + 1,
      intro,
    ])
  })

  it('goes on after a paragraph about an item', () => {
    const letter = body(
      'Følgende planlægges:\n\n- Vi fremrykker tilbuddet.\n\nTilbuddet er for alle.\n\n- Vi genoptager jobklubber.',
    )
    const intro = letter.blocks.findIndex((block) => textOf(letter, block) === 'Følgende planlægges:')
    expect(find(letter, 'Vi genoptager').parent).toBe(intro)
    expect(find(letter, 'Tilbuddet er').parent).toBeNull()
  })

  it('belongs to its heading', () => {
    const letter = body('Controlling\n\n- Vi trækker lister.\n\nOpfølgning\n\n- Vi holder møder.')
    expect(textOf(letter, letter.blocks[find(letter, 'Vi trækker').heading as number] as Block)).toBe(
      'Controlling',
    )
    expect(textOf(letter, letter.blocks[find(letter, 'Vi holder').heading as number] as Block)).toBe(
      'Opfølgning',
    )
  })
})

describe('tables', () => {
  it('has rows with cells, a header, and the header repeated after a page break as furniture', () => {
    const letter = body(
      'Nr.\tIndsats\tFrist\n1\tGennemgang\t1. maj\n\nSide 2/3\n\nNr.\tIndsats\tFrist\n2\t\tUltimo juni',
    )
    const rows = letter.blocks.filter(({ kind }) => kind === 'row')
    const header = letter.blocks.indexOf(rows[0] as Block)
    expect(rows.map((row) => row.cells.map(({ start, end }) => letter.text.slice(start, end)))).toEqual([
      ['Nr.', 'Indsats', 'Frist'],
      ['1', 'Gennemgang', '1. maj'],
      ['2', '', 'Ultimo juni'],
    ])
    expect(rows.map((row) => row.header)).toEqual([null, header, header])
    expect(texts(letter, 'furniture')).toEqual(['Side 2/3', 'Nr.\tIndsats\tFrist'])
  })

  it('goes on below a row of one cell over the whole width, but not below a sentence or a gap', () => {
    const table = 'Indsats\tFrist\nGennemgang\t1. maj\n'
    const headersOf = (text: string) =>
      body(text)
        .blocks.filter(({ kind }) => kind === 'row')
        .map(({ header }) => header !== null)
    expect(headersOf(`${table}Øvrige tiltag\nKursus i registrering\t1. juni`)).toEqual([false, true, true])
    expect(headersOf(`${table}Vi følger planen.\nKursus\t1. juni\nMøde\t2. juni`)).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect(headersOf(`${table}\nØvrige tiltag\nKursus\t1. juni\nMøde\t2. juni`)).toEqual([
      false,
      true,
      false,
      true,
    ])
  })

  it.each([
    ['its last cell', '1\tGennemgang\tIgangsat. 96 af\nde 118 borgere'],
    ['its last cell, set off', '1\tGennemgang\tIgangsat. 96 af\n\t\tde 118 borgere'],
  ])('has a row over two lines: %s', (_, row) => {
    const letter = body(`Nr.\tIndsats\tStatus\n${row}\n2\tMentor\tI gang`)
    expect(texts(letter, 'row')).toEqual([
      'Nr.\tIndsats\tStatus',
      '1\tGennemgang\tIgangsat. 96 af de 118 borgere',
      '2\tMentor\tI gang',
    ])
  })

  it.each([['1\tGennemgang af\nalle sager\tI gang'], ['1\tGennemgang af\tI gang\n\talle sager\t']])(
    'has a row over two lines: its middle cell',
    (row) => {
      const letter = body(`Nr.\tIndsats\tStatus\n${row}\n2\tMentor\tI gang`)
      expect(texts(letter, 'row')[1]).toBe('1\tGennemgang af alle sager\tI gang')
    },
  )

  const overPages = (above: string, below: string) => {
    const letter = body(`Nr.\tIndsats\tHvem\tFrist\n${above}\n\f${below}\n3\tMentor\tChefen\tUltimo juni`)
    return texts(letter, 'row').slice(1, -1)
  }
  it.each([
    ['all cells go on', '1\tGennemgang af\tFaglig\tSenest 1.', '\talle sager\tkoordinator\tmaj 2019'],
    ['one cell goes on', '1\tGennemgang af\tFaglig koordinator\tSenest 1. maj 2019', '\talle sager'],
    [
      'the names of the columns between',
      '1\tGennemgang af\tFaglig koordinator\tSenest 1.',
      'Nr.\tIndsats\tHvem\tFrist\n\talle sager\t\tmaj 2019',
    ],
    [
      'a page number between',
      '1\tGennemgang af\tFaglig koordinator\tSenest 1.',
      '- 2 -\n\n\talle sager\t\tmaj 2019',
    ],
  ])('has a row over two pages: %s', (_, above, below) => {
    expect(overPages(above, below)).toEqual([
      '1\tGennemgang af alle sager\tFaglig koordinator\tSenest 1. maj 2019',
    ])
  })

  it.each([
    ['a number of its own', '1\tGennemgang af\tTeamleder\t1. maj', '2\talle andre sager\tTeamleder\t2. maj'],
    [
      'a whole sentence above',
      '1\tSager gennemgås.\tTeamleder\t1. maj',
      '\tMentorer findes.\tTeamleder\t2. maj',
    ],
    ['an empty cell above', '1\tGennemgang\t\t1. maj', '\tmed mentorer\tTeamleder\t2. maj'],
  ])('has two rows on two pages: %s', (_, above, below) => {
    expect(overPages(above, below)).toEqual([above, below])
  })

  it('knows columns that are set off with spaces', () => {
    const letter = body(
      'Måned         Antal     Uden tilbud\nMaj           55        14\nJuni          58        17',
    )
    expect(texts(letter, 'row')).toEqual(['Måned\tAntal\tUden tilbud', 'Maj\t55\t14', 'Juni\t58\t17'])
  })

  it('knows a narrow gap as one where a column of the line above begins', () => {
    const letter = body(
      'Indsats                 Ansvarlig          Frist\nKursus til alle         Holm, koordinator  1. maj 2019',
    )
    expect(texts(letter, 'row').at(-1)).toBe('Kursus til alle\tHolm, koordinator\t1. maj 2019')
  })
})

describe('head and foot', () => {
  it('Køge: the contact block after the salutation belongs to the head', async () => {
    const [letter] = await letters('koege-2018-08-08.md')
    if (!letter) throw new Error('no letter')
    expect(texts(letter, 'salutation')).toEqual(['Kære Beskæftigelsesminister Troels Lund Poulsen'])
    expect(texts(letter, 'letterhead')).toEqual(
      expect.arrayContaining([
        '8. august 2018 2018-015032-2',
        'Kontakt:',
        'Bjarne Andersen',
        'Mail vf@koege.dk',
      ]),
    )
    expect(texts(letter, 'subject')).toEqual([])
    expect(texts(letter, 'signature')).toEqual(['Bjarne Andersen', 'Arbejdsmarkedschef'])
    expect(texts(letter, 'furniture')).toEqual(['8. august 2018', '2018-015032-2'])
  })

  it.each([
    ['m-lolland.txt', 'Manglende aktiv indsats for dagpengemodtagere i Lolland Kommune'],
    ['lolland.txt', 'Rettidig indsats for dagpengemodtagere – svar på dit brev af 1. oktober 2018'],
    ['lemvig.txt', 'Svar på henvendelse om manglende aktivering'],
    ['ringkoebing-skjern.txt', 'Vedr. aktiv indsats for dagpengemodtagere'],
    ['customs/struer.txt', 'Ad: Deres henvendelse af 12. august 2019'],
    ['customs/mail-thread.txt', 'Emne: SV: Redegørelse om rettidige samtaler (sag 2019-4410)'],
    ['customs/skive.md', 'Handleplan for samtaler'],
  ])('%s is about: %s', async (name, subject) =>
    expect(texts((await letters(name))[0] as LetterText, 'subject')).toEqual([subject]),
  )

  it.each([
    [
      'roskilde-2018-04-26.txt',
      [
        'Joy Mogensen',
        'Borgmester',
        'f / Bent Jørgensen',
        'Formand for Beskæftigelses- og Socialudvalget',
        'Peter Sidelmann',
        'Jobchef',
      ],
    ],
    [
      'hoeje-taastrup.txt',
      [
        'Niels Ulrik Strandgaard',
        'Borgmester',
        'e.b. Hanne Midtgaard Kofoed',
        'Kommunaldirektør',
        'Ole Brandstrup',
        'Arbejdsmarkedschef',
      ],
    ],
    ['lemvig.txt', ['Frode Kjærulff Damtoft', 'Borgmester']],
    [
      'vejen.txt',
      ['Dorthe Linnemann Krarup\tRasmus Højbo Skovgaard', 'Direktør for Børn og Kultur\tFamiliechef'],
    ],
    ['customs/odense-notat.txt', ['/Anne Mette Skov']],
  ])('%s is signed', async (name, lines) =>
    expect(texts((await letters(name))[0] as LetterText, 'signature')).toEqual(lines),
  )

  it.each([
    ['Med venlig hiIsen', 'Med venlig hiIsen'],
    ['De bedste hilsner,', 'De bedste hilsner,'],
    ['På byrådets vegne', 'På byrådets vegne'],
    ['Mvh.', 'Mvh.'],
  ])('closes with: %s', (line, closing) => {
    const letter = structure(`Kære minister\n\n${prose}\n\n${line}\n\nBo Lund\nJobchef\n`)
    expect(texts(letter, 'closing')).toEqual([closing])
    expect(texts(letter, 'signature')).toEqual(['Bo Lund', 'Jobchef'])
  })

  it('a name on the line of the closing words is a signature', () => {
    const letter = structure(`Kære minister\n\n${prose}\n\nVenlig hilsen, Ida Holm\nBorgmester\n`)
    expect(texts(letter, 'closing')).toEqual(['Venlig hilsen,'])
    expect(texts(letter, 'signature')).toEqual(['Ida Holm', 'Borgmester'])
  })

  it('a head in columns is a head', () => {
    const letter = structure(
      `Holstebro Kommune\n\nDato\tSagsnr.\tSagsbehandler\tDirekte tlf.\n07.03.2019\t15.20.00-P05-3-19\tDorte Kjær Bach\t96 11 75 40\n\nStyrelsen for Arbejdsmarked\n\n${prose}\n`,
    )
    expect(texts(letter, 'letterhead')).toHaveLength(4)
    expect(texts(letter, 'paragraph')).toEqual([prose])
  })

  it('a quoted older mail is one of its own', async () => {
    const [letter] = await letters('customs/mail-thread.txt')
    if (!letter) throw new Error('no letter')
    expect(texts(letter, 'quoted')[0]).toBe('-----Oprindelig meddelelse-----')
    expect(texts(letter, 'item')).toHaveLength(3)
    expect(texts(letter, 'closing')).toEqual(['Mvh'])
  })

  it('an attachment after the signature is structured as the body is', () => {
    const letter = structure(
      `Kære minister\n\n${prose}\n\nMed venlig hilsen\n\nIda Holm\nBorgmester\n\nBilag 1\n\nHandleplan\n\n- Vi ansætter to rådgivere.\n`,
    )
    expect(texts(letter, 'item')).toEqual(['Vi ansætter to rådgivere.'])
    expect(texts(letter, 'signature')).toEqual(['Ida Holm', 'Borgmester'])
  })
})

describe('the same letter in several forms', () => {
  it('as Markdown, as text in the bundle and as PDF has nearly the same text', async () => {
    const flow = (letter: LetterText | undefined) =>
      letter ? texts(letter, 'heading', 'paragraph', 'item', 'closing', 'signature') : []
    const markdown = flow((await letters('koege-2018-08-08.md'))[0])
    expect(markdown.length).toBeGreaterThan(20)
    expect(flow((await letters('orientering-2018-08-31.txt'))[4])).toEqual(markdown)
    expect(flow((await letters('pdf/koege.pdf'))[0])).toEqual(markdown)
    expect(flow((await letters('pdf/bundle.pdf'))[4])).toEqual(markdown)
  })

  it('Roskilde as text and as PDF has the same sentences', async () => {
    const text = (await letters('roskilde-2018-04-26.txt'))[0] as LetterText
    const pdf = (await letters('pdf/roskilde.pdf'))[0] as LetterText
    expect(texts(pdf, 'heading', 'paragraph', 'item')).toEqual(texts(text, 'heading', 'paragraph', 'item'))
    expect(find(text, 'Der er en sammenhæng').kind).toBe('item')
    expect(text.text).toContain(
      'Vi har derfor omprioriteret indsatsen og skabt plads for en opnormering blandt jobrådgiverne',
    )
  })
})

/** A text with its long lines broken at 80 characters, as a mail program or a typewriter would. */
function wrapped(text: string): string {
  const wrap = (line: string) =>
    line.includes('\t') ? line : line.replace(/(.{1,80})(?: |$)/g, '$1\n').replace(/\n$/, '')
  return text.split('\n').map(wrap).join('\n')
}

describe('a letter with its lines wrapped', () => {
  const flow = [
    'subject',
    'salutation',
    'heading',
    'paragraph',
    'item',
    'row',
    'closing',
    'signature',
  ] as const
  it.each(sampleLetters.filter((name) => /\.txt$/.test(name) && !/ringkoebing|customs/.test(name)))(
    '%s has the same blocks',
    async (name) => {
      const { pages } = await readSample(name)
      const blocks = (text: (page: Page) => string) =>
        splitLetters(pages.map((page) => ({ number: page.number, text: text(page) }))).map(({ lines }) =>
          texts(structureLetter(lines), ...flow),
        )
      expect(blocks((page) => wrapped(page.text))).toEqual(blocks((page) => page.text))
    },
  )
})

/** What the schema promises of every letter text. */
function expectSound(letter: LetterText, pages: Page[]) {
  const pageText = new Map(pages.map(({ number, text }) => [number, text]))
  const mapped = new Array<boolean>(letter.text.length).fill(false)
  let last = 0
  for (const { start, end, page, offset } of letter.segments) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(letter.text.slice(start, end)).toBe(pageText.get(page)?.slice(offset, offset + end - start))
    mapped.fill(true, start, end)
    last = end
  }
  for (let at = 0; at < mapped.length; at++) if (!mapped[at]) expect(letter.text[at]).toMatch(/\s/)
  expect(letter.blocks.map((block) => textOf(letter, block)).join('\n')).toBe(letter.text)
  letter.blocks.forEach((block, at) => {
    expect(textOf(letter, block)).not.toMatch(/\n/)
    for (const related of [block.parent, block.heading, block.header])
      if (related !== null) expect(related).toBeLessThan(at)
    for (const cell of block.cells) {
      expect(cell.start).toBeGreaterThanOrEqual(block.span.start)
      expect(cell.end).toBeLessThanOrEqual(block.span.end)
    }
  })
}

describe('every letter text', () => {
  it.each(sampleLetters)('%s leads back to its pages', async (name) => {
    const { pages } = await readSample(name)
    for (const { lines } of splitLetters(pages)) expectSound(structureLetter(lines), pages)
  })

  it('holds all words of its pages', async () => {
    for (const name of sampleLetters) {
      const { pages } = await readSample(name)
      const words = (text: string) => text.replace(/[\s\-*#<>]+/g, '')
      for (const { lines } of splitLetters(pages)) {
        const letter = structureLetter(lines)
        const markers = letter.blocks.map(({ marker }) => words(marker ?? '')).join('')
        const sorted = (text: string) => [...text].sort().join('')
        expect(sorted(words(letter.text) + markers)).toBe(
          sorted(words(lines.map(({ text }) => text).join(' '))),
        )
      }
    }
  })

  it('is sound for any lines', () => {
    const piece = fc.constantFrom(
      'Vi har ansat to',
      'Med venlig hilsen',
      'Kære minister',
      '- ',
      '1. ',
      '  ',
      '\t',
      '**',
      '*x*',
      'Tlf. 12 34 56 78',
      '8. august 2018',
      'samarbejds-',
      'aftale.',
      'Side 2/3',
      '\f',
      'Ida Holm',
      '4600 Køge',
      '\u00a0',
      '\u00ad',
      '> ',
      'Fra: a',
      '# ',
      ':',
      'og',
      '<https://a.dk>',
    )
    const line = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (any) => {
        const pages = pagesOf(any.join('\n'))
        for (const { lines } of splitLetters(pages)) expectSound(structureLetter(lines), pages)
      }),
      { numRuns: 300 },
    )
  })
})
