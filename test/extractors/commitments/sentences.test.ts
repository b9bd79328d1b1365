import { describe, expect, it } from 'vitest'
import type { CommitmentKind, CommitmentStatus } from '../../../schemas/commitment.ts'
import { commitmentsIn } from './letters.ts'

const read = (text: string) => commitmentsIn([{ kind: 'paragraph', text }])

/** Sentences in a paragraph of a statement of 1 March 2021, by the kind and the states that are right. */
const committing: [CommitmentKind, CommitmentStatus[], string[]][] = [
  [
    'initiative',
    ['planned'],
    [
      'Vi vil ansætte to ekstra sagsbehandlere.',
      'Kommunen forventer at indføre et nyt fagsystem i efteråret.',
      'Der vil blive oprettet et særligt hold for seniorer.',
      'Forvaltningen planlægger at samle indsatsen på én adresse fra den 1. maj.',
      'Byrådet har besluttet at tilføre området tre stillinger fra den 1. april 2021.',
      'Et nyt tilbud til unge forventes etableret inden sommerferien.',
      'Medarbejderne skal i løbet af foråret gennemføre et kursus i registrering.',
      'Det er besluttet, at alle henvisninger fremover sendes til én koordinator.',
      'I april åbner vi en ny afdeling i byens gamle bibliotek.',
      'Vi agter at udvide antallet af pladser fra 20 til 40.',
      'Jobcentret vil, som led i omlægningen, flytte opgaven til et særligt team.',
      'Den 1. juni 2021 overgår sagerne til en specialiseret enhed.',
      'Der ansættes pr. 1. april 2021 en faglig koordinator.',
      'Til efteråret udbydes et nyt forløb sammen med sprogskolen.',
      'Udsendelse af påmindelser på sms til alle borgere med en aftale, fra april måned.',
      'Borgerne kommer også til at beholde den samme sagsbehandler fra den 1. maj 2021.',
      'Lederen skal på kursus i forvaltningsret i uge 20.',
      'Endelig skal samtlige rådgivere på et todages kursus i maj 2021.',
      'Borgerrådgiveren vil til efteråret interviewe tredive af borgerne.',
      'Det står endvidere i budgetaftalen, at indsatsen skal omlægges inden sommerferien 2022.',
      'Det er besluttet, at de 73 sager, hvor fristen var overskredet, fordeles på tre rådgivere.',
      'Enkle hjælpemidler som rollatorer udleveres fra den 1. april 2021 direkte fra depotet.',
      'Byrådet besluttede at tilføre jobcentret to årsværk.',
      'Om en måned lægger vi holdene sammen.',
      'Når rådgiverne er på plads, vil der blive oprettet et hold den 1. juni 2021.',
      'Det er tillige besluttet at indføre et loft på 45 sager.',
      'Til efteråret vil kommunen spørge et udsnit af de ledige om deres udbytte.',
      'Hertil kommer, at der to gange om året vil ske en større gennemgang af sagerne.',
      'I 4. kvartal 2021 skal rådgiverne på kursus i det virksomhedsrettede arbejde.',
      'Personalet får undervisning i de nye regler den 7. og 8. april 2021.',
      'Det er aftalt, at deres konsulenter sidder med ved den første samtale.',
    ],
  ],
  [
    'initiative',
    ['done', 'ongoing'],
    [
      'Vi har etableret et særligt team for målgruppen.',
      'Der er udarbejdet nye arbejdsgange for visitationen.',
      'Siden den 1. januar har alle borgere haft en fast kontaktperson.',
      'Virksomhedsservice ligger siden 1. februar 2021 hos erhvervskontoret.',
      'Forvaltningen har omlagt sagsgangen og forenklet blanketterne.',
      'Kontrakten med leverandøren er forlænget med virkning fra den 1. februar 2021.',
      'Vi har i januar 2021 igangsat et forløb for ledige akademikere.',
      'I november gennemgik vi samtlige sager uden plan.',
      'Der blev i december ansat to nye rådgivere.',
      'Vi er begyndt at holde samtalerne på biblioteket.',
      'Jobcentret har ansat en virksomhedskonsulent.',
      'Kommunen har derudover taget kontakt til de største arbejdspladser.',
      'Det skal nævnes, at der er sket det, at vi har delt sagerne mellem seks medarbejdere.',
      'Det er meldt ud til alle medarbejdere, at en samtale ikke er slut, før der er lagt en aftale.',
      'Samtlige sager er blevet kigget efter i sømmene af en konsulent.',
      'De nødvendige oplæringsforløb er under afvikling.',
      'Indkaldelsesbrevene er under omskrivning.',
      'For at hindre, at nye sager hober sig op, er der åbnet for overarbejde til og med uge 20.',
      'Sagerne er ved at blive berigtiget i samarbejde med leverandøren.',
    ],
  ],
  [
    'monitoring',
    ['ongoing', 'planned'],
    [
      'Teamlederne gennemgår hver fredag en liste over overskredne frister.',
      'Udvalget får kvartalsvis en skriftlig status.',
      'Afdelingschefen følger ugentligt op på antallet af sager.',
      'Resultaterne forelægges direktionen hver måned.',
      'Vi vil løbende følge op på, om fristerne overholdes.',
      'En gang i kvartalet udtager controlleren 20 sager til kontrol.',
      'Ledelsen drøfter tallene på et månedligt møde.',
      'Vi trækker hver 14. dag lister i fagsystemet.',
      'Skolechefen ser den første mandag i hver måned på ventetiden.',
      'Seniorrådet hører om sagerne på møderne i maj og oktober 2021.',
      'Jeg har bedt centerchefen om at give mig en oversigt hver fredag.',
      'Resultatet sendes til tilsynet senest den 1. juni 2021.',
      'Lederen af modtagelsen laver ved hver måneds udgang en opgørelse.',
      'Centerchefen har bedt om at få tallene på sit bord hver måned.',
      'En styregruppe med centerchefen som formand mødes hver anden uge og følger op på planen.',
      'Udvalget vender sagen den 24. maj 2021 på baggrund af nye tal.',
      'Hvad angår kvaliteten, så gennemgår lederne hver anden uge ti sager.',
      'Udvalget har ønsket en status på sit møde den 11. maj 2021.',
      'Tilsynet påhviler centerchefen, der hver måned lader 25 sager udtage til kontrol.',
      'Hvad angår opfølgningen kan det oplyses, at teamlederen ugentligt kontrollerer alle sager.',
      'Om resultatet udfærdiges en årlig beretning, som tilgår udvalget.',
    ],
  ],
  [
    'compliance',
    ['planned'],
    [
      'Vi beklager forløbet, og vi forventer at opfylde loven senest den 1. februar 2022.',
      'Vi forventer at overholde lovens krav fra den 1. september 2021.',
      'Det er vores forventning, at fristerne er overholdt i alle sager ved udgangen af 2021.',
      'Senest om 6 måneder lever vi op til lovgivningens krav.',
      'Initiativerne forventes fuldt implementeret i 3. kvartal 2021.',
      'Fra 2. halvår 2021 skal loven være overholdt i alle sager.',
      'Kommunen forventer, at andelen af rettidige tilbud ligger over landsgennemsnittet fra juli 2021.',
      'Det forventes, at lovgivningens krav er opfyldt senest den 1. juli 2021.',
      'Senest om fire måneder er der ikke nogen ansøger, som har ventet længere end fristen.',
      'Det anses for realistisk, at målet nås i løbet af 2. halvår 2021.',
      'Alt i alt tror vi på, at alle borgere har haft en samtale inden den 1. juni 2021.',
      'Vi er overbeviste om, at alle borgere er i gang senest den 1. oktober 2021.',
      'Efterslæbet vil efter planen være indhentet med udgangen af 2. kvartal 2021.',
      'Alle nye sager vil fra april blive fulgt op rettidigt.',
      'Alle har et tilbud inden den 15. juni 2021.',
      'Der er ingen borgere, som har ventet mere end tre måneder, når vi kommer til den 1. marts 2022.',
      'At loven er overholdt for dem alle sammen, tør jeg love dig senest juleaften.',
      'Først i efteråret venter vi at kunne sige, at alle borgere får den indsats, loven giver dem ret til.',
      'For denne gruppe anses det først for realistisk at være i mål ved udgangen af 2021.',
      'Det er vurderingen, at efterslæbet er afviklet i oktober, og at kravene herefter er overholdt.',
    ],
  ],
  [
    'target',
    ['planned', 'ongoing'],
    [
      'Vi har sat os for at nå op på 70 procent ved udgangen af 2022.',
      'Der er sat et mål om, at der gennemføres mindst 110 besøg i 2021.',
      'Andelen løftes fra 52 til 85 pct. inden udgangen af marts 2022.',
      'Kommunen har som pejlemærke, at andelen uden indsats er under 20 pct. ved årets udgang.',
      'Centret har som delmål, at ventetiden højst er 30 dage med udgangen af 2021.',
      'Vi har sat os det mål, at antallet af ventende sager højst er 40 den 1. oktober 2021.',
    ],
  ],
]

