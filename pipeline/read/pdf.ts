import { InvalidPDFException, PasswordException, PDFParse } from 'pdf-parse'
import type { Page, ReadFile } from '../../schemas/page.ts'
import { type PdfItem, pageText } from './pdf-lines.ts'
import { UnreadableFile } from './unreadable-file.ts'

const timeLimit = 60_000

/** As much of the pdf.js document as is used here. */
type PdfDocument = {
  numPages: number
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ items: object[] }>
    cleanup(): unknown
  }>
}

/**
 * Reads the text layer of a PDF, page by page in the order of its content.
 * @throws UnreadableFile when the file is broken, encrypted, has no text layer or takes more than a minute
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadFile> {
  // a fresh parser each time, and its own copy of the bytes: pdf.js takes them over
  const parser = new PDFParse({ data: new Uint8Array(bytes), isEvalSupported: false })
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    const error = new UnreadableFile('reading this PDF takes more than a minute', 'save it again as PDF')
    timer = setTimeout(() => reject(error), timeLimit)
  })
  try {
    return toReadFile(await Promise.race([readPages(parser), tooLong]))
  } catch (error) {
    throw asUnreadable(error)
  } finally {
    clearTimeout(timer)
    await parser.destroy()
  }
}

async function readPages(parser: PDFParse): Promise<Page[]> {
  // pdf-parse's own getText drops positions, and with them the gaps between paragraphs; its load() hands out the
  // pdf.js document
  const document = await (parser as unknown as { load(): Promise<PdfDocument> }).load()
  const pages: Page[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push({
      number,
      text: pageText(items.filter((item) => 'str' in item) as PdfItem[]).normalize('NFC'),
    })
    page.cleanup()
  }
  return pages
}

function toReadFile(pages: Page[]): ReadFile {
  const empty = pages.filter((page) => page.text.trim() === '')
  if (empty.length === pages.length)
    throw new UnreadableFile('the PDF has no text layer: scanned pages are not read yet', 'get it as text')
  const notes = empty.map((page) => `page ${page.number} has no text layer (a scan?) and is not read`)
  return { format: 'pdf', pages, notes }
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
