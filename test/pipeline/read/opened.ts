import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultLimits, type ReadLimits } from '../../../pipeline/read/limits.ts'
import { openLetterFiles } from '../../../pipeline/read/read-file.ts'
import { UnreadableFile } from '../../../pipeline/read/unreadable-file.ts'
import type { ReadFile } from '../../../schemas/page.ts'

/** What came of one file: its text and notes, or the reason why it was refused. */
export type Opened = { inner: string; sha256?: string; read?: ReadFile; text?: string; refused?: string }

/** Writes a file, opens it and reads all that is in it. */
export async function openAll(
  name: string,
  content: string | Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<Opened[]> {
  const folder = mkdtempSync(join(tmpdir(), 'opfolg-open-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, content)
    const opened: Opened[] = []
    for await (const file of openLetterFiles(path, { ...defaultLimits, ...limits })) {
      const inner = file.inner.join(' > ')
      try {
        if ('refused' in file) throw file.refused
        const read = await file.read()
        opened.push({ inner, sha256: file.sha256, read, text: read.pages.map(({ text }) => text).join('\f') })
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error
        opened.push({ inner, refused: error.message })
      }
    }
    return opened
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The text of a file in which nothing else lies. */
export async function textOf(name: string, content: string | Uint8Array): Promise<string> {
  const [only, ...more] = await openAll(name, content)
  if (only?.text === undefined || more.length > 0) throw new Error(only?.refused ?? 'more than one file')
  return only.text
}
