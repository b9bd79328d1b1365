import { describe, expect, test } from 'vitest'
import { frameOf } from '../../../extractors/letterhead/letter-frame.ts'
import { findSignatories } from '../../../extractors/signatories/find-signatories.ts'
import { structured, unstructured } from '../letterhead/letter-of.ts'

const body = `Køge Kommune
Torvet 1
4600 Køge

8. august 2018

Kære minister

Vi har modtaget dit brev dateret den 9. april 2018, hvor der fremlægges data for manglende aktiv indsats.

Vi står til rådighed for yderligere og supplerende oplysninger, hvis det ønskes.

`

/** Signers as "Name | Title", with "*" where one is signed for by another. */
function signers(foot: string, read = structured): string[] {
  return findSignatories(frameOf(read(body + foot))).signatories.map(
    ({ value }) => `${value.onBehalf ? '*' : ''}${value.name}${value.title ? ` | ${value.title}` : ''}`,
  )
}

// [what is special, the end of the letter, the signers]
const blocks: [string, string, string[]][] = [
  [
    'abbreviated middle name',
    'Bedste hilsner\n\nPeder Chr. Kirkegaard\nBorgmester',
    ['Peder Chr. Kirkegaard | Borgmester'],
  ],
  ['fg.', 'Mvh\n\nKaren Holm-Madsen\nfg. afdelingsleder', ['Karen Holm-Madsen | fg. afdelingsleder']],
  [
    'p.b.v. over two',
    'P.b.v.\n\nNiels Lynghøj                    Mads Jakobsen\nBorgmester                       Kommunaldirektør\n\nBilag:\nNotat af 20. august 2018',
    ['Niels Lynghøj | Borgmester', 'Mads Jakobsen | Kommunaldirektør'],
  ],
  ['all on one line', 'Mvh Karen Holm, faglig leder, tlf. 7249 6213', ['Karen Holm | faglig leder']],
  [
    'columns that come near each other',
    'Med venlig hilsen\n\nGrethe Holm Damgaard                     Niels Krogh\nFormand for Udvalget for Beskæftigelse   Beskæftigelseschef',
    ['Grethe Holm Damgaard | Formand for Udvalget for Beskæftigelse', 'Niels Krogh | Beskæftigelseschef'],
  ],
  [
    'whom it is signed for, above',
    'Med venlig hilsen\n\nFor borgmester Allan Krag\n\nJeanette Holm\nArbejdsmarkedsdirektør',
    ['*Jeanette Holm | Arbejdsmarkedsdirektør'],
  ],
  ['approved by', 'Med venlig hilsen\n\nGodkendt af\nVibe Agger\nCenterchef', ['Vibe Agger | Centerchef']],
  ['only a slash', '/Anne Mette Skov', ['Anne Mette Skov']],
  ['a title no list knows', 'Venlig hilsen\n\nBo Lund\nOverlæge', ['Bo Lund | Overlæge']],
  ['the town below', 'Venlig hilsen\n\nBo Lund\nKøge', ['Bo Lund']],
  ['scanned closing', 'Med venIig hi1sen\n\nBo Lund', ['Bo Lund']],
  [
    'bars in a mail footer',
    'Mvh\n\nLone Hald | Jobcenterchef | Jobcenter Køge',
    ['Lone Hald | Jobcenterchef'],
  ],
  ['digitally', 'Digitalt underskrevet af Lone Hald den 3. maj 2018', ['Lone Hald']],
  ['party', 'Venlig hilsen\n\nLone Hald (V)\nBorgmester', ['Lone Hald | Borgmester']],
  ['degree', 'Venlig hilsen\n\nLone Hald, cand.jur., kontorchef', ['Lone Hald | cand.jur., kontorchef']],
  [
    'two on one line',
    'Venlig hilsen\n\nBorgmester Jens Ive / Kommunaldirektør Bo Lund',
    ['Jens Ive | Borgmester', 'Bo Lund | Kommunaldirektør'],
  ],
  [
    'name and title in each column',
    'Venlig hilsen\n\nJens Ive, borgmester\tBo Lund, kommunaldirektør',
    ['Jens Ive | borgmester', 'Bo Lund | kommunaldirektør'],
  ],
  ['unit below', 'Venlig hilsen\n\nBo Lund\nCenterchef\nCenter for Job og Ydelse', ['Bo Lund | Centerchef']],
  [
    'unit and municipality below',
    'Venlig hilsen\n\nBo Lund\nDirektør\nBørn, Unge og Kultur\nKøge Kommune',
    ['Bo Lund | Direktør'],
  ],
  [
    'unit on the same line',
    'Venlig hilsen\n\nBo Lund\nKoncernchef, Arbejdsmarked, Køge Kommune',
    ['Bo Lund | Koncernchef'],
  ],
  [
    'topics on the same line',
    'Venlig hilsen\n\nBo Lund\nDirektør for Børn, Unge og Kultur',
    ['Bo Lund | Direktør for Børn, Unge og Kultur'],
  ],
  ['chief of', 'Venlig hilsen\n\nBo Lund\nChef for Jobcenter Vest', ['Bo Lund | Chef for Jobcenter Vest']],
  ['underskrevet af', 'Underskrevet af:\n\nBo Lund\nJobchef', ['Bo Lund | Jobchef']],
  ['surname like a street', 'Venlig hilsen\n\nSøren Gade\nJobchef', ['Søren Gade | Jobchef']],
  ['name like a month', 'Venlig hilsen\n\nMaj August Juul\nJobchef', ['Maj August Juul | Jobchef']],
  ['signers and copies', 'Venlig hilsen\n\nBo Lund\nJobchef\n\nCc: Direktør Jens Ive', ['Bo Lund | Jobchef']],
  ['name over title', 'Med venlig hilsen\n\nJens Ive\nBorgmester', ['Jens Ive | Borgmester']],
  ['blank lines between', 'Med venlig hilsen\n\n\nJens Ive\n\nBorgmester', ['Jens Ive | Borgmester']],
  ['title over name', 'Venlig hilsen\n\nBorgmester\nJens Ive', ['Jens Ive | Borgmester']],
  [
    'two, title over name',
    'Venlig hilsen\n\nBorgmester\nJens Ive\n\nVicekommunaldirektør\nBirgitte N. Lundgren',
    ['Jens Ive | Borgmester', 'Birgitte N. Lundgren | Vicekommunaldirektør'],
  ],
  [
    'two, name over title',
    'Venlig hilsen\n\nJens Ive\nBorgmester\n\nBirgitte N. Lundgren\nVicekommunaldirektør',
    ['Jens Ive | Borgmester', 'Birgitte N. Lundgren | Vicekommunaldirektør'],
  ],
  ['comma', 'Mvh.\n\nJens Ive, borgmester', ['Jens Ive | borgmester']],
  ['title first on the line', 'Mvh\n\nBorgmester Jens Ive', ['Jens Ive | Borgmester']],
  ['dash', 'Venlig hilsen\nMette Holm – Jobcenterchef', ['Mette Holm | Jobcenterchef']],
  ['bar', 'Venlig hilsen\nMette Holm | Jobcenterchef', ['Mette Holm | Jobcenterchef']],
  ['parentheses', 'Venlig hilsen\nMette Holm (jobcenterchef)', ['Mette Holm | jobcenterchef']],
  ['title and colon', 'Venlig hilsen\nJobcenterchef: Mette Holm', ['Mette Holm | Jobcenterchef']],
  [
    'signer after the closing words',
    'Med venlig hilsen, Mette Holm\nJobcenterchef',
    ['Mette Holm | Jobcenterchef'],
  ],
  [
    'signer and title after the closing words',
    'Med venlig hilsen Mette Holm, jobcenterchef',
    ['Mette Holm | jobcenterchef'],
  ],
  [
    'tabs',
    'Venlig hilsen\n\nLisbeth Krag Thuesen\tTorben Vestermark\nBorgmester\tBeskæftigelseschef',
    ['Lisbeth Krag Thuesen | Borgmester', 'Torben Vestermark | Beskæftigelseschef'],
  ],
  [
    'wide spaces',
    'Venlig hilsen\n\nLisbeth Krag Thuesen            Torben Vestermark\nBorgmester                      Beskæftigelseschef',
    ['Lisbeth Krag Thuesen | Borgmester', 'Torben Vestermark | Beskæftigelseschef'],
  ],
  [
    'three columns',
    'Venlig hilsen\n\nAnna Holm\tBent Krag\tCarl Lind\nBorgmester\tDirektør\tJobchef',
    ['Anna Holm | Borgmester', 'Bent Krag | Direktør', 'Carl Lind | Jobchef'],
  ],
  [
    'columns and slash',
    'Venlig hilsen\n\nAnna Holm\t/\tBent Krag\nBorgmester\t\tDirektør',
    ['Anna Holm | Borgmester', 'Bent Krag | Direktør'],
  ],
  [
    'name and title beside each other',
    'Venlig hilsen\n\nAnna Holm\tBorgmester\nBent Krag\tJobchef',
    ['Anna Holm | Borgmester', 'Bent Krag | Jobchef'],
  ],
  [
    'lost columns',
    'Venlig hilsen\n\nLisbeth Krag Thuesen Torben Vestermark\nBorgmester Beskæftigelseschef',
    ['Lisbeth Krag Thuesen | Borgmester', 'Torben Vestermark | Beskæftigelseschef'],
  ],
  [
    'title over two lines',
    'Venlig hilsen\n\nBent Jørgensen\nFormand for Beskæftigelses-\nog Socialudvalget',
    ['Bent Jørgensen | Formand for Beskæftigelses- og Socialudvalget'],
  ],
  [
    'title that goes on in lower case',
    'Venlig hilsen\n\nBent Jørgensen\nDirektør for Børn, Unge\nog Familie',
    ['Bent Jørgensen | Direktør for Børn, Unge og Familie'],
  ],
  [
    'title cut after for',
    'Venlig hilsen\n\nBent Jørgensen\nFormand for\nArbejdsmarkedsudvalget',
    ['Bent Jørgensen | Formand for Arbejdsmarkedsudvalget'],
  ],
  [
    'title of several words',
    'Venlig hilsen\n\nGudrun Lyngsø Ebbesen\nDirektør for Beskæftigelse og Erhverv',
    ['Gudrun Lyngsø Ebbesen | Direktør for Beskæftigelse og Erhverv'],
  ],
  [
    'for another, f /',
    'Venlig hilsen\n\nf / Bent Jørgensen\nFormand for Jobudvalget',
    ['*Bent Jørgensen | Formand for Jobudvalget'],
  ],
  ['for another, f.', 'Venlig hilsen\n\nf. Bent Jørgensen\nJobchef', ['*Bent Jørgensen | Jobchef']],
  [
    'for another, e.b.',
    'Venlig hilsen\n\ne.b. Hanne Midtgaard Kofoed\nKommunaldirektør',
    ['*Hanne Midtgaard Kofoed | Kommunaldirektør'],
  ],
  [
    'e.b. on its own line below another signer',
    'Venlig hilsen\n\nSteen Vindum Holm\nBorgmester\n\ne.b.\nGitte Frøkjær Toft\nArbejdsmarkedschef',
    ['Steen Vindum Holm | Borgmester', '*Gitte Frøkjær Toft | Arbejdsmarkedschef'],
  ],
  [
    'e.b. on its own line',
    'Venlig hilsen\n\nE.b.\nHanne Midtgaard Kofoed\nKommunaldirektør',
    ['*Hanne Midtgaard Kofoed | Kommunaldirektør'],
  ],
  ['p.v.', 'Venlig hilsen\n\np.v. Hanne Kofoed\nKommunaldirektør', ['*Hanne Kofoed | Kommunaldirektør']],
  ['p.b.v.', 'p.b.v.\n\nHanne Kofoed\nKommunaldirektør', ['Hanne Kofoed | Kommunaldirektør']],
  ['pva.', 'Venlig hilsen\n\npva. Hanne Kofoed\nKommunaldirektør', ['*Hanne Kofoed | Kommunaldirektør']],
  [
    'på vegne af',
    'Venlig hilsen\n\nPå vegne af Hanne Kofoed\nKommunaldirektør',
    ['*Hanne Kofoed | Kommunaldirektør'],
  ],
  [
    'på vegne af another who is named',
    'Venlig hilsen\n\npå vegne af borgmester Lis Bo Holm\n\nHanne Kofoed\nKommunaldirektør',
    ['*Hanne Kofoed | Kommunaldirektør'],
  ],
  [
    'for borgmesteren',
    'Venlig hilsen\n\nFor borgmesteren\n\nHanne Kofoed\nKommunaldirektør',
    ['*Hanne Kofoed | Kommunaldirektør'],
  ],
  ['sign. behind', 'Venlig hilsen\n\nJens Ive (sign.)\nBorgmester', ['Jens Ive | Borgmester']],
  ['sign. before', 'Venlig hilsen\n\nsign. Jens Ive\nBorgmester', ['Jens Ive | Borgmester']],
  [
    'slash before',
    'Venlig hilsen\n\nTroels Lund Poulsen\n\n/ Rikke Sørensen',
    ['Troels Lund Poulsen', 'Rikke Sørensen'],
  ],
  [
    'slash and title',
    'Venlig hilsen\n\nTroels Lund Poulsen\n/ Rikke Sørensen, fuldmægtig',
    ['Troels Lund Poulsen', 'Rikke Sørensen | fuldmægtig'],
  ],
  ['only a name', 'Venlig hilsen\n\nTroels Lund Poulsen', ['Troels Lund Poulsen']],
  ['two names without titles', 'Venlig hilsen\n\nAnna Holm\nBent Krag', ['Anna Holm', 'Bent Krag']],
  [
    'title above the first, below the second',
    'Venlig hilsen\n\nHandicapchef\nJ. P. Kvist-Jepsen\n\n/ Dorrit Sandbæk\n  specialkonsulent',
    ['J. P. Kvist-Jepsen | Handicapchef', 'Dorrit Sandbæk | specialkonsulent'],
  ],
  [
    'titles above both',
    'Venlig hilsen\n\nDirektør for Beskæftigelse og Borgerservice\nInge Maagaard\n\nJobcenterchef\nPoul-Erik Hvidtfeldt',
    ['Inge Maagaard | Direktør for Beskæftigelse og Borgerservice', 'Poul-Erik Hvidtfeldt | Jobcenterchef'],
  ],
  [
    'title over two lines in a column',
    'Venlig hilsen\n\nMartin Damsgaard\tEllen Thorup Krag\nborgmester\tformand for Beskæftigelses- og\n\tUddannelsesudvalget',
    [
      'Martin Damsgaard | borgmester',
      'Ellen Thorup Krag | formand for Beskæftigelses- og Uddannelsesudvalget',
    ],
  ],
  [
    'hyphen',
    'Venlig hilsen\n\nMette Gaarde-Fink\n\nKoncernchef\n\nArbejdsmarked, Faaborg-Midtfyn Kommune',
    ['Mette Gaarde-Fink | Koncernchef'],
  ],
  [
    'initials',
    'Venlig hilsen\n\nH.C. Ørsted-Jensen\nSocialdirektør',
    ['H.C. Ørsted-Jensen | Socialdirektør'],
  ],
  [
    'middle initial',
    'Venlig hilsen\n\nBirgitte N. Lundgren\nVicekommunaldirektør',
    ['Birgitte N. Lundgren | Vicekommunaldirektør'],
  ],
  ['particle', 'Venlig hilsen\n\nAnna von Sperling\nKontorchef', ['Anna von Sperling | Kontorchef']],
  ['particle de', 'Venlig hilsen\n\nMarie de Neergaard\nChefjurist', ['Marie de Neergaard | Chefjurist']],
  [
    'accents',
    'Venlig hilsen\n\nRené Müller-Sørensen\nJobcenterchef',
    ['René Müller-Sørensen | Jobcenterchef'],
  ],
  ['apostrophe', 'Venlig hilsen\n\nSean O’Brien Holm\nTeamleder', ['Sean O’Brien Holm | Teamleder']],
  ['hyphenated first names', 'Venlig hilsen\n\nHans-Henrik Bæk\nRådmand', ['Hans-Henrik Bæk | Rådmand']],
  ['short name', 'Venlig hilsen\n\nBo Ib\nRådmand', ['Bo Ib | Rådmand']],
  ['acting', 'Venlig hilsen\n\nOle Brandstrup\nKst. jobcenterchef', ['Ole Brandstrup | Kst. jobcenterchef']],
  [
    'acting, one line',
    'Venlig hilsen\n\nOle Brandstrup, fungerende direktør',
    ['Ole Brandstrup | fungerende direktør'],
  ],
  [
    'deputy mayor on a line',
    'Venlig hilsen\n\nOle Brandstrup\n1. viceborgmester',
    ['Ole Brandstrup | 1. viceborgmester'],
  ],
  [
    'two initials, like items of a list',
    'Venlig hilsen\n\nH. P. Brandstrup\nBorgmester',
    ['H. P. Brandstrup | Borgmester'],
  ],
  [
    'deputy mayor',
    'Venlig hilsen\n\nOle Brandstrup, 1. viceborgmester',
    ['Ole Brandstrup | 1. viceborgmester'],
  ],
  ['chair', 'Venlig hilsen\n\nOle Brandstrup\nUdvalgsformand', ['Ole Brandstrup | Udvalgsformand']],
  [
    'faglig leder',
    'Venlig hilsen\n\nOle Brandstrup\nFaglig leder, Jobcenter Køge',
    ['Ole Brandstrup | Faglig leder'],
  ],
  [
    'unit between name and title',
    'Venlig hilsen\n\nOle Brandstrup\nCenter for Arbejdsmarked\nCenterchef',
    ['Ole Brandstrup | Centerchef'],
  ],
  [
    'kommunens vegne',
    'På kommunens vegne\n\nOle Brandstrup\nKommunaldirektør',
    ['Ole Brandstrup | Kommunaldirektør'],
  ],
  ['hilsner', 'De bedste hilsner\n\nOle Brandstrup\nKommunaldirektør', ['Ole Brandstrup | Kommunaldirektør']],
  ['english', 'Kind regards\n\nOle Brandstrup\nKommunaldirektør', ['Ole Brandstrup | Kommunaldirektør']],
  [
    'closing twice over a page break',
    'Venlig hilsen\n\nVenlig hilsen\n\n\nJoy Mogensen\nBorgmester',
    ['Joy Mogensen | Borgmester'],
  ],
  [
    'image caption',
    "Venlig hilsen\n\nA handwritten signature in blue ink, appearing to be 'Jens Ive', on a light blue background.\n\nJens Ive\nBorgmester",
    ['Jens Ive | Borgmester'],
  ],
  [
    'electronically',
    'Venlig hilsen\n\nJens Ive\nBorgmester\n\nDokumentet er underskrevet elektronisk',
    ['Jens Ive | Borgmester'],
  ],
  [
    'e-mail footer',
    'Mvh\n\nLone Hald Kristensen\nJobcenterchef\nJobcenter Køge\nDirekte tlf. 56 67 68 92\nlone.hald@koege.dk\nKøge Kommune · Torvet 1 · 4600 Køge\nwww.koege.dk',
    ['Lone Hald Kristensen | Jobcenterchef'],
  ],
  [
    'first name, then the footer',
    'Mvh Lone\n\nLone Hald Kristensen\nJobcenterchef\nJobcenter Køge',
    ['Lone Hald Kristensen | Jobcenterchef'],
  ],
  [
    'slogan',
    'Venlig hilsen\n\nLone Hald\nJobcenterchef\n\nSammen Skaber Vi Fremtiden',
    ['Lone Hald | Jobcenterchef'],
  ],
  [
    'annex with a name',
    'Venlig hilsen\n\nLone Hald\nJobcenterchef\n\nBilag 1: Samtaleplan\nKopi til:\nBent Krag\nDirektør',
    ['Lone Hald | Jobcenterchef'],
  ],
  ['bold marks', 'Venlig hilsen\n\n**Lone Hald**\n*Jobcenterchef*', ['Lone Hald | Jobcenterchef']],
  ['capitals', 'Venlig hilsen\n\nLONE HALD\nJobcenterchef', ['LONE HALD | Jobcenterchef']],
  [
    'no closing words',
    'Niels Ulrik Strandgaard\nBorgmester\n\n\ne.b. Hanne Midtgaard Kofoed\nKommunaldirektør',
    ['Niels Ulrik Strandgaard | Borgmester', '*Hanne Midtgaard Kofoed | Kommunaldirektør'],
  ],
  [
    'footer of the page behind',
    'Venlig hilsen\n\nBent Krag\nJobchef\n\nSide 3/3\nÅbningstider: Mandag-onsdag kl. 9.30-15.00',
    ['Bent Krag | Jobchef'],
  ],
  [
    'both on one line with og',
    'Venlig hilsen\n\nJens Ive og Birgitte N. Lundgren',
    ['Jens Ive', 'Birgitte N. Lundgren'],
  ],
  [
    'minister with title',
    'Venlig hilsen\n\nMads Thorlund Bech\nBeskæftigelsesminister',
    ['Mads Thorlund Bech | Beskæftigelsesminister'],
  ],
  ['authority', 'Venlig hilsen\n\nFor Ankestyrelsen\n\nKaren Holm\nKontorchef', ['Karen Holm | Kontorchef']],
  [
    'title and name in one lost line',
    'Venlig hilsen\n\nJoy Mogensen Borgmester',
    ['Joy Mogensen | Borgmester'],
  ],
  [
    'phone between signers',
    'Venlig hilsen\n\nJens Ive\nBorgmester\nTlf. 46 11 20 00\n\nBirgitte Lundgren\nKommunaldirektør\nTlf. 46 11 20 01',
    ['Jens Ive | Borgmester', 'Birgitte Lundgren | Kommunaldirektør'],
  ],
]

