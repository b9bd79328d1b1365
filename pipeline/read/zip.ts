import { buffer } from 'node:stream/consumers'
import iconv from 'iconv-lite'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { type Budget, harmlessBytes, inMegabytes, orMore, type ReadLimits } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** A file packed in a ZIP. `name` is for showing only: nothing is ever written under it. */
export type ZipEntry = { name: string; read: () => Promise<Uint8Array> }

/**
 * Lists the files of a ZIP from its directory; each is unpacked when it is read, within the limits.
 * @throws UnreadableFile when the ZIP is broken or has too many entries; `read` also when the entry is encrypted,
 * packed in an unknown way, broken, or bigger than the limits allow
 */
export async function openZip(
  bytes: Uint8Array,
  limits: ReadLimits,
  budget: Pick<Budget, 'bytes'>,
): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  let packedBytes = 0
  try {
    // yauzl's own decoding would refuse the whole archive for one name with "..", and reads Danish names as cp437
    const zip = await fromBufferPromise(asBuffer(bytes), { decodeStrings: false, autoClose: false })
    if (zip.entryCount > limits.entries) throw tooMany(limits.entries)
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= limits.entries) throw tooMany(limits.entries)
      packedBytes += entry.compressedSize
      if (packedBytes > bytes.length)
        throw new UnreadableFile('its files lie on top of each other', 'do not open it')
      const name = entryName(entry)
      if (!name.endsWith('/')) entries.push({ name, read: () => unpack(zip, entry, limits, budget) })
    }
  } catch (error) {
    throw asUnreadable(error, 'the Word or ZIP file is broken')
  }
  return entries
}

const tooMany = (most: number) =>
  new UnreadableFile(
    `more than ${most} files in it`,
    orMore('unpack it and leave out what is no letter', 'entries'),
  )

async function unpack(
  zip: ZipFile,
  entry: Entry,
  limits: ReadLimits,
  budget: Pick<Budget, 'bytes'>,
): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new UnreadableFile('encrypted', 'unpack it with its password')
  if (!entry.canDecodeFileData())
    throw new UnreadableFile(
      `packed in a way that is not read (method ${entry.compressionMethod})`,
      'unpack it',
    )
  const { compressedSize, uncompressedSize: size } = entry
  if (size > harmlessBytes && size > compressedSize * limits.unpackedRatio) {
    const times = Math.round(size / Math.max(1, compressedSize))
    throw new UnreadableFile(
      `it would unpack to ${times} times its size, at most ${limits.unpackedRatio} times is unpacked`,
      orMore('unpack it by hand if you trust it', 'unpackedRatio'),
    )
  }
  if (size > limits.fileBytes || size > budget.bytes) {
    const most = inMegabytes(Math.min(limits.fileBytes, budget.bytes))
    const limit = budget.bytes < limits.fileBytes ? 'unpackedBytes' : 'fileBytes'
    throw new UnreadableFile(
      `too big: unpacks to ${inMegabytes(size)}, at most ${most} are left to unpack`,
      orMore('unpack it by hand', limit),
    )
  }
  budget.bytes -= size
  try {
    // yauzl stops a stream that gives more than the size that was checked
    return await buffer(await zip.openReadStreamPromise(entry))
  } catch (error) {
    throw asUnreadable(error, 'its packing is broken')
  }
}

/** The name in the archive's own spelling: UTF-8 when it says or shows so, else the code page of Danish DOS. */
function entryName({ generalPurposeBitFlag, fileNameRaw }: Entry): string {
  const saysUtf8 = (generalPurposeBitFlag & 0x800) !== 0
  const utf8 = fileNameRaw.toString('utf8')
  const name = saysUtf8 || !utf8.includes('\ufffd') ? utf8 : iconv.decode(fileNameRaw, 'cp850')
  return name.replaceAll('\\', '/')
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** yauzl and zlib throw plain errors for whatever is wrong with the data. */
function asUnreadable(error: unknown, reason: string): unknown {
  if (error instanceof UnreadableFile || !(error instanceof Error)) return error
  return new UnreadableFile(reason, 'fetch it again')
}
