import { UnreadableFile } from '../unreadable-file.ts'
import { openJpeg } from './jpeg.ts'
import { openPng } from './png.ts'
import { openTiff } from './tiff.ts'

/** A page's shorter side has as many pixels at 75 dots per inch; with fewer nobody reads a letter. */
const leastOfPage = 600

/**
 * Whether a picture in a mail is a logo, a signature or another that holds no letter: one that is too small to be a
 * page. Of a picture that does not tell its size, whether it is `shown` in the body.
 */
export function isSmallPicture(bytes: Uint8Array, shown: boolean): boolean {
  const size = sizeOf(bytes)
  return size === null ? shown : Math.min(...size) < leastOfPage
}

/** A picture's width and height in pixels; null when it is broken or of a kind that does not tell. */
function sizeOf(bytes: Uint8Array): [number, number] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  try {
    if (start === 'GIF8') return [view.getUint16(6, true), view.getUint16(8, true)]
    if (start.startsWith('BM')) return [view.getInt32(18, true), Math.abs(view.getInt32(22, true))]
    const opened = open(start, bytes)
    return opened ? [opened.width, opened.height] : null
  } catch (error) {
    if (error instanceof RangeError || error instanceof UnreadableFile) return null
    throw error
  }
}

function open(start: string, bytes: Uint8Array): { width: number; height: number } | undefined {
  if (start === '\u0089PNG') return openPng(bytes, 0)
  if (start.startsWith('\u00ff\u00d8\u00ff')) return openJpeg(bytes)
  if (start === 'II*\0' || start === 'MM\0*') return openTiff(bytes, 1)[0]
  return undefined
}

/** A remark on the pictures of a mail that were left out; null where there are none. */
export function leftOutNote(names: string[]): string | null {
  if (names.length === 0) return null
  const [shown, more] = [names.slice(0, mostNamed), names.length - mostNamed]
  const list = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return names.length === 1
    ? `a small picture left out: ${list}`
    : `${names.length} small pictures left out: ${list}`
}
const mostNamed = 5
