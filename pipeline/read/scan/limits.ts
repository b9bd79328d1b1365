import { availableParallelism } from 'node:os'

/**
 * How much is spent on the scanned pages of one file: pages that are read, seconds for one of them, the pixels of a
 * single image on a page (in millions) and how many pages are read at once.
 */
export type ScanLimits = { pages: number; seconds: number; megapixels: number; atOnce: number }

/** 50 megapixels hold an A4 page at 600 dpi in any form; decoding takes up to 15 bytes a pixel. */
export const scanLimits: ScanLimits = {
  pages: 300,
  seconds: 60,
  megapixels: 50,
  atOnce: availableParallelism(),
}
