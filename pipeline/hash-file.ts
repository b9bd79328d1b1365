import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'

const pieceBytes = 1024 * 1024

/**
 * The SHA-256 of a file's bytes, its identity. Piece by piece it is read at once: to hand each step of it to the system's
 * other threads takes longer than to read a letter. Between pieces others have their turn.
 * @returns null when it is no file, is bigger than `mostBytes` or cannot be read: whoever reads it finds out why
 */
export async function hashFile(path: string, mostBytes: number): Promise<string | null> {
  let file: number | undefined
  try {
    // a pipe or a device would be waited for without end
    const found = await stat(path)
    if (!found.isFile() || found.size > mostBytes) return null
    file = openSync(path, 'r')
    const hash = createHash('sha256')
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, found.size + 1))
    for (let read = 0; read <= mostBytes; ) {
      const bytesRead = readSync(file, piece, 0, piece.length, null)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(piece.subarray(0, bytesRead))
      read += bytesRead
      if (bytesRead === pieceBytes) await setImmediate()
    }
    return null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return null
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
