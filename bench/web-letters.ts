import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { municipalities } from '../data/municipality-names.ts'

const months = ['januar', 'marts', 'maj', 'juni', 'august', 'oktober', 'november', 'december']
const units = ['jobcentret', 'virksomhedsservice', 'ydelsescentret', 'ungeenheden', 'visitationen']
const sentences = [
  (n: number, when: string, unit: string) =>
    `Vi vil ansætte ${n} nye medarbejdere i ${unit} senest den 1. ${when}.`,
  (n: number, _: string, unit: string) =>
    `Vi har udarbejdet en ny arbejdsgang for ${unit}, som omfatter ${n} sagstyper.`,
  (n: number, when: string) => `Vi vil senest den 15. ${when} have gennemgået ${n * 10} sager.`,
  (n: number, _: string, unit: string) =>
    `Teamlederen i ${unit} gennemgår hver ${n}. uge lister over manglende tilbud.`,
  (n: number, when: string) =>
    `Vi forventer, at lovgivningens krav er opfyldt inden udgangen af ${when}, gruppe ${n}.`,
  (n: number, when: string, unit: string) =>
    `Fra den 1. ${when} vil vi holde ${n} møder om måneden i ${unit}.`,
]

/** Some are about nothing that a rule takes for a promise: about twelve are found in each letter. */
const commitments = 16

/** Writes letters made of sentences that promise something, by all municipalities. @returns their paths */
export function writeLetters(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `brev-${String(index).padStart(4, '0')}.txt`)
    writeFileSync(path, letter(index))
    return path
  })
}

function letter(index: number): string {
  const all = municipalities()
  const municipality = all[index % all.length]
  const round = Math.floor(index / all.length)
  const year = 2016 + (round % 8)
  const promises = Array.from({ length: commitments }, (_, at) => {
    const sentence = sentences[(index + at) % sentences.length] as (typeof sentences)[number]
    const when = `${months[(index + at * 3) % months.length]} ${year + 1}`
    return sentence(2 + ((index * 7 + at * 5) % 40), when, units[(index + at) % units.length] ?? '')
  })
  return [
    municipality?.officialName,
    `Dato: ${1 + (index % 28)}. ${months[round % months.length]} ${year}`,
    `Sagsnr.: ${year}-${10000 + index}`,
    'Vedr.: Redegørelse om manglende aktiv indsats',
    'Kære beskæftigelsesminister',
    `Kommunen redegør hermed for de initiativer, som er sat i gang eller planlagt i sag ${index}.`,
    ...promises,
    'Med venlig hilsen',
    `Jens Hansen ${index}`,
    'Arbejdsmarkedschef',
  ].join('\n\n')
}
