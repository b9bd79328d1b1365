import { describe, expect, test } from 'vitest'
import { findCaseNumbers } from '../../../extractors/letterhead/find-case-numbers.ts'
import { findContact } from '../../../extractors/letterhead/find-contact.ts'
import { findLetterDate } from '../../../extractors/letterhead/find-letter-date.ts'
import { findMunicipality } from '../../../extractors/letterhead/find-municipality.ts'
import { findRecipient } from '../../../extractors/letterhead/find-recipient.ts'
import { findSubject } from '../../../extractors/letterhead/find-subject.ts'
import { frameOf } from '../../../extractors/letterhead/letter-frame.ts'
import { structured, unstructured } from './letter-of.ts'

const body = `

Kære minister

Vi har modtaget dit brev dateret den 9. april 2018, hvor der fremlægges data for manglende aktiv indsats for ledige.

Efter lov nr. 482 af 22. maj 2017 skal indsatsen begynde senest den 1. juli 2019, og det er vi enige i.

Med venlig hilsen

Jens Hald
Borgmester
`
const readings = [structured, unstructured]
const both = <T>(head: string, find: (frame: ReturnType<typeof frameOf>) => T): T[] =>
  readings.map((read) => find(frameOf(read(head + body))))

describe('the date of the letter', () => {
  test('is no day of a table in its body', () => {
    const rows = 'Tiltag\tFrist\nKursus\t31. december 2019\nMøder\t1. marts 2020'
    const letter = `Køge Kommune\nTorvet 1\n4600 Køge${body.replace('Med venlig', `${rows}\n\nMed venlig`)}`
    expect(findLetterDate(frameOf(structured(letter)))).toBeNull()
  })

  test.each([
    ['Dato: 8. august 2018', '2018-08-08'],
    ['Dato 06-07-2018', '2018-07-06'],
    ['Dato: 09.07.2018', '2018-07-09'],
    ['Dato:\n17-02-2020', '2020-02-17'],
    ['Dato\n17-02-2020', '2020-02-17'],
    ['Brevdato: 8/8-2018', '2018-08-08'],
    ['8. august 2018', '2018-08-08'],
    ['09. juli 2018', '2018-07-09'],
    ['8.august 2018', '2018-08-08'],
    ['8. aug. 2018', '2018-08-08'],
    ['den 8. august 2018', '2018-08-08'],
    ['Den 8. august 2018', '2018-08-08'],
    ['d. 8. august 2018', '2018-08-08'],
    ['2018-08-08', '2018-08-08'],
    [
      'Beskæftigelsesministeren                      Dato: 8. august 2018\nVed Stranden 8                                Sagsnr.: 18/1199',
      '2018-08-08',
    ],
    ['Dato; 8. august 2018', '2018-08-08'],
    ['Taastrup, den 3. oktober 2018', '2018-10-03'],
    ['Taastrup den 3. oktober 2018', '2018-10-03'],
    ['Rønne, d. 3. oktober 2018', '2018-10-03'],
    ['København, 3. oktober 2018', '2018-10-03'],
    ['Nykøbing F., den 3. oktober 2018', '2018-10-03'],
    ['Dato\tDokumentnummer\n8. august 2018\t2018-015032-2', '2018-08-08'],
    ['Dato Dokumentnummer\n\n8. august 2018 2018-015032-2', '2018-08-08'],
    ['Sagsnr.\tDato\n18/1234\t8. august 2018', '2018-08-08'],
    ['5. juli 2018\nMNO', '2018-07-05'],
    ['5. juli 2018/MNO', '2018-07-05'],
    ['Redegørelse vedr. rettidighed\n\n5. juli 2018\n\nMNO', '2018-07-05'],
    ['Emne: Svar på jeres brev om møder\n\n5. juli 2018', '2018-07-05'],
    ['Dato: 5. juli 2018 Sagsnr.: 18/1234', '2018-07-05'],
    ['Sagsnr.: 18/1234 Dato: 5. juli 2018', '2018-07-05'],
    ['Modtaget 12-07-2018\n5. juli 2018', '2018-07-05'],
    ['Deres brev af 11. juni 2018\n5. juli 2018', '2018-07-05'],
    ['Torsdag den 5. juli 2018', '2018-07-05'],
    ['Sendt: 5. juli 2018 14:22', '2018-07-05'],
    ['Fra: Lone Hald\nSendt: 5. juli 2018 14:22\nTil: bm@bm.dk\nEmne: Svar', '2018-07-05'],
    ['Fra: Lone Hald\nSendt: torsdag den 5. juli 2018 14:22\nTil: bm@bm.dk\nEmne: Svar', '2018-07-05'],
    ['From: Lone Hald\nSent: Thursday, July 5, 2018 2:22 PM\nTo: bm@bm.dk', '2018-07-05'],
    ['Date: Thu, 5 Jul 2018 14:22:10 +0200', '2018-07-05'],
    ['8. august 2O18', '2018-08-08'],
    ['d. 2l. maj 2018', '2018-05-21'],
    ['d. 1O. maj 2018', '2018-05-10'],
    ['www.vordingborg.dk\n\n14-09-2018', '2018-09-14'],
    ['Slotsgade Øst\nBallerup Odinsvej\n14-09-2018', '2018-09-14'],
  ])('%s', (head, expected) => {
    expect(
      both(`Køge Kommune\nTorvet 1\n4600 Køge\n\n${head}`, (frame) => findLetterDate(frame)?.value),
    ).toEqual([expected, expected])
  })
  test.each([
    [''],
    ['Vedr. dit brev af 9. april 2018'],
    ['Svarfrist: 1. november 2018'],
    ['Modtaget: 12-07-2018'],
    ['31. februar 2018'],
    ['Sagsnr. 15.00.00-A26-2-18'],
    ['Tlf. 56 67 67 67'],
    ['Lov nr. 482 af 22. maj 2017'],
    ['Deres dato: 11-06-2018'],
    ['Din henvendelse: 11-06-2018'],
    ['Serviceloven af 11-06-2018'],
  ])('no date: %s', (head) => {
    expect(both(`Køge Kommune\nTorvet 1\n4600 Køge\n\n${head}`, (frame) => findLetterDate(frame))).toEqual([
      null,
      null,
    ])
  })
})

