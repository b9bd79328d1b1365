import type { LayoutPage } from '../../../extractors/layout/words.ts'
import { type Page, type ReadScan, type UnreadReason, unreadReasons } from '../../../schemas/page.ts'
import { alone, inMegapixels, limitOfReason, type Pace, type ReadLimits } from '../limits.ts'
import { wellCovered } from './grade-page.ts'
import { type OcrPage, ocrPage } from './ocr-page.ts'
import { isReadable } from './readable-text.ts'
import type { RenderableDocument } from './render-page.ts'
import { boxAskew } from './skew.ts'
import { boxBefore } from './turn.ts'
import { UnreadPage } from './unread-page.ts'

/** Pages that were read from their images, or not, and why, by their numbers. */
export type Scans = Map<number, OcrPage | { unread: UnreadReason }>

/** Which pages have no text layer, or one that does not say what the page shows. */
export function scannedPages(pages: LayoutPage[]): number[] {
  return pages
    .filter(({ blank }) => !blank)
    .filter(({ words, turned }) => !isReadable([...words, ...turned].map((word) => word.text).join(' ')))
    .map((page) => page.number)
}

/**
 * Reads pages from their images, several at once. Pages beyond a limit are unread.
 * @throws UnreadableFile when the recogniser does not work
 */
export async function readScans(
  document: RenderableDocument,
  numbers: number[],
  limits: ReadLimits,
  pace: Pace = alone,
): Promise<Scans> {
  const scans: Scans = new Map(numbers.map((number) => [number, { unread: 'pages' }]))
  const waiting = numbers.slice(0, limits.scannedPages)
  // a page that takes too long is stopped by itself, long before the whole file is
  // it may be read three times, to find out how it lies
  const step = () => pace.step(4 * limits.scanSeconds + limits.seconds)
  const readOne = async (number: number): Promise<void> => {
    scans.set(number, await orUnread(ocrPage(document, number, limits)))
    step()
  }
  step()
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

async function orUnread(page: Promise<OcrPage>): Promise<OcrPage | { unread: UnreadReason }> {
  try {
    return await page
  } catch (error) {
    if (error instanceof UnreadPage) return { unread: error.reason }
    throw error
  }
}

/** Lays down on pages that were laid out how they were read, and their words where they stand on the page itself. */
export function withScans(pages: Page[], scans: Scans, limits: ReadLimits): Page[] {
  return pages.map((page) => {
    const scan = scans.get(page.number)
    if (!scan) return page
    if ('unread' in scan) {
      const met = limitOfReason[scan.unread]
      return { ...page, scan: { grade: 'unread', reason: scan.unread, ...(met && { limit: limits[met] }) } }
    }
    const aspect = scan.layout.width / scan.layout.height
    const words = page.words?.map((word) => ({
      ...word,
      box: boxBefore(boxAskew(word.box, scan.skew, aspect), scan.turns),
    }))
    return { ...page, ...(words && { words }), scan: scan.scan }
  })
}

/**
 * Remarks on pages that were read from images, or were not. English, as all of the program's own words.
 * @param pages the pages as their text layers are
 */
export function scanNotes(pages: LayoutPage[], scans: Scans, limits: ReadLimits): string[] {
  const numbers = [...scans.keys()]
  const unread = (reason: UnreadReason) => ({
    on: numbers.filter((number) => reasonOf(scans.get(number)) === reason),
  })
  const read = (test: (scan: ReadScan) => boolean) => ({
    on: numbers.filter((number) => {
      const page = scans.get(number)
      return page !== undefined && 'scan' in page && test(page.scan)
    }),
  })
  const garbled = pages.filter(({ number, words }) => scans.has(number) && words.length > 0)
  const turned = numbers.filter((number) => {
    const page = scans.get(number)
    return page !== undefined && 'turns' in page && page.turns !== 0
  })
  const notes: { on: number[]; note: string }[] = [
    { ...read(() => true), note: 'read from the image' },
    { on: garbled.map((page) => page.number), note: 'text layer not readable (fonts without a Unicode map)' },
    { on: turned, note: 'turned the right way' },
    { ...read(({ blank }) => blank), note: 'empty' },
    { ...read(({ grade }) => grade === 'uncertain'), note: 'read with doubt' },
    { ...read(({ grade }) => grade === 'bad'), note: 'read badly' },
    { ...read(({ uncoveredInk }) => uncoveredInk > wellCovered), note: 'perhaps not read to the end' },
    ...unreadReasons.map((reason) => ({ ...unread(reason), note: `not read: ${whyUnread(reason, limits)}` })),
  ]
  return notes.flatMap(({ on, note }) => (on.length > 0 ? [`${pageList(on)}: ${note}`] : []))
}

const reasonOf = (page: OcrPage | { unread: UnreadReason } | undefined): UnreadReason | null =>
  page && 'unread' in page ? page.unread : null

/** Why a page was not read from its image, in English. */
export function whyUnread(reason: UnreadReason, limits: ReadLimits): string {
  switch (reason) {
    case 'time':
      return `reading one page takes more than ${limits.scanSeconds} seconds`
    case 'pages':
      return `at most ${limits.scannedPages} scanned pages of a file are read`
    case 'image':
      return `the image is broken or above ${inMegapixels(limits.imagePixels)}`
    case 'failed':
      return 'drawing or recognising it failed'
  }
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
