import { deflateSync } from 'node:zlib'

/** An object of a PDF: its text, or its dictionary (without `Length`) and the bytes of its stream. */
export type PdfObject = string | { dictionary: string; stream: Uint8Array | string; length?: number | string }

type Parts = {
  /** Entries of the trailer besides /Size and /Root. */
  trailer?: string
  /** Added to every place in the table of objects, and to that of the table itself. */
  shift?: number
  startxref?: number
}

/** A PDF of these objects, numbered from 1; the first is the catalogue. Its table of objects is right. */
export function madePdf(objects: PdfObject[], { trailer = '', shift = 0, startxref }: Parts = {}): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n%\u00e6\u00f8\u00e5\n', 'latin1')]
  let size = (parts[0] as Buffer).length
  const places = objects.map((object, at) => {
    const place = size
    const bytes = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      objectBytes(object),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(bytes)
    size += bytes.length
    return place + shift
  })
  const table = places.map((place) => `${String(Math.max(0, place)).padStart(10, '0')} 00000 n \n`)
  const count = objects.length + 1
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${startxref ?? size + shift}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

function objectBytes(object: PdfObject): Buffer {
  if (typeof object === 'string') return Buffer.from(object, 'latin1')
  const stream = Buffer.from(object.stream as Uint8Array)
  const head = `<< /Length ${object.length ?? stream.length} ${object.dictionary} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), stream, Buffer.from('\nendstream')])
}

/** A compressed stream. */
export const packed = (stream: Uint8Array | string, dictionary = ''): PdfObject => ({
  dictionary: `/Filter /FlateDecode ${dictionary}`,
  stream: deflateSync(stream),
})

/** A letter of the kind that municipalities send, long enough to be told for one. */
export const letterLines = [
  'Køge Kommune',
  'Til Beskæftigelsesministeriet',
  '8. august 2018',
  'Redegørelse om rettidighed',
  'Kære minister',
  'Køge Kommune har modtaget jeres brev af 9. april 2018.',
  'Vi ansætter to jobkonsulenter senest den 1. marts 2019.',
  'Kommunen følger op på samtalerne hver 14. dag.',
  'Med venlig hilsen',
  'Bjarne Andersen',
  'Arbejdsmarkedschef',
]

/** What draws lines of text below each other, in the font /F1. */
export const textOperators = (lines: string[] = letterLines): Buffer =>
  Buffer.from(
    `BT /F1 11 Tf 14 TL 72 760 Td ${lines
      .map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`)
      .join(' ')} ET`,
    'latin1',
  )

export const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

/**
 * The objects of a PDF with one page, each of which can be replaced by its number: 1 catalogue, 2 page tree, 3 page,
 * 4 contents, 5 font; further ones follow.
 */
export function onePage(replaced: Record<number, PdfObject> = {}, more: PdfObject[] = []): PdfObject[] {
  const objects: PdfObject[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    packed(textOperators()),
    helvetica,
    ...more,
  ]
  return objects.map((object, at) => replaced[at + 1] ?? object)
}

/** A page that shows one image (object 6) all over. */
export const imagePage =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im 6 0 R >> >> >>'
export const imageOperators: PdfObject = { dictionary: '', stream: 'q 595 0 0 842 0 0 cm /Im Do Q' }
