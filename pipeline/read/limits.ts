import { availableParallelism } from 'node:os'
import type { UnreadReason, UnreadScan } from '../../schemas/page.ts'

export const megabyte = 1024 * 1024

/**
 * How much of one file is read at most, so that no file, whatever is packed in it, fills the memory or goes on
 * without end. Sizes are in bytes; `unpackedBytes`, `entries` and `depth` count over everything inside one file.
 */
export type ReadLimits = {
  /** How long reading a file may take, beside the pages that are read from their images. */
  seconds: number
  /** The memory of a process that reads. */
  memoryBytes: number
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
  /** Pages of a PDF. */
  pages: number
  /** Pages of a file that are read from their images. */
  scannedPages: number
  /** How long one of these may take. */
  scanSeconds: number
  /** Pixels of one image: 50 million hold an A4 page at 600 dpi; decoding takes up to 15 bytes a pixel. */
  imagePixels: number
}

export const defaultLimits: ReadLimits = {
  seconds: 60,
  memoryBytes: 2048 * megabyte,
  textBytes: 20 * megabyte,
  fileBytes: 100 * megabyte,
  unpackedBytes: 500 * megabyte,
  unpackedRatio: 200,
  entries: 5000,
  depth: 5,
  xmlBytes: 50 * megabyte,
  pages: 2000,
  scannedPages: 300,
  scanSeconds: 60,
  imagePixels: 50e6,
}

/** The options of `opfolg ingest` by which a person sets the limits. */
export const limitOptions: Record<keyof ReadLimits, string> = {
  seconds: '--max-seconds',
  memoryBytes: '--max-memory',
  textBytes: '--max-text',
  fileBytes: '--max-file',
  unpackedBytes: '--max-unpacked',
  unpackedRatio: '--max-ratio',
  entries: '--max-entries',
  depth: '--max-depth',
  xmlBytes: '--max-xml',
  pages: '--max-pages',
  scannedPages: '--max-scans',
  scanSeconds: '--max-scan-seconds',
  imagePixels: '--max-megapixels',
}

/** What a person can do about a file that meets a limit. */
export const orMore = (advice: string, limit: keyof ReadLimits): string =>
  `${advice}, or allow more with ${limitOptions[limit]}`

/**
 * How a reader works together with whoever started it: `step` says that it got on, and how many seconds it may take
 * until the next step; `scansAtOnce` asks how many pages may be read from their images at once.
 */
export type Pace = { step: (seconds: number) => void; scansAtOnce: () => number }
export const alone: Pace = { step: () => {}, scansAtOnce: availableParallelism }

/** The limit that keeps a page from being read from its image, by the reason why it was not; none where it failed. */
export const limitOfReason = {
  time: 'scanSeconds',
  pages: 'scannedPages',
  image: 'imagePixels',
  failed: null,
} as const satisfies Record<UnreadReason, keyof ReadLimits | null>

/** Whether a page that was not read may be read under these limits. One without a `limit` met the usual one. */
export function mayBeRead({ reason, limit }: UnreadScan, limits: ReadLimits): boolean {
  const met = limitOfReason[reason]
  return met !== null && limits[met] > (limit ?? defaultLimits[met])
}

/** What may still be unpacked of one file, and how many files in it opened; counted down while it is opened. */
export type Budget = { bytes: number; entries: number }

/** A size as a message names it: whole megabytes, rounded up. */
export const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / megabyte)} MB`

/** An image's size as a message names it. */
export const inMegapixels = (pixels: number): string => `${Math.ceil(pixels / 1e6)} megapixels`

/** Small enough to be unpacked whatever its ratio is. */
export const harmlessBytes = megabyte
