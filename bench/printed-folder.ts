import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { packageRoot } from '../data/load.ts'
import { printedPdf } from './printed-pdf.ts'

const written = join(packageRoot, 'test/written')

/** Writes the annotated letters that others wrote (some 700, no two alike) as PDFs into a folder. */
export async function writePrintedLetters(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const letters = readdirSync(written, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /letters.[^/\\]+\.txt$/.test(path),
  )
  for (const path of letters) {
    const name = `${dirname(dirname(path))}-${basename(path, '.txt')}.pdf`
    writeFileSync(join(folder, name), await printedPdf(readFileSync(join(written, path), 'utf8')))
  }
}