/** Sentences of the same letters that commit nobody to anything. */
const notCommitting: Record<string, string[]> = {
  'the other side asks or demands': [
    'Du skriver, at den redegørelse, kommunen afgav den 2. maj 2020, ikke beskriver planen.',
    'Du beder os redegøre for, hvad vi vil gøre for at overholde fristerne.',
    'Ministeren har i brev af 3. februar 2021 anmodet kommunen om en redegørelse.',
    'I brevet spørges der til, hvordan kommunen vil følge op, og hvornår kravene er opfyldt.',
    'Ankestyrelsen har bedt kommunen oplyse, hvornår sagerne er afgjort.',
    'Styrelsen vil i marts kontakte kommunen.',
    'Regionen har stillet i udsigt, at sygehuset ansætter to læger i maj 2021.',
    'I skrev til os den 3. februar, og jeg er glad for spørgsmålene.',
    'Foreningen har meddelt, at den fra maj vil starte et lignende tilbud.',
    'Uddannelsen begynder ifølge skolen først i 2022.',
    'ATP overtager myndigheden fra 2022.',
    'Styrelsens næste måling offentliggøres i februar 2022.',
    'Kommunen er omfattet af skærpet opfølgning og skal inden den 1. maj 2021 redegøre for, hvordan den vil leve op til målet.',
    'Som det vil være bekendt, drøfter KL og regeringen i efteråret en forenkling af reglerne.',
    'Vi venter fortsat på en fejlrettelse fra leverandøren, som er lovet til påske.',
    'Kontanthjælpssystemet lægges om af Folketinget pr. 1. juli 2025.',
    'Samarbejdet løber til 2023, men det råder vi ikke over.',
    'Regionens koordinator har siden august 2020 været her én gang om måneden.',
    'Tilbudsgiverne har frist til den 8. maj 2021.',
    'Servicemålene er aftalt mellem regeringen og KL.',
    'Leverandøren opererer med en lang leveringstid, og skulle det trække ud, klarer vi os med regneark.',
    'Der bliver talt om nye regler fra 2022.',
    'Sprogcentret har over for os tilkendegivet, at det vil levere lister den 5. i hver måned.',
    'Ministeriet er i gang med at se på reglerne, og der ventes et udspil i løbet af 2021.',
    'Som ministeren er bekendt med, er det vanskeligt at rekruttere sagsbehandlere.',
    'Vi tager det forbehold, at kommunen siden den 7. marts 2020 har modtaget 61 flygtninge.',
  ],
  conditions: [
    'Hvis byrådet bevilger midlerne, vil vi ansætte endnu en konsulent.',
    'Såfremt antallet af sager stiger, vil der blive tilført ressourcer.',
    'Bliver vinteren hård, som den var i 2010, kan vi ikke stå inde for tidspunktet.',
    'Skulle forslaget ikke blive vedtaget, må planen tages op til fornyet overvejelse.',
    'Under forudsætning af politisk godkendelse vil vi oprette et nyt team.',
  ],
  negations: [
    'Vi vil ikke udvide brugen af nytteindsats.',
    'Kommunen har valgt ikke at indføre en ny ordning.',
    'En garanti kan vi ikke give.',
    'Der er ikke nogen enkel forklaring på tallene.',
    'Det er desværre ikke muligt at angive, hvornår kravene kan være opfyldt.',
  ],
  'background and figures': [
    'I 2019 modtog kommunen 412 underretninger.',
    'Andelen faldt fra 48 pct. i april til 31 pct. i oktober.',
    'Arbejdsmarkedet i området er præget af sæsonarbejde.',
    'Antallet af sager er steget fra 310 i 2018 til 420 i 2020, uden at bemandingen er fulgt med.',
    'Det skal bemærkes, at andelen fra januar til oktober 2020 er steget fra 40 til 52 pct.',
    'Den 1. oktober 2021 er ikke realistisk for alle grupper, men vi har tillid til planen.',
    'Det skyldes, at to stillinger stod tomme fra marts til oktober 2020.',
    'Andelen er opgjort til 52 pct. i 2. halvår 2020.',
    'Bevillingen løber til udgangen af 2023 og dækker løn til fire medarbejdere.',
    'Tallene er trukket på jobindsats.dk den 20. februar 2021.',
    'Den genopretning, vi varslede i maj 2020, og som skulle have været færdig til 1. september, måtte afbrydes.',
    'Det bemærkes, at indsatsen som følge af covid-19 har været suspenderet fra den 13. marts til den 26. maj 2020.',
    'Den idé har vi lagt i skuffen.',
    'Et fælles hus har været drøftet i kredsen den 30. juni 2020.',
    'Data er trukket fra jobindsats.dk den 10. februar 2021.',
    'Jeg tiltrådte som direktør den 1. januar 2021.',
    'Det nuværende udvalg sidder til udgangen af 2021.',
    'I 2022 udløber den puljebevilling, som betaler for vores brobyggere.',
    'Vi har haft en personaleomsætning på 38 pct. i løbet af halvandet år.',
    'Tre er gennemført, fire er forsinkede, og et er opgivet.',
    'Den 6. januar 2021 inviterede jeg langtidsledige til kaffe i byrådssalen.',
    'Antallet af ansøgninger er steget, og afdelingen flyttede adresse den 1. oktober 2020.',
    'Mange af de ledige finder selv arbejde inden for tre måneder.',
    'Den nuværende kontrakt løber til udgangen af 2022.',
    'Vi har i dag 35 virksomheder, der jævnligt tager imod ledige.',
    'I gennemsnit må kommunen indhente supplerende materiale to gange.',
    'Forløbet har haft fast opstart den første mandag i måneden.',
    'Indsatsen er nært knyttet til hjemmeplejen.',
    'I en årrække har jobcentret lagt hovedvægten på samtalerne.',
    'To ledere har sagt op i februar 2021.',
    'Souschefen er på barsel til november 2021, og der er ikke ansat en vikar.',
    'Den nye kommunalbestyrelse tiltræder den 1. januar 2022.',
    'Der er kommunalvalg den 16. november 2021.',
    'Apoteket går den 4. november 2021 tilbage til de gamle åbningstider.',
    'Regionsrådet bevilgede den 24. september 2020 flere læger til ordningen.',
    'Aftalen med leverandøren kan tidligst opsiges med udgangen af 2022.',
    'Unge uden tilbud i 2020: 1. kvartal 11, 2. kvartal 9 og 3. kvartal 14.',
    'Fejlen blev konstateret i februar, og sagsbehandlerne har således disponeret på et forkert grundlag.',
    'Tallene viser, at hver femte borger ikke fik et tilbud til tiden.',
  ],
  regrets: [
    'Vi beklager, at 37 børn ikke fik besøg i 2020.',
    'Det er ikke et resultat, vi kan være tilfredse med.',
    'Kommunen erkender, at indsatsen ikke har været god nok.',
    'Samtidig har vi måttet erkende, at tilbuddene ikke var egnede.',
    'Forvaltningen må medgive, at tallet er for højt.',
    'Vi har ladet for mange indstillinger gå igennem uden drøftelse med skolen.',
    'Jobcentret har måttet skaffe tid til samtalerne.',
    'I redegørelsen stillede vi en visitator i udsigt inden nytår.',
  ],
  'what the law says': [
    'Efter loven skal der gives tilbud senest efter 13 ugers ledighed.',
    'Efter servicelovens § 148 skal kommunen aflægge mindst to besøg om året.',
    'Efter retssikkerhedslovens kapitel 3 skal sagen afgøres inden fristen, og der skal følges op hver fjerde uge.',
    'Efter sygedagpengeloven skal der følges op senest ved udgangen af den 8. uge.',
    'Fra den 1. januar 2022 ændres refusionsreglerne, men det har ingen betydning for området.',
    'Det bemærkes, at forslaget til ny lov ventes at træde i kraft den 1. oktober 2021.',
    'Byrådet har i 2018 fastsat en frist på otte uger, jf. lovens § 3.',
    'Undersøgelsen skal, jf. § 50, være afsluttet inden fire måneder.',
    'Siden 1. juli 2020 har vi skullet tilbyde opstart inden for syv dage.',
    'Reglen er jo, at sagen skal tages op mindst hver 12. måned.',
    'Fristen regnes fra den dag, ansøgningen er modtaget.',
    'Det følger af § 16 a, stk. 1, at der skal afholdes samtaler hver fjerde uge.',
    'En undersøgelse skal efter servicelovens § 50 være færdig efter fire måneder. Herudover skal en handleplan revideres hvert halve år.',
  ],
  introductions: [
    'For at fristerne fremover bliver holdt, er følgende sat i gang eller aftalt:',
    'For at bringe ventetiden ned er der nu taget følgende skridt.',
  ],
  'the plan itself and the authority’s letter': [
    'Planen er udarbejdet sammen med medarbejderne.',
    'Udvalget er den 8. februar 2021 orienteret om ministeriets henvendelse.',
  ],
  politeness: [
    'Vi står til rådighed for yderligere oplysninger.',
    'Vi ser frem til at høre fra ministeriet.',
    'Vi håber hermed at have besvaret spørgsmålene.',
    'Vi takker for brevet, som skal besvares inden den 1. maj 2021.',
    'Kommunen deltager gerne i et møde.',
    'Tak for dit brev af 3. februar 2021.',
    'Vi ses under alle omstændigheder på topmødet i maj 2021.',
    'Jeg holder fri i uge 14, men min kollega kan svare imens.',
    'Kommunen kan ved yderligere spørgsmål kontaktes på ovenstående nummer.',
  ],
  'only considering': [
    'Vi vil overveje, om samtalerne kan tilrettelægges anderledes.',
    'Man kunne også forestille sig et tættere samarbejde med nabokommunerne.',
    'Vi vil se på, om der er behov for flere tilbud.',
  ],
  'somebody else’s words': [
    'Du skriver: ”Kommunen vil inden den 1. november 2020 have gennemført samtaler med alle borgere.”',
    'Kommunen skrev i maj 2020 til styrelsen: "Vi vil inden efterårsferien have ansat en koordinator." Det slog fejl.',
    '»Kommunen bedes oplyse, om der er tilført flere medarbejdere, og om de vil være på plads senest den 1. juli.«',
  ],
}