describe('record numbers', () => {
  test.each<[string, string[]]>([
    ['Acadre: 18-14520', ['18-14520']],
    ['Sagsnr. 304062', ['304062']],
    // a scan sees spaces in the numbers of the municipalities' journal plan
    ['J.nr. 15.00.00 A08-2019-6', ['15.00.00 A08-2019-6']],
    ['Sagsnr.: 00. 13.02-A00-7-24', ['00. 13.02-A00-7-24']],
    ['Sagsnr.: 18/6995', ['18/6995']],
    ['Sagsnr, 18/6995', ['18/6995']],
    [
      'Beskæftigelsesministeren                      Dato: 8. august 2018\nVed Stranden 8                                Sagsnr.: 18/1199',
      ['18/1199'],
    ],
    ['Sag 18/6995', ['18/6995']],
    ['Sag: 18/6995', ['18/6995']],
    ['Emne: SV: Indsatsen i Køge Kommune (sag 18/6995)', ['18/6995']],
    ['Vedr. indsatsen (Sag: 18/6995)', ['18/6995']],
    ['Sag nr. 18/6995', ['18/6995']],
    ['Sagsnummer 18-009213', ['18-009213']],
    ['Sags-id: 12345', ['12345']],
    ['Sags id 2018-1234', ['2018-1234']],
    ['Sagsid: 15.00.00-A26-2-18', ['15.00.00-A26-2-18']],
    ['J.nr. 2018 - 3729', ['2018 - 3729']],
    ['J.nr.: 18/20746', ['18/20746']],
    ['Jnr. 15.20.05-G01-1-19', ['15.20.05-G01-1-19']],
    ['j. nr. 2018-1234', ['2018-1234']],
    ['Journalnr.: 450-2016-94417', ['450-2016-94417']],
    ['Journalnummer 450-2016-94417', ['450-2016-94417']],
    ['Dokumentnr. 171938/18', ['171938/18']],
    ['Dok.nr.: 2017-011482-6', ['2017-011482-6']],
    ['Dok. nr. 2017-011482-6', ['2017-011482-6']],
    ['Dokument-id: 4711881', ['4711881']],
    ['Brevid. 2795531', ['2795531']],
    ['Brevid 0418877', ['0418877']],
    ['Brev-id: 0418877', ['0418877']],
    ['Sagsnr. 2017/0031456\nBrevid 0418877', ['2017/0031456', '0418877']],
    ['Sagsnr. 18/1199 Dok.nr. 12345-18', ['18/1199', '12345-18']],
    ['Sagsnr./dok.nr.: 18/1199 / 12345-18', ['18/1199', '12345-18']],
    ['Sagsnr.:\n18/1199', ['18/1199']],
    ['Sagsnr.\n18/1199\nDok.nr.\n12345-18', ['18/1199', '12345-18']],
    ['Dato\tDokumentnummer\n8. august 2018\t2018-015032-2', ['2018-015032-2']],
    ['Dato Dokumentnummer\n\n8. august 2018 2018-015032-2', ['2018-015032-2']],
    ['Sagsnr.\tDok.nr.\tDato\n18/1199\t12345-18\t8. august 2018', ['18/1199', '12345-18']],
    ['Sagsnr. 18/1199\nSagsnr. 18/1199', ['18/1199']],
    ['Sagsnr. EMN-2018-01234', ['EMN-2018-01234']],
    ['Sagsnr. S2018-1234', ['S2018-1234']],
    ['Vores j.nr. 18/1199\nDeres j.nr. 2018 - 3729', ['18/1199']],
    ['Deres sagsnr.: 2018 - 3729\nVores sagsnr.: 18/1199', ['18/1199']],
    ['Acadre-nr. 18/1199', ['18/1199']],
    ['15.20.05-G01-1-19', ['15.20.05-G01-1-19']],
    ['Sagsnr 18/1199', ['18/1199']],
    ['SAGSNR.: 18/1199', ['18/1199']],
    ['Vor ref. 18/1199', ['18/1199']],
    ['ESDH-sag: 18/1199', ['18/1199']],
    ['Sagsnr.\t18/1199\nDok.nr.\t12345-18', ['18/1199', '12345-18']],
    ['Sagsnr. 2018 003729', ['2018 003729']],
    ['Kære minister\n\nTak for brevet. Vores sag har nr. 2018-40817, og svaret følger her.', ['2018-40817']],
    ['Kære minister\n\nTak for brevet. Vores eget sagsnummer er 2018-40817. Svaret følger.', ['2018-40817']],
    ['Kære minister\n\nJeres sag har nr. 2018-40817, og svaret følger her.', []],
    ['Emne: Svar (BM j.nr. 2017-5120)', []],
    ['Sagsnr. JN-KK-2018-00412', ['JN-KK-2018-00412']],
    ['Id: 1234567', ['1234567']],
    ['Ref. 46 31 66 59', []],
    ['Sag 12', []],
    ['Ref. LIKRO2', []],
    ['J.nr.', []],
    ['Deres j.nr. 2018 - 3729', []],
    ['Jeres ref. 2018 - 3729', []],
    ['Ref. HAVI', []],
    ['Tlf. 56 67 67 67', []],
    ['CVR 10172748', []],
    ['CVR-nr. 29 18 99 35', []],
    ['EAN-nr. 5798000000000', []],
    ['8. august 2018', []],
    ['Sag: Manglende aktiv indsats 2018', []],
    ['Dato 06-07-2018', []],
    ['Postboks 100\n4000 Roskilde', []],
  ])('%s', (head, expected) => {
    expect(
      both(`Køge Kommune\nTorvet 1\n4600 Køge\n\n${head}`, (frame) =>
        findCaseNumbers(frame).map(({ value }) => value),
      ),
    ).toEqual([expected, expected])
  })
})

