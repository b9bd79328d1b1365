import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../../extractors/language/sentences.ts'

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('a text that is one sentence', () => {
  it.each([
    // ordinals and dates
    'Den 1. marts 2018 begynder forløbet.',
    'Den 1. Marts 2018 begynder forløbet.',
    'Initiativerne er fuldt implementeret i løbet af 3. kvartal 2018.',
    'Tallene for 2. halvår 2018 foreligger i marts.',
    'Alle forsikrede ledige tilbydes allerede i 8. ledighedsuge at deltage.',
    'De sidste samtaler holdes den 24.-25. marts og den 5. maj 2020.',
    'Sagerne gennemgås i perioden 1.-15. november 2018 af et hold på seks.',
    'Ved det fyldte 18. år skifter de unge rådgiver.',
    'Brevet er dateret 09.07.2018 og modtaget 11.07.2018.',
    'Borgere henvises til indsats under 1. samtale og igen under 3. samtale.',
    'Der følges op hver 14. dag på alle sager.',
    'Det 2. af 2 forløb afholdes i efteråret.',
    // law
    'Samtalerne holdes efter § 16 a, stk. 1, i loven.',
    'Det følger af LBK nr. 1342 af 20. november 2016 § 16a, stk. 1, nr. 2, at der holdes samtaler.',
    'Kravet står i servicelovens § 148, jf. lovbekendtgørelse nr. 798 af 7. august 2019.',
    'Se kap. 4, § 3, stk. 2, litra a.',
    // abbreviations that something follows
    'Det sker bl.a. ved hjælp af jobklubber.',
    'Vi skriver bl.a. Jobcenter Hillerød på listen.',
    'Vi er bagud ift. Køge og Stevns.',
    'Sagen er oversendt mhp. Ankestyrelsens behandling.',
    'Det gælder hhv. Stevns og Solrød.',
    'Ca. 50 personer deltager, f.eks. unge.',
    'Rykket pr. 1. juli 2018 til jobcentret.',
    'Fra pr. Januar at regne.',
    'Kontakt evt. vores sagsbehandler.',
    'Tlf. 46 31 66 59, dir. tlf. 46 31 66 60.',
    'J.nr. 2018 - 3729, sagsnr. 304062 og dok.nr. 17.',
    'Ifølge ref. Hansen er sagen lukket.',
    'Udgiften er på ca. 2,6 mio. kr. i alt.',
    'Faldet er på 4,2 pct. om året.',
    'Andelen steg med 0,8 pct. samtidig med antallet.',
    'Der holdes møde kl. 9.30 på rådhuset.',
    'Der er åbent kl. 9.30-15.00, torsdag kl. 9.30-17.00.',
    'Det er Skt. Hans, der er tale om, jfr. Borgmesterens brev.',
    'Der arbejdes med a-kasser, kommuner m.fl. om opgaven.',
    'Det gælder sygdom, orlov mv. i perioden.',
    'Vi har købt mentorer, kurser osv. til formålet.',
    'Det er besluttet m.h.b. på en løsning.',
    // initials
    'Brevet er underskrevet af Birgitte N. Lundgren og Jens P. Ive.',
    'Underskrevet af J. P. Hansen for kommunen.',
    // dots inside words
    'Af jobindsats.dk fremgår, at passivandelen falder.',
    'Se www.star.dk/om-styrelsen/publikationer/2018 for mere.',
    'Skriv til bm@bm.dk senest fredag.',
    'Kontoen 05.46.60 er på 11.559.035 kr. for året.',
    'Udgiften er 800.000 kr. til kurser.',
    // quotations, parentheses, semicolons
    'Spørgsmålet ”Hvem har ansvaret? Og hvornår?” er besvaret.',
    'Vi oplyser (jf. bilag 1. Se også bilag 2.) følgende.',
    'Forløbet ”Klar. Parat. Job.” udbydes igen.',
    'Vi har ansat to; de begynder den 1. maj; derefter følger tre.',
    '”Hvordan vil kommunen følge op? Det forudsættes, at byrådet inddrages.”',
    'Han spurgte: "Hvornår?" og fik svar.',
    'Det sker i et »tæt. nært. godt« samarbejde.',
    // headings and items
    '4. Hvad der er gjort',
    'Spor I. Kapacitet',
    'Jobsamtale 1 (afholdes inden uge 4)',
    'Fremadrettede konkrete initiativer',
    '1. En straksafklaring af borgerens situation.',
  ])('%s', (text) => expect(sentences(text)).toEqual([text]))
})