describe('sentences that commit', () => {
  for (const [kind, statuses, sentences] of committing) {
    it.each(sentences)(`${kind}: %s`, (text) => {
      const [found, ...more] = read(text)
      expect(more).toEqual([])
      expect(found?.quote).toBe(text)
      expect(found?.kind).toBe(kind)
      expect(statuses).toContain(found?.status)
    })
  }
})

describe('sentences that do not commit', () => {
  for (const [reason, sentences] of Object.entries(notCommitting)) {
    it.each(sentences)(`${reason}: %s`, (text) => {
      expect(read(text).map((c) => `${c.rule}: ${c.quote}`)).toEqual([])
    })
  }
})

describe('items of a list of steps', () => {
  const items = (...texts: string[]) =>
    commitmentsIn([
      { kind: 'paragraph', text: 'Følgende er besluttet:' },
      ...texts.map((text) => ({ kind: 'item' as const, text, parent: 0 })),
    ])

  it.each<[string, CommitmentStatus, string[]]>([
    ['Ansat: to rådgivere. Begge tiltrådt 1. februar 2021.', 'done', ['1. februar 2021']],
    ['Sagsstammer: omfordelt i uge 5. Nu 55 sager pr. rådgiver.', 'ongoing', ['i uge 5']],
    ['Planlagt til uge 12: kursus i visitation for hele teamet.', 'planned', ['til uge 12']],
    ['Aftale med lægehuset om koordination: underskrives i uge 11.', 'planned', ['i uge 11']],
  ])('%s', (text, status, times) => {
    const [found] = items(text)
    expect(found?.status).toBe(status)
    expect(found?.times.map(({ quote }) => quote)).toEqual(times)
  })

  it.each([
    'Er der udviklet et overblik i fagsystemet, så både leder og medarbejder kan se, hvem der mangler en samtale.',
    'Får udvalget en status hvert kvartal, næste gang den 24. oktober 2021.',
  ])('goes on from the words that introduce it: %s', (text) => {
    expect(items(text).map(({ quote }) => quote)).toEqual([text])
  })

  it.each([
    'Opfølgning hos en privat leverandør fra 1. maj: drøftet, fravalgt. Pris.',
    'Regionens nye aftale om socialmedicin: ventes underskrevet i juni. Uden for kommunens hånd.',
    'Fælles hold med nabokommunen fra 1. juni - droppet.',
  ])('none: %s', (text) => {
    expect(items(text)).toEqual([])
  })

  it('goes from one rate to another', () => {
    const [found] = items('Rehabiliteringsteam: går fra møde hver tredje uge til møde hver anden uge.')
    expect(found?.every).toBe('P2W')
  })
})

