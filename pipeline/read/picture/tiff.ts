import { UnreadableFile } from '../unreadable-file.ts'
import type { Picture, PicturePart } from './picture-pdf.ts'
import { openTags, type Tags, turnOf } from './tiff-tags.ts'

/** Numbers of tags (TIFF 6.0). */
const tag = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  lengths: 279,
  xResolution: 282,
  yResolution: 283,
  planar: 284,
  faxOptions: 292,
  resolutionUnit: 296,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  jpegTables: 347,
}

const kind = { whiteIsZero: 0, rgb: 2, palette: 3, yCbCr: 6 }

/**
 * The pages of a TIFF file, as fax servers and scanners write them: their strips are taken over as they are packed.
 * @param most pages at most
 * @throws RangeError when it is broken
 * @throws UnreadableFile when it is packed in a way that is not read, or has too many pages
 */
export function openTiff(bytes: Uint8Array, most: number): Picture[] {
  const { first, read } = openTags(bytes)
  const pages: Picture[] = []
  const seen = new Set<number>()
  for (let offset = first; offset !== 0 && !seen.has(offset); ) {
    seen.add(offset)
    const { tags, next } = read(offset)
    // 1 marks a small copy of another page
    if (((tags.get(tag.subfile)?.[0] ?? 0) & 1) === 0) pages.push(pageOf(bytes, tags))
    if (pages.length > most)
      throw new UnreadableFile(`too long: at most ${most} pages are read`, 'split it into smaller files')
    offset = next
  }
  if (pages.length === 0) throw new RangeError('no pages')
  return pages
}

function pageOf(bytes: Uint8Array, tags: Tags): Picture {
  const of = (name: keyof typeof tag, otherwise: number) => tags.get(tag[name])?.[0] ?? otherwise
  const [width, height] = [of('width', 0), of('height', 0)]
  const [samples, bits] = [of('samples', 1), of('bits', 1)]
  const plain = [1, 3].includes(samples) && [1, 2, 4, 8].includes(bits) && of('planar', 1) === 1
  if (!plain || tags.has(tag.tileWidth)) throw notRead('colours in layers, transparency or tiles')
  const rows = Math.min(of('rowsPerStrip', height), height)
  const entries = `${coloursOf(tags, samples)} /BitsPerComponent ${bits} ${packingOf(tags, { width, bits, samples, rows })}`
  const lengths = tags.get(tag.lengths) ?? []
  let left = bytes.length
  const parts = (tags.get(tag.offsets) ?? []).map((offset, at): PicturePart => {
    const data = bytes.subarray(offset, offset + (lengths[at] ?? 0))
    left -= data.length
    if (left < 0 || data.length === 0) throw new RangeError('strips that lie on each other')
    return { height: Math.min(rows, height - at * rows), entries, data: asPdf(data, tags) }
  })
  if (width === 0 || height === 0 || parts.length !== Math.ceil(height / rows))
    throw new RangeError('no strips')
  const perInch = of('resolutionUnit', 2) === 3 ? 2.54 : 1
  const [across, down] = [of('xResolution', 0) * perInch, of('yResolution', 0) * perInch]
  return { width, height, dpi: across > 0 && down > 0 ? [across, down] : null, turned: turnOf(tags), parts }
}

const notRead = (what: string) => new UnreadableFile(`a TIFF with ${what}`, 'save it as PDF')

function coloursOf(tags: Tags, samples: number): string {
  const photometric = tags.get(tag.photometric)?.[0]
  if (photometric === kind.palette) {
    const map = tags.get(tag.colours) ?? []
    const size = map.length / 3
    // all reds, then all greens, then all blues, in 16 bits each
    const bytes = Array.from(
      { length: map.length },
      (_, at) => (map[(at % 3) * size + Math.floor(at / 3)] ?? 0) >> 8,
    )
    return `/ColorSpace [/Indexed /DeviceRGB ${size - 1} <${Buffer.from(bytes).toString('hex')}>]`
  }
  if (samples === 3 && photometric !== kind.rgb && !(photometric === kind.yCbCr && packing(tags) === 7))
    throw notRead('colours of an unusual kind')
  if (samples === 3) return '/ColorSpace /DeviceRGB'
  // in fax data white is 0 whatever the bits of PDF say, so there the other way round is the unusual one
  const isFax = [2, 3, 4].includes(packing(tags))
  const inverted = (photometric === kind.whiteIsZero) !== isFax
  return `/ColorSpace /DeviceGray${inverted ? ' /Decode [1 0]' : ''}`
}

const packing = (tags: Tags): number => tags.get(tag.compression)?.[0] ?? 1

function packingOf(
  tags: Tags,
  { width, bits, samples, rows }: { width: number; bits: number; samples: number; rows: number },
): string {
  const fax = (entries: string) =>
    `/Filter /CCITTFaxDecode /DecodeParms << ${entries} /Columns ${width} /Rows ${rows} >>`
  const size = `/Colors ${samples} /BitsPerComponent ${bits} /Columns ${width}`
  const predicted = tags.get(tag.predictor)?.[0] === 2 ? ` /DecodeParms << /Predictor 2 ${size} >>` : ''
  const isRgb = tags.get(tag.photometric)?.[0] === kind.rgb
  switch (packing(tags)) {
    case 1:
      return ''
    case 2:
      return fax('/K 0 /EncodedByteAlign true /EndOfBlock false')
    case 3:
      return fax(`/K ${(tags.get(tag.faxOptions)?.[0] ?? 0) & 1} /EndOfBlock false`)
    case 4:
      return fax('/K -1 /EndOfBlock false')
    case 5:
      return `/Filter /LZWDecode${predicted}`
    case 7:
      // what is stored as red, green and blue is not to be taken for brightness and colour
      return `/Filter /DCTDecode${isRgb ? ' /DecodeParms << /ColorTransform 0 >>' : ''}`
    case 8:
    case 32946:
      return `/Filter /FlateDecode${predicted}`
    case 32773:
      return '/Filter /RunLengthDecode'
    default:
      throw notRead(`the packing ${packing(tags)}`)
  }
}

/** The data of a strip as PDF takes them: the highest bit first, a JPEG with its tables. */
function asPdf(data: Uint8Array, tags: Tags): Uint8Array {
  if (tags.get(tag.fillOrder)?.[0] === 2 && packing(tags) <= 4) return data.map(reversed)
  const tables = packing(tags) === 7 && tags.get(tag.jpegTables)
  // the tables are a JPEG of their own, without image: its end and the beginning of the strip are left out
  return tables ? Buffer.concat([Buffer.from(tables).subarray(0, -2), data.subarray(2)]) : data
}

function reversed(byte: number): number {
  let bits = 0
  for (let at = 0; at < 8; at++) bits |= ((byte >> at) & 1) << (7 - at)
  return bits
}
