import { UnreadableFile } from '../unreadable-file.ts'
import type { Picture } from './picture-pdf.ts'
import { openTags, turnOf } from './tiff-tags.ts'

/** Segments that begin an image: all SOF markers; C4, C8 and CC are others. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/**
 * A JPEG, taken over as it is.
 * @throws RangeError when it is broken
 * @throws UnreadableFile when it is of a kind that is not read
 */
export function openJpeg(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let dpi: Picture['dpi'] = null
  let turned: Picture['turned'] = 0
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) throw new RangeError('no marker')
    const marker = view.getUint8(at + 1)
    // a marker may have any number of FF before it
    if (marker === 0xff) {
      at++
      continue
    }
    const segment = bytes.subarray(at + 4, at + 2 + view.getUint16(at + 2))
    if (isFrame(marker)) {
      const [height, width, colours] = [view.getUint16(at + 5), view.getUint16(at + 7), view.getUint8(at + 9)]
      const part = { height, entries: entriesOf(colours), data: bytes }
      return { width, height, dpi, turned, parts: [part] }
    }
    const name = Buffer.from(segment.subarray(0, 6)).toString('latin1')
    if (marker === 0xe0 && name.startsWith('JFIF\0')) dpi = densityOf(segment)
    if (marker === 0xe1 && name === 'Exif\0\0') turned = exifTurn(segment.subarray(6))
    at += 2 + view.getUint16(at + 2)
  }
}

function entriesOf(colours: number): string {
  const space = new Map([
    [1, 'DeviceGray'],
    [3, 'DeviceRGB'],
  ]).get(colours)
  if (!space)
    throw new UnreadableFile('a JPEG in the colours of print (CMYK)', 'save it as ordinary JPEG or PDF')
  return `/ColorSpace /${space} /BitsPerComponent 8 /Filter /DCTDecode`
}

/** Unit 1 is dots per inch, 2 dots per centimetre, 0 the shape of a dot only. */
function densityOf(segment: Uint8Array): Picture['dpi'] {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  const factor = [0, 1, 2.54][view.getUint8(7)] ?? 0
  const [across, down] = [view.getUint16(8) * factor, view.getUint16(10) * factor]
  return across > 0 && down > 0 ? [across, down] : null
}

function exifTurn(exif: Uint8Array): Picture['turned'] {
  try {
    const { first, read } = openTags(exif)
    return turnOf(read(first).tags)
  } catch (error) {
    // broken notes of a camera do not make its picture unreadable
    if (error instanceof RangeError) return 0
    throw error
  }
}