describe('a question that is repeated with its answer', () => {
  it('commits nobody', () => {
    const found = commitmentsIn([
      { kind: 'heading', text: 'Spørgsmål 2' },
      {
        kind: 'paragraph',
        text: 'Hvad er kommunen gået i gang med? Jeg forventer, at der ansættes flere inden den 1. maj.',
      },
      { kind: 'paragraph', text: 'Svar: Vi ansætter to mentorer den 1. juni 2021.' },
    ])
    expect(found.map(({ quote }) => quote)).toEqual(['Svar: Vi ansætter to mentorer den 1. juni 2021.'])
  })
})

describe('a sentence that adds to a step', () => {
  it.each([
    ['Vi ansætter to rådgivere den 1. april 2021. Simple sager ekspederes i et hurtigspor.', 2],
    ['Vi ansætter to rådgivere den 1. april 2021. I dag ekspederes sagerne typisk samlet.', 1],
    ['Vi ansætter to rådgivere den 1. april 2021. Der har endvidere været usikkerhed om tallene.', 1],
    ['Simple sager ekspederes i et hurtigspor.', 0],
    ['Vi ansætter to rådgivere den 1. april 2021. Endvidere får alle ledige besked om deres rettigheder.', 2],
    ['Alle ledige får besked om deres rettigheder.', 0],
  ])('%s', (text, found) => {
    expect(read(text)).toHaveLength(found)
  })
})

