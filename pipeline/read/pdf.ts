import { setImmediate } from 'node:timers/promises'
import { layOutPages } from '../../extractors/layout/lay-out-pages.ts'
import { mayHoldTable } from '../../extractors/layout/may-hold-table.ts'
import type { LayoutPage } from '../../extractors/layout/words.ts'
import type { Page, ReadFile } from '../../schemas/page.ts'
import { defaultLimits, type ReadLimits } from './limits.ts'
import { inTime, type PdfDocument, type PdfPage, withPdf } from './open-pdf.ts'
import { rulesOf } from './pdf-rules.ts'
import { type PdfItem, wordsOf } from './pdf-words.ts'
import { readScans, scanNotes, scannedPages, whyUnread, withScans } from './scan/read-scans.ts'
import { UnreadableFile } from './unreadable-file.ts'

/**
 * Reads a PDF, laid out as a reader sees it, with the place of every word: the text layer, and where a page has none
 * the text on its image.
 * @throws UnreadableFile when the file is broken, encrypted, without text or goes beyond a limit
 */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits = defaultLimits): Promise<ReadFile> {
  return withPdf(bytes, limits, async (document) => {
    const pages = await inTime(readPages(document, limits), limits.pdfSeconds)
    return readImages(document, pages, limits)
  })
}

async function readPages(document: PdfDocument, limits: ReadLimits): Promise<LayoutPage[]> {
  if (document.numPages > limits.pdfPages) {
    const reason = `too long: ${document.numPages} pages, at most ${limits.pdfPages} are read`
    throw new UnreadableFile(reason, 'split it into smaller files')
  }
  const pages: LayoutPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await readPage(await document.getPage(number), number))
    // pdf.js never waits for anything: without a pause the time limit could not strike
    await setImmediate()
  }
  return pages
}

async function readPage(page: PdfPage, number: number): Promise<LayoutPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const { words, turned } = wordsOf(items.filter((item) => 'str' in item) as PdfItem[], transform)
  // what is drawn is asked for only where it can tell the cells of a table: it takes longer than the text
  const rules = mayHoldTable(words) ? rulesOf(await page.getOperatorList(), transform) : []
  page.cleanup()
  return { number, width, height, words, turned, rules }
}

/** Reads the pages without text layer from their images, and lays all of them out. */
async function readImages(document: PdfDocument, pages: LayoutPage[], limits: ReadLimits): Promise<ReadFile> {
  const scans = await readScans(document, scannedPages(pages), limits)
  const seen = pages.map((page) => {
    const scan = scans.get(page.number)
    if (!scan) return page
    // what its text layer says is not what the page shows
    return 'layout' in scan ? scan.layout : { ...page, words: [], turned: [], rules: [] }
  })
  const read = withScans(layOutPages(seen), scans)
  if (read.every((page) => page.text.trim() === '')) throw nothingRead(read, limits)
  return { format: 'pdf', pages: read, notes: scanNotes(pages, scans, limits) }
}

function nothingRead(pages: Page[], limits: ReadLimits): UnreadableFile {
  const scan = pages.find((page) => page.scan?.grade === 'unread')?.scan
  if (scan?.grade !== 'unread')
    return new UnreadableFile('no text is seen on its pages', 'scan it again, at 300 dots per inch')
  return new UnreadableFile(
    `its pages cannot be read: ${whyUnread(scan.reason, limits)}`,
    'scan it again, at 300 dots per inch',
  )
}
