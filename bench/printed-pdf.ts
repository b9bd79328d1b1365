import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { pdfjsFile } from '../pipeline/read/pdf-resources.ts'

const font = (name: string): Buffer =>
  readFileSync(pdfjsFile(join('standard_fonts', `LiberationSans-${name}.ttf`)))
const [regular, bold] = [font('Regular'), font('Bold')]
const margins = { top: 70, bottom: 70, left: 70, right: 70 }

/**
 * A text as a PDF that a print driver writes: A4 pages, two typefaces of which the glyphs that are used are embedded with
 * a Unicode map, headings bold, lines wrapped.
 */
export function printedPdf(text: string): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margins, info: { Producer: 'bench' } })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.on('error', reject)
  })
  document.registerFont('regular', regular).registerFont('bold', bold).fontSize(10.5)
  const lines = text.split(/\r?\n/)
  lines.forEach((line, at) => {
    const alone = lines[at - 1]?.trim() === '' && lines[at + 1]?.trim() === ''
    const heading = at === 0 || (alone && line.length < 80 && !/[.:,]$/.test(line))
    document.font(heading ? 'bold' : 'regular').text(line.replaceAll('\t', '  ') || ' ', { lineGap: 2 })
  })
  document.end()
  return whole
}