describe('an answer', () => {
  const answer = (question: string) =>
    commitmentsIn([
      { kind: 'paragraph', text: question },
      { kind: 'item', text: 'Vi skiftede fagsystem den 3. december 2020.', marker: '-' },
    ])
  it('is background where reasons are asked for', () => {
    expect(answer('Hvad er årsagen til, at så mange ikke fik en samtale?')).toEqual([])
  })
  it('is background behind a demand in quotation marks, too', () => {
    expect(answer('»Kommunen bedes redegøre for årsagerne til, at så mange ikke fik en samtale.«')).toEqual(
      [],
    )
  })
  it('tells steps where steps are asked for', () => {
    expect(answer('Hvilke initiativer er iværksat?')).toHaveLength(1)
  })
})

describe('a sentence that only tells when the one before it is', () => {
  it.each<[string, string | null, string[]]>([
    [
      'Vi overtager naboens blanket, så snart den er rettet til. Det bliver inden den 1. maj 2021.',
      null,
      ['inden den 1. maj 2021'],
    ],
    [
      'Den 3. maj 2021 går vi i gang med et fast møde. Det ligger herefter fast hver uge.',
      'P1W',
      ['Den 3. maj 2021'],
    ],
    [
      'Vi har besøgt alle 27 hjemme. Det skete i uge 4, og lederen var selv med på de fleste af turene.',
      null,
      ['i uge 4'],
    ],
  ])('%s', (text, every, times) => {
    const found = read(text)
    expect(found.map(({ quote }) => quote)).toEqual([text])
    expect(found[0]?.every).toBe(every)
    expect(found[0]?.times.map(({ quote }) => quote)).toEqual(times)
  })
})
