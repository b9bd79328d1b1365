/**
 * `npm run score:scans`: how well scanned letters are read: the error rate of their body text (as in `pdf-text.ts`),
 * and the F1 of their commitments beside that of the same letter's PDF with text. The commitments of the text file
 * stand for the truth here: what is measured is what is lost by scanning alone. `-- --verbose`: where text and
 * commitments differ.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printLines, printTable } from '../../cli/output.ts'
import { packageRoot } from '../../data/load.ts'
import { extractLetter } from '../../extractors/extract-letter.ts'
import { splitLetters } from '../../extractors/split/split-letters.ts'
import { structureLetter } from '../../extractors/structure/structure-letter.ts'
import { readPdf } from '../../pipeline/read/pdf.ts'
import { closeRecognisers } from '../../pipeline/read/scan/recognise.ts'
import type { Commitment } from '../../schemas/commitment.ts'
import type { Page } from '../../schemas/page.ts'
import { bodyOf, differences } from './body-text.ts'

const folder = join(packageRoot, 'test/letters/pdf')
const lostAtMost = 0.03
const scans = [
  { name: 'scan-koege', text: 'koege', goal: 0.003, lost: lostAtMost },
  { name: 'scan-roskilde-200', text: 'roskilde', goal: 0.003, lost: lostAtMost },
  { name: 'scan-roskilde-fax', text: 'roskilde', goal: 0.003, lost: lostAtMost },
  { name: 'scan-koege-bad', text: 'koege', goal: 0.05, lost: null },
]

const read = async (name: string) => (await readPdf(readFileSync(join(folder, `${name}.pdf`)))).pages

const commitmentsOf = (pages: Page[]): Commitment[] =>
  splitLetters(pages).flatMap(({ lines }) => extractLetter(structureLetter(lines)).commitments)

/** Words and figures of a commitment, as the scorer counts them. */
const tokens = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))

function alike(a: Commitment, b: Commitment): boolean {
  const [first, second] = [tokens(a.quote), tokens(b.quote)]
  const shared = [...first].filter((token) => second.has(token)).length
  const dates = ({ times }: Commitment) => times.map(({ start, end }) => `${start}/${end}`).join()
  return shared >= 0.6 * Math.max(first.size, second.size) && a.kind === b.kind && dates(a) === dates(b)
}

/** The F1 of what a scan says against what the text says, kind and dates included, and the differences. */
function compare(scan: Commitment[], text: Commitment[]): { f1: number; parts: string[] } {
  const missed: Commitment[] = []
  const left = [...scan]
  for (const one of text) {
    const at = left.findIndex((other) => alike(one, other))
    if (at < 0) missed.push(one)
    else left.splice(at, 1)
  }
  const hits = text.length - missed.length
  const parts = [...missed.map(({ quote }) => `  - ${quote}`), ...left.map(({ quote }) => `  + ${quote}`)]
  return { f1: (2 * hits) / Math.max(1, scan.length + text.length), parts }
}

const rows: string[][] = []
for (const { name, text, goal, lost } of scans) {
  const pages = await read(name)
  const truth = readFileSync(join(folder, `${text}.truth.txt`), 'utf8')
  const { distance, length, parts } = differences(bodyOf(pages, truth), truth)
  const commitments = compare(commitmentsOf(pages), commitmentsOf(await read(text)))
  const reached = distance / length <= goal && (lost === null || 1 - commitments.f1 <= lost)
  if (!reached) process.exitCode = 1
  const rate = `${((100 * distance) / length).toFixed(2)} %`
  const grades = pages.map((page) => page.scan?.grade ?? 'text').join(' ')
  rows.push([name, rate, `${goal * 100} %`, commitments.f1.toFixed(3), grades, reached ? 'yes' : 'NO'])
  if (process.argv.includes('--verbose')) printLines([`\n${name}`, ...parts, ...commitments.parts])
}
await closeRecognisers()
printTable(['SCAN', 'ERROR', 'GOAL', 'COMMITMENTS F1', 'GRADES', 'REACHED'], rows)
