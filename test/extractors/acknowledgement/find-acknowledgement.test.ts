import { describe, expect, test } from 'vitest'
import { findAcknowledgement } from '../../../extractors/acknowledgement/find-acknowledgement.ts'
import { findStatusPeriod } from '../../../extractors/acknowledgement/find-status-period.ts'
import { findLetterFacts } from '../../../extractors/letter-facts.ts'
import { frameOf } from '../../../extractors/letterhead/letter-frame.ts'
import { structured } from '../letterhead/letter-of.ts'

const letter = (body: string) =>
  structured(`Til borgmester Pia Holm
Lolland Kommune

Beskæftigelsesministeren
Ved Stranden 8
1061 København K
E bm@bm.dk

31. august 2018

Kære Pia Holm

${body}

Venlig hilsen

Mads Bech`)
const acknowledged = (body: string) => findAcknowledgement(frameOf(letter(body)), '2018-08-31')

describe('received', () => {
  test.each([
    ['Jeg har den 6. juli 2018 modtaget redegørelsen fra Lolland Kommune i et brev.', '2018-07-06'],
    ['Jeg har den 6. juli modtaget kommunens handleplan, som er underskrevet af borgmesteren.', '2018-07-06'],
    ['Tak for redegørelsen, som jeg modtog den 9. juli 2018.', '2018-07-09'],
    ['Ministeriet modtog den 09-07-2018 kommunens svar.', '2018-07-09'],
    ['Jeg kvitterer for modtagelsen den 9. juli 2018 af jeres besvarelse.', '2018-07-09'],
    ['Tak for redegørelsen af 3. juli 2018, som ministeriet modtog den 9. juli 2018.', '2018-07-09'],
    ['Jeg takker for jeres redegørelse.', null],
    ['Den 11. juni 2018 sendte jeg et brev, hvor jeg bad om en redegørelse.', null],
  ])('%s', (body, expected) => {
    expect(acknowledged(body).receivedDate?.value ?? null).toBe(expected)
  })
})

describe('signed by', () => {
  test.each<[string, [string, string | null][]]>([
    [
      'Jeg har modtaget redegørelsen i et brev, underskrevet borgmester Jens Ive og vicekommunaldirektør Birgitte N. Lundgren.',
      [
        ['Jens Ive', 'borgmester'],
        ['Birgitte N. Lundgren', 'vicekommunaldirektør'],
      ],
    ],
    [
      'Jeg har modtaget planen, som er underskrevet af borgmester Niels Strandgaard, kommunaldirektør Hanne Midtgaard Kofoed og arbejdsmarkedschef Ole Brandstrup.',
      [
        ['Niels Strandgaard', 'borgmester'],
        ['Hanne Midtgaard Kofoed', 'kommunaldirektør'],
        ['Ole Brandstrup', 'arbejdsmarkedschef'],
      ],
    ],
    [
      'Jeg har modtaget redegørelsen, underskrevet koncernchef Mette Gaarde-Fink.',
      [['Mette Gaarde-Fink', 'koncernchef']],
    ],
    [
      'Redegørelsen er underskrevet af formand for Social- og Jobudvalget Bent Krag og jobchef Pia Lund.',
      [
        ['Bent Krag', 'formand for Social- og Jobudvalget'],
        ['Pia Lund', 'jobchef'],
      ],
    ],
    ['Redegørelsen er underskrevet af Jens Ive.', [['Jens Ive', null]]],
    ['Redegørelsen er underskrevet af Jens Ive, borgmester.', [['Jens Ive', 'borgmester']]],
    [
      'Redegørelsen er undertegnet af kst. jobcenterchef Ole von Brandt.',
      [['Ole von Brandt', 'kst. jobcenterchef']],
    ],
    ['Redegørelsen er sendt af jobcenterchef Ole Brandt.', [['Ole Brandt', 'jobcenterchef']]],
    ['Redegørelsen er underskrevet af kommunens ledelse.', []],
    ['Redegørelsen er sendt fra Lolland Kommune.', []],
    ['Jeg har modtaget redegørelsen fra Lolland Kommune.', []],
  ])('%s', (body, expected) => {
    expect(acknowledged(body).signedBy.map(({ value }) => [value.name, value.title])).toEqual(expected)
  })
})

