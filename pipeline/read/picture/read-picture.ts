import type { ReadFile } from '../../../schemas/page.ts'
import { inMegapixels, type Pace, type ReadLimits } from '../limits.ts'
import { readPdf } from '../pdf.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { openJpeg } from './jpeg.ts'
import { type Picture, picturePdf } from './picture-pdf.ts'
import { openPng } from './png.ts'
import { openTiff } from './tiff.ts'

/**
 * Reads a picture as a scanned letter: PNG and JPEG are one page, TIFF as many as are in it.
 * @throws UnreadableFile as `pictureAsPdf` and `readPdf`
 */
export async function readPicture(bytes: Uint8Array, limits: ReadLimits, pace: Pace): Promise<ReadFile> {
  return { ...(await readPdf(pictureAsPdf(bytes, limits), limits, pace)), format: 'picture' }
}

/**
 * A picture as PDF, told apart by its first byte.
 * @throws UnreadableFile when it is broken, has too many pixels, or is packed in a way that is not read
 */
export function pictureAsPdf(bytes: Uint8Array, limits: ReadLimits): Uint8Array {
  try {
    const pictures = open(bytes, limits)
    checkPixels(pictures, limits)
    return picturePdf(pictures)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UnreadableFile('the picture is broken', 'scan it again')
  }
}

function open(bytes: Uint8Array, limits: ReadLimits): Picture[] {
  if (bytes[0] === 0x89) return [openPng(bytes, limits.imagePixels)]
  return bytes[0] === 0xff ? [openJpeg(bytes)] : openTiff(bytes, limits.pages)
}

function checkPixels(pictures: { width: number; height: number }[], limits: ReadLimits): void {
  for (const { width, height } of pictures) {
    if (width === 0 || height === 0) throw new RangeError('no pixels')
    if (width * height <= limits.imagePixels) continue
    const size = `${width} × ${height} pixels`
    const reason = `too large a picture: ${size}, at most ${inMegapixels(limits.imagePixels)} are read`
    throw new UnreadableFile(reason, 'scan it again, at 300 dots per inch')
  }
}
