import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFile, readFileSync, readSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { promisify } from 'node:util'
import type { ReadFile } from '../../schemas/page.ts'
import type { Original } from '../../store/archive/keep-original.ts'
import type { Originals } from '../../store/archive/originals.ts'
import { isNoLetter } from '../find-files.ts'
import { type FileKind, fileKind, startBytes, startKind, zipKind } from './file-kind.ts'
import {
  alone,
  type Budget,
  defaultLimits,
  inMegabytes,
  orMore,
  type Pace,
  type ReadLimits,
} from './limits.ts'
import type { OpenedMail } from './mail-text.ts'
import { readMarkdown } from './markdown.ts'
import { safeName } from './safe-name.ts'
import { readText } from './text.ts'
import { UnreadableFile } from './unreadable-file.ts'

/**
 * A file that may hold letters, or why there is none to be had. `inner` leads to it from the file that was named, by
 * the names of the mails and ZIPs it lies in; empty for that file itself. `sha256` is that of its own `bytes`.
 * `originals` are to be kept of it. `carries`: a mail with attachments, which need not be a letter itself.
 */
export type LetterFile =
  | {
      inner: string[]
      sha256: string
      bytes: Uint8Array
      kind: FileKind
      originals: Originals
      carries: boolean
      read: () => Promise<ReadFile>
    }
  | { inner: string[]; refused: UnreadableFile }

/**
 * Opens a file: PDF, picture, Word, Markdown, text, a mail with what is attached to it, or a ZIP of these, told apart by
 * content first and by name second. Each file in it comes by itself, unpacked when its turn comes and read when it is
 * asked for; one that cannot be read does not stop the rest.
 * @param passwords are tried on encrypted PDFs
 */
