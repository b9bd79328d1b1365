import type { ReadLimits } from './limits.ts'
import { fromPdfJs, outliveForgottenPromises } from './pdf-errors.ts'
import type { PDFParse } from './pdf-parse.ts'
import type { RenderableDocument } from './scan/render-page.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** As much of the pdf.js document as is used here. */
export type PdfDocument = Omit<RenderableDocument, 'getPage'> & {
  numPages: number
  getPage(number: number): Promise<PdfPage>
  getMetadata(): Promise<{ info: { IsXFAPresent?: boolean } }>
}
export type PdfPage = Awaited<ReturnType<RenderableDocument['getPage']>> & {
  getTextContent(): Promise<{ items: object[] }>
}

/**
 * Opens a PDF, has it `used` and closes it.
 * @param passwords are tried on a file that asks for one
 * @throws UnreadableFile when the file is broken or encrypted
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  limits: ReadLimits,
  use: (document: PdfDocument) => Promise<T>,
  passwords: string[] = [],
): Promise<T> {
  outliveForgottenPromises()
  const parsers: PDFParse[] = []
  try {
    const loading = load(bytes, limits, passwords, parsers)
    return await use(await inTime(loading, limits.seconds))
  } catch (error) {
    throw asUnreadable(error)
  } finally {
    for (const parser of parsers) await parser.destroy()
  }
}

/** @param parsers takes up what is to be destroyed */
async function load(
  bytes: Uint8Array,
  limits: ReadLimits,
  passwords: string[],
  parsers: PDFParse[],
): Promise<PdfDocument> {
  // most files need neither: they take longer to load than a letter to read
  const { PasswordException, PDFParse } = await import('./pdf-parse.ts')
  const { pdfResources } = await import('./pdf-resources.ts')
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

/** What to do with a broken PDF. */
export const fetchAgain = 'fetch it again, or print it as PDF once more'

function asUnreadable(error: unknown): unknown {
  if (!fromPdfJs(error)) return error
  return new UnreadableFile(`the PDF is broken (${cut((error as Error).message)})`, fetchAgain)
}

/** pdf.js' own words on a broken file may quote from it. */
const cut = (message: string): string =>
  message
    .trim()
    .replace(/[.\s]+$/, '')
    .slice(0, 100)
