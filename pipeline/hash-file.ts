import { createHash } from 'node:crypto'
import { type FileHandle, open, stat } from 'node:fs/promises'

const pieceBytes = 1024 * 1024

/**
 * The SHA-256 of a file's bytes, its identity.
 * @returns null when it is no file, is bigger than `mostBytes` or cannot be read: whoever reads it finds out why
 */
export async function hashFile(path: string, mostBytes: number): Promise<string | null> {
  let file: FileHandle | undefined
  try {
    // a pipe or a device would be waited for without end
    const found = await stat(path)
    if (!found.isFile() || found.size > mostBytes) return null
    file = await open(path)
    const hash = createHash('sha256')
    const piece = Buffer.alloc(Math.min(pieceBytes, found.size + 1))
    for (let read = 0; read <= mostBytes; ) {
      const { bytesRead } = await file.read(piece, 0, piece.length, null)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(piece.subarray(0, bytesRead))
      read += bytesRead
    }
    return null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return null
  } finally {
    await file?.close()
  }
}
