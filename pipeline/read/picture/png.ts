import { inflateSync } from 'node:zlib'
import { UnreadableFile } from '../unreadable-file.ts'
import type { Picture } from './picture-pdf.ts'

/** What a PNG's first chunk says (PNG, third edition, 11.2.1), and its other chunks. */
type Png = {
  width: number
  height: number
  bits: number
  colours: number
  interlaced: boolean
  dpi: Picture['dpi']
  palette: Uint8Array
  data: Uint8Array
}

/** Values a pixel has, by the number of its kind of colour; 4 and 6 are grey and RGB with transparency. */
const samples = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
])

/** Dots a metre to dots an inch. */
const inch = 0.0254

/**
 * A PNG, taken over as it is packed; one with transparency, which PDF keeps elsewhere, as it looks on white paper.
 * @param most pixels at most; of one that has more, only the size is told
 * @throws RangeError when it is broken
 * @throws UnreadableFile when it is of a kind that is not read
 */
export function openPng(bytes: Uint8Array, most: number): Picture {
  const png = readChunks(bytes)
  const { width, height, bits, colours, dpi, palette, data } = png
  const picture = (entries: string, packed: Uint8Array): Picture => {
    return { width, height, dpi, turned: 0, parts: [{ height, entries, data: packed }] }
  }
  if (width * height > most) return picture('', data)
  const count = samples.get(colours)
  if (!count || ![1, 2, 4, 8, 16].includes(bits)) throw new RangeError('no such colours')
  if (png.interlaced) throw new UnreadableFile('a PNG in passes (interlaced)', 'save it as PDF or JPEG')
  if (colours === 4 || colours === 6) {
    const space = colours === 4 ? 'DeviceGray' : 'DeviceRGB'
    return picture(`/ColorSpace /${space} /BitsPerComponent 8`, onWhite(png, count))
  }
  const indexed = `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${Buffer.from(palette).toString('hex')}>]`
  const space = colours === 3 ? indexed : colours === 2 ? '/DeviceRGB' : '/DeviceGray'
  const rows = `/Predictor 15 /Colors ${count} /BitsPerComponent ${bits} /Columns ${width}`
  return picture(
    `/ColorSpace ${space} /BitsPerComponent ${bits} /Filter /FlateDecode /DecodeParms << ${rows} >>`,
    data,
  )
}

function readChunks(bytes: Uint8Array): Png {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let dpi: Picture['dpi'] = null
  let palette: Uint8Array = new Uint8Array()
  const data: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const chunk = bytes.subarray(at + 8, at + 8 + view.getUint32(at))
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (name === 'PLTE') palette = chunk.subarray(0, chunk.length - (chunk.length % 3))
    if (name === 'IDAT') data.push(chunk)
    const perMetre = name === 'pHYs' && view.getUint8(at + 16) === 1
    if (perMetre) dpi = [view.getUint32(at + 8) * inch, view.getUint32(at + 12) * inch]
  }
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bits: view.getUint8(24),
    colours: view.getUint8(25),
    interlaced: view.getUint8(28) !== 0,
    dpi: dpi && dpi[0] > 0 && dpi[1] > 0 ? dpi : null,
    palette,
    data: Buffer.concat(data),
  }
}

/** The colours of a PNG with transparency on white paper, a byte each. */
function onWhite({ width, height, bits, data }: Png, count: number): Uint8Array {
  if (bits < 8) throw new RangeError('no such colours')
  const bytes = bits / 8
  const rows = unfiltered(data, { height, row: width * count * bytes, pixel: count * bytes })
  const shown = new Uint8Array(width * height * (count - 1))
  for (let from = 0, to = 0; to < shown.length; from += count * bytes) {
    // of two bytes the first says enough
    const alpha = rows[from + (count - 1) * bytes] as number
    for (let colour = 0; colour < count - 1; colour++)
      shown[to++] = 255 - ((255 - (rows[from + colour * bytes] as number)) * alpha) / 255
  }
  return shown
}

/** The pixels' bytes, row by row: PNG writes what a row differs by from its neighbours (PNG, third edition, 9.2). */
function unfiltered(
  data: Uint8Array,
  { height, row, pixel }: { height: number; row: number; pixel: number },
): Uint8Array {
  const packed = unpacked(data, height * (row + 1))
  const rows = new Uint8Array(height * row)
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (row + 1)] as number
    for (let x = 0, at = y * row; x < row; x++, at++) {
      const left = x >= pixel ? (rows[at - pixel] as number) : 0
      const above = y > 0 ? (rows[at - row] as number) : 0
      const before = x >= pixel && y > 0 ? (rows[at - row - pixel] as number) : 0
      rows[at] = (packed[y * (row + 1) + 1 + x] as number) + guess(filter, left, above, before)
    }
  }
  return rows
}

function unpacked(data: Uint8Array, length: number): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = inflateSync(data, { maxOutputLength: length })
  } catch (cause) {
    throw new RangeError('not to be unpacked', { cause })
  }
  if (bytes.length < length) throw new RangeError('cut short')
  return bytes
}

function guess(filter: number, left: number, above: number, before: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4: {
      const [a, b, c] = [
        Math.abs(above - before),
        Math.abs(left - before),
        Math.abs(left + above - 2 * before),
      ]
      return a <= b && a <= c ? left : b <= c ? above : before
    }
    default:
      throw new RangeError('no such filter')
  }
}
