import { type DocxBlock, isItem } from './docx-blocks.ts'

/** How many of a list's items may begin in lower case for that to be a mistake. */
const fewItems = 0.25

/**
 * Joins an item that is the rest of the one before it, as files converted from PDF have it at their page breaks: it
 * goes on in lower case where the other ended without a stop, in a list whose items begin with capitals.
 */
export function joinSplitItems(blocks: DocxBlock[]): DocxBlock[] {
  const counts = new Map<string, { items: number; lower: number }>()
  for (const block of blocks.filter(isItem)) {
    const count = counts.get(keyOf(block)) ?? { items: 0, lower: 0 }
    counts.set(keyOf(block), count)
    count.items++
    if (beginsLower(block)) count.lower++
  }
  const joined: DocxBlock[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    const { items, lower } = counts.get(keyOf(block)) ?? { items: 0, lower: 0 }
    if (before && lower <= items * fewItems && goesOn(before, block))
      joined[joined.length - 1] = { ...before, text: `${before.text.trimEnd()} ${block.text.trimStart()}` }
    else joined.push(block)
  }
  return joined
}

const keyOf = ({ format, box }: DocxBlock): string => `${format.list} ${format.level} ${box}`
const beginsLower = ({ text }: DocxBlock): boolean => /^\s*\p{Ll}/u.test(text)

function goesOn(before: DocxBlock, block: DocxBlock): boolean {
  if (!isItem(before) || !isItem(block) || keyOf(before) !== keyOf(block)) return false
  return beginsLower(block) && !beginsLower(before) && /[\p{L}\p{N},]\s*$/u.test(before.text)
}
