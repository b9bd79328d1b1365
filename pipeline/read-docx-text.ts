import { readDocx } from './read/docx.ts'
import { defaultLimits } from './read/limits.ts'
import { openZip } from './read/zip.ts'

/** The text of a Word file that lies in memory, page by page, as it is read when it comes in as a letter. */
export async function readDocxText(bytes: Uint8Array): Promise<string[]> {
  const entries = await openZip(bytes, defaultLimits, { bytes: defaultLimits.unpackedBytes })
  const { pages } = await readDocx(entries, defaultLimits)
  return pages.map(({ text }) => text)
}
