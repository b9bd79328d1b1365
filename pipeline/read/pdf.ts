import { setImmediate } from 'node:timers/promises'
import { layOutPages } from '../../extractors/layout/lay-out-pages.ts'
import { mayHoldTable } from '../../extractors/layout/may-hold-table.ts'
import type { LayoutPage } from '../../extractors/layout/words.ts'
import type { Page, ReadFile } from '../../schemas/page.ts'
import { alone, defaultLimits, orMore, type Pace, type ReadLimits } from './limits.ts'
import { fetchAgain, inTime, type PdfDocument, type PdfPage, withPdf } from './open-pdf.ts'
import { orIfBroken } from './pdf-errors.ts'
import { rulesOf } from './pdf-rules.ts'
import { type PdfItem, wordsOf } from './pdf-words.ts'
import { plainTextPages } from './pdfium/text-pages.ts'
import { pageList, readScans, scanNotes, scannedPages, whyUnread, withScans } from './scan/read-scans.ts'
import { boxBefore, type Turns } from './scan/turn.ts'
import { UnreadableFile } from './unreadable-file.ts'

/**
 * Reads a PDF, laid out as a reader sees it, with the place of every word: the text layer, and where a page has none
 * the text on its image. Pages that are broken are remarked, the others read.
 * @param passwords are tried on a file that asks for one
 * @throws UnreadableFile when the file is broken, encrypted, without text or goes beyond a limit
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: ReadLimits = defaultLimits,
  pace: Pace = alone,
  passwords: string[] = [],
): Promise<ReadFile> {
  const plain = await inTime(readPlain(bytes, limits), limits.seconds)
  return plain ?? readWithPdfJs(bytes, limits, pace, passwords)
}

/** The same without PDFium, which reads plain files only: by pdf.js, which copes with all of them and tells what is wrong. */
export async function readWithPdfJs(
  bytes: Uint8Array,
  limits: ReadLimits = defaultLimits,
  pace: Pace = alone,
  passwords: string[] = [],
): Promise<ReadFile> {
  const read = async (document: PdfDocument) => {
    const layers = await inTime(readPages(document, limits), limits.seconds)
    await refuseForm(document, layers)
    return readImages(document, layers, limits, pace)
  }
  return withPdf(bytes, limits, read, passwords)
}

/** @returns null where anything is unusual */
async function readPlain(bytes: Uint8Array, limits: ReadLimits): Promise<ReadFile | null> {
  const pages = await plainTextPages(bytes, limits.pages)
  if (!pages || pages.every(({ blank }) => blank) || scannedPages(pages).length > 0 || mayBeForm(pages))
    return null
  return { format: 'pdf', pages: layOutPages(pages), notes: [] }
}

/** A page as it is read: turned clockwise, where its text runs another way. */
type TextLayer = LayoutPage & { turns: Turns }
/** The text layers of a PDF's pages; those of broken pages are empty. */
type TextLayers = { pages: TextLayer[]; broken: number[] }

async function readPages(document: PdfDocument, limits: ReadLimits): Promise<TextLayers> {
  if (document.numPages === 0) throw new UnreadableFile('the PDF has no pages', fetchAgain)
  if (document.numPages > limits.pages) {
    const reason = `too long: ${document.numPages} pages, at most ${limits.pages} are read`
    throw new UnreadableFile(reason, orMore('split it into smaller files', 'pages'))
  }
  const pages: TextLayer[] = []
  const broken: number[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await orIfBroken(
      async () => readPage(await document.getPage(number), number),
      () => null,
    )
    if (page === null) broken.push(number)
    pages.push(page ?? { number, ...a4, words: [], turned: [], rules: [], turns: 0 })
    // pdf.js never waits for anything: without a pause the time limit could not strike
    await setImmediate()
  }
  if (broken.length === pages.length)
    throw new UnreadableFile('the PDF is broken: no page of it can be read', fetchAgain)
  return { pages, broken }
}

/**
 * A form of Adobe's own kind (XFA) has one page for other programs, which says that it cannot be shown.
 * @throws UnreadableFile when the PDF is one
 */
