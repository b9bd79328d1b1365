import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { UsageError } from './usage-error.ts'

/**
 * Writes a file into a folder, which is made when it is not there.
 * @returns the file's path
 * @throws UsageError when it cannot be written
 */
export function writeInto(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  try {
    makeFolder(folder)
    writeFileSync(path, content)
  } catch (error) {
    throw new UsageError(
      `${folder}: cannot be written (${(error as NodeJS.ErrnoException).code}); name another folder`,
    )
  }
  return path
}