describe('the municipality', () => {
  test.each([
    ['Køge Kommune\nTorvet 1\n4600 Køge', 'Køge'],
    ['KØGE KOMMUNE', 'Køge'],
    ['ROSKILDE\nKOMMUNE\n\nBeskæftigelsesminister\nVed Stranden 8\n1061 København K', 'Roskilde'],
    ['**FAABORG-MIDTFYN\nKOMMUNE**', 'Faaborg-Midtfyn'],
    ['Københavns Kommune\nRådhuset\n1599 København V', 'København'],
    ['Nordfyns Kommune', 'Nordfyns'],
    ['Vesthimmerlands Kommune', 'Vesthimmerlands'],
    ['Bornholms Regionskommune', 'Bornholm'],
    ['Århus Kommune', 'Aarhus'],
    ['Lyngby-Tårbæk Kommune', 'Lyngby-Taarbæk'],
    ['Høje Taastrup Kommune', 'Høje-Taastrup'],
    ['Jobcenter Brøndby\nBeskæftigelsesministeriet\n1061 København K', 'Brøndby'],
    ['Byrådet i Holbæk\npost@holbaek.dk', 'Holbæk'],
    ['lone@hillerod.dk\nHillerød Rådhus', 'Hillerød'],
    ['Ringkøbing-Skjern Kommune\nVed Fjorden 6\n6950 Ringkøbing', 'Ringkøbing-Skjern'],
    ['Køqe Kommune', 'Køge'],
    ['Ro5kilde Kommune', 'Roskilde'],
    ['Vejen Kommune\nHøjmarksvej 20\n6600 Vejen', 'Vejen'],
    ['Aalborg Kommune\nRedegørelse om samarbejdet med Rebild Kommune og Jammerbugt Kommune', 'Aalborg'],
  ])('%s', (head, expected) => {
    expect(both(head, (frame) => findMunicipality(frame, 'statement').municipality?.value.name)).toEqual([
      expected,
      expected,
    ])
  })
  test('a neighbour named in passing does not win', () => {
    const text = `Køge Kommune\nTorvet 1\n4600 Køge\n\nKære minister\n\nVi henter inspiration fra Stevns Kommune og Solrød Kommune, som har gode resultater. Stevns Kommune og Solrød Kommune hjælper os.\n\nOgså Stevns Kommune vil være med til det, og Solrød Kommune er spurgt om at deltage.`
    for (const read of readings)
      expect(findMunicipality(frameOf(read(text)), 'statement').municipality?.value.name).toBe('Køge')
  })
  test.each([['Ministeriet\nVed Stranden 8\n1061 København K'], ['Xyz Kommune'], ['Vi går hen ad vejen']])(
    'none: %s',
    (head) => {
      for (const found of both(head, (frame) => findMunicipality(frame, 'statement'))) {
        expect(found.municipality).toBeNull()
        expect(found.issues).toHaveLength(1)
      }
    },
  )
  test('an orientation has none', () => {
    expect(
      both('Køge Kommune', (frame) => findMunicipality(frame, 'committee-orientation').municipality),
    ).toEqual([null, null])
  })
})

