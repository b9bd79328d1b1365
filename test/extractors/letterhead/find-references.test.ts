import { describe, expect, test } from 'vitest'
import { findReferences } from '../../../extractors/letterhead/find-references.ts'
import { frameOf } from '../../../extractors/letterhead/letter-frame.ts'
import { structured } from './letter-of.ts'

function referred(sentence: string, fromState = false): string[] {
  const text = `Køge Kommune\nTorvet 1\n4600 Køge\n\n8. august 2018\n\nKære læser\n\n${sentence}\n\nMed venlig hilsen\n\nJens Hald\nBorgmester`
  const context = { date: '2018-08-08', fromState }
  return findReferences(frameOf(structured(text)), context).map(({ value }) => value.date)
}

describe('letters of a municipality refer to', () => {
  test.each<[string, string[]]>([
    ['Jf. ministeriets brev 4. juni 2018 skal vi hermed redegøre for indsatsen i kommunen.', ['2018-06-04']],
    ['I brevet fra ministeren, som vi modtog den 12. juni 2018, spørges der til indsatsen.', ['2018-06-12']],
    [
      'Kommunen fremsendte den 24. maj 2018 en redegørelse, som ministeren ikke fandt fyldestgørende.',
      ['2018-05-24'],
    ],
    ['Vores første redegørelse blev fremsendt den 24. maj 2018, og den supplerer vi hermed.', ['2018-05-24']],
    [
      'På baggrund af ministerens henvendelse til kommunen den 4. juni 2018 har vi gennemgået sagerne.',
      ['2018-06-04'],
    ],
    [
      'Skrivelsen, der er dateret 4. juni 2018, er besvaret nedenfor i samme rækkefølge som spørgsmålene.',
      ['2018-06-04'],
    ],
    [
      'Vi har modtaget dit brev dateret den 9. april 2018, hvor der fremlægges data for indsatsen.',
      ['2018-04-09'],
    ],
    ['Vi har modtaget dit brev dateret den 9. april, hvor du peger på en manglende indsats.', ['2018-04-09']],
    [
      'Kommunen har modtaget et supplerende brev den 11. juni 2018, hvor vi anmodes om en redegørelse.',
      ['2018-06-11'],
    ],
    ['Den redegørelse, vi sendte dig den 24. maj 2018, supplerer vi hermed.', ['2018-05-24']],
    ['Brevet, som vi modtog den 5. juni, og som er dateret 4. juni 2018, besvares hermed.', ['2018-06-04']],
    [
      'Vi svarer på ministerens to breve, det ene af 4. juni 2018 om tilbud og det andet af 12. juni 2018 om samtaler.',
      ['2018-06-04', '2018-06-12'],
    ],
    ['Dit brev er dateret 4. juni 2018, og du bad om svar inden sommerferien.', ['2018-06-04']],
    ['Du spurgte den 4. juni 2018, hvorfor så mange venter på et tilbud.', ['2018-06-04']],
    ['Kommunen har den 4. juni 2018 fået brev fra dig om ventetiden på møder i teamet.', ['2018-06-04']],
    ['En ny beskrivelse af forløbet er fremlagt for medarbejderne den 4. juni 2018.', []],
    ['Borgerne fik den 4. juni 2018 et kursus i at bruge kalenderen.', []],
    ['Tak for dit brev af 21. august 2017, hvori du beder kommunen redegøre for indsatsen.', ['2017-08-21']],
    [
      'Tak for din opfølgende henvendelse af 11. juni 2018, hvori du efterspørger en redegørelse.',
      ['2018-06-11'],
    ],
    [
      'I dit svar af 11. juni 2018 vedrørende redegørelsen fra kommunen beder du om en uddybning.',
      ['2018-06-11'],
    ],
    [
      'Ministeren har i brev af 8. november 2016 stillet kommunen fire spørgsmål om samtalerne.',
      ['2016-11-08'],
    ],
    [
      'Med henvisning til ministerens brev af 9. april 2018 skal kommunen hermed redegøre for indsatsen.',
      ['2018-04-09'],
    ],
    [
      'I henhold til skrivelse fra Beskæftigelsesminister Troels Lund Poulsen af 11. juni 2018 fremsendes en beskrivelse.',
      ['2018-06-11'],
    ],
    [
      'Beskæftigelsesminister Troels Lund Poulsen har den 11. juni 2018 rettet henvendelse til kommunen og bedt om en redegørelse.',
      ['2018-06-11'],
    ],
    [
      'Ankestyrelsen har i brev af 6. januar 2018 bedt kommunen redegøre for, hvordan den vil rette op på tilsynet.',
      ['2018-01-06'],
    ],
    ['Ankestyrelsen bad den 6. januar 2018 kommunen om en redegørelse for tilsynet.', ['2018-01-06']],
    ['Ministeren har den 6. januar 2018 stillet Køge Kommune nedenstående spørgsmål.', ['2018-01-06']],
    ['Den 11. juni 2018 modtog kommunen ministerens brev om den manglende indsats.', ['2018-06-11']],
    ['Jf. din mail fra d. 3/5 fremsendes hermed kommunens svar på spørgsmålene.', ['2018-05-03']],
    ['Vi vender tilbage på jeres mail af 3/5-2018 med de ønskede oplysninger om sagen.', ['2018-05-03']],
    [
      'Vi henviser til vores besvarelse af 24. maj, som du fandt utilstrækkelig på flere punkter.',
      ['2018-05-24'],
    ],
    [
      'Vi henviser til breve af 9. april og 11. juni 2018 om den manglende aktive indsats.',
      ['2018-04-09', '2018-06-11'],
    ],
    [
      'I dine breve af henholdsvis 9. april 2018 og 11. juni 2018 beder du os om at redegøre.',
      ['2018-04-09', '2018-06-11'],
    ],
    [
      'Redegørelsen supplerer kommunens redegørelse af 24. maj 2018 og svarer på dit brev af 11. juni 2018.',
      ['2018-05-24', '2018-06-11'],
    ],
    ['Styrelsens skrivelse, dateret den 4. juni 2018, er forelagt for jobcentrets ledelse.', ['2018-06-04']],
    [
      'Som svar på ministeriets henvendelse modtaget den 12. juni 2018 kan vi oplyse følgende om sagen.',
      ['2018-06-12'],
    ],
    [
      'Under henvisning til ministeriets e-mail af 04.06.2018 skal vi hermed besvare de stillede spørgsmål.',
      ['2018-06-04'],
    ],
    ['Ved brev af 4. juni 2018 anmodede Ankestyrelsen om en udtalelse i sagen fra kommunen.', ['2018-06-04']],
    [
      'Du skrev til os den 4. juni 2018 og bad om en plan for, hvordan vi får rettet op på indsatsen.',
      ['2018-06-04'],
    ],
    [
      'Ministeriet har i sin anmodning dateret d. 4. juni 2018 stillet os tre spørgsmål om indsatsen.',
      ['2018-06-04'],
    ],
    [
      'I forlængelse af vores orientering fra den 4. juni 2018 sender vi hermed de manglende oplysninger.',
      ['2018-06-04'],
    ],
    [
      'Vi har med tak modtaget din rykkerskrivelse af 30. juli 2018 og beklager forsinkelsen meget.',
      ['2018-07-30'],
    ],
    [
      'Redegørelsen er svar på ministerens brev af 4. juni 2018, hvori vi bedes forklare udviklingen.',
      ['2018-06-04'],
    ],
    [
      'Kommunen har den 7. juni 2018 modtaget ministerens brev af 4. juni 2018 om indsatsen for ledige.',
      ['2018-06-04'],
    ],
    ['Styrelsen skrev til os den 4. juni 2018. Brevet handlede om de unge uden aktivitet.', ['2018-06-04']],
    [
      'Dit brev fra den 12. december om aktiv indsats har givet anledning til en gennemgang af sagerne.',
      ['2017-12-12'],
    ],
  ])('%s', (sentence, expected) => {
    expect(referred(sentence)).toEqual(expected)
  })
})

