/** Whole sentences: the reference date, the sentence, and every time and recurrence in it, in order. */
export const sentences: [reference: string, sentence: string, values: string[]][] = [
  // the year, from the tense of the clause
  [
    '2018-04-26',
    'Vi iværksatte i november og december måned en ekstraordinær indsats.',
    ['during 2017-11-01 2017-12-31'],
  ],
  ['2018-01-11', 'Ungeindsatsen er fra 1. september samlet på Campus.', ['from 2017-09-01']],
  ['2018-01-11', 'Der er ansat to medarbejdere fra 1. september.', ['from 2017-09-01']],
  [
    '2018-04-26',
    'Planer om at oprette en jobklub (forventet opstart i maj), hvor borgerne møder ind',
    ['during 2018-05-01 2018-05-31'],
  ],
  ['2018-05-24', 'Det er baggrunden for, at der pr. 1. maj er udpeget en koordinator.', ['from 2018-05-01']],
  [
    '2018-05-24',
    'Antallet af pladser er derfor hævet fra 25 til 60 med virkning fra den 14. maj.',
    ['from 2018-05-14'],
  ],
  [
    '2018-05-24',
    'Udvalget blev orienteret den 15. maj og har ønsket sagen på dagsordenen igen i oktober.',
    ['at 2018-05-15', 'during 2018-10-01 2018-10-31'],
  ],
  ['2018-01-11', 'I oktober gennemgik vi 188 sager.', ['during 2017-10-01 2017-10-31']],
  ['2018-01-11', 'I november talte vi med 24 unge.', ['during 2017-11-01 2017-11-30']],
  ['2018-01-11', 'Alle har i efteråret deltaget i et kursus.', ['during 2017-09-01 2017-11-30']],
  [
    '2018-01-11',
    'De er ved at blive rettet, og arbejdet er færdigt ved udgangen af januar.',
    ['by 2018-01-31'],
  ],
  ['2018-01-11', 'Til foråret åbner vi et værksted.', ['during 2018-03-01 2018-05-31']],
  ['2018-01-11', 'En værkstedsleder ansættes pr. 1. februar', ['from 2018-02-01']],
  ['2018-01-11', 'Mentorstøtte kan fra den 15. januar bevilges af rådgiveren selv.', ['from 2018-01-15']],
  [
    '2016-12-06',
    'Økonomiudvalget bevilgede den 22. november to stillinger, og begge medarbejdere er begyndt den 1. december.',
    ['at 2016-11-22', 'at 2016-12-01'],
  ],
  ['2016-12-06', 'Endvidere afprøver vi i januar og februar en ordning.', ['during 2017-01-01 2017-02-28']],
  ['2018-07-05', 'Der er ansat en ny teamleder pr. 1. august.', ['from 2018-08-01']],
  ['2018-07-05', 'Der er pr. 1. juni ansat en ny teamleder.', ['from 2018-06-01']],
  ['2018-12-20', 'Der er afsat midler til en ekstra stilling fra 1. januar.', ['from 2019-01-01']],
  ['2018-09-03', 'Vi har i juni afholdt en temadag for alle medarbejdere.', ['during 2018-06-01 2018-06-30']],
  [
    '2018-09-03',
    'I juni afholdt vi en temadag, og i november gentager vi den.',
    ['during 2018-06-01 2018-06-30', 'during 2018-11-01 2018-11-30'],
  ],
  ['2018-02-01', 'Kurset er planlagt til den 5. maj.', ['at 2018-05-05']],
  ['2018-02-01', 'Mødet er aftalt til uge 12.', ['during 2018-03-19 2018-03-25']],
  ['2018-02-01', 'Vi har siden november haft en fast vagtordning.', ['from 2017-11-01 2017-11-30']],
  ['2018-02-01', 'Den nye organisering trådte i kraft den 1. oktober.', ['at 2017-10-01']],
  ['2018-02-01', 'Den nye organisering træder i kraft den 1. oktober.', ['at 2018-10-01']],
  ['2018-02-01', 'Kommunen etablerede i august et nyt team.', ['during 2017-08-01 2017-08-31']],
  ['2018-02-01', 'Kommunen etablerer i august et nyt team.', ['during 2018-08-01 2018-08-31']],
  [
    '2018-02-01',
    'Holdet skulle være startet i december, men begynder først i marts.',
    ['during 2017-12-01 2017-12-31', 'during 2018-03-01 2018-03-31'],
  ],
  ['2018-06-15', 'Opgaven varetages fra august af et nyt team.', ['from 2018-08-01 2018-08-31']],
  [
    '2018-06-15',
    'I foråret gennemførte kommunen en analyse, som fremlægges til efteråret.',
    ['during 2018-03-01 2018-05-31', 'during 2018-09-01 2018-11-30'],
  ],
  ['2019-03-14', 'Fejlene gennemgås på et møde i uge 13.', ['during 2019-03-25 2019-03-31']],
  ['2018-02-01', 'Medarbejderne har været på kursus i uge 3.', ['during 2018-01-15 2018-01-21']],
  ['2018-11-20', 'Status gives første gang i januar.', ['during 2019-01-01 2019-01-31']],
  [
    '2018-11-20',
    'Det forventes, at de sidste medarbejdere er ansat i februar.',
    ['during 2019-02-01 2019-02-28'],
  ],
  // several times together
  [
    '2016-12-06',
    'Byrådet får tallene forelagt sammen med budgetopfølgningerne i april og september 2017.',
    ['during 2017-04-01 2017-04-30', 'during 2017-09-01 2017-09-30'],
  ],
  ['2020-02-17', 'Der holdes kurser den 3. og 10. maj.', ['at 2020-05-03', 'at 2020-05-10']],
  [
    '2020-02-17',
    'Møderne ligger den 3., 10. og 17. maj 2020.',
    ['at 2020-05-03', 'at 2020-05-10', 'at 2020-05-17'],
  ],
  [
    '2020-02-17',
    'Udvalget drøfter sagen i marts, juni og september 2020.',
    ['during 2020-03-01 2020-03-31', 'during 2020-06-01 2020-06-30', 'during 2020-09-01 2020-09-30'],
  ],
  [
    '2020-02-17',
    'Teamet gennemfører et kursus, første del den 24.-25. marts og anden del den 5. maj 2020.',
    ['between 2020-03-24 2020-03-25', 'at 2020-05-05'],
  ],
  [
    '2018-10-22',
    'Opgøres i uge 5 og 9 2019.',
    ['during 2019-01-28 2019-02-03', 'during 2019-02-25 2019-03-03'],
  ],
  [
    '2018-10-22',
    'Der følges op i 1. og 3. kvartal 2019.',
    ['during 2019-01-01 2019-03-31', 'during 2019-07-01 2019-09-30'],
  ],
  [
    '2018-10-22',
    'Evalueres i november 2018 og igen i april 2019.',
    ['during 2018-11-01 2018-11-30', 'during 2019-04-01 2019-04-30'],
  ],
  [
    '2018-10-22',
    'Evalueres i november og januar 2019.',
    ['during 2018-11-01 2018-11-30', 'during 2019-01-01 2019-01-31'],
  ],
  [
    '2018-08-31',
    'Indsatserne er indfasede med udgangen af september måned, med undtagelse af kurset, som først afsluttes i december.',
    ['by 2018-09-30', 'during 2018-12-01 2018-12-31'],
  ],
  [
    '2018-10-22',
    'Udbuddet sendes ud primo 2019, så kontrakterne kan underskrives inden sommerferien 2019.',
    ['during 2019-01-01 2019-01-31', 'before 2019-06-29 2019-08-11'],
  ],
  [
    '2018-10-22',
    'Aftalen skulle være udløbet ved månedens udgang, men er forlænget til og med juni 2019.',
    ['by 2018-10-31', 'until 2019-06-01 2019-06-30'],
  ],
  // times and recurrences together
  [
    '2018-01-11',
    'Direktionen får en status hver anden uge frem til udgangen af april.',
    ['every P2W', 'until 2018-04-30'],
  ],
  [
    '2018-05-24',
    'Opgørelsen forelægges direktionen hver måned, første gang ved udgangen af maj.',
    ['every P1M', 'by 2018-05-31'],
  ],
  [
    '2018-10-22',
    'Der udarbejdes månedligt en rapport fra januar 2019.',
    ['every P1M', 'from 2019-01-01 2019-01-31'],
  ],
  ['2018-10-22', 'En månedlig rapport i januar', ['every P1M', 'during 2019-01-01 2019-01-31']],
  ['2017-09-18', 'Hver fredag fra 15. september', ['every P1W', 'from 2017-09-15']],
  [
    '2020-02-17',
    'Fra 2. kvartal 2020 aflægger teamet tre besøg om året hos hvert barn.',
    ['from 2020-04-01 2020-06-30', 'every P4M'],
  ],
  [
    '2020-02-17',
    'Udvalget får en tilsynsrapport hvert halvår, næste gang i august 2020.',
    ['every P6M', 'during 2020-08-01 2020-08-31'],
  ],
  [
    '2018-01-11',
    'Vagten gennemgår den første hverdag i hver måned alle sager, der har været uden tilbud i fire måneder.',
    ['every P1M'],
  ],
  [
    '2018-10-22',
    'Udvalget følger tallene kvartalsvis i 2019.',
    ['every P3M', 'during 2019-01-01 2019-12-31'],
  ],
  [
    '2020-02-17',
    'Vi afholder to årlige møder med a-kasserne og fire møder årligt med virksomhederne.',
    ['every P6M', 'every P3M'],
  ],
  // offsets: whose time limit it is
  ['2018-08-08', 'Vi forventer, at alle er indkaldt inden for 14 dage.', ['by 2018-08-22']],
  ['2018-08-08', 'Det forventes, at efterslæbet er afviklet inden for tre måneder.', ['by 2018-11-08']],
  [
    '2018-10-22',
    'De ledige, der mangler et tilbud, indkaldes hurtigst muligt, og alle skal være i gang inden for 3 måneder regnet fra i dag.',
    ['by 2019-01-22'],
  ],
  [
    '2019-03-14',
    'Planen forelægges senest 14 dage efter byrådets behandling den 28. marts 2019.',
    ['by 2019-04-11'],
  ],
  [
    '2018-10-22',
    'Kommunen vil i løbet af de kommende 3 måneder gennemgå alle sager.',
    ['during 2018-10-22 2019-01-22'],
  ],
  ['2018-10-22', 'I løbet af de næste tre måneder ansættes to rådgivere.', ['during 2018-10-22 2019-01-22']],
  ['2018-10-22', 'Borgere skal have et tilbud inden for tre måneder.', []],
  [
    '2018-10-22',
    'Teamlederne gennemgår hver fredag en liste over de samtaler, der skal holdes de kommende 14 dage.',
    ['every P1W'],
  ],
  [
    '2018-10-22',
    'Et besøg, der bliver aflyst, erstattes af et nyt inden for tre uger efter aflysningen.',
    [],
  ],
  [
    '2018-07-09',
    'FMK har siden den 20. maj 2018 ringet til alle nyledige senest 14 dage efter, de har meldt sig ledige.',
    ['from 2018-05-20'],
  ],
  [
    '2016-12-06',
    'Vi forventer, at alle fra og med februar 2017 har haft en samtale inden for de seneste tre måneder.',
    ['from 2017-02-01 2017-02-28'],
  ],
  // letters and laws
  [
    '2018-07-06',
    'I dit brev af 11. juni 2018 bad du om en redegørelse senest den 29. juni.',
    ['by 2018-06-29'],
  ],
  [
    '2020-02-17',
    'Efter § 148, jf. lovbekendtgørelse nr. 798 af 7. august 2019, skal kommunen aflægge besøg.',
    [],
  ],
  [
    '2019-03-14',
    'Efter loven skal der gives tilbud senest efter 13 ugers ledighed og efter 26 uger til de øvrige.',
    [],
  ],
  [
    '2019-03-14',
    'Skulle byrådet bevilge midler i budget 2020, ansættes en jobkonsulent, formentlig med virkning fra den 1. januar 2020.',
    ['from 2020-01-01'],
  ],
  ['2018-10-22', 'Ad 5. Den 1. november begynder kurset.', ['at 2018-11-01']],
  // an expression never crosses a line end
  ['2018-10-22', 'senest den\n1. november 2018', ['at 2018-11-01']],
  ['2018-10-22', 'i uge\n47', []],
]
