import { deflateSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { textWidth } from '../pipeline/read/text-width.ts'

const size = 10.5
const leading = 14
const [left, top, width] = [70, 780, 455]
const linesOnPage = 50

/** A text as PDF: A4 pages in Helvetica, lines wrapped, the number of the page at its foot. */
export function madePdf(text: string): Buffer {
  const lines = text.split('\n').flatMap(wrapped)
  const pages = Array.from({ length: Math.max(1, Math.ceil(lines.length / linesOnPage)) }, (_, at) =>
    lines.slice(at * linesOnPage, (at + 1) * linesOnPage),
  )
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] >>`,
    ),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
  ]
  pages.forEach((page, at) => {
    const content = deflateSync(pageContent(page, `Side ${at + 1}/${pages.length}`))
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      ),
      Buffer.concat([
        Buffer.from(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`),
        content,
        Buffer.from('\nendstream'),
      ]),
    )
  })
  return withCrossReferences(objects)
}

function wrapped(line: string): string[] {
  const lines: string[] = []
  let open = ''
  for (const word of line.split(' ')) {
    const longer = open === '' ? word : `${open} ${word}`
    if ((textWidth(longer) / 1000) * size <= width) open = longer
    else {
      lines.push(open)
      open = word
    }
  }
  return [...lines, open]
}

function pageContent(lines: string[], foot: string): Buffer {
  const shown = (line: string) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj`
  const drawn = lines.map((line, at) => `1 0 0 1 ${left} ${top - at * leading} Tm ${shown(line)}`)
  const text = ['BT', `/F1 ${size} Tf`, ...drawn, `1 0 0 1 500 30 Tm ${shown(foot)}`, 'ET'].join('\n')
  return iconv.encode(text, 'windows-1252')
}

function withCrossReferences(objects: Buffer[]): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let at = (parts[0] as Buffer).length
  objects.forEach((object, index) => {
    offsets.push(at)
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    parts.push(whole)
    at += whole.length
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
