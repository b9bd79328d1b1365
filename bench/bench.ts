import { printLines, printTable } from '../cli/output.ts'
import { measureLetters, measurePdf, stageMedian, stages } from './extraction.ts'
import { median } from './measure.ts'
import { measureMemory } from './memory.ts'
import { measureStartUp } from './start-up.ts'
import { measurePdfThroughput, measureScanThroughput } from './throughput.ts'
import { measureTimes } from './times.ts'

const ms = (figure: number): string => `${figure.toFixed(figure < 10 ? 2 : 0)} ms`
const kept = (good: boolean): string => (good ? 'yes' : 'NO')

/** Prints what the program takes beside its goals, and where the time of the extraction goes. */
async function bench(): Promise<void> {
  // before other letters are read, as pdf-parse reads in a process of its own
  const pdf = await measurePdf()
  const letters = await measureLetters()
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

/** Prints what whole runs of `opfolg ingest` take, beside other programs on the same files in the same run. */
async function benchIngest(): Promise<void> {
  const pdfs = [
    ['annotated letters as printed PDF', await measurePdfThroughput('printed')],
    ['made letters, typeface not embedded', await measurePdfThroughput('made')],
  ] as const
  const cores = pdfs[0][1].cores
  const scans = await measureScanThroughput()
  const [one, many] = [await measureMemory(1), await measureMemory(1000)]
  const perSecond = (pages: number) => `${pages.toFixed(pages < 10 ? 2 : 0)} pages/s`
  const besides = (figure: number | null, own: number): [string, string] =>
    figure === null ? ['not installed', '-'] : [perSecond(figure), (own / figure).toFixed(2)]
  const goal = 0.8 * cores
  const memory = (figure: typeof one) =>
    figure
      ? `${figure.program.toFixed(0)} MB, each reader ${figure.reader.toFixed(0)} MB`
      : 'not measured here'
  printLines(['', `WHOLE RUNS of opfolg ingest on ${cores} cores`, ''])
  printTable(
    ['MEASURE', 'FIGURE', 'INGEST / THIS', 'GOAL', 'KEPT'],
    [
      ...pdfs.flatMap(([kind, pdf]) => [
        [`${kind}, ${pdf.pages} pages`, perSecond(pdf.ingest), '', '', ''],
        [
          '  plain pdf.js, one core',
          perSecond(pdf.pdfjs),
          (pdf.ingest / pdf.pdfjs).toFixed(2),
          `>= ${goal.toFixed(1)}`,
          kept(pdf.ingest / pdf.pdfjs >= goal),
        ],
        ['  pdftotext, one core', ...besides(pdf.pdftotext, pdf.ingest), '', ''],
      ]),
      [`scans, ${scans.pages} pages`, perSecond(scans.ingest), '', '', ''],
      ['  native tesseract, one core', ...besides(scans.tesseract, scans.ingest), '', ''],
      ['peak memory, 1 letter', memory(one), '', '', ''],
      ['peak memory, 1,000 letters', memory(many), '', '', ''],
    ],
  )
}

const millions = (perSecond: number): string => `${(perSecond / 1e6).toFixed(2)} M characters/s`

await bench()
await benchIngest()
