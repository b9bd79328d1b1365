import { setImmediate } from 'node:timers/promises'
import type { LayoutPage } from '../../../extractors/layout/words.ts'
import { isBlank } from './blank-page.ts'
import { dropPdfium, type Pdfium, startPdfium } from './engine.ts'
import { readGlyphs } from './glyphs.ts'
import { drawnRules } from './rules.ts'
import { wordCollector } from './words.ts'

/** A larger file would take too much of PDFium's memory. */
const mostBytes = 16 * 1024 * 1024

/**
 * The pages of a plain PDF, of which every page stands upright and says what its text is, read several times as fast as
 * by pdf.js.
 * @returns null where anything is unusual (encrypted, broken, turned, fonts without a Unicode map): pdf.js tells more of it
 */
export async function plainTextPages(bytes: Uint8Array, mostPages: number): Promise<LayoutPage[] | null> {
  if (bytes.length > mostBytes) return null
  const pdfium = await startPdfium()
  try {
    return await withDocument(pdfium, bytes, (document) => pagesOf(pdfium, document, mostPages))
  } catch (error) {
    dropPdfium()
    // what stops it (a trap, a full stack) is in the file
    if (error instanceof Error && /^(?:Runtime|Range)Error$/.test(error.name)) return null
    throw error
  }
}

async function withDocument<T>(
  { call }: Pdfium,
  bytes: Uint8Array,
  use: (document: number) => Promise<T>,
): Promise<T | null> {
  const at = call.malloc(bytes.length)
  if (at === 0) return null
  new Uint8Array(call.memory.buffer).set(bytes, at)
  const document = call.FPDF_LoadMemDocument(at, bytes.length, 0)
  const result = document === 0 ? null : await use(document)
  if (document !== 0) call.FPDF_CloseDocument(document)
  call.free(at)
  return result
}

async function pagesOf(pdfium: Pdfium, document: number, mostPages: number): Promise<LayoutPage[] | null> {
  const { call } = pdfium
  const count = call.FPDF_GetPageCount(document)
  if (count === 0 || count > mostPages) return null
  const pages: LayoutPage[] = []
  // a page is closed when the next one is open, so that a font of both stands at the same place in memory
  let before = 0
  while (pages.length < count) {
    const page = call.FPDF_LoadPage(document, pages.length)
    if (before !== 0) call.FPDF_ClosePage(before)
    before = page
    const read = page === 0 ? null : pageOf(pdfium, page, pages.length + 1)
    if (read === null) break
    pages.push(read)
    // without a pause the time limit could not strike
    await setImmediate()
  }
  if (before !== 0) call.FPDF_ClosePage(before)
  return pages.length === count ? pages : null
}

function pageOf(pdfium: Pdfium, page: number, number: number): LayoutPage | null {
  const { call, returned } = pdfium
  if (call.FPDFPage_GetRotation(page) !== 0 || call.FPDF_GetPageBoundingBox(page, returned) === 0) return null
  const [left, top, right, bottom] = new Float32Array(call.memory.buffer, returned, 4) as unknown as Rectangle
  const text = call.FPDFText_LoadPage(page)
  if (text === 0) return null
  const collector = wordCollector({ left, top })
  const known = readGlyphs(pdfium, text, collector.take)
  call.FPDFText_ClosePage(text)
  if (!known) return null
  const words = collector.words()
  const rules = drawnRules(pdfium, page, [1, 0, 0, -1, -left, top])
  const blank = words.length === 0 && isBlank(pdfium, page)
  return { number, width: right - left, height: top - bottom, words, turned: [], rules, blank }
}

type Rectangle = [left: number, top: number, right: number, bottom: number]
