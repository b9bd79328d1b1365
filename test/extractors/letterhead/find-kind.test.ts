import { describe, expect, test } from 'vitest'
import { findLetterFacts } from '../../../extractors/letter-facts.ts'
import { structured } from './letter-of.ts'

const kindOf = (text: string) => findLetterFacts(structured(text), null).kind.value

const ministry = (subject: string, body: string, date = '1. oktober 2018') => `Til borgmester Pia Holm
Lolland Kommune

Beskæftigelsesministeren
Ved Stranden 8
1061 København K
E bm@bm.dk

${date}

${subject}

Kære Pia Holm

${body}

Venlig hilsen

Mads Bech`

const municipality = (subject: string, body: string) => `Lolland Kommune
Jernbanegade 7
4930 Maribo
www.lolland.dk

Dato: 22-10-2018

Beskæftigelsesministeren
Ved Stranden 8
1061 København K

${subject}

Kære minister

${body}

Med venlig hilsen

Pia Holm
Borgmester`

describe('the ministry asks', () => {
  test.each([
    [
      'Jeg skal derfor bede Lolland Kommune om en skriftlig redegørelse, som skal være modtaget senest den 1. november 2018.',
    ],
    [
      'Kommunen bedes redegøre for, hvordan fristerne fremover overholdes. Svar bedes fremsendt inden den 1. november 2018.',
    ],
    ['Jeg anmoder på den baggrund kommunen om en redegørelse for indsatsen inden 14 dage.'],
    ['Jeg beder jer om at svare på følgende spørgsmål senest den 15. november 2018.'],
    [
      'Tak for redegørelsen af 3. september 2018. Den besvarer ikke mine spørgsmål. Jeg beder derfor om en supplerende redegørelse senest den 1. november 2018.',
    ],
    [
      'Den 1. august 2018 bad jeg jer om en redegørelse. Jeg har endnu ikke modtaget den. Jeg skal derfor på ny bede om en redegørelse, så den er modtaget senest den 12. oktober 2018.',
    ],
    ['Jeg imødeser en redegørelse for sagen senest den 1. november 2018.'],
    ['I opfordres til at indsende en plan for, hvordan I vil overholde loven, senest den 1. november 2018.'],
  ])('%s', (body) => {
    expect(kindOf(ministry('Manglende indsats i Lolland Kommune', body))).toBe('request')
  })
})

describe('the ministry acknowledges', () => {
  test.each([
    [
      'Den 11. juni 2018 bad jeg jer om en redegørelse. Jeg har den 9. juli 2018 modtaget redegørelsen. Jeg noterer mig, at I forventer at overholde loven den 1. september 2018.',
    ],
    [
      'Tak for jeres redegørelse, som jeg modtog den 9. juli 2018. Jeg hæfter mig ved, at I forventer at være i mål ved årets udgang. Jeg har bedt Styrelsen for Arbejdsmarked og Rekruttering om en status, når der er data for december 2018.',
    ],
    [
      'Jeg har modtaget kommunens handleplan. Jeg går ud fra, at bevillingen er givet, og beder jer orientere mig, hvis det ikke er tilfældet. Jeg ser frem til at følge kommunens udvikling.',
    ],
    [
      'Ministeriet kvitterer for modtagelsen af kommunens svar af 9. juli 2018 og foretager sig ikke yderligere.',
    ],
  ])('%s', (body) => {
    expect(kindOf(ministry('Vedrørende redegørelse fra Lolland Kommune', body))).toBe('acknowledgement')
  })
})

describe('a municipality answers', () => {
  test.each([
    [
      'Tak for dit brev af 1. oktober 2018. Vi beklager, at fristerne ikke er overholdt, og vi har ansat to medarbejdere.',
    ],
    ['Kommunen skal hermed redegøre for indsatsen. Der er ansat to medarbejdere pr. 1. oktober 2018.'],
    [
      'Ministeren har i brev af 1. oktober 2018 bedt kommunen om en handleplan. Den følger her. Vi beder ministeriet præcisere vejledningen inden årets udgang.',
    ],
    [
      'I henhold til ministeriets skrivelse af 1. oktober 2018 fremsendes hermed kommunens besvarelse af de stillede spørgsmål.',
    ],
  ])('%s', (body) => {
    expect(kindOf(municipality('Svar om aktiv indsats', body))).toBe('statement')
  })
})

