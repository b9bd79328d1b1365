import { availableParallelism } from 'node:os'

const megabyte = 1024 * 1024

/**
 * How much of one file is read at most, so that no file, whatever is packed in it, fills the memory or goes on
 * without end. Sizes are in bytes; `unpackedBytes`, `entries` and `depth` count over everything inside one file.
 */
export type ReadLimits = {
  /** A text or Markdown file. */
  textBytes: number
  /** Any other file: PDF, Word, mail, ZIP. */
  fileBytes: number
  /** What comes out of a file's packing, all in all. */
  unpackedBytes: number
  /** How many times its packed size an entry may be; small entries, up to a megabyte, are let off. */
  unpackedRatio: number
  /** Files in a ZIP or mail, with those in the ZIPs and mails in it. */
  entries: number
  /** How deep files lie in each other: a letter in a ZIP in a mail is 2. */
  depth: number
  /** One XML part of a Word file. */
  xmlBytes: number
  /** Pages of a PDF, and how long reading the text of all of them may take. */
  pdfPages: number
  pdfSeconds: number
  /** Pages of a file that are read from their images, how long one of them may take, and how many are read at once. */
  scannedPages: number
  scanSeconds: number
  scansAtOnce: number
  /** Pixels of one image: 50 million hold an A4 page at 600 dpi; decoding takes up to 15 bytes a pixel. */
  imagePixels: number
}

export const defaultLimits: ReadLimits = {
  textBytes: 20 * megabyte,
  fileBytes: 100 * megabyte,
  unpackedBytes: 500 * megabyte,
  unpackedRatio: 200,
  entries: 5000,
  depth: 5,
  xmlBytes: 50 * megabyte,
  pdfPages: 2000,
  pdfSeconds: 60,
  scannedPages: 300,
  scanSeconds: 60,
  scansAtOnce: availableParallelism(),
  imagePixels: 50e6,
}

/** What may still be unpacked of one file, and how many files in it opened; counted down while it is opened. */
export type Budget = { bytes: number; entries: number }

/** A size as a message names it: whole megabytes, rounded up. */
export const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / megabyte)} MB`

/** An image's size as a message names it. */
export const inMegapixels = (pixels: number): string => `${Math.ceil(pixels / 1e6)} megapixels`

/** Small enough to be unpacked whatever its ratio is. */
export const harmlessBytes = megabyte