describe('the contact', () => {
  const contact = (name: string | null, phone: string | null, email: string | null) => ({
    name,
    phone,
    email,
  })
  test.each([
    [
      'Kontakt:\nBjarne Andersen\nTlf. +45 56 67 68 92\nMail vf@koege.dk',
      contact('Bjarne Andersen', '+45 56 67 68 92', 'vf@koege.dk'),
    ],
    [
      'Kontakt:\nMette Gaarde-Fink (mgaar)\nDir. tlf. +4572537201\nmail: mgaar@fmk.dk',
      contact('Mette Gaarde-Fink', '+4572537201', 'mgaar@fmk.dk'),
    ],
    [
      'Ref. HAVI\n\nDir. tlf. 46 31 66 59\nhannevil@roskilde.dk',
      contact(null, '46 31 66 59', 'hannevil@roskilde.dk'),
    ],
    [
      'Sagsbehandler: Ulla Brix Mogensen\nDirekte telefon: 8888 4137\nulla.mogensen@middelfart.dk',
      contact('Ulla Brix Mogensen', '8888 4137', 'ulla.mogensen@middelfart.dk'),
    ],
    ['Sagsbehandler\nUlla Brix Mogensen\nTelefon 88884137', contact('Ulla Brix Mogensen', '88884137', null)],
    ['Kontaktperson: Ulla Brix', contact('Ulla Brix', null, null)],
    [
      'Telefon 99 74 60 00\n\nKontaktperson\nPeder Hjort Nygaard\nDirekte telefon 99 74 61 28\npeder.nygaard@rksk.dk',
      contact('Peder Hjort Nygaard', '99 74 61 28', 'peder.nygaard@rksk.dk'),
    ],
    [
      'Ref.: Merete Quist Ladegaard\nTlf.: 63 33 81 52\nE-mail: mql@nyborg.dk',
      contact('Merete Quist Ladegaard', '63 33 81 52', 'mql@nyborg.dk'),
    ],
    [
      'Tlf. 56 67 67 67\nUlla Brix Mogensen\nDirekte 56 67 68 92\nulla@koege.dk',
      contact('Ulla Brix Mogensen', '56 67 68 92', 'ulla@koege.dk'),
    ],
    [
      'Kontakt: Ulla Brix, tlf. 56 67 68 92, ulla@koege.dk',
      contact('Ulla Brix', '56 67 68 92', 'ulla@koege.dk'),
    ],
    [
      'Sagsbehandler\tUlla Brix\nTlf.\t56 67 68 92\nE-mail\tulla@koege.dk',
      contact('Ulla Brix', '56 67 68 92', 'ulla@koege.dk'),
    ],
  ])('%s', (head, expected) => {
    const values = both(
      `Køge Kommune\nTorvet 1\n4600 Køge\nTlf. 56 67 67 67\nkommune@koege.dk\n\n8. august 2018\n\n${head}`,
      (frame) => findContact(frame)?.value,
    )
    expect(values).toEqual([expected, expected])
  })
  test.each([
    ['Tlf. 56 67 67 67'],
    ['www.koege.dk\nkommune@koege.dk'],
    ['Ref.: 18/1234'],
    ['Sagsbeh.: LAKR'],
    ['Kontakt os på www.koege.dk'],
  ])('none: %s', (head) => {
    expect(both(`Køge Kommune\n\n${head}`, findContact)).toEqual([null, null])
  })
})

