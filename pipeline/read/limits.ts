export const megabyte = 1024 * 1024

/**
 * How much of one file is read at most, so that no file, whatever is packed in it, fills the memory or goes on
 * without end. Sizes are in bytes; `unpackedBytes`, `entries` and `depth` count over everything inside one file.
 */
export type ReadLimits = {
  /** How long the reading of a file may take. */
  seconds: number
  /** The memory of a process that reads. */
  memoryBytes: number
  /** Pages of a PDF. */
  pages: number
  /** A text or Markdown file. */
  textBytes: number
  /** Any other file: PDF, Word, mail, ZIP. */
  fileBytes: number
  /** What comes out of a file's packing, all in all. */
  unpackedBytes: number
  /** How many times its packed size an entry may be; small entries, up to a megabyte, are let off. */
  unpackedRatio: number
  /** Entries of one ZIP or attachments of one mail. */
  entries: number
  /** How deep files lie in each other: a letter in a ZIP in a mail is 2. */
  depth: number
  /** One XML part of a Word file. */
  xmlBytes: number
}

export const defaultLimits: ReadLimits = {
  seconds: 60,
  memoryBytes: 2048 * megabyte,
  pages: 2000,
  textBytes: 20 * megabyte,
  fileBytes: 100 * megabyte,
  unpackedBytes: 500 * megabyte,
  unpackedRatio: 200,
  entries: 5000,
  depth: 5,
  xmlBytes: 50 * megabyte,
}

/** What may still be unpacked of one file; counted down while it is opened. */
export type Budget = { bytes: number }

/** A size as a message names it: whole megabytes, rounded up. */
export const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / megabyte)} MB`

/** Small enough to be unpacked whatever its ratio is. */
export const harmlessBytes = megabyte