describe('no letter is referred to', () => {
  test.each([
    ['Jeg overtog selv ansvaret for området den 2. januar 2018, og teamet er nu delt i to.'],
    ['De to medarbejdere rykker den 15. juni 2018 og får hver 45 ledige i deres sagsstamme.'],
    ['Udvalget fik en orientering den 3. maj 2018 om den manglende indsats i jobcentret.'],
    ['Orientering af udvalget den 3. maj 2018 gav anledning til flere spørgsmål fra medlemmerne.'],
    ['Siden i maj 2018 har vi skrevet brev til alle ledige og fået svar fra de fleste af dem.'],
    ['Jobcentrets notat af 3. maj 2018 beskriver arbejdsgangene nærmere for alle målgrupper.'],
    ['Efter LBK nr. 1342 af 20. november 2016 skal der holdes samtaler med alle ledige.'],
    [
      'Efter servicelovens § 148, jf. lovbekendtgørelse nr. 798 af 7. august 2018, skal kommunen føre tilsyn.',
    ],
    ['En tidligere redegørelse fra maj 2018 blev ikke fundet fyldestgørende af ministeriet.'],
    ['Redegørelsen blev behandlet på byrådets møde den 30. maj 2018 og godkendt uden ændringer.'],
    ['Handleplanen er godkendt af Arbejdsmarkedsudvalget den 6. juni 2018 uden bemærkninger.'],
    ['Arbejdsmarkedsudvalget godkendte den 6. juni 2018 nedenstående handleplan for indsatsen.'],
    ['Der er ansat ny leder på området den 1. juli 2018, som skal forbedre indsatsen.'],
    ['Brevet er sendt til de ledige, som den 1. juni 2018 manglede et tilbud fra jobcentret.'],
    ['Svarfristen er efter aftale udskudt til den 25. juli 2018, som ministeriet har imødekommet.'],
    ['Udsættelsen af svarfristen til den 25. maj, som ministeriet har imødekommet, er overholdt.'],
    ['Vi vil fremsende en opfølgende redegørelse den 1. marts 2019, når tallene foreligger.'],
    ['Tabellen er baseret på de seneste ledighedstal fra 29. juni i Danmarks Statistik.'],
    ['Udvalget blev orienteret den 15. maj og har ønsket sagen på dagsordenen igen i oktober.'],
    ['Kilde: Jobindsats.dk, udtræk af 4. juli 2018, bearbejdet af jobcentret til dette brev.'],
    ['FMK har siden den 20. maj 2018 foretaget serviceopkald til alle nyledige i kommunen.'],
    ['Vi vil takke for det besøg, som Styrelsen for Arbejdsmarked og Rekruttering aflagde den 14. juni.'],
    ['Borgerne får et brev den 1. i hver måned om deres samtaler og tilbud i jobcentret.'],
    ['Stillingen blev besat den 1. juni 2018, og svaret på opgaven er en bedre styring.'],
    ['I bad om svar senest mandag den 4. juni 2018, og det har vi desværre ikke kunnet nå.'],
    ['I den sag, som klagen vedrører, indkom anmodningen den 3. april 2018, og den er nu afgjort.'],
    ['Alle anmodninger registreres fra den 2. januar 2018 i en fælles postkasse, som tømmes hver dag.'],
    ['Aftalen af 3. maj 2018 med anden aktør er forlænget med et halvt år til årets udgang.'],
  ])('%s', (sentence) => {
    expect(referred(sentence)).toEqual([])
  })
})