describe('a text of several sentences', () => {
  it.each<[string[]]>([
    [['Der er behov for tiltag i budget 2019.', 'Vi følger op.']],
    [['Vi vil under 5 pct.', 'Vi vil det i maj.']],
    [['Der er afsat 2,6 mio. kr.', 'Pengene bruges i 2019.']],
    [['Andelen er 52 pct.', '29 af dem har fået et tilbud.']],
    [['Det gælder kurser, praktik m.v.', 'Det er besluttet.']],
    [['Vi samarbejder med a-kasser m.fl.', 'De er positive.']],
    [['Det sker i uge 4.', 'Jobcentret følger op.']],
    [['Det er sket siden 2018.', '19 sager er lukket.']],
    [['Her ses Birgitte N. Lundgren.', 'Hun er direktør.']],
    [['Hvornår er vi i mål?', 'Det er vi i maj.']],
    [['Det haster!', 'Vi går i gang.']],
    [['Svaret var: ”Det når vi i november.”', 'Det nåede vi ikke.']],
    [['Du skriver: "Jeg finder det ikke acceptabelt."', 'Planen er vedlagt.']],
    [['Det er sket (se bilag 1).', 'Derefter gik det bedre.']],
    [['Det fremgår af jobindsats.dk.', 'Vi følger tallene.']],
    [['Kravet står i § 16 a, stk. 1.', 'Det er opfyldt.']],
    [['Vi henviser under 1. samtale.', 'Borgere mellem 30 og 50 år venter.']],
    [['Det er nået …', 'Mere kommer.']],
    [['Vi ansætter to.', '– Og vi flytter fire.']],
    [['Planen er klar.', '(Den er vedlagt.)']],
    [['Ja, der er tilført ressourcer.', 'Økonomiudvalget bevilgede den 22. november to stillinger.']],
    [['De er ringet op i uge 2 og 3.', '96 af dem har fået en tid.']],
    [['Forløbet slutter i uge 26.', '12 borgere deltager.']],
    [['Se side 4.', '3 af målene er nået.']],
    [['Målet er nået i 3. kvartal.', 'I 4. kvartal følger resten.']],
  ])('%j', (expected) => expect(sentences(expected.join(' '))).toEqual(expected))

  it('ends a sentence at a line end', () => {
    expect(sentences('Nye indsatser\nVi har ansat to. De er begyndt.\n\nControlling')).toEqual([
      'Nye indsatser',
      'Vi har ansat to.',
      'De er begyndt.',
      'Controlling',
    ])
  })
})

describe('for any text', () => {
  const piece = fc.constantFrom(
    'Vi har',
    'den 1.',
    'pct.',
    '. ',
    '? ',
    'marts',
    ' ',
    '\n',
    '(',
    ')',
    '"',
    '”',
    'Å',
    'bl.a.',
    '§',
    '3',
    ', og',
    'N.',
  )
  const text = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 40 })
    .map((parts) => parts.join(''))

  it('the spans are ordered, disjoint, without outer space, and hold all that is no space', () => {
    fc.assert(
      fc.property(text, (any) => {
        let at = 0
        let held = ''
        for (const { start, end } of splitSentences(any)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(any.slice(start, end).trim()).toBe(any.slice(start, end))
          held += any.slice(start, end)
          at = end
        }
        expect(held.replace(/\s/g, '')).toBe(any.replace(/\s/g, ''))
      }),
    )
  })
})
