import { splitLetters } from '../../extractors/split/split-letters.ts'
import { structureLetter } from '../../extractors/structure/structure-letter.ts'
import type { Page } from '../../schemas/page.ts'

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The body of the letters in a file, one block a line; see `pdf-text.ts` for what counts. */
export function bodyOf(pages: Page[], truth: string): string {
  const blocks = splitLetters(pages).flatMap(({ lines }) => {
    const letter = structureLetter(lines)
    return letter.blocks.map(({ kind, span, marker }) => {
      const words = letter.text.slice(span.start, span.end)
      // the true text has the numbers of headings, but not the signs of list items
      return { kind, line: plain(kind === 'heading' && marker !== null ? `${marker} ${words}` : words) }
    })
  })
  const left = new Map<string, number>()
  for (const line of truth.split('\n').map(plain)) left.set(line, (left.get(line) ?? 0) + 1)
  for (const { kind, line } of blocks) if (kind !== 'letterhead') left.set(line, (left.get(line) ?? 0) - 1)
  return blocks
    .filter(({ kind, line }) => {
      if (kind !== 'letterhead') return kind !== 'furniture'
      const count = left.get(line) ?? 0
      left.set(line, count - 1)
      return count > 0
    })
    .map(({ line }) => line)
    .join('\n')
}

/** The edit distance of two texts, white space made alike, and the places where they differ. */
export function differences(
  read: string,
  truth: string,
): { distance: number; length: number; parts: string[] } {
  const [a, b] = [[...plain(read)], [...plain(truth)]]
  const steps = editSteps(a, b)
  const parts: string[] = []
  let open: { at: number; read: string; truth: string } | null = null
  const close = () => {
    if (open)
      parts.push(
        `  …${b.slice(Math.max(0, open.at - 30), open.at).join('')}[read: ${open.read}|truth: ${open.truth}]`,
      )
    open = null
  }
  let distance = 0
  for (const [i, j, same] of steps) {
    if (same) {
      close()
      continue
    }
    distance++
    open ??= { at: j ?? 0, read: '', truth: '' }
    if (i !== null) open.read += a[i]
    if (j !== null) open.truth += b[j]
  }
  close()
  return { distance, length: b.length, parts }
}

/**
 * The steps of a shortest edit from `a` to `b`: the positions that stand against each other, and if they are equal. Only
 * positions within a band are compared, and it is widened until the edit fits into it: the texts are almost alike.
 */
function editSteps(a: string[], b: string[]): [number | null, number | null, boolean][] {
  for (let band = 64 + Math.abs(a.length - b.length); ; band *= 4) {
    const at = editCosts(a, b, band)
    if (at(a.length, b.length) > band && band < Math.max(a.length, b.length)) continue
    const steps: [number | null, number | null, boolean][] = []
    let [i, j] = [a.length, b.length]
    while (i > 0 || j > 0) {
      const same = i > 0 && j > 0 && a[i - 1] === b[j - 1]
      if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + (same ? 0 : 1)) steps.push([--i, --j, same])
      else if (i > 0 && at(i, j) === at(i - 1, j) + 1) steps.push([--i, null, false])
      else steps.push([null, --j, false])
    }
    return steps.reverse()
  }
}

/** What it costs to edit the first `i` of `a` into the first `j` of `b`; where they are further apart than `band`, too much. */
function editCosts(a: string[], b: string[], band: number): (i: number, j: number) => number {
  const width = 2 * band + 1
  const far = a.length + b.length
  const cost = new Uint32Array((a.length + 1) * width).fill(far)
  const at = (i: number, j: number): number =>
    Math.abs(i - j) > band ? far : (cost[i * width + j - i + band] as number)
  for (let i = 0; i <= a.length; i++)
    for (let j = Math.max(0, i - band); j <= Math.min(b.length, i + band); j++) {
      const change = i > 0 && j > 0 ? at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1) : i + j
      const less = i > 0 ? at(i - 1, j) + 1 : far
      const more = j > 0 ? at(i, j - 1) + 1 : far
      cost[i * width + j - i + band] = Math.min(change, less, more)
    }
  return at
}
