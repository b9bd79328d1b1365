import { layOutPages } from '../../extractors/layout/lay-out-pages.ts'
import { mayHoldTable } from '../../extractors/layout/may-hold-table.ts'
import type { LayoutPage } from '../../extractors/layout/words.ts'
import type { ReadFile } from '../../schemas/page.ts'
import { alone, defaultLimits, inMegapixels, orMore, type Pace, type ReadLimits } from './limits.ts'
import { InvalidPDFException, PasswordException, PDFParse } from './pdf-parse.ts'
import { pdfResources } from './pdf-resources.ts'
import { rulesOf } from './pdf-rules.ts'
import { type PdfItem, wordsOf } from './pdf-words.ts'
import { readScans, scanNotes, scannedPages, withScans } from './scan/read-scans.ts'
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
 * the text on its image.
 * @throws UnreadableFile when the file is broken, encrypted, without text or goes beyond a limit
 */
export async function readPdf(bytes: Uint8Array, limits = defaultLimits, pace = alone): Promise<ReadFile> {
  // a fresh parser each time, and its own copy of the bytes: pdf.js takes them over
  const data = new Uint8Array(bytes)
  const parser = new PDFParse({
    data,
    isEvalSupported: false,
    maxImageSize: limits.imagePixels,
    ...pdfResources,
  })
  try {
    const { document, pages } = await readPages(parser, limits)
    pace.step()
    return await readImages(document, pages, limits, pace)
  } catch (error) {
    throw asUnreadable(error)
  } finally {
    await parser.destroy()
  }
}

type TextLayers = { document: PdfDocument; pages: LayoutPage[] }

async function readPages(parser: PDFParse, limits: ReadLimits): Promise<TextLayers> {
  // pdf-parse's own getText drops positions; its load() hands out the pdf.js document
  const document = await (parser as unknown as { load(): Promise<PdfDocument> }).load()
  if (document.numPages > limits.pages) {
    const reason = `too long: ${document.numPages} pages, at most ${limits.pages} are read`
    throw new UnreadableFile(reason, orMore('split it into smaller files', 'pages'))
  }
  const pages: LayoutPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await readPage(await document.getPage(number), number))
  }
  return { document, pages }
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
async function readImages(
  document: PdfDocument,
  pages: LayoutPage[],
  limits: ReadLimits,
  pace: Pace,
): Promise<ReadFile> {
  const scans = await readScans(document, scannedPages(pages), limits, pace)
  const read = withScans(layOutPages(pages.map((page) => scans.get(page.number)?.layout ?? page)), scans)
  if (read.every((page) => page.text.trim() === '')) {
    const reason = `no text is seen on its pages: empty, broken images or images above ${inMegapixels(limits.imagePixels)}`
    throw new UnreadableFile(reason, orMore('scan it again, at 300 dots per inch', 'imagePixels'))
  }
  return { format: 'pdf', pages: read, notes: scanNotes(pages, scans) }
}

function asUnreadable(error: unknown): unknown {
  if (error instanceof PasswordException)
    return new UnreadableFile('the PDF is encrypted', 'save a copy without a password')
  if (error instanceof InvalidPDFException || isPdfError(error))
    return new UnreadableFile('the PDF is broken', 'fetch it again')
  return error
}

/** pdf.js has errors of its own for broken files, which pdf-parse hands on in a wrapper. */
function isPdfError(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(?:UnknownErrorException|FormatError|XRefParseException|MissingDataException)$/.test(error.name)
  )
}