describe('recipient and subject', () => {
  test.each([
    ['Til beskæftigelsesminister Troels Lund Poulsen', 'beskæftigelsesminister Troels Lund Poulsen'],
    ['Til Beskæftigelsesministeren', 'Beskæftigelsesministeren'],
    [
      'Beskæftigelsesminister\nTroels Lund Poulsen\nVed Stranden 8\n1061 København K',
      'Beskæftigelsesminister Troels Lund Poulsen',
    ],
    [
      'Beskæftigelsesministeren                      Dato: 8. august 2018\nVed Stranden 8                                Sagsnr.: 18/1199',
      'Beskæftigelsesministeren',
    ],
    [
      'Beskæftigelsesminister                Dato: 8. august 2018\nTroels Lund Poulsen                   Sagsnr.: 18/1199',
      'Beskæftigelsesminister Troels Lund Poulsen',
    ],
    ['Ankestyrelsen\nTilsynet\n7998 Statsservice', 'Ankestyrelsen'],
    [
      'Styrelsen for Arbejdsmarked og Rekruttering\nVermundsgade 38',
      'Styrelsen for Arbejdsmarked og Rekruttering',
    ],
    ['', 'minister'],
  ])('%s', (head, expected) => {
    expect(
      both(`Køge Kommune\nTorvet 1\n\n${head}`, (frame) => findRecipient(frame, 'statement')?.value),
    ).toEqual([expected, expected])
  })
  test.each([
    ['Vedr. aktiv indsats for dagpengemodtagere', 'Vedr. aktiv indsats for dagpengemodtagere'],
    ['Emne: Rettidig aktivering', 'Rettidig aktivering'],
    [
      'Redegørelse for indsatsen over for kontanthjælpsmodtagere',
      'Redegørelse for indsatsen over for kontanthjælpsmodtagere',
    ],
    ['Svar på henvendelse om manglende aktivering', 'Svar på henvendelse om manglende aktivering'],
  ])('%s', (head, expected) => {
    expect(
      both(
        `Køge Kommune\nTorvet 1\n4600 Køge\n\n8. august 2018\n\n${head}`,
        (frame) => findSubject(frame)?.value,
      ),
    ).toEqual([expected, expected])
  })
})
