import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../data/load.ts'

const { municipalities } = JSON.parse(
  readFileSync(join(packageRoot, 'data/municipalities.json'), 'utf8'),
) as {
  municipalities: { name: string; officialName: string }[]
}
const months = 'januar februar marts april maj juni juli august september oktober november december'.split(
  ' ',
)
const first = 'Anne Bo Camilla Dorthe Erik Freja Gert Hanne Ib Jytte Karl Lone Morten Nina Ole Pia'.split(' ')
const last = 'Andersen Bech Christensen Dahl Eriksen Friis Green Holm Iversen Juhl Krogh Lund Møller'.split(
  ' ',
)
const titles = ['Jobcenterchef', 'Arbejdsmarkedschef', 'Direktør', 'Afdelingsleder', 'Borgmester']
const groups = ['dagpengeledige', 'sygedagpengemodtagere', 'kontanthjælpsmodtagere', 'unge under 30 år']

/** What a municipality does, and when; `$day`, `$month`, `$n` and `$group` differ from letter to letter. */
const measures = [
  'Vi ansætter $n nye medarbejdere pr. $day, som udelukkende arbejder med $group.',
  'Jobcenteret indfører senest den $day en fast arbejdsgang for indkaldelse til samtaler.',
  'Ledelsen gennemgår lister over $group hver $n. uge og følger op over for den enkelte medarbejder.',
  'Kommunen skifter i $month til et nyt fagsystem, som giver besked, når fristen for en samtale nærmer sig.',
  'Alle medarbejdere bliver i løbet af $month undervist i reglerne om rettidighed.',
  'Vi har siden $month haft et særligt team, som indkalder $group til samtaler.',
  'Der er etableret et tæt samarbejde med a-kasserne om fælles samtaler, som udvides inden udgangen af $month.',
  'Det er vores forventning, at $n0 pct. af $group inden den $day får deres samtaler rettidigt.',
]
const remarks = [
  'Vi beklager, at $group ikke i alle tilfælde har fået den indsats, som de har ret til efter loven.',
  'Antallet af $group er steget med $n pct. siden sidste år, og det har lagt pres på samtalerne.',
  'En gennemgang af $n0 sager viser, at de fleste forsinkelser skyldes sygdom og ferie hos medarbejderne.',
  'Kommunen har i perioden haft vanskeligt ved at rekruttere medarbejdere med den rette baggrund.',
  'Indsatsen tilrettelægges efter den enkeltes behov og i dialog med virksomhederne i området.',
  'Tallene fra jobindsats.dk viser en fremgang, men ikke i det omfang, som vi havde ventet.',
]

/**
 * A letter that never was: a municipality's statement to the minister, of about two pages. The same `number` gives the
 * same letter, and no two are alike enough to be copies of each other.
 */
export function madeLetter(number: number): string {
  const random = randomFrom(number + 1)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const upTo = (most: number) => 1 + Math.floor(random() * most)
  const { officialName } = municipalities[number % municipalities.length] as (typeof municipalities)[number]
  const year = 2016 + (Math.floor(number / municipalities.length) % 8)
  const day = (of: number) => `${upTo(28)}. ${pick(months)} ${of}`
  const fill = (text: string) =>
    text
      .replaceAll('$day', () => day(year + 1))
      .replaceAll('$month', () => `${pick(months)} ${year + 1}`)
      .replaceAll('$group', () => pick(groups))
      .replaceAll('$n', () => String(upTo(9)))
  const words = () => Array.from({ length: 4 }, () => madeWord(random)).join(' ')
  const paragraph = () =>
    `${fill(pick(remarks))} Det gælder især i ${words()}. ${fill(pick(measures))} ${fill(pick(remarks))}`
  const items = Array.from({ length: 4 }, () => `- ${fill(pick(measures))}`)
  const name = `${pick(first)} ${pick(last)}`
  return [
    officialName,
    'Rådhuspladsen 1',
    '',
    'Beskæftigelsesministeren',
    'Holmens Kanal 20, 1060 København K',
    '',
    `Dato: ${day(year)}`,
    `Sagsnr.: ${year}-${String(number).padStart(6, '0')}-${upTo(9)}`,
    '',
    `Redegørelse om rettidighed i indsatsen for ${pick(groups)}`,
    '',
    'Kære minister',
    '',
    `Du har i dit brev af ${day(year)} bedt ${officialName} om en redegørelse for indsatsen.`,
    '',
    ...Array.from({ length: 6 }, () => [paragraph(), '']).flat(),
    'Kommunen iværksætter følgende initiativer:',
    '',
    ...items,
    '',
    ...Array.from({ length: 5 }, () => [paragraph(), '']).flat(),
    'Med venlig hilsen',
    '',
    name,
    pick(titles),
    '',
  ].join('\n')
}

const syllables = 'ba ke li mo nu ra se ti vo ga de fi ho ju la me ny på rø sæ'.split(' ')
const madeWord = (random: () => number): string =>
  Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join('')

/** Numbers from 0 to 1 that a seed always gives in the same order. @source mulberry32, Tommy Ettinger */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
