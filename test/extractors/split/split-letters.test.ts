import { describe, expect, it } from 'vitest'
import { splitLetters } from '../../../extractors/split/split-letters.ts'
import { pagesOf } from '../../../pipeline/read/text.ts'
import { readSample, sampleLetters } from '../sample-letters.ts'

const split = (text: string) => splitLetters(pagesOf(text))
/** The first line of each letter that holds something. */
const firstLines = (text: string) =>
  split(text).map(({ lines }) => lines.find((line) => line.text.trim() !== '')?.text.trim())

const prose =
  'Vi har i løbet af foråret gennemgået alle sager, og det står klart, at fristerne ikke er overholdt i tilstrækkelig grad. Kommunen har derfor ansat to jobrådgivere, som begynder den 1. maj 2019, og ledelsen følger hver uge op på de sager, der mangler en samtale eller et tilbud. Det er vores forventning, at loven er overholdt ved udgangen af 2019.'
const head = (name: string, date: string) =>
  `${name} Kommune\nRådhuspladsen 1\n4000 ${name}\n\nBeskæftigelsesministeren\nHolmens Kanal 20\n1060 København K\n\n${date}\nSagsnr. 19/${name.length}112`
const letter = (name: string, date: string) =>
  `${head(name, date)}\n\nKære minister\n\n${prose}\n\nMed venlig hilsen\n\nIda Holm\nBorgmester\n`

describe('files with one letter', () => {
  it.each(sampleLetters.filter((name) => !/orientering|bundle/.test(name)))('%s', async (name) => {
    const letters = splitLetters((await readSample(name)).pages)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.uncertain).toBeNull()
  })

  const one: [string, string][] = [
    [
      'two signers, each with closing words',
      `Kære minister\n\n${prose}\n\nVenlig hilsen\n\nIda Holm\nBorgmester\n\nVenlig hilsen\n\nBo Lund\nJobchef\n`,
    ],
    [
      'closing words twice in a row',
      `Kære minister\n\n${prose}\n\nVenlig hilsen\n\nVenlig hilsen\n\n\nIda Holm\nBorgmester\n\n\nf / Bo Lund\nFormand for Social-\nog Jobudvalget\n`,
    ],
    [
      'a margin block in its middle',
      `Kære minister\n\n${prose}\n\nJob og Borger\n\nDato 06-07-2019\n\nHolbæk Kommune\nKanalstræde 2\n4300 Holbæk\n\nTlf. 7236 3636\nwww.holbaek.dk\n\nSag 19/6995\n\n${prose}\n\nMed venlig hilsen\n\nIda Holm\nBorgmester\n`,
    ],
    [
      'an attachment after the signature',
      `${letter('Holbæk', '3. maj 2019')}\nBilag 1: Handleplan\n\nHandleplan for samtaler\n\n${prose}\n\n- To ansættes\n- Fire flyttes\n`,
    ],
    [
      'an attachment with its own page and title',
      `${letter('Holbæk', '3. maj 2019')}\fHandleplan for samtaler\n\n${prose}\n\n${prose}\n`,
    ],
    [
      'opening hours after the signature',
      `${letter('Holbæk', '3. maj 2019')}\n\nÅbningstider: Mandag-onsdag kl. 9.30-15.00, torsdag kl. 9.30-17.00\nTelefon 72 36 36 36 · post@holb.dk · CVR-nr. 29 18 99 27\n`,
    ],
    ['a postscript', `${letter('Holbæk', '3. maj 2019')}\nP.S. ${prose}\n`],
    [
      'image captions among the signatures',
      `${letter('Holbæk', '3. maj 2019')}\nA handwritten signature in blue ink, appearing to be 'Bo Lund', on a light blue background.\n\nBo Lund\nKommunaldirektør\n`,
    ],
    [
      'a sentence of the letter with a date and a list',
      `Kære Mette\n\n${prose}\n\nDen 18. januar 2019 skrev jeg derfor til de tre kommuner og bad dem redegøre for:\n\n- hvornår loven er overholdt\n\nVenlig hilsen\nIda Holm\n`,
    ],
    [
      'a quoted older mail',
      `Kære Mette\n\n${prose}\n\nMvh\n\nIda Holm\n\nFra: Mette Lund\nSendt: 3. maj 2019 10:15\nTil: Ida Holm\nEmne: Redegørelse\n\nKære Ida\n\n${prose}\n\nVenlig hilsen\n\nMette Lund\nFuldmægtig\n`,
    ],
    [
      'a quoted older mail behind a mark',
      `Kære Mette\n\n${prose}\n\nMvh\n\nIda Holm\n\n-----Oprindelig meddelelse-----\nKære Ida\n\n${prose}\n\nVenlig hilsen\n\nMette Lund\n`,
    ],
    [
      'a mail quoted with angle brackets',
      `Kære Mette\n\n${prose}\n\nMvh\nIda Holm\n\nDen 3. maj 2019 skrev Mette Lund:\n> Kære Ida\n>\n> ${prose}\n>\n> Venlig hilsen\n> Mette Lund\n`,
    ],
    [
      'a quoted letter to citizens in its middle',
      `Kære minister\n\n${prose}\n\nVi skriver sådan til de ledige:\n\nKære borger\n\nDu skal møde til samtale. ${prose}\n\n${prose}\n\nMed venlig hilsen\n\nIda Holm\nBorgmester\n`,
    ],
    [
      'the contact block after its salutation',
      `Holbæk Kommune\n\nKære minister\n\nHolbæk Rådhus\nKanalstræde 2\n4300 Holbæk\n\nTlf. 72 36 36 36\n\nKontakt:\nBo Lund\nbolu@holb.dk\n\n${prose}\n\nMed venlig hilsen\n\nIda Holm\nBorgmester\n`,
    ],
    [
      'running heads with date and case number',
      `${letter('Holbæk', '3. maj 2019').replace(prose, `${prose}\n\n3. maj 2019\n\n2019-015032-2\n\n${prose}`)}`,
    ],
    [
      'a plan without salutation, closing and signature',
      `Beskæftigelsesplan 2019\n\nHolbæk Kommune\n\nINDLEDNING\n\n${prose}\n\nMål\n\n${prose}\n`,
    ],
    ['no letter at all', 'Indkøb\n\n- mælk\n- rugbrød\n'],
  ]
  it.each(one)('%s', (_, text) => expect(split(text)).toHaveLength(1))
})

