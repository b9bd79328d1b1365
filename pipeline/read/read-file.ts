import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import type { ReadFile } from '../../schemas/page.ts'
import { readMarkdown } from './markdown.ts'
import { readText } from './text.ts'
import { UnreadableFile } from './unreadable-file.ts'

const megabyte = 1024 * 1024
const textLimit = 20 * megabyte
const pdfLimit = 100 * megabyte

/** Formats that are not read, by their first bytes. */
const refused: [string[], string][] = [
  [['PK\u0003\u0004'], 'a Word, Excel or zip file, which is not read yet'],
  [['\u00d0\u00cf\u0011\u00e0'], 'an old Word file or an Outlook message, which is not read yet'],
  [['{\\rtf'], 'a rich text file, which is not read yet'],
  [['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'II*\0', 'MM\0*'], 'an image; scanned pages are not read yet'],
  [['SQLite format 3'], 'a database'],
]

/**
 * Reads a letter file: PDF with a text layer, Markdown or plain text, told apart by content first and by the file's
 * name second.
 * @throws UnreadableFile with reason and advice when the file holds nothing that can be read
 */
export async function readLetterFile(path: string): Promise<ReadFile> {
  const bytes = await readBytes(path)
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) {
    // the PDF reader is heavy: loaded only where there is a PDF
    const { readPdf } = await import('./pdf.ts')
    return readPdf(bytes)
  }
  const known = refused.find(([marks]) => marks.some((mark) => start.startsWith(mark)))
  if (known) throw new UnreadableFile(known[1], 'save it as PDF or as text')
  const markdown = /^\.(?:md|markdown)$/i.test(extname(path))
  return markdown ? readMarkdown(bytes) : readText(bytes)
}

/** The file's bytes, after a look at its size and its first bytes, so that a huge file is refused unread. */
async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size === 0) throw new UnreadableFile('the file is empty', 'fetch it again')
      const start = new Uint8Array(1024)
      await file.read(start, 0, start.length, 0)
      const limit = Buffer.from(start).includes('%PDF-') ? pdfLimit : textLimit
      if (size > limit) {
        const reason = `too big: ${Math.ceil(size / megabyte)} MB, at most ${limit / megabyte} MB are read`
        throw new UnreadableFile(reason, 'split it into smaller files')
      }
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw new UnreadableFile(`cannot be opened (${code})`, 'check that it exists and may be read')
  }
}