describe('signature blocks', () => {
  test.each(blocks)('%s', (_, foot, expected) => {
    expect(signers(foot)).toEqual(expected)
  })
})

// customs whose columns a wrong structure loses for good are left out here
describe('the same blocks where the structure recognised nothing', () => {
  test.each(blocks)('%s', (_, foot, expected) => {
    expect(signers(foot, unstructured)).toEqual(expected)
  })
})

describe('what is no signature', () => {
  test.each([
    ['nothing', ''],
    ['only closing words', 'Med venlig hilsen'],
    ['an organisation', 'Med venlig hilsen\n\nKøge Kommune\nJobcenter Køge'],
    ['a unit', 'Med venlig hilsen\n\nBorgmesterkontoret'],
    ['an address', 'Torvet 1\n4600 Køge\nTlf. 56 67 67 67'],
    ['a slogan', 'Med venlig hilsen\n\nJob Og Uddannelse'],
    ['an annex', 'Bilag 1: Samtaleplan 2017'],
    ['a caseworker to call', 'Kontaktperson: Bent Krag, konsulent\nTlf. 56 67 67 67'],
    ['a house', 'Med venlig hilsen\n\nUngdommens Hus'],
    ['a team', 'Med venlig hilsen\n\nTeam Sygedagpenge'],
    ['copies', 'Kopi til: Bent Krag, direktør'],
    ['an electronic note', 'Med venlig hilsen\n\nDokumentet er underskrevet elektronisk'],
    ['opening hours', 'Med venlig hilsen\n\nÅbningstider\nMandag-torsdag 10-15\nFredag 10-14'],
    [
      'a caption',
      "Med venlig hilsen\n\nA handwritten signature in blue ink, appearing to be 'Jens Ive', on a light blue background.",
    ],
  ])('%s', (_, foot) => {
    for (const read of [structured, unstructured]) {
      expect(signers(foot, read)).toEqual([])
      expect(findSignatories(frameOf(read(body + foot))).issues.map((issue) => issue.code)).toEqual([
        'unsigned',
      ])
    }
  })
})