describe('letters of the state refer to', () => {
  test.each<[string, string[]]>([
    [
      'Den 11. juni 2018 sendte jeg et brev til jeres kommune, hvor jeg bad jer om en redegørelse.',
      ['2018-06-11'],
    ],
    [
      'Den 9. april sendte jeg desuden et særskilt brev til Rudersdal, Brøndby og Køge Kommune.',
      ['2018-04-09'],
    ],
    ['Den 9. april 2018 skrev jeg til samtlige kommuner om min bekymring over indsatsen.', ['2018-04-09']],
    ['I brev af 11. juni 2018 bad jeg kommunen om en supplerende redegørelse for indsatsen.', ['2018-06-11']],
    ['Jeg bad den 11. juni 2018 kommunen om at redegøre for den manglende indsats.', ['2018-06-11']],
    [
      'Jeg har den 6. juli 2018 modtaget redegørelsen fra Hillerød Kommune i et brev, underskrevet borgmester Kirsten Jensen.',
      [],
    ],
    ['Tak for kommunens redegørelse, som jeg modtog den 6. juli 2018 fra borgmesteren.', []],
    ['Jeres redegørelse modtog jeg den 6. juli 2018, og jeg har læst den med interesse.', []],
    [
      'Redegørelsen er svar på mit brev af 11. juni 2018, hvor jeg bad jer forklare udviklingen.',
      ['2018-06-11'],
    ],
    ['Ministeriet modtog den 6. juli 2018 kommunens svar på spørgsmålene om indsatsen.', []],
    ['Tak for jeres besvarelse af 24. maj 2018, som jeg har læst med interesse.', ['2018-05-24']],
  ])('%s', (sentence, expected) => {
    expect(referred(sentence, true)).toEqual(expected)
  })
})