describe('noted', () => {
  const received = 'Jeg har den 8. august 2018 modtaget redegørelsen.'
  test.each<[string, string[]]>([
    [
      'Jeg noterer mig i denne forbindelse, at I forventer at leve op til lovgivningens krav om senest 6 måneder.',
      ['2019-02-08'],
    ],
    ['Jeg noterer mig, at I forventer at overholde lovgivningen inden for 3 måneder.', ['2018-11-08']],
    [
      'Jeg noterer mig i denne forbindelse, at I forventer at overholde lovgivningens krav om rettidig aktiv indsats den 1. september 2018.',
      ['2018-09-01'],
    ],
    [
      'Jeg noterer mig, at I forventer, at kommunen fra 2. halvår 2018 og frem vil ligge over landsgennemsnittet.',
      ['2018-12-31'],
    ],
    ['Jeg hæfter mig ved, at I forventer at være i mål ved udgangen af 2018.', ['2018-12-31']],
    [
      'Jeg lægger til grund, at kommunen forventer at opfylde loven senest den 1. marts 2019.',
      ['2019-03-01'],
    ],
    [
      'Jeg har noteret mig, at loven efter kommunens forventning vil være opfyldt den 1. april 2019.',
      ['2019-04-01'],
    ],
    ['Jeg bemærker, at kommunen forventer at overholde alle frister fra 1. januar 2019.', ['2019-01-01']],
    [
      'Det noteres, at kommunen regner med at leve op til kravene inden udgangen af marts 2019.',
      ['2019-03-31'],
    ],
  ])('%s', (sentence, ends) => {
    const noted = acknowledged(
      `${received} ${sentence} Jeg vil gerne takke for redegørelsen.`,
    ).notedExpectation
    expect(noted?.quote).toBe(sentence)
    expect(noted?.times.map((time) => time.end)).toEqual(ends)
  })
  test.each([
    ['Jeg vil her bemærke, at det væsentligste er borgernes ret til en aktiv indsats.'],
    ['Jeg ser frem til at følge kommunens udvikling på området.'],
    ['Af redegørelsen fremgår det, at I har indført en ny ledelsesstruktur.'],
  ])('nothing: %s', (sentence) => {
    expect(acknowledged(`${received} ${sentence}`).notedExpectation).toBeNull()
  })
})

describe('data of', () => {
  test.each([
    [
      'Jeg har bedt Styrelsen for Arbejdsmarked og Rekruttering om at udarbejde en foreløbig status til mig, når vi har data for december 2018.',
      '2018-12',
    ],
    ['Styrelsen vil udarbejde en status, når der foreligger data for marts 2019.', '2019-03'],
    ['Jeg har bedt om en ny status, når tallene for 4. kvartal 2018 foreligger.', '2018-12'],
    ['Vi vender tilbage, så snart tallene for januar 2019 er offentliggjort.', '2019-01'],
    ['Der gøres status på baggrund af data for november.', '2018-11'],
    ['Jeg har bedt styrelsen om en opfølgning, når månedstallene for februar foreligger.', '2019-02'],
    ['Styrelsen laver en status på baggrund af tal for 1. halvår 2019.', '2019-06'],
    ['De seneste offentliggjorte data, for august 2018, viser endnu ingen bedring.', null],
    ['Nye tal for 1. halvår 2018 viser, at mange ledige ikke fik et tilbud.', null],
    ['Jeg ser frem til at følge kommunens udvikling i december 2018.', null],
  ])('%s', (body, expected) => {
    expect(findStatusPeriod(frameOf(letter(body)), '2018-08-31')?.value ?? null).toBe(expected)
  })
})

describe('the reply wanted by', () => {
  const asked = (sentence: string) =>
    letter(`Tallene for Lolland Kommune er for høje.

Jeg skal derfor bede Lolland Kommune om en redegørelse. ${sentence}

Styrelsen vil inden den 15. september kontakte jobcenterchefen med henblik på et møde.`)
  test.each([
    ['Redegørelsen bedes sendt til bm@bm.dk, så den er modtaget senest den 1. november 2018.', '2018-11-01'],
    ['Svar bedes fremsendt inden den 1. november 2018.', '2018-11-01'],
    ['Jeg imødeser jeres svar senest den 1. november.', '2018-11-01'],
    ['Fristen for at svare er den 1. november 2018.', '2018-11-01'],
    ['Svarfristen er fredag den 2. november 2018.', '2018-11-02'],
    ['Redegørelsen bedes fremsendt inden 14 dage.', '2018-09-14'],
    ['Redegørelsen skal være ministeriet i hænde senest om tre uger.', '2018-09-21'],
    ['Redegørelsen skal være modtaget senest fire uger fra dags dato.', '2018-09-28'],
    [
      'Jeg beder om, at redegørelsen er modtaget i ministeriet senest den 12. oktober 2018 kl. 12.',
      '2018-10-12',
    ],
    ['Kommunens svar skal være styrelsen i hænde senest d. 15/11.', '2018-11-15'],
    ['Jeg skal bede om at have kommunens svar i hænde senest fredag den 2. november 2018.', '2018-11-02'],
    ['Vi vil gerne have svar senest torsdag den 1. november 2018.', '2018-11-01'],
    ['Redegørelsen bedes sendt snarest muligt.', null],
  ])('%s', (sentence, expected) => {
    expect(findLetterFacts(asked(sentence), null).replyDeadline?.end ?? null).toBe(expected)
  })
})
