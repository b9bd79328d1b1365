import { createHash } from 'node:crypto'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { ReadFile } from '../../schemas/page.ts'
import { isNoLetter } from '../find-files.ts'
import { type FileKind, fileKind, startBytes, startKind, zipKind } from './file-kind.ts'
import { type Budget, defaultLimits, inMegabytes, type ReadLimits } from './limits.ts'
import type { OpenedMail } from './mail-text.ts'
import { readMarkdown } from './markdown.ts'
import { safeName } from './safe-name.ts'
import { readText } from './text.ts'
import { UnreadableFile } from './unreadable-file.ts'

/**
 * A file that may hold letters, or why there is none to be had. `inner` leads to it from the file that was named, by
 * the names of the mails and ZIPs it lies in; empty for that file itself. `sha256` is that of its own `bytes`.
 * `carries`: a mail with attachments, which need not be a letter itself.
 */
export type LetterFile =
  | {
      inner: string[]
      sha256: string
      bytes: Uint8Array
      kind: FileKind
      carries: boolean
      read: () => Promise<ReadFile>
    }
  | { inner: string[]; refused: UnreadableFile }

/**
 * Opens a file: PDF, picture, Word, Markdown, text, a mail with what is attached to it, or a ZIP of these, told apart by content
 * first and by name second. Each file in it comes by itself, unpacked when its turn comes and read when it is asked
 * for; one that cannot be read does not stop the rest.
 */
export async function* openLetterFiles(path: string, limits = defaultLimits): AsyncGenerator<LetterFile> {
  try {
    const bytes = await readBytes(path, limits)
    const opening = { limits, budget: { bytes: limits.unpackedBytes } }
    yield* openBytes({ name: basename(path), bytes, inner: [] }, opening)
  } catch (error) {
    yield refusal([], error)
  }
}

/**
 * Reads the first file of `openLetterFiles`: the file itself, where it is no ZIP.
 * @throws UnreadableFile with reason and advice when it holds nothing that can be read
 */
export async function readLetterFile(path: string): Promise<ReadFile> {
  for await (const file of openLetterFiles(path)) {
    if ('refused' in file) throw file.refused
    return await file.read()
  }
  throw new UnreadableFile('nothing in it', 'fetch it again')
}

type Opening = { limits: ReadLimits; budget: Budget }
type Named = { name: string; bytes: Uint8Array; inner: string[]; kind?: 'eml' | undefined }
/** A file inside another. */
type Part = { name: string; kind?: 'eml'; read: () => Promise<Uint8Array> }

async function* openBytes(file: Named, opening: Opening): AsyncGenerator<LetterFile> {
  const { bytes, inner, name } = file
  const { limits, budget } = opening
  try {
    checkSize(bytes, bytes.length, limits)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const kind = file.kind ?? fileKind(bytes)
    const letterFile = (read: () => Promise<ReadFile>, carries = false) => ({
      inner,
      sha256,
      bytes,
      kind,
      carries,
      read,
    })
    // the readers are heavy: each is loaded only where there is a file for it
    if (kind === 'pdf') {
      yield letterFile(async () => (await import('./pdf.ts')).readPdf(bytes, limits))
    } else if (kind === 'picture') {
      yield letterFile(async () => (await import('./picture/read-picture.ts')).readPicture(bytes, limits))
    } else if (kind === 'text') {
      const markdown = /^\.(?:md|markdown)$/i.test(extname(name))
      yield letterFile(async () => (markdown ? readMarkdown(bytes) : readText(bytes)))
    } else if (kind === 'zip') {
      const { openZip } = await import('./zip.ts')
      const entries = await openZip(bytes, limits, budget)
      if (zipKind(entries.map((entry) => entry.name)) === 'zip') yield* openParts(inner, entries, opening)
      else yield letterFile(async () => (await import('./docx.ts')).readDocx(entries, limits))
    } else {
      const opened = await openMail(kind, bytes, limits)
      const { readMail } = await import('./mail-text.ts')
      yield letterFile(async () => readMail(opened), opened.attachments.length > 0)
      yield* openParts(inner, opened.attachments, opening)
    }
  } catch (error) {
    yield refusal(inner, error)
  }
}

async function openMail(kind: 'eml' | 'msg', bytes: Uint8Array, limits: ReadLimits): Promise<OpenedMail> {
  if (kind === 'eml') return (await import('./eml.ts')).openEml(bytes, limits)
  return (await import('./msg.ts')).openMsg(bytes, limits)
}

/** Opens the files inside a file, one after the other. */
async function* openParts(outer: string[], parts: Part[], opening: Opening): AsyncGenerator<LetterFile> {
  const { limits } = opening
  for (const part of parts) {
    const name = safeName(part.name)
    if (isNoLetter(name)) continue
    const inner = [...outer, name]
    try {
      if (inner.length > limits.depth)
        throw new UnreadableFile(
          `too deep: at most ${limits.depth} files in each other are opened`,
          'take it out and ingest it by itself',
        )
      yield* openBytes({ name, inner, bytes: await part.read(), kind: part.kind }, opening)
    } catch (error) {
      yield refusal(inner, error)
    }
  }
}

function refusal(inner: string[], error: unknown): LetterFile {
  if (!(error instanceof UnreadableFile)) throw error
  return { inner, refused: error }
}

/** @param start its first bytes, or all of them */
function checkSize(start: Uint8Array, size: number, limits: ReadLimits): void {
  if (size === 0) throw new UnreadableFile('the file is empty', 'fetch it again')
  const limit = startKind(start) === 'text' ? limits.textBytes : limits.fileBytes
  if (size <= limit) return
  const reason = `too big: ${inMegabytes(size)}, at most ${inMegabytes(limit)} are read`
  throw new UnreadableFile(reason, 'split it into smaller files')
}

/** The file's bytes, after a look at its size and its first bytes, so that a huge file is refused unread. */
async function readBytes(path: string, limits: ReadLimits): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    // a pipe or a device would be waited for without end
    if (!(await stat(path)).isFile()) throw new UnreadableFile('not a file', 'name a file or a folder')
    file = await open(path)
    const start = new Uint8Array(startBytes)
    const { bytesRead } = await file.read(start, 0, start.length, 0)
    checkSize(start.subarray(0, bytesRead), (await file.stat()).size, limits)
    return await file.readFile()
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new UnreadableFile(`cannot be opened (${code})`, 'check that it exists and may be read')
  } finally {
    await file?.close()
  }
}
