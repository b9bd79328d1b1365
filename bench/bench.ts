import { printLines, printTable } from '../cli/output.ts'
import { measureLetters, measurePdf, stageMedian, stages } from './extraction.ts'
import { median } from './measure.ts'
import { measureStartUp } from './start-up.ts'
import { measureTimes } from './times.ts'

const ms = (figure: number): string => `${figure.toFixed(figure < 10 ? 2 : 0)} ms`
const kept = (good: boolean): string => (good ? 'yes' : 'NO')

/** Prints what the program takes beside its goals, and where the time of the extraction goes. */
async function bench(): Promise<void> {
  const letters = await measureLetters()
  const pdf = await measurePdf()
  const times = await measureTimes()
  const { help, node, npx } = measureStartUp()
  const perLetter = median(letters.map(({ total }) => total))
  const slowest = letters.toSorted((a, b) => b.total - a.total)[0]

  printTable(
    ['MEASURE', 'FIGURE', 'GOAL', 'KEPT'],
    [
      [
        `extraction of a letter, median of ${letters.length}, warm`,
        ms(perLetter),
        '<= 5 ms',
        kept(perLetter <= 5),
      ],
      ...pdf.map(({ file, reading, extraction }) => [
        `${file}: extraction ${ms(extraction)} / pdf-parse ${ms(reading)}`,
        (extraction / reading).toFixed(2),
        '<= 0.25',
        kept(extraction <= reading / 4),
      ]),
      [
        `--help ${ms(help)} / node -e 0 ${ms(node)}`,
        (help / node).toFixed(2),
        '<= 3',
        kept(help <= node * 3),
      ],
      ['the same through npx', ms(npx), '-', '-'],
      [
        `times: Danish ${millions(times.danish)} / chrono de strict ${millions(times.chrono)}`,
        (times.danish / times.chrono).toFixed(2),
        '-',
        '-',
      ],
    ],
  )
  printLines([''])
  printTable(
    ['STAGE', 'MEDIAN PER LETTER', 'SHARE'],
    stages.map((stage) => {
      const sum = letters.reduce((all, letter) => all + letter.stages[stage], 0)
      const total = letters.reduce((all, letter) => all + letter.total, 0)
      return [stage, ms(stageMedian(letters, stage)), `${((sum / total) * 100).toFixed(0)} %`]
    }),
  )
  if (slowest)
    printLines([
      '',
      `slowest letter: ${slowest.file}, ${slowest.characters} characters, ${ms(slowest.total)}`,
    ])
}

const millions = (perSecond: number): string => `${(perSecond / 1e6).toFixed(2)} M characters/s`

await bench()
