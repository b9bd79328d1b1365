import { drawPage } from '../pipeline/draw-page.ts'
import { findOriginal } from '../pipeline/find-original.ts'
import { UnreadableFile } from '../pipeline/read/unreadable-file.ts'
import type { StoredLetter } from '../schemas/stored-letter.ts'

type Image = Uint8Array<ArrayBuffer>

const mostKept = 30

/**
 * Draws pages of letters, one at a time, and keeps those drawn last in memory.
 * @returns a function that gives a page of a letter as PNG; null when the letter has none of that number, or its file
 *   cannot be found or drawn any more
 */
export function drawnPages(log: (line: string) => void) {
  const kept = new Map<string, Image>()
  let work: Promise<unknown> = Promise.resolve()

  async function draw({ sources }: StoredLetter, page: number): Promise<Image | null> {
    const source = sources[0]
    if (!source?.pages.includes(page)) return null
    const key = `${source.sha256} ${page}`
    const known = kept.get(key)
    if (known) return known
    try {
      const image = new Uint8Array(await drawPage(await findOriginal(source.path, source.sha256), page, []))
      kept.set(key, image)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
      return image
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      log(`${JSON.stringify(source.path)}: page ${page} cannot be drawn: ${error.message}`)
      return null
    }
  }

  return (letter: StoredLetter, page: number): Promise<Image | null> => {
    const drawn = work.then(() => draw(letter, page))
    work = drawn.catch(() => null)
    return drawn
  }
}