async function refuseForm(document: PdfDocument, { pages }: TextLayers): Promise<void> {
  if (!mayBeForm(pages)) return
  const { info } = await document.getMetadata()
  if (info.IsXFAPresent === true)
    throw new UnreadableFile(
      'a PDF form that only Adobe Reader shows (XFA)',
      'open it in Adobe Reader and print it as PDF',
    )
}

const mayBeForm = ([page, ...more]: LayoutPage[]): boolean =>
  more.length === 0 && page?.words.some(({ text }) => /^Adobe|^viewer/i.test(text)) === true

const a4 = { width: 595, height: 842 }

/** Text beside the lines may stand upright, as a margin; of a page that lies on its side nearly all does. */
const liesTurned = ({ words, turned }: ReturnType<typeof wordsOf>) => turned.length > 4 * words.length

async function readPage(page: PdfPage, number: number): Promise<TextLayer> {
  const { items } = await page.getTextContent()
  const texts = items.filter((item) => 'str' in item) as PdfItem[]
  const seenAs = (turns: Turns) => {
    const view = page.getViewport({ scale: 1, rotation: page.rotate + 90 * turns })
    return { turns, ...view, ...wordsOf(texts, view.transform) }
  }
  const asIs = seenAs(0)
  const ways = liesTurned(asIs) ? [asIs, ...([1, 2, 3] as const).map(seenAs)] : [asIs]
  const { words, turned, width, height, transform, turns } = ways.reduce((best, way) =>
    way.words.length > best.words.length ? way : best,
  )
  // what is drawn is asked for only where it can tell the cells of a table: it takes longer than the text
  const rules = mayHoldTable(words)
    ? await orIfBroken(
        async () => rulesOf(await page.getOperatorList(), transform),
        () => [],
      )
    : []
  page.cleanup()
  return { number, width, height, words, turned, rules, turns }
}

/** Reads the pages without text layer from their images, and lays all of them out. */
async function readImages(
  document: PdfDocument,
  { pages, broken }: TextLayers,
  limits: ReadLimits,
  pace: Pace,
): Promise<ReadFile> {
  const whole = pages.filter(({ number }) => !broken.includes(number))
  const scans = await readScans(document, scannedPages(whole), limits, pace)
  const seen = pages.map((page) => {
    const scan = scans.get(page.number)
    if (!scan) return page
    // what its text layer says is not what the page shows
    return 'layout' in scan ? scan.layout : { ...page, words: [], turned: [], rules: [] }
  })
  const laidOut = layOutPages(seen).map((page, at) =>
    asTheyStand(page, scans.has(page.number) ? 0 : (pages[at]?.turns ?? 0)),
  )
  const read = withScans(laidOut, scans, limits)
  if (read.every((page) => page.text.trim() === '')) throw nothingRead(pages, read, limits)
  const lost = broken.length === 0 ? [] : [`${pageList(broken)}: broken, not read`]
  return { format: 'pdf', pages: read, notes: [...lost, ...scanNotes(whole, scans, limits)] }
}

/** A page with its words where they stand on the page as it is shown. */
function asTheyStand(page: Page, turns: Turns): Page {
  if (turns === 0 || !page.words) return page
  return { ...page, words: page.words.map((word) => ({ ...word, box: boxBefore(word.box, turns) })) }
}

/** @param layers the pages as their text layers are */
function nothingRead(layers: LayoutPage[], pages: Page[], limits: ReadLimits): UnreadableFile {
  const scan = pages.find((page) => page.scan?.grade === 'unread')?.scan
  const garbled = layers.some(({ words }) => words.length > 0)
  const why = [
    garbled ? 'its text is not readable (fonts without a Unicode map)' : '',
    scan?.grade === 'unread'
      ? `its pages cannot be read: ${whyUnread(scan.reason, limits)}`
      : 'no text is seen on its pages, they are empty or broken',
  ]
  return new UnreadableFile(
    why.filter(Boolean).join(', and '),
    'look at it: fetch it again, or scan it again at 300 dots per inch',
  )
}
