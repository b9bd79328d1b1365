/**
 * `npm run score:pdf`: how much of the body text of the laid-out PDFs is read wrongly, against the texts that they were
 * made from. Both are compared as one string with single spaces. The body is all that the structure step finds, in
 * its order, without what belongs to the page (`furniture`); of a letterhead, which has no order, only the lines count
 * that the true text has. The rate is the edit distance by the length of the true text. Two more columns: what
 * reading takes beside plain pdf.js on the same file. `-- --verbose`: where the two differ.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printLines, printTable } from '../../cli/output.ts'
import { packageRoot } from '../../data/load.ts'
import { readPdf } from '../../pipeline/read/pdf.ts'
import { bodyOf, differences } from './body-text.ts'

const goal = 0.015
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
