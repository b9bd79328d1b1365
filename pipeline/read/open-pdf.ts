import type { ReadLimits } from './limits.ts'
import { InvalidPDFException, PasswordException, PDFParse } from './pdf-parse.ts'
import { pdfResources } from './pdf-resources.ts'
import type { RenderableDocument } from './scan/render-page.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** As much of the pdf.js document as is used here. */
export type PdfDocument = Omit<RenderableDocument, 'getPage'> & {
  numPages: number
  getPage(number: number): Promise<PdfPage>
}
export type PdfPage = Awaited<ReturnType<RenderableDocument['getPage']>> & {
  getTextContent(): Promise<{ items: object[] }>
}

/**
 * Opens a PDF, has it `used` and closes it.
 * @throws UnreadableFile when the file is broken or encrypted
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  limits: ReadLimits,
  use: (document: PdfDocument) => Promise<T>,
): Promise<T> {
  // a fresh parser each time, and its own copy of the bytes: pdf.js takes them over
  const data = new Uint8Array(bytes)
  const maxImageSize = limits.imagePixels
  const parser = new PDFParse({ data, isEvalSupported: false, maxImageSize, ...pdfResources })
  try {
    // pdf-parse's own getText drops positions; its load() hands out the pdf.js document
    const loading = (parser as unknown as { load(): Promise<PdfDocument> }).load()
    return await use(await inTime(loading, limits.pdfSeconds))
  } catch (error) {
    throw asUnreadable(error)
  } finally {
    await parser.destroy()
  }
}

/** What comes of reading a PDF. @throws UnreadableFile when it takes too long */
export async function inTime<T>(reading: Promise<T>, seconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    const reason = `reading this PDF takes more than ${seconds} seconds`
    timer = setTimeout(() => reject(new UnreadableFile(reason, 'save it again as PDF')), seconds * 1000)
  })
  try {
    return await Promise.race([reading, tooLong])
  } finally {
    clearTimeout(timer)
  }
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