export async function* openLetterFiles(
  path: string,
  limits = defaultLimits,
  pace = alone,
  passwords: string[] = [],
): AsyncGenerator<LetterFile> {
  try {
    const bytes = await readBytes(path, limits)
    const budget = { bytes: limits.unpackedBytes, entries: limits.entries }
    const opening = { limits, pace, passwords, budget }
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

/** `outer`: the file on disk, once it turned out to hold others. */
type Opening = { limits: ReadLimits; pace: Pace; passwords: string[]; budget: Budget; outer?: Original }
type Named = { name: string; bytes: Uint8Array; inner: string[]; kind?: 'eml' | undefined }
/** A file inside another. */
type Part = { name: string; kind?: 'eml'; read: () => Promise<Uint8Array> }

async function* openBytes(file: Named, opening: Opening): AsyncGenerator<LetterFile> {
  const { bytes, inner, name } = file
  const { limits, pace, budget } = opening
  try {
    checkSize(bytes, bytes.length, limits)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const kind = file.kind ?? fileKind(bytes)
    const markdown = kind === 'text' && /^\.(?:md|markdown)$/i.test(extname(name))
    const original = (extension: string): Original => ({ sha256, extension, bytes })
    const letterFile = (extension: string, read: () => Promise<ReadFile>, carries = false) => {
      const { outer } = opening
      const originals: Originals = outer ? [original(extension), outer] : [original(extension)]
      return { inner, sha256, bytes, kind, originals, carries, read }
    }
    const inside = (extension: string): Opening =>
      inner.length === 0 ? { ...opening, outer: original(extension) } : opening
    // the readers are heavy: each is loaded only where there is a file for it
    if (kind === 'pdf') {
      yield letterFile('pdf', async () =>
        (await import('./pdf.ts')).readPdf(bytes, limits, pace, opening.passwords),
      )
    } else if (kind === 'picture') {
      const { readPicture } = await import('./picture/read-picture.ts')
      yield letterFile(pictureExtension(bytes), async () => readPicture(bytes, limits, pace))
    } else if (markdown) {
      yield letterFile('md', async () => readMarkdown(bytes))
    } else if (kind === 'text') {
      yield letterFile('txt', async () => readText(bytes))
    } else if (kind === 'zip') {
      const { openZip } = await import('./zip.ts')
      const entries = await openZip(bytes, limits, budget)
      if (zipKind(entries.map((entry) => entry.name)) === 'zip')
        yield* openParts(inner, entries, inside('zip'))
      else yield letterFile('docx', async () => (await import('./docx.ts')).readDocx(entries, limits))
    } else {
      const opened = await openMail(kind, bytes, limits)
      const { readMail } = await import('./mail-text.ts')
      yield letterFile(kind, async () => readMail(opened), opened.attachments.length > 0)
      yield* openParts(inner, opened.attachments, inside(kind))
    }
  } catch (error) {
    yield refusal(inner, error)
  }
}

/** By its first byte, as `readPicture` tells it. */
const pictureExtension = ([first]: Uint8Array): string =>
  first === 0x89 ? 'png' : first === 0xff ? 'jpg' : 'tif'

async function openMail(kind: 'eml' | 'msg', bytes: Uint8Array, limits: ReadLimits): Promise<OpenedMail> {
  if (kind === 'eml') return (await import('./eml.ts')).openEml(bytes, limits)
  return (await import('./msg.ts')).openMsg(bytes, limits)
}

/** Opens the files inside a file, one after the other. */
async function* openParts(outer: string[], parts: Part[], opening: Opening): AsyncGenerator<LetterFile> {
  const { limits, budget } = opening
  for (const part of parts) {
    const name = safeName(part.name)
    if (isNoLetter(name)) continue
    // else a few ZIPs in each other that hold the same one many times would be opened without end
    if (budget.entries-- <= 0) throw tooManyInside(limits.entries)
    const inner = [...outer, name]
    try {
      if (inner.length > limits.depth)
        throw new UnreadableFile(
          `too deep: at most ${limits.depth} files in each other are opened`,
          orMore('take it out and ingest it by itself', 'depth'),
        )
      yield* openBytes({ name, inner, bytes: await part.read(), kind: part.kind }, opening)
    } catch (error) {
      yield refusal(inner, error)
    }
  }
}

const tooManyInside = (most: number) =>
  new UnreadableFile(
    `more than ${most} files in it, counting those in the ZIPs and mails in it`,
    'unpack it and leave out what is no letter',
  )

function refusal(inner: string[], error: unknown): LetterFile {
  if (!(error instanceof UnreadableFile)) throw error
  return { inner, refused: error }
}

/** @param start its first bytes, or all of them */
function checkSize(start: Uint8Array, size: number, limits: ReadLimits): void {
  if (size === 0) throw new UnreadableFile('the file is empty', 'fetch it again')
  const limit = startKind(start) === 'text' ? 'textBytes' : 'fileBytes'
  if (size <= limits[limit]) return
  const reason = `too big: ${inMegabytes(size)}, at most ${inMegabytes(limits[limit])} are read`
  throw new UnreadableFile(reason, orMore('split it into smaller files', limit))
}

/** So much of a file is read at once; only more is left to the system's other threads, which take their time. */
const readAtOnce = 1024 * 1024
const readLong = promisify(readFile)

/** The file's bytes, after a look at its size and its first bytes, so that a huge file is refused unread. */
async function readBytes(path: string, limits: ReadLimits): Promise<Uint8Array> {
  let file: number | undefined
  try {
    // a pipe or a device would be waited for without end
    if (!statSync(path).isFile()) throw new UnreadableFile('not a file', 'name a file or a folder')
    file = openSync(path, 'r')
    const start = new Uint8Array(startBytes)
    const bytesRead = readSync(file, start, 0, start.length, 0)
    const before = fstatSync(file)
    checkSize(start.subarray(0, bytesRead), before.size, limits)
    const bytes = before.size <= readAtOnce ? readFileSync(file) : await readLong(file)
    const after = fstatSync(file)
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
      throw new UnreadableFile(
        'it changed while it was read',
        'run the same command again when it is complete',
      )
    return bytes
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new UnreadableFile(`cannot be opened (${code})`, 'check that it exists and may be read')
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