describe('the bundle', () => {
  it.each(['orientering-2018-08-31.txt', 'pdf/bundle.pdf'])('%s holds eleven letters', async (name) => {
    const letters = splitLetters((await readSample(name)).pages)
    expect(letters).toHaveLength(11)
    const texts = letters.map(({ lines }) => lines.map((line) => line.text).join('\n'))
    // the minister's letters and the statements take turns, each with its own head
    const statements = [2, 4, 6, 8, 10]
    // the margin block of a PDF's first page comes before what stands beside it
    texts.forEach((text, at) => {
      if (at === 0) expect(text).toContain('Kære medlemmer af Beskæftigelsesudvalget')
      else if (statements.includes(at)) expect(text).not.toContain('Kære borgmester')
      else expect(text.trim()).toMatch(/^(?:(?!Kære)[\s\S]){0,300}Til borgmester[\s\S]*Kære borgmester/)
    })
    expect(texts[2]?.trim().slice(0, 250)).toMatch(/^(?:(?!Til borgmester)[\s\S])*bm@bm\.dk/)
    expect(texts[4]).toContain('8. august 2018')
    expect(texts[6]).toContain('Sagsnr. 18/1199')
    expect(texts[8]).toContain('15.00.00-A26-2-18')
    expect(texts[10]).toContain('5. juli 2018')
  })
})

