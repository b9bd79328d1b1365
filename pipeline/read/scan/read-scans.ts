import type { LayoutPage } from '../../../extractors/layout/words.ts'
import type { Page } from '../../../schemas/page.ts'
import { alone, type Pace, type ReadLimits } from '../limits.ts'
import { wellCovered } from './grade-page.ts'
import { type OcrPage, ocrPage } from './ocr-page.ts'
import { isReadable } from './readable-text.ts'
import type { RenderableDocument } from './render-page.ts'
import { boxAskew } from './skew.ts'

/** Pages that were read from their images, by their numbers. */
export type Scans = Map<number, OcrPage>

/** Which pages have no text layer, or one that does not say what the page shows. */
export function scannedPages(pages: LayoutPage[]): number[] {
  return pages
    .filter(({ words, turned }) => !isReadable([...words, ...turned].map((word) => word.text).join(' ')))
    .map((page) => page.number)
}

/**
 * Reads pages from their images, several at once; pages beyond the limit are left out.
 * @throws UnreadableFile when the recogniser does not work, or one page takes longer than the limit
 */
export async function readScans(
  document: RenderableDocument,
  numbers: number[],
  limits: ReadLimits,
  pace: Pace = alone,
): Promise<Scans> {
  const scans: Scans = new Map()
  const waiting = numbers.slice(0, limits.scannedPages)
  const readOne = async (number: number): Promise<void> => {
    scans.set(number, await ocrPage(document, number, limits))
    pace.step()
  }
  // how many cores are free may change from page to page
  const reading = new Set<Promise<void>>()
  while (waiting.length > 0 || reading.size > 0) {
    while (waiting.length > 0 && reading.size < Math.max(1, pace.scansAtOnce())) {
      const one = readOne(waiting.shift() as number).finally(() => reading.delete(one))
      reading.add(one)
    }
    await Promise.race(reading)
  }
  return scans
}

/** Lays down on pages that were laid out how they were read, and their words where they stand on the page itself. */
export function withScans(pages: Page[], scans: Scans): Page[] {
  return pages.map((page) => {
    const scan = scans.get(page.number)
    if (!scan) return page
    const aspect = scan.layout.width / scan.layout.height
    const words = page.words?.map((word) => ({ ...word, box: boxAskew(word.box, scan.skew, aspect) }))
    return { ...page, ...(words && { words }), scan: scan.scan }
  })
}

/**
 * Remarks on pages that were read from images, or were not. English, as all of the program's own words.
 * @param pages the pages as their text layers are
 */
export function scanNotes(pages: LayoutPage[], scans: Scans): string[] {
  const numbers = scannedPages(pages)
  const read = numbers.filter((number) => scans.has(number))
  const left = numbers.filter((number) => !scans.has(number))
  const scanOf = (number: number) => (scans.get(number) as OcrPage).scan
  const garbled = pages.filter(({ number, words }) => numbers.includes(number) && words.length > 0)
  const blank = read.filter((number) => scanOf(number).blank)
  const notes: [number[], string][] = [
    [read, 'read from the image'],
    [garbled.map((page) => page.number), 'text layer not readable (fonts without a Unicode map)'],
    [blank, 'nothing seen: empty, or the image is broken or too large'],
    [read.filter((number) => scanOf(number).grade === 'uncertain'), 'read with doubt'],
    [read.filter((number) => scanOf(number).grade === 'bad'), 'read badly'],
    [read.filter((number) => scanOf(number).uncoveredInk > wellCovered), 'perhaps not read to the end'],
    [left, 'not read: too many scanned pages'],
  ]
  return notes.flatMap(([on, note]) => (on.length > 0 ? [`${pageList(on)}: ${note}`] : []))
}

/** "page 2", "pages 1-3, 5" */
export function pageList(numbers: number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  const list = runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')
  return `${numbers.length === 1 ? 'page' : 'pages'} ${list}`
}
