import { setImmediate } from 'node:timers/promises'
import { layOutPages } from '../../extractors/layout/lay-out-pages.ts'
import { mayHoldTable } from '../../extractors/layout/may-hold-table.ts'
import type { LayoutPage } from '../../extractors/layout/words.ts'
import type { ReadFile } from '../../schemas/page.ts'
import { defaultLimits, inMegapixels, type ReadLimits } from './limits.ts'
import { fromPdfJs, orIfBroken, outliveForgottenPromises } from './pdf-errors.ts'
import { PasswordException, PDFParse } from './pdf-parse.ts'
import { pdfResources } from './pdf-resources.ts'
import { rulesOf } from './pdf-rules.ts'
import { type PdfItem, wordsOf } from './pdf-words.ts'
import { pageList, readScans, scanNotes, scannedPages, withScans } from './scan/read-scans.ts'
import type { RenderableDocument } from './scan/render-page.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** As much of the pdf.js document as is used here. */
type PdfDocument = Omit<RenderableDocument, 'getPage'> & {
  numPages: number
  getPage(number: number): Promise<PdfPage>
}
type PdfPage = Awaited<ReturnType<RenderableDocument['getPage']>> & {
  getTextContent(): Promise<{ items: object[] }>
}

/**
 * Reads a PDF, laid out as a reader sees it, with the place of every word: the text layer, and where a page has none
 * the text on its image. Pages that are broken are remarked, the others read.
 * @param passwords are tried on a file that asks for one
 * @throws UnreadableFile when the file is broken, encrypted, without text or goes beyond a limit
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: ReadLimits = defaultLimits,
  passwords: string[] = [],
): Promise<ReadFile> {
  outliveForgottenPromises()
  const parsers: PDFParse[] = []
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    const reason = `reading this PDF takes more than ${limits.pdfSeconds} seconds`
    timer = setTimeout(
      () => reject(new UnreadableFile(reason, 'save it again as PDF')),
      limits.pdfSeconds * 1000,
    )
  })
  try {
    const reading = openPdf(bytes, limits, passwords, parsers).then((opened) => readPages(opened, limits))
    const layers = await Promise.race([reading, tooLong])
    clearTimeout(timer)
    return await readImages(layers, limits)
  } catch (error) {
    throw asUnreadable(error)
  } finally {
    clearTimeout(timer)
    for (const parser of parsers) await parser.destroy()
  }
}

/** Opens a PDF, with one of the passwords where it asks for one. @param parsers takes up what is to be destroyed */
async function openPdf(
  bytes: Uint8Array,
  limits: ReadLimits,
  passwords: string[],
  parsers: PDFParse[],
): Promise<PdfDocument> {
  for (const password of [undefined, ...passwords]) {
    const parser = new PDFParse({
      // a fresh parser each time, and its own copy of the bytes: pdf.js takes them over
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      maxImageSize: limits.imagePixels,
      ...(password !== undefined && { password }),
      ...pdfResources,
    })
    parsers.push(parser)
    try {
      // pdf-parse's own getText drops positions; its load() hands out the pdf.js document
      return await (parser as unknown as { load(): Promise<PdfDocument> }).load()
    } catch (error) {
      if (!(error instanceof PasswordException)) throw error
    }
  }
  const reason = passwords.length === 0 ? '' : ', and no password given opens it'
  throw new UnreadableFile(
    `the PDF is encrypted${reason}`,
    'give its password with --password, or save a copy without',
  )
}

/** The text layers of a PDF's pages; those of broken pages are empty. */
type TextLayers = { document: PdfDocument; pages: LayoutPage[]; broken: number[] }

async function readPages(document: PdfDocument, limits: ReadLimits): Promise<TextLayers> {
  if (document.numPages === 0) throw new UnreadableFile('the PDF has no pages', again)
  if (document.numPages > limits.pdfPages) {
    const reason = `too long: ${document.numPages} pages, at most ${limits.pdfPages} are read`
    throw new UnreadableFile(reason, 'split it into smaller files')
  }
  const pages: LayoutPage[] = []
  const broken: number[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await orIfBroken(
      async () => readPage(await document.getPage(number), number),
      () => null,
    )
    if (page === null) broken.push(number)
    pages.push(page ?? { number, ...a4, words: [], turned: [], rules: [] })
    // pdf.js never waits for anything: without a pause the time limit could not strike
    await setImmediate()
  }
  if (broken.length === pages.length)
    throw new UnreadableFile('the PDF is broken: no page of it can be read', again)
  return { document, pages, broken }
}

const a4 = { width: 595, height: 842 }

async function readPage(page: PdfPage, number: number): Promise<LayoutPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const { words, turned } = wordsOf(items.filter((item) => 'str' in item) as PdfItem[], transform)
  // what is drawn is asked for only where it can tell the cells of a table: it takes longer than the text
  const rules = mayHoldTable(words)
    ? await orIfBroken(
        async () => rulesOf(await page.getOperatorList(), transform),
        () => [],
      )
    : []
  page.cleanup()
  return { number, width, height, words, turned, rules }
}

/** Reads the pages without text layer from their images, and lays all of them out. */
async function readImages({ document, pages, broken }: TextLayers, limits: ReadLimits): Promise<ReadFile> {
  const whole = pages.filter(({ number }) => !broken.includes(number))
  const scans = await readScans(document, scannedPages(whole), limits)
  const read = withScans(layOutPages(pages.map((page) => scans.get(page.number)?.layout ?? page)), scans)
  if (read.every((page) => page.text.trim() === '')) {
    const nothing = `they are empty or broken, or their images are above ${inMegapixels(limits.imagePixels)}`
    const garbled = pages.some(({ words }) => words.length > 0)
    throw new UnreadableFile(
      garbled
        ? `its text is not readable (fonts without a Unicode map), and none is seen on its pages`
        : `no text is seen on its pages: ${nothing}`,
      'look at it: fetch it again, or scan it again at 300 dots per inch',
    )
  }
  const lost = broken.length === 0 ? [] : [`${pageList(broken)}: broken, not read`]
  return { format: 'pdf', pages: read, notes: [...lost, ...scanNotes(whole, scans)] }
}

const again = 'fetch it again, or print it as PDF once more'

function asUnreadable(error: unknown): unknown {
  if (!fromPdfJs(error)) return error
  return new UnreadableFile(`the PDF is broken (${cut((error as Error).message)})`, again)
}

/** pdf.js' own words on a broken file may quote from it. */
const cut = (message: string): string =>
  message
    .trim()
    .replace(/[.\s]+$/, '')
    .slice(0, 100)