describe('files with several letters', () => {
  it('letters one after the other', () => {
    const text = [
      letter('Holbæk', '3. maj 2019'),
      letter('Assens', '8. maj 2019'),
      letter('Tønder', '9. maj 2019'),
    ].join('\n\n')
    expect(firstLines(text)).toEqual(['Holbæk Kommune', 'Assens Kommune', 'Tønder Kommune'])
  })

  it('letters on pages of their own, the last one begun on its page without closing before it', () => {
    const open = `${head('Assens', '8. maj 2019')}\n\nKære minister\n\n${prose}\n`
    const text = [letter('Holbæk', '3. maj 2019'), open, letter('Tønder', '9. maj 2019')].join('\f')
    expect(firstLines(text)).toEqual(['Holbæk Kommune', 'Assens Kommune', 'Tønder Kommune'])
  })

  it('opening hours stay with the letter above them', () => {
    const text = `${letter('Holbæk', '3. maj 2019')}\nÅbningstider: Mandag-onsdag kl. 9.30-15.00, torsdag kl. 9.30-17.00\n\n\n${letter('Assens', '8. maj 2019')}`
    expect(firstLines(text)).toEqual(['Holbæk Kommune', 'Assens Kommune'])
  })

  it('an attachment stays with the letter above it', () => {
    const text = `${letter('Holbæk', '3. maj 2019')}\nBilag 1: Samtaleplan\n\n${letter('Assens', '8. maj 2019')}`
    expect(firstLines(text)).toEqual(['Holbæk Kommune', 'Assens Kommune'])
  })

  it('a letter without salutation is known by its head', () => {
    const text = `${letter('Holbæk', '3. maj 2019')}\n\n\n8. maj 2019\n\nRedegørelse for samtaler i Assens Kommune\n\n${prose}\n`
    expect(firstLines(text)).toEqual(['Holbæk Kommune', '8. maj 2019'])
  })

  it('a letter after one without closing words is uncertain', () => {
    const open = `${head('Holbæk', '3. maj 2019')}\n\nKære minister\n\n${prose}\n\n\nIda Holm\nBorgmester\n\n\n`
    const letters = split(`${open}${letter('Assens', '8. maj 2019')}`)
    expect(letters).toHaveLength(2)
    expect(letters[1]?.lines[0]?.text).toBe('Assens Kommune')
    expect(letters[1]?.uncertain).toMatch(/ingen afsluttende hilsen/)
  })

  it('a mail of another sender below an older letter, in a bundle under a later one', () => {
    const mail = `From: Ida Holm <ih@stevns.dk>\nSent: Friday, May 28, 2021 11:17 AM\nTo: Bo Lund\nSubject: SV: Rykker\n\nKære Bo\n\n${prose}\n\nMvh\n\nIda Holm\n`
    const older = `From: Bo Lund\nSent: Tuesday, May 25, 2021 9:02 AM\nTo: Ida Holm\nSubject: Rykker\n\nKære Ida\n\n${prose}\n\nMvh\n\nBo Lund\n`
    const first = letter('Holbæk', '17. juni 2021')
    const second = letter('Assens', '12. maj 2021')
    expect(firstLines(`${first}\n\n${second}\n\n${mail}\n${older}`)).toEqual([
      'Holbæk Kommune',
      'Assens Kommune',
      'From: Ida Holm <ih@stevns.dk>',
    ])
  })

  it('mails, the later one below', () => {
    const mail = (from: string, day: string) =>
      `Fra: ${from}\nSendt: ${day} 10:15\nTil: bm@bm.dk\nEmne: Redegørelse\n\nKære Mette\n\n${prose}\n\nMvh\n\n${from}\n`
    expect(firstLines(`${mail('Ida Holm', '3. maj 2019')}\n${mail('Bo Lund', '9. maj 2019')}`)).toEqual([
      'Fra: Ida Holm',
      'Fra: Bo Lund',
    ])
  })
})

it('loses no line and makes none up', async () => {
  for (const name of sampleLetters) {
    const { pages } = await readSample(name)
    const lines = splitLetters(pages).flatMap((one) => one.lines)
    for (const page of pages)
      expect(
        lines
          .filter((line) => line.page === page.number)
          .map((line) => line.text)
          .join('\n'),
      ).toBe(page.text)
    for (const line of lines) {
      const page = pages.find(({ number }) => number === line.page)
      expect(page?.text.slice(line.offset, line.offset + line.text.length)).toBe(line.text)
    }
  }
})