describe('a municipality answers other authorities', () => {
  test.each([
    [
      'Statsforvaltningen',
      'Ved skrivelse af 14. august 2018 har Statsforvaltningen anmodet kommunen om en udtalelse.',
    ],
    ['Familieretshuset', 'Familieretshuset har i mail af 14. august 2018 bedt kommunen om oplysninger.'],
    [
      'Rigsrevisionen',
      'Rigsrevisionen har ved brev af 14. august 2018 stillet spørgsmål til kommunens kontrol.',
    ],
    ['Socialtilsyn Nord', 'Kommunen skal hermed besvare tilsynets henvendelse om botilbuddet.'],
    [
      'Region Sjælland',
      'Regionen har spurgt til samarbejdet. Kommunen beklager forløbet og ansætter en koordinator.',
    ],
  ])('%s', (reader, body) => {
    const letter = (name: string, chief: string) =>
      `${name}\nJernbanegade 7\n4930 Maribo\n\n${reader}\nTorvet 10\n6200 Aabenraa\n\n22. oktober 2018\n\nVedr. klage over sagsbehandlingstid\n\n${body} Alle sager er afgjort senest den 1. december 2018.\n\nMed venlig hilsen\n\n${chief}`
    expect(
      kindOf(letter('Lolland Kommune', 'Handicapchef\nJ. P. Holm\n\n/ Ida Sand\n  specialkonsulent')),
    ).toBe('statement')
    expect(kindOf(letter('LOLLAND K0MMUNE', 'Ida Sand\nspecialkonsulent'))).toBe('statement')
  })
})

describe('a letter of a few lines', () => {
  test.each([
    [
      'an e-mail to the ministry’s address',
      'Fra: Ida Holm <idhol@gribskov.dk>\nTil: bm@bm.dk\nDato: 14. februar 2019\nEmne: SV: Jeres brev af 21. januar 2019\n\nHej - kort svar fra Jobcenter Gribskov:\nAlle 37 er ringet op. Vi regner med at overholde reglerne senest 1. april.\nMvh Ida Holm, faglig leder, tlf. 7249 6213',
    ],
    [
      'its municipality only below the signature',
      'Struer, 19. november 2019\n\nKære Peter Holm\n\nDu spurgte i brevet af 28. oktober, om vi snart får bugt med ventetiden.\n\nTeamet er siden 22. oktober samlet hver tirsdag, og ventetiden skal være på fire uger inden den 15. marts.\n\nVenlig hilsen\nIda Sand\nTeamleder\nStruer Kommune, Østergade 11-15, 7600 Struer',
    ],
    [
      'its letterhead at the foot of the page',
      'Dato: 5. februar 2019\nSagsnr.: 00.13.02-A00-7-19\n\nStyrelsen for Arbejdsmarked og Rekruttering\n\nTidsplan for ydelseskontoret\n\nStruer Kommune fremsender hermed den ønskede tidsplan.\n\nFire nye medarbejdere tiltræder den 1. marts 2019.\n\nIda Sand\nCenterchef\n\nStruer Kommune\tSagsbehandler: Ida Sand\nØstergade 11-15\tTlf. 96 84 84 84\n7600 Struer',
    ],
    [
      'a memo to the municipality’s own committee',
      'NOTAT\n\nTil:\tArbejdsmarkedsudvalget\nFra:\tJobcenter Fredericia, Sekretariatet\nDato:\t22. oktober 2018\n\nOrientering om ministerens henvendelse\n\nBeskæftigelsesministeren har i brev af 28. september 2018 gjort kommunen opmærksom på fejl. Kommunens svar følger her. Medarbejderne får et kursus senest ved udgangen af november.',
    ],
  ])('%s', (_, text) => {
    expect(kindOf(text)).toBe('statement')
  })
})

describe('neither', () => {
  test.each([
    [''],
    ['Mælk\nRugbrød\n2 kg kartofler'],
    ["import { z } from 'zod'\nconsole.log(1)"],
    ['Referat af mødet i Beskæftigelsesudvalget den 3. maj 2018\n\nPunkt 1. Godkendelse af dagsorden'],
    [
      'Kære alle\n\nHusk sommerfesten på fredag, og tag en kage med til kaffen.\n\nVenlig hilsen\nFestudvalget',
    ],
    ['Bilag 1\n\nSamtaleplan 2017\n\nUge\tAntal samtaler\n1\t23\n2\t31'],
  ])('%s', (text) => {
    expect(kindOf(text)).toBe('other')
  })
})
