/** A picture as PDF takes it over, without being unpacked: `parts` lie under each other, each an image of its own. */
export type Picture = {
  width: number
  height: number
  /** Dots per inch across and down; null where the file does not say. */
  dpi: [number, number] | null
  /** Degrees clockwise by which it is to be turned. */
  turned: 0 | 90 | 180 | 270
  parts: PicturePart[]
}

/** `entries`: those of the PDF image's dictionary that tell how `data` are to be understood (ISO 32000-1, 8.9.5). */
export type PicturePart = { height: number; entries: string; data: Uint8Array }

/** A sheet's longer side in inches: what is smaller or larger has a wrong resolution written into it. */
const smallest = 5
const largest = 24
/** A4, of a picture that does not say how large it was. */
const usual = 11.69

/** Pictures as the pages of a PDF, so that all that is done with scanned pages is done with them. */
export function picturePdf(pictures: Picture[]): Uint8Array {
  const file = openPdf()
  const pageNumbers = pictures.map((picture) => addPage(file, picture))
  const kids = pageNumbers.map((number) => `${number} 0 R`).join(' ')
  file.object(1, '<< /Type /Catalog /Pages 2 0 R >>')
  file.object(2, `<< /Type /Pages /Count ${pictures.length} /Kids [${kids}] >>`)
  return file.close()
}

function addPage(file: PdfFile, picture: Picture): number {
  const [width, height] = sizeInPoints(picture)
  let top = 0
  const drawn: string[] = []
  const images = picture.parts.map((part, at) => {
    const tall = (part.height / picture.height) * height
    top += tall
    drawn.push(`q ${width} 0 0 ${tall} 0 ${height - top} cm /I${at} Do Q`)
    const size = `/Width ${picture.width} /Height ${part.height}`
    return `/I${at} ${file.stream(`/Type /XObject /Subtype /Image ${size} ${part.entries}`, part.data)} 0 R`
  })
  const contents = file.stream('', Buffer.from(drawn.join('\n'), 'latin1'))
  const box = `/MediaBox [0 0 ${width} ${height}] /Rotate ${picture.turned}`
  const resources = `/Resources << /XObject << ${images.join(' ')} >> >>`
  return file.add(`<< /Type /Page /Parent 2 0 R ${box} ${resources} /Contents ${contents} 0 R >>`)
}

/** The size of the sheet that was scanned, in points. */
function sizeInPoints({ width, height, dpi }: Picture): [number, number] {
  const inches = dpi && [width / dpi[0], height / dpi[1]]
  const longest = inches && Math.max(...inches)
  const scale = usual / Math.max(width, height)
  const size = longest && longest >= smallest && longest <= largest ? inches : [width * scale, height * scale]
  return size.map((inch) => Math.round(inch * 72 * 1000) / 1000) as [number, number]
}

type PdfFile = ReturnType<typeof openPdf>

/** A PDF that is written object by object; 1 is the catalogue, 2 the list of pages. */
function openPdf() {
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.7\n', 'latin1')]
  let length = pieces[0]?.length ?? 0
  const places: number[] = []
  const write = (piece: string | Uint8Array) => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
    pieces.push(bytes)
    length += bytes.length
  }
  let last = 2
  const object = (number: number, ...body: (string | Uint8Array)[]): number => {
    places[number] = length
    write(`${number} 0 obj\n`)
    for (const piece of body) write(piece)
    write('\nendobj\n')
    return number
  }
  return {
    object,
    add: (body: string) => object(++last, body),
    stream: (entries: string, data: Uint8Array) =>
      object(++last, `<< ${entries} /Length ${data.length} >>\nstream\n`, data, '\nendstream'),
    close: () => {
      const start = length
      const rows = Array.from(
        { length: last },
        (_, at) => `${String(places[at + 1]).padStart(10, '0')} 00000 n \n`,
      )
      write(`xref\n0 ${last + 1}\n0000000000 65535 f \n${rows.join('')}`)
      write(`trailer\n<< /Size ${last + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
      return new Uint8Array(Buffer.concat(pieces))
    },
  }
}
