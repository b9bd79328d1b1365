/** A word of the records: its English term, what `of`, the Danish word, and one Danish sentence that explains it. */
export type GlossaryEntry = { term: string; of: string; danish: string; explanation: string }

/** `term: [Danish word, explanation]` of one list of values. */
function entries(of: string, words: Record<string, [danish: string, explanation: string]>): GlossaryEntry[] {
  return Object.entries(words).map(([term, [danish, explanation]]) => ({ term, of, danish, explanation }))
}

/** Every term of the records and every value that one of their fields can have. */
export const glossary: GlossaryEntry[] = [
  ...entries('term', {
    letter: [
      'brev',
      'Et brev med afsender, modtager og dato; en fil kan rumme flere breve, og et brev kan ligge i flere filer.',
    ],
    commitment: [
      'tilsagn',
      'Det, som afsenderen skriver, at den har gjort, gør eller vil gøre ved det forhold, brevet handler om.',
    ],
    deadline: [
      'frist',
      'Den dag eller periode, som ordene i et tilsagn sætter for, hvornår noget er gjort eller opfyldt.',
    ],
    signatory: ['underskriver', 'Den, der har underskrevet brevet, med navn og titel.'],
    'on behalf': ['på vegne af', 'En anden har underskrevet for den, der er nævnt ("f /", "e.b.", "p.v.").'],
    recipient: ['modtager', 'Den, som brevet er stilet til.'],
    contact: [
      'kontaktperson',
      'Den person, det telefonnummer eller den e-mail, som brevet henviser til for spørgsmål.',
    ],
    original: [
      'original',
      'Filen, som den kom: en kopi under sin SHA-256 i mappen ved siden af databasen, som aldrig ændres.',
    ],
    'case number': [
      'sagsnummer',
      'Det nummer, som afsenderen har sagen eller dokumentet under (Sagsnr., J.nr., Dokumentnummer).',
    ],
    subject: ['emne', 'Den linje, der siger, hvad brevet handler om.'],
    'referred-to letter': [
      'brev, der henvises til',
      'Et tidligere brev, som dette brev nævner ved dets dato.',
    ],
    'reply deadline': ['svarfrist', 'Den dag, som brevet beder modtageren svare inden.'],
    'noted expectation': [
      'noteret forventning',
      'Den forventning hos kommunen, som ministeriet skriver, at det har noteret sig.',
    ],
    'data period': ['dataperiode', 'Den måned, hvis tal der vil blive gjort status på.'],
    target: ['resultatmål', 'Et mål, der kan måles: indikator, sammenligning, værdi og enhed.'],
    indicator: ['indikator', 'Det tal, som et mål handler om, for eksempel kontaktgraden.'],
    observation: [
      'måling',
      'En indikators værdi for et område i en periode, med den dag tallet blev hentet.',
    ],
    verdict: [
      'afgørelse af et tilsagn',
      'Om et tilsagn er holdt efter en periodes tal; et forslag, indtil et menneske har bekræftet det.',
    ],
    retrieval: [
      'udtræk',
      'At et tal blev hentet en bestemt dag; et senere udtræk kan have et andet tal for samme måned.',
    ],
    recurrence: [
      'gentagelse',
      'Hvor ofte noget gøres ("hver 14. dag"), skrevet som ISO 8601-varighed (P2W).',
    ],
    responsible: ['ansvarlig', 'Den person eller enhed, som brevet nævner som ansvarlig for tilsagnet.'],
    evidence: ['belæg', 'Stedet i kilden, hvor ordene står: fil, side og selve ordene.'],
    source: ['kilde', 'En fil, som brevet ligger i, og de sider, det står på.'],
    rule: ['regel', 'Navnet på den regel, der fandt oplysningen.'],
    assumed: [
      'antaget',
      'Det, som ordene ikke selv siger, og som derfor er sluttet af noget andet, for eksempel året af brevets dato.',
    ],
    issue: ['bemærkning', 'Noget i brevet, som et menneske bør se på, fordi det er tvivlsomt eller mangler.'],
    withdrawn: [
      'ikke genfundet',
      'Et tilsagn, som en person har taget stilling til, men som de nuværende regler ikke længere finder.',
    ],
    draft: [
      'udkast',
      'Et brev, som programmet har skrevet ud fra oplysningerne, og som et menneske skal godkende, før det sendes.',
    ],
    template: ['skabelon', 'Den Word-fil, et brev skrives ud fra, med felter, der bliver fyldt ud.'],
    'audit log': [
      'ændringslog',
      'Fortegnelsen over, hvem der ændrede hvad hvornår, med værdien før og efter.',
    ],
    checklist: [
      'tjekliste',
      'En liste over, hvad hver kommune har lovet, og hvor langt det er ved en dataperiodes udgang.',
    ],
  }),
  ...entries('kind of letter', {
    statement: ['redegørelse', 'En kommunes svar på et brev om et problem: hvad den har gjort og vil gøre.'],
    acknowledgement: [
      'kvittering',
      'Ministeriets svar på en redegørelse: hvad det har modtaget og noteret sig.',
    ],
    request: ['anmodning', 'Et brev, der beder en kommune om en redegørelse, ofte med en svarfrist.'],
    'committee-orientation': [
      'orientering af udvalget',
      'Ministerens brev til et af Folketingets udvalg om, hvad kommunerne har svaret.',
    ],
    plan: ['plan', 'En kommunes plan med mål og indsatser, for eksempel beskæftigelsesplanen.'],
    other: ['andet brev', 'Et brev, der ikke er af nogen af de andre slags.'],
  }),
  ...entries('kind of commitment', {
    initiative: [
      'initiativ',
      'Et konkret skridt: organisation, medarbejdere, tilbud, kursus, værktøj eller arbejdsgang.',
    ],
    monitoring: [
      'opfølgning',
      'Hvordan der følges op på resultaterne: lister, rapporter, ledelsesmøder, forelæggelser for udvalg.',
    ],
    compliance: [
      'overholdelse',
      'Hvornår skridtene er i kraft, virkningen ses, eller lovens krav er opfyldt.',
    ],
    target: ['mål', 'Et mål, der kan måles, og som afsenderen sætter for sig selv.'],
  }),
  ...entries('status at the date of the letter', {
    done: ['gjort', 'Det var gjort, da brevet blev skrevet.'],
    ongoing: ['i gang', 'Det var i kraft eller begyndt, da brevet blev skrevet.'],
    planned: ['planlagt', 'Det lå forude, da brevet blev skrevet.'],
  }),
  ...entries("state at a period's end", {
    due: ['frist nået', 'Den dag eller periode, som brevet satte, er kommet: det skal være sket.'],
    'partly-due': ['delvist nået', 'Et af de tidspunkter, brevet satte, er kommet, og et andet er ikke.'],
    'in-force': ['skal være trådt i kraft', 'Den dag, hvor det efter brevet skulle begynde, er kommet.'],
    running: ['i gang', 'Det var i gang efter brevet, eller den periode, som brevet nævner, løber endnu.'],
    'not-due': ['ikke forfalden', 'De tidspunkter, brevet satte, ligger efter periodens udgang.'],
    'no-deadline': ['ingen frist', 'Det er planlagt, men brevet siger ikke hvornår.'],
    ended: ['udløbet', 'Det skulle efter brevet vare til en dag, der er kommet.'],
    done: ['gjort', 'Det var gjort, da brevet blev skrevet.'],
  }),
  ...entries('step of a case', {
    request: ['anmodning', 'Ministeriets første brev i sagen: det beder kommunen om en redegørelse.'],
    reminder: ['rykker', 'Et brev om en anmodning, der ikke er besvaret.'],
    'supplementary-request': [
      'anmodning om supplerende redegørelse',
      'Ministeriet beder igen, fordi en redegørelse ikke var nok.',
    ],
    statement: ['redegørelse', 'Kommunens første svar i sagen.'],
    'further-statement': ['supplerende redegørelse', 'Kommunens svar, da ministeriet bad om mere.'],
    acknowledgement: ['kvittering', 'Ministeriets svar på en redegørelse.'],
    status: ['status', 'Ministeriets brev om, hvad de data viser, som det ventede på.'],
    orientation: ['orientering af udvalget', 'Ministerens brev til et udvalg, som nævner kommunen.'],
    'general-letter': ['brev til alle kommuner', 'Et brev, som ministeriet sendte til alle kommuner.'],
    other: ['andet brev', 'Et brev i sagen, der ikke er noget af det andet.'],
  }),
  ...entries('state of a reply', {
    answered: ['besvaret', 'Svaret kom inden fristen, så vidt brevene viser.'],
    'answered-late': ['besvaret for sent', 'Svaret er dateret efter fristen.'],
    open: ['afventes', 'Svaret er her ikke, og fristen er ikke udløbet.'],
    overdue: ['overskredet', 'Svaret er her ikke, og fristen er udløbet.'],
  }),
  ...entries('why a letter is in its case', {
    person: ['et menneske', 'Et menneske har sat brevet i denne sag.'],
    answer: ['svar', 'Brevet besvarer et andet i sagen eller bliver besvaret af det.'],
    reference: [
      'henvisning',
      'Brevet nævner et andet i sagen ved dets dato, eller begge nævner det samme brev.',
    ],
    'case-number': ['sagsnummer', 'Brevet har samme sagsnummer som et andet i sagen.'],
    matter: ['emne', 'Brevet handler om det samme som de andre og er skrevet i samme tid.'],
    alone: ['alene', 'Intet knytter brevet til et andet.'],
  }),
  ...entries('answer to a question', {
    answered: ['besvaret', 'Redegørelsen svarer på det med noget, der kan efterprøves.'],
    vague: ['uklart', 'Redegørelsen kommer ind på det, men siger intet, der kan efterprøves.'],
    missing: ['mangler', 'Redegørelsen siger intet om det.'],
  }),
  ...entries('outcome of an assessment', {
    sufficient: ['fyldestgørende', 'Redegørelsen svarer på det, ministeriet spurgte om.'],
    'ask-again': [
      'bed om en supplerende redegørelse',
      'Noget af det, ministeriet spurgte om, er uklart eller mangler.',
    ],
  }),
  ...entries('note on an answer', {
    'vague-words': ['uklar frist', 'Ordene lyder som en frist, men sætter ingen dag ("snarest muligt").'],
    'no-time': ['intet tidspunkt', 'Det er planlagt, men det siges ikke hvornår.'],
    'no-rhythm': ['ikke hvor ofte', 'Det siges ikke, hvor ofte eller hvornår der følges op.'],
    'not-measurable': [
      'ikke målbart som skrevet',
      'Målet har hverken et tal eller noget at måle imod ("markant bedre").',
    ],
    'not-new': ['ikke nyt', 'Det gøres som før.'],
  }),
  ...entries('review', {
    proposed: ['foreslået', 'Fundet af en regel; intet menneske har set på det.'],
    confirmed: ['bekræftet', 'Et menneske har set på det og fundet det rigtigt.'],
    edited: ['rettet', 'Et menneske har rettet det; ændringsloggen viser, hvad der stod før.'],
    rejected: ['afvist', 'Et menneske har afgjort, at det ikke er et tilsagn.'],
  }),
  ...entries('verdict', {
    met: ['holdt', 'Tallet for perioden viser, at tilsagnet er holdt.'],
    'not-met': ['ikke holdt', 'Tallet for perioden viser, at tilsagnet ikke er holdt.'],
    'not-due-yet': [
      'ikke forfaldent',
      'Den dag, tilsagnet gælder fra, er ikke kommet, før periodens tal begynder; afgørelsen siger, hvilken måned der afgør det.',
    ],
    'not-measurable': [
      'kan ikke måles',
      'Som tilsagnet er skrevet, kan intet tal afgøre det: det mangler et tal, en frist eller et tal for netop den gruppe.',
    ],
    'data-missing': [
      'tal mangler',
      'Tilsagnet kan måles, men tallet er ikke indlæst, findes ikke eller er holdt tilbage.',
    ],
  }),
  ...entries('rule of a verdict', {
    law: ['lovens krav', 'Tallet holdes op imod den værdi, hvor alle har det, som loven giver dem.'],
    'target-value': ['tilsagnets tal', 'Tallet holdes op imod det tal, som brevet selv nævner.'],
    country: ['landsgennemsnittet', 'Tallet holdes op imod det samme tal for hele landet.'],
    'target-year': ['et års niveau', 'Tallet holdes op imod kommunens eget tal for et år.'],
    none: ['ingen sammenligning', 'Intet tal kan holdes op imod tilsagnet; begrundelsen siger hvorfor.'],
  }),
  ...entries('state of a draft', {
    draft: ['udkast', 'Programmet har skrevet brevet, og ingen har godkendt det.'],
    approved: ['godkendt', 'Et menneske har godkendt brevet.'],
    sent: ['sendt', 'Et menneske har oplyst, at brevet er sendt, med dato og journalnummer.'],
  }),
  ...entries('next step', {
    ask: ['bed om redegørelse', 'Der er ingen redegørelse fra kommunen her.'],
    'ask-again': ['bed om supplerende redegørelse', 'Redegørelsen svarer ikke på det, der blev spurgt om.'],
    acknowledge: ['svar på redegørelsen', 'Ministeriet har ikke svaret på redegørelsen.'],
    import: ['indlæs tal', 'Periodens tal mangler, og status er bebudet på dem.'],
    status: ['skriv status', 'Status er bebudet på denne periodes tal, og de er her.'],
    'status-of-another-period': [
      'skriv status på tidligere tal',
      'Status er bebudet på en tidligere periode.',
    ],
    wait: ['afvent tal', 'Status er bebudet på en senere periode.'],
    consider: ['vurdér opfølgning', 'Ministeriet har svaret uden at bebude en status.'],
    done: ['status er givet', 'Status er sendt til kommunen.'],
  }),
  ...entries('trend', {
    better: ['bedre', 'Tallet er bedre end ved tilsagnet.'],
    worse: ['dårligere', 'Tallet er dårligere end ved tilsagnet.'],
    same: ['uændret', 'Tallet er det samme som ved tilsagnet.'],
  }),
  ...entries('state of an observation', {
    value: ['tal', 'Kilden har et tal.'],
    missing: ['mangler', 'Kilden har intet tal for området i perioden.'],
    withheld: ['holdt tilbage', 'Kilden viser ikke tallet, fordi det gælder få personer.'],
  }),
  ...entries('comparator of a target', {
    above: ['over', 'Tallet skal være større end værdien eller referencen.'],
    'at-least': ['mindst', 'Tallet skal være lig med værdien eller større.'],
    'at-most': ['højst', 'Tallet skal være lig med værdien eller mindre.'],
    equal: ['lig med', 'Tallet skal være netop værdien.'],
  }),
  ...entries('relation of a time', {
    by: ['senest', 'Det sker på den sidste dag eller før ("senest", "med udgangen af").'],
    before: ['inden', 'Det sker, før perioden begynder ("inden sommerferien").'],
    until: ['indtil', 'Det varer til og med perioden ("indtil", "frem til").'],
    at: ['den', 'Det sker på dagen ("den 1. maj").'],
    from: ['fra', 'Det begynder med perioden ("fra", "pr.", "siden").'],
    during: ['i løbet af', 'Det sker i perioden ("i", "i løbet af", "ultimo").'],
    between: ['mellem', 'Det ligger mellem to dage ("fra 1. maj til 15. juni").'],
  }),
  ...entries('grain of a time', {
    day: ['dag', 'Ordene nævner en dag.'],
    week: ['uge', 'Ordene nævner en uge.'],
    month: ['måned', 'Ordene nævner en måned eller en del af den (primo, medio, ultimo).'],
    quarter: ['kvartal', 'Ordene nævner et kvartal.'],
    halfyear: ['halvår', 'Ordene nævner et halvår.'],
    season: ['årstid', 'Ordene nævner en årstid eller en ferie.'],
    year: ['år', 'Ordene nævner et år.'],
  }),
  ...entries('rule of a commitment', {
    expectation: [
      'forventning',
      'Brevet forventer, vurderer eller lover, at noget sker ("Det er vores forventning, at ...").',
    ],
    content: [
      'indhold af en oplysning',
      'Skridtet står i en ledsætning med "at", som en oversætning indleder.',
    ],
    'modal-future': [
      'vil eller skal til at',
      'Noget vil ske, eller afsenderen vil gøre det ("vi vil ansætte", "der vil blive").',
    ],
    'modal-must': ['skal', 'Noget skal ske, eller afsenderen skal gøre det ("lederne skal følge op").'],
    'modal-can': [
      'kan',
      'Noget kan ske fra et tidspunkt, brevet nævner ("systemet kan tages i brug fra maj").',
    ],
    perfect: ['førnutid', 'Noget er eller har været gjort ("vi har ansat", "der er udarbejdet").'],
    passive: ['passiv', 'Noget bliver gjort, uden at det siges, hvem der gør det ("der udarbejdes lister").'],
    present: [
      'nutid',
      'Afsenderen gør noget nu, jævnligt eller på et tidspunkt, brevet nævner ("vi gennemgår ugentligt").',
    ],
    'past-act': [
      'datid',
      'Afsenderen gjorde noget for nylig eller som led i sine skridt ("vi ansatte i maj").',
    ],
    compliance: [
      'opfyldelse',
      'Sætningen siger, hvornår lovens krav er opfyldt, eller virkningen ses, uanset udsagnsordet.',
    ],
    'table-row': ['tabelrække', 'Rækken står i en tabel over skridt med frist, ansvarlig eller status.'],
    'labelled-step': [
      'felter under et skridt',
      'Linjer med frist, ansvarlig eller status foran hører til skridtet over dem ("Frist: 1. november").',
    ],
    goal: ['mål i en plan', 'Sætningen eller punktet sætter et mål, der kan måles, i et afsnit om mål.'],
    'item-of-steps': [
      'punkt i en liste over skridt',
      'Punktet har intet udsagnsord og står i en liste, der er indledt som en liste over skridt.',
    ],
    likeness: [
      'lighed',
      'Ingen af reglerne fandt ordene; de ligner tilsagn i de breve, som mennesker har gennemgået. Se særligt efter.',
    ],
    '-item': [
      'som punkt',
      'Efter en regels navn: ordene står i en liste over skridt, og det er med til at gøre dem til et tilsagn.',
    ],
  }),
  ...entries('rule of a time', {
    person: [
      'et menneske',
      'Et menneske har sat tidspunktet; ændringsloggen viser hvem og hvad der stod før.',
    ],
  }),
  ...entries('part of a letter', {
    letterhead: [
      'brevhoved',
      'Afsender, modtager, dato, sagsnumre og kontakt før eller ved siden af brødteksten.',
    ],
    subject: ['emnelinje', 'Linjen, der siger, hvad brevet handler om.'],
    salutation: ['indledende hilsen', 'Den linje, der tiltaler modtageren ("Kære ...").'],
    heading: ['overskrift', 'En overskrift i brevet.'],
    paragraph: ['afsnit', 'Et afsnit løbende tekst.'],
    item: ['punkt', 'Et punkt i en liste.'],
    row: ['række', 'En række i en tabel.'],
    closing: ['afsluttende hilsen', 'Hilsenen til sidst ("Med venlig hilsen").'],
    signature: ['underskrift', 'Navne og titler efter den afsluttende hilsen.'],
    furniture: ['sideudstyr', 'Sidetal, gentagne sidehoveder og margentekst, som er taget ud af teksten.'],
    quoted: ['citeret brev', 'En ældre mail eller et ældre brev, der er gengivet i eller under dette.'],
  }),
  ...entries('finding of verify', {
    'database-damaged': [
      'databasen er skadet',
      'SQLite finder fejl i selve databasefilen eller i dens henvisninger.',
    ],
    'text-altered': ['teksten er ændret', 'Brevets tekst er ikke længere den, der står på filens sider.'],
    'quote-altered': ['citatet er ændret', 'Ordene står ikke længere på deres sted i brevets tekst.'],
    'original-missing': ['originalen mangler', 'En registreret fil ligger ikke i arkivet.'],
    'original-altered': [
      'originalen er ændret',
      'Indholdet svarer ikke til det navn (SHA-256), filen har i arkivet.',
    ],
    'original-unreadable': ['originalen kan ikke læses', 'Filen i arkivet kan ikke åbnes.'],
    'unknown-file': ['ukendt fil', 'Noget i arkivet, der ikke er en original.'],
    'original-without-record': [
      'original uden registrering',
      'En hel original, som intet er registreret om; en indlæsning blev afbrudt. Intet er gået tabt.',
    ],
    'unfinished-copy': [
      'ufærdig kopi',
      'En kopi, som en afbrudt indlæsning ikke nåede at skrive færdig. Intet er gået tabt.',
    ],
  }),
  ...entries('format of a file', {
    text: ['ren tekst', 'En tekstfil uden opmærkning.'],
    markdown: ['Markdown', 'En tekstfil med Markdown-opmærkning.'],
    pdf: ['PDF', 'En PDF-fil; sider uden tekstlag læses fra deres billede.'],
    docx: ['Word', 'En Word-fil (.docx).'],
    mail: ['mail', 'En gemt mail (.eml eller .msg); det vedhæftede er filer for sig.'],
    picture: ['billede', 'Et billede af et brev (PNG, JPEG eller TIFF), læst som et indscannet brev.'],
  }),
  ...entries('grade of a scanned page', {
    good: ['læst godt', 'Læseren er sikker på næsten alle ord, og al skrift på siden er fundet.'],
    uncertain: [
      'læst usikkert',
      'Noget af siden er læst usikkert eller ikke fundet; datoer og tal bør efterses.',
    ],
    bad: ['læst dårligt', 'Meget af siden er læst usikkert eller ikke fundet; den bør læses efter.'],
  }),
]

/** The Danish word of a value. @throws when the glossary does not have it */
export function danish(of: string, term: string): string {
  const entry = glossary.find((one) => one.of === of && one.term === term)
  if (!entry) throw new Error(`the glossary has no ${of} "${term}"`)
  return entry.danish
}

/** The entries of a term, given in English or Danish, in any case; several when a word means several things. */
export function explain(word: string): GlossaryEntry[] {
  const fold = (text: string) =>
    text
      .normalize('NFC')
      .toLocaleLowerCase('da')
      .replace(/[\s-]+/g, ' ')
      .trim()
  const named = (wanted: string) =>
    glossary.filter(({ term, danish }) => fold(term) === wanted || fold(danish) === wanted)
  const found = named(fold(word))
  // The name of a rule with the place it was applied in: "present-item".
  const rule = found.length === 0 && /^(.+)-item$/i.exec(word.trim())?.[1]
  if (!rule) return found
  const of = named(fold(rule)).filter((entry) => entry.of === 'rule of a commitment')
  return of.length === 0 ? [] : [...of, ...glossary.filter(({ term }) => term === '-item')]
}
