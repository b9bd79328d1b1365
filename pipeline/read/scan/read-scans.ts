import type { LayoutPage } from '../../../extractors/layout/words.ts'
import type { Page, PageScan } from '../../../schemas/page.ts'
import { wellCovered } from './grade-page.ts'
import type { ScanLimits } from './limits.ts'
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
  limits: ScanLimits,
): Promise<Scans> {
  const scans: Scans = new Map()
  const waiting = numbers.slice(0, limits.pages)
  const readNext = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift())
      scans.set(number, await ocrPage(document, number, limits))
  }
  await Promise.all(Array.from({ length: Math.min(limits.atOnce, waiting.length) }, readNext))
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
 * What a person should know of pages that were read from images, or were not. Danish.
 * @param pages the pages as their text layers are
 */
export function scanNotes(pages: LayoutPage[], scans: Scans): string[] {
  const numbers = scannedPages(pages)
  const read = numbers.filter((number) => scans.has(number))
  const left = numbers.filter((number) => !scans.has(number))
  const notes = read.length > 0 ? [`${pageList(read)} er læst fra et billede`] : []
  const garbled = pages.filter(({ number, words }) => numbers.includes(number) && words.length > 0)
  if (garbled.length > 0) {
    const list = pageList(garbled.map((page) => page.number))
    notes.push(`tekstlaget på ${list} kan ikke læses: skrifttyperne siger ikke, hvilke tegn der står`)
  }
  for (const number of read) {
    const note = unreadNote(number, (scans.get(number) as OcrPage).scan)
    if (note) notes.push(note)
  }
  if (left.length > 0) notes.push(`${pageList(left)} er ikke læst: for mange indscannede sider`)
  return notes
}

/** What is wrong with a page as it was read from its image, in Danish; null when it was read well. */
export function unreadNote(number: number, { grade, uncoveredInk, blank }: PageScan): string | null {
  if (blank) return `på side ${number} ses intet: den er tom, eller dens billede er ødelagt eller for stort`
  const well = { good: '', uncertain: 'usikkert', bad: 'dårligt' }[grade]
  const unread = `måske ikke læst helt: ${percent(uncoveredInk)} af skriften er ikke fundet`
  if (uncoveredInk > wellCovered) return `side ${number} er ${well} læst og ${unread}`
  return grade === 'good' ? null : `side ${number} er ${well} læst`
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** "side 1, 3-5" */
export function pageList(numbers: number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return `side ${runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')}`
}
