/**
 * `npm run score:pdf`: how much of the body text of the laid-out PDFs is read wrongly, against the texts that they were
 * made from. Both are compared as one string with single spaces. The body is all that the structure step finds, in
 * its order, without what belongs to the page (`furniture`); of a letterhead, which has no order, only the lines count
 * that the true text has. The rate is the edit distance by the length of the true text. Then the figures of the scorer
 * that are not the same for a letter as PDF and as text. `-- --verbose`: where the texts differ. `-- FOLDER`: other
 * PDFs, each with its true text beside it (NAME.truth.txt).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printLines, printTable } from '../../cli/output.ts'
import { packageRoot } from '../../data/load.ts'
import { readPdf } from '../../pipeline/read/pdf.ts'
import { bodyOf, differences } from './body-text.ts'
import { compareFigures } from './pdf-figures.ts'

const goal = 0.015
const goalOfFigures = 0.01
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const verbose = process.argv.includes('--verbose')
const rows: string[][] = []

for (const folder of folders.length > 0 ? folders : [join(packageRoot, 'test/letters/pdf')])
  for (const name of readdirSync(folder).sort()) {
    const truthFile = join(folder, name.replace(/\.pdf$/, '.truth.txt'))
    if (!name.endsWith('.pdf') || name.startsWith('scan-') || !existsSync(truthFile)) continue
    const truth = readFileSync(truthFile, 'utf8')
    const { pages } = await readPdf(readFileSync(join(folder, name)))
    const { distance, length, parts } = differences(bodyOf(pages, truth), truth)
    const rate = distance / length
    if (rate > goal) process.exitCode = 1
    rows.push([name, `${distance}`, `${length}`, `${(rate * 100).toFixed(2)} %`, rate <= goal ? 'yes' : 'NO'])
    if (verbose) printLines([`\n${name}`, ...parts])
  }

printTable(['FILE', 'WRONG', 'CHARACTERS', 'RATE', `<= ${goal * 100} %`], rows)

const figures = await compareFigures()
const apart = figures.flatMap(({ file, figure, text, pdf }) => {
  if (text === pdf) return []
  const difference = Math.abs((text ?? 0) - (pdf ?? 0))
  if (difference > goalOfFigures) process.exitCode = 1
  const kept = difference <= goalOfFigures ? 'yes' : 'NO'
  return [[file, figure, text?.toFixed(3) ?? '-', pdf?.toFixed(3) ?? '-', difference.toFixed(3), kept]]
})
printLines([
  '',
  `${figures.length - apart.length} of ${figures.length} figures are the same as PDF and as text`,
])
if (apart.length > 0)
  printTable(['FILE', 'FIGURE', 'TEXT', 'PDF', 'DIFFERENCE', `<= ${goalOfFigures}`], apart)
