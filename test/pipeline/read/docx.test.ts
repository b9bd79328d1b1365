import { describe, expect, it } from 'vitest'
import { type ScoreSet, scoreSet } from '../../score/sets.ts'
import { madeDocx, paragraph, wordPart, wordRelations } from './made-files.ts'
import { openAll, textOf } from './opened.ts'

const read = (body: string, more = {}) => textOf('brev.docx', madeDocx(body, more))
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`
const ruled = '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
const textBox = (inside: string) => `<w:txbxContent>${inside}</w:txbxContent>`
const [long, prose] = [
  'Vi har i forvaltningen gennemgået alle sager og ansætter derfor to jobkonsulenter til foråret.',
  'Indsatsen følges op hver måned i udvalget, og resultaterne forelægges borgmesteren til orientering.',
]

describe('paragraphs', () => {
  it.each<[string, string, string]>([
    ['prose stands apart', paragraph(long) + paragraph(prose), `${long}\n\n${prose}\n`],
    [
      'lines of an address do not',
      paragraph('Køge Rådhus') + paragraph('Torvet 1'),
      'Køge Rådhus\nTorvet 1\n',
    ],
    [
      'an empty paragraph parts them',
      paragraph('Køge Rådhus') + paragraph('') + paragraph('Torvet 1'),
      'Køge Rådhus\n\nTorvet 1\n',
    ],
    ['runs are one text', `<w:p>${run('Vi ansæt')}${run('ter to.')}</w:p>`, 'Vi ansætter to.\n'],
    ['bold lines have stars', `<w:p>${run('Nye indsatser', '<w:b/>')}</w:p>`, '**Nye indsatser**\n'],
    ['bold that is switched off', `<w:p>${run('Nye', '<w:b w:val="0"/>')}</w:p>`, 'Nye\n'],
    [
      'breaks, tabs, hyphens',
      '<w:p><w:r><w:t>Dato</w:t><w:tab/><w:t>8. maj</w:t><w:br/><w:t>a</w:t><w:noBreakHyphen/><w:t>kasse</w:t><w:softHyphen/></w:r></w:p>',
      'Dato\t8. maj\na-kasse\n',
    ],
    [
      'tab stops are no tabs',
      paragraph('Kære minister', '<w:tabs><w:tab w:val="left" w:pos="700"/></w:tabs>'),
      'Kære minister\n',
    ],
    [
      'deleted text, field codes and hidden text are left out, inserted text stays',
      `<w:p><w:del>${run('tre')}</w:del><w:ins>${run('to ')}</w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>${run('nu')}${run('skjult', '<w:vanish/>')}</w:p>`,
      'to nu\n',
    ],
    [
      'content controls and links',
      `<w:sdt><w:sdtContent><w:p><w:hyperlink r:id="x">${run('www.koege.dk')}</w:hyperlink></w:p></w:sdtContent></w:sdt>`,
      'www.koege.dk\n',
    ],
    [
      'a page break',
      `${paragraph('et')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${paragraph('to')}`,
      'et\n\fto\n',
    ],
    [
      'pages of the last print: a paragraph belongs to the one it begins on',
      `<w:p>${run('et')}<w:r><w:lastRenderedPageBreak/></w:r>${run(' halvt')}</w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r>${run('tre')}</w:p>`,
      'et halvt\n\f\ftre\n',
    ],
    [
      'the new form of a drawing, not the old one as well',
      `<w:p><w:r><mc:AlternateContent><mc:Choice>${textBox(paragraph('boks'))}</mc:Choice><mc:Fallback>${textBox(paragraph('boks'))}</mc:Fallback></mc:AlternateContent></w:r>${run('efter')}</w:p>`,
      'boks\n\nefter\n',
    ],
    [
      'a text box in the middle of a sentence stands before it',
      `${paragraph('før')}<w:p>${run('Vi ')}<w:r>${textBox(paragraph('Sagsnr. 1'))}</w:r>${run('handler.')}</w:p>`,
      'før\n\nSagsnr. 1\n\nVi handler.\n',
    ],
  ])('%s', async (_, body, text) => {
    expect(await read(body)).toBe(text)
  })
})

describe('tables', () => {
  it.each<[string, string, string]>([
    [
      'a row is a line; a cell of several paragraphs is one',
      `<w:tbl>${ruled}${row(paragraph('Indsats'), paragraph('Frist'))}${row(paragraph('Ny') + paragraph('leder'), paragraph('1. maj'))}</w:tbl>`,
      'Indsats\tFrist\nNy leder\t1. maj\n',
    ],
    [
      'columns stay under their heads',
      `<w:tbl>${ruled}${row(`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('Mål')}`, paragraph('Frist'))}${row(paragraph('a'), '<w:p/>', paragraph('c'))}</w:tbl>`,
      'Mål\t\tFrist\na\t\tc\n',
    ],
    [
      'a letterhead in two columns',
      `<w:tbl>${row(paragraph('Ministeriet') + paragraph('Ved Stranden 8'), paragraph('Dato: 8. maj') + paragraph('Sagsnr. 1'))}</w:tbl>`,
      'Ministeriet\nVed Stranden 8\nDato: 8. maj\nSagsnr. 1\n',
    ],
    [
      'a letterhead in two columns, its lines broken inside paragraphs, with lines around it',
      `<w:tbl>${ruled}${row('<w:p><w:r><w:t>Ministeriet</w:t><w:br/><w:t>Ved Stranden 8</w:t></w:r></w:p>', '<w:p><w:r><w:t>Dato: 8. maj</w:t><w:br/><w:t>Sagsnr. 1</w:t></w:r></w:p>')}</w:tbl>`,
      'Ministeriet\nVed Stranden 8\nDato: 8. maj\nSagsnr. 1\n',
    ],
    [
      'signatures side by side',
      `<w:tbl>${row(paragraph('Joy Mogensen'), paragraph('Bent Jørgensen'))}${row(paragraph('Borgmester'), paragraph('Formand for Beskæftigelses-') + paragraph('og Socialudvalget'))}</w:tbl>`,
      'Joy Mogensen\tBent Jørgensen\nBorgmester\tFormand for Beskæftigelses- og Socialudvalget\n',
    ],
    [
      'a table in a cell',
      `<w:tbl>${ruled}${row(`<w:tbl>${ruled}${row(paragraph('1'), paragraph('2'))}</w:tbl>`, paragraph('3'))}</w:tbl>`,
      '1 2\t3\n',
    ],
  ])('%s', async (_, body, text) => {
    expect(await read(body)).toBe(text)
  })
})

const numbering = wordPart(
  'numbering',
  ['bullet:•', 'decimal:%1.', 'lowerLetter:%1)', 'upperRoman:%1.']
    .map((level, id) => {
      const [format, text] = level.split(':')
      const levels = [
        `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>',
      ]
      return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
    })
    .join('') +
    [0, 1, 2, 3].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`).join('') +
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>',
)
const styles = wordPart(
  'styles',
  '<w:style w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:styleId="Punkt"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:styleId="Punkt2"><w:basedOn w:val="Punkt"/></w:style>' +
    '<w:style w:styleId="Rund"><w:basedOn w:val="Rund"/></w:style>',
)
const listed = (list: number, text: string, level = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

describe('lists and headings', () => {
  const parts = {
    ...wordRelations(['a', 'numbering', 'numbering.xml'], ['b', 'styles', '/word/styles.xml']),
    'word/numbering.xml': numbering,
    'word/styles.xml': styles,
  }
  it.each<[string, string, string]>([
    ['bullets', listed(1, 'Et') + listed(1, 'To'), '- Et\n- To\n'],
    ['numbers', listed(2, 'Et') + listed(2, 'To'), '1. Et\n2. To\n'],
    [
      'levels count anew under each item',
      listed(2, 'Et') + listed(2, 'A', 1) + listed(2, 'B', 1) + listed(2, 'To') + listed(2, 'C', 1),
      '1. Et\n  1.1 A\n  1.2 B\n2. To\n  2.1 C\n',
    ],
    ['letters', listed(3, 'Et') + listed(3, 'To'), 'a) Et\nb) To\n'],
    [
      'Roman numbers',
      [1, 2, 3, 4].map((n) => listed(4, `P${n}`)).join(''),
      'I. P1\nII. P2\nIII. P3\nIV. P4\n',
    ],
    ['a list that begins at seven', listed(5, 'Et'), '7. Et\n'],
    ['a list that is not there', listed(9, 'Et'), 'Et\n'],
    [
      'a style with bullets, also in one based on it',
      paragraph('Et', '<w:pStyle w:val="Punkt2"/>'),
      '- Et\n',
    ],
    [
      'a paragraph taken out of the list of its style',
      paragraph('Et', '<w:pStyle w:val="Punkt"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      'Et\n',
    ],
    ['a style based on itself', paragraph('Et', '<w:pStyle w:val="Rund"/>'), 'Et\n'],
    [
      'headings',
      paragraph('Mål', '<w:pStyle w:val="Overskrift1"/>') + paragraph('Vi vil.'),
      '# Mål\n\nVi vil.\n',
    ],
    [
      'an item broken in two by a conversion',
      listed(1, 'Vi ansætter en ') +
        listed(1, 'leder til maj.') +
        listed(1, 'Vi følger op.') +
        listed(1, 'Vi ser på det.'),
      '- Vi ansætter en leder til maj.\n- Vi følger op.\n- Vi ser på det.\n',
    ],
    ['items in lower case', listed(1, 'samtaler') + listed(1, 'tilbud'), '- samtaler\n- tilbud\n'],
  ])('%s', async (_, body, text) => {
    expect(await read(body, parts)).toBe(text)
  })
})

describe('footnotes and endnotes', () => {
  const note = (kind: string, id: number, text: string, type = '') =>
    `<w:${kind} w:id="${id}"${type}>${paragraph(text)}</w:${kind}>`
  const parts = {
    ...wordRelations(['n1', 'footnotes', 'footnotes.xml'], ['n2', 'endnotes', 'endnotes.xml']),
    'word/footnotes.xml': wordPart(
      'footnotes',
      note('footnote', 0, 'Streg', ' w:type="separator"') +
        note('footnote', 2, 'Ordningen evalueres senest den 1. oktober 2023.'),
    ),
    'word/endnotes.xml': wordPart('endnotes', note('endnote', 2, 'Se bilag 1.')),
  }
  const mark = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
  const withMarks = (text: string, ...marks: string[]) =>
    paragraph(text).replace('</w:p>', `${marks.join('')}</w:p>`)

  it('stand behind the paragraph that refers to them, once', async () => {
    const body =
      withMarks(long, mark('footnote', 2), mark('endnote', 2)) + withMarks(prose, mark('footnote', 2))
    expect(await read(body, parts)).toBe(
      `${long}\n\nOrdningen evalueres senest den 1. oktober 2023.\n\nSe bilag 1.\n\n${prose}\n`,
    )
  })

  it('stand below the table that refers to them', async () => {
    const table = `<w:tbl>${ruled}${row(withMarks('Prøveordning', mark('footnote', 2)), paragraph('1. maj'))}${row(paragraph('Kursus'), paragraph('2. maj'))}</w:tbl>`
    expect(await read(table, parts)).toBe(
      'Prøveordning\t1. maj\nKursus\t2. maj\n\nOrdningen evalueres senest den 1. oktober 2023.\n',
    )
  })

  it('what nothing refers to, or the file lacks, is left out', async () => {
    expect(await read(withMarks(long, mark('footnote', 0), mark('footnote', 9)), parts)).toBe(`${long}\n`)
    expect(await read(withMarks(long, mark('footnote', 2)))).toBe(`${long}\n`)
  })
})

describe('headers and footers', () => {
  const parts = {
    ...wordRelations(
      ['h1', 'header', 'header1.xml'],
      ['h2', 'header', 'header2.xml'],
      ['f1', 'footer', 'footer1.xml'],
    ),
    'word/header1.xml': wordPart('hdr', paragraph('Dato 8. maj 2018')),
    'word/header2.xml': wordPart('hdr', paragraph('Dato 8. maj 2018') + paragraph('Sagsnr. 12')),
    'word/footer1.xml': wordPart('ftr', paragraph('Torvet 1, 4600 Køge')),
  }
  const frame = (...ids: string[]) =>
    `<w:sectPr>${ids.map((id) => `<w:${id.startsWith('h') ? 'header' : 'footer'}Reference r:id="${id}"/>`).join('')}</w:sectPr>`

  it('stand before and after the text, each once', async () => {
    const body = paragraph(long) + frame('h1', 'h2', 'f1')
    expect(await read(body, parts)).toBe(`Dato 8. maj 2018\nSagsnr. 12\n\n${long}\n\nTorvet 1, 4600 Køge\n`)
  })

  it('stand before the section that has them', async () => {
    const first = `<w:p><w:pPr>${frame('f1')}</w:pPr>${run('Et.')}</w:p>`
    expect(await read(`${first}${paragraph('To.')}${frame('h1')}`, parts)).toBe(
      'Et.\n\nTorvet 1, 4600 Køge\n\nDato 8. maj 2018\n\nTo.\n',
    )
  })
})

describe('what cannot be read', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['pictures only', madeDocx('<w:p><w:r><w:drawing/></w:r></w:p>'), /no text, only pictures/],
    ['broken XML', madeDocx('', { 'word/document.xml': '<w:document><w:body>' }), /Word file is broken/],
    ['no document', madeDocx('', { 'word/document.xml': '' }), /broken/],
    [
      'entities',
      madeDocx('', {
        'word/document.xml': `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${wordPart('document', paragraph('&b;'))}`,
      }),
      /declares entities/,
    ],
    [
      'an entity from outside',
      madeDocx('', {
        'word/document.xml': `<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>${wordPart('document', paragraph('&a;'))}`,
      }),
      /declares entities/,
    ],
  ])('%s', async (_, bytes, reason) => {
    expect(await openAll('brev.docx', bytes)).toMatchObject([{ refused: expect.stringMatching(reason) }])
  })

  it('more XML than the limit', async () => {
    const bytes = madeDocx(paragraph('Vi vil. '.repeat(500)))
    expect(await openAll('brev.docx', bytes, { xmlBytes: 1000 })).toMatchObject([
      { refused: expect.stringMatching(/too big: .* of text and layout/) },
    ])
  })

  it('what lies outside the file is not asked for', async () => {
    const parts = wordRelations(
      ['h1', 'header', 'http://127.0.0.1:9/header.xml'],
      ['s', 'styles', 'http://127.0.0.1:9/styles.xml'],
    )
    const body = `${paragraph('Kære minister')}<w:sectPr><w:headerReference r:id="h1"/></w:sectPr>`
    expect(await read(body, parts)).toBe('Kære minister\n')
  })

  it('elements in each other: some hundred are read, thirty thousand refused', async () => {
    const deep = (levels: number) =>
      `<w:p>${'<w:smartTag>'.repeat(levels)}${run('dybt')}${'</w:smartTag>'.repeat(levels)}</w:p>`
    expect(await read(deep(900))).toBe('dybt\n')
    await expect(read(deep(3e4))).rejects.toThrow('its parts lie more than 1000 deep in each other')
  })
})

it('a letter in Word has the figures of its text', async () => {
  const figures = async (letters: string[]): Promise<Record<string, Record<string, number | null>>> => {
    const set: ScoreSet = {
      name: letters.join(),
      letters,
      annotations: 'test/gold',
      only: ['koege', 'roskilde'],
    }
    return JSON.parse((await scoreSet(set, ['--json'])).printed)
  }
  const [word, text] = [await figures(['test/letters/docx']), await figures(['data/letters'])]
  expect(word.letters?.found).toBe(2)
  for (const group of ['commitments', 'times', 'every', 'signatories', 'caseNumbers', 'refersTo'])
    for (const [name, value] of Object.entries(text[group] ?? {}))
      if (value !== null && value <= 1)
        expect(Math.abs((word[group]?.[name] ?? 0) - value), `${group} ${name}`).toBeLessThanOrEqual(0.01)
})
