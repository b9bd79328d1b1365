import type { Span } from './span.ts'

/**
 * What a block of a letter is.
 * - `letterhead`: sender, recipient, date, case numbers, contact, before or beside the body
 * - `subject`, `salutation`, `heading`, `paragraph`, `item` (list item), `row` (table row)
 * - `closing` ("Med venlig hilsen"), `signature` (names and titles after it)
 * - `furniture`: page numbers, repeated headers and footers, margin columns: taken out of the flow
 * - `quoted`: an older mail or letter quoted in full below or inside this one
 */
export const blockKinds = [
  'letterhead',
  'subject',
  'salutation',
  'heading',
  'paragraph',
  'item',
  'row',
  'closing',
  'signature',
  'furniture',
  'quoted',
] as const
export type BlockKind = (typeof blockKinds)[number]

/**
 * A block is one logical line of the letter's text: its line ends are joined with a space, broken words are whole.
 * - `level`: depth of a heading (1 = outermost known) or of a list item (0 = outermost), else 0
 * - `marker`: the bullet, number or letter of an item or heading as written ("-", "•", "1.", "a)"), else null;
 *   it is not part of `span`
 * - `parent`: index of the block that introduces this one: the paragraph or item that ends with a colon, or the
 *   item one level out; null when there is none
 * - `heading`: index of the heading that governs this block, else null
 * - `cells`: of a row, the spans of its cells (an empty cell has start = end), else []
 * - `header`: of a row, the index of the row that holds the column names; null when there is none or this is it
 */
export type Block = {
  kind: BlockKind
  span: Span
  level: number
  marker: string | null
  parent: number | null
  heading: number | null
  cells: Span[]
  header: number | null
}

/** Letter text positions [start, end) stand on `page`, from `offset` in that page's text. */
export type SourceSegment = { start: number; end: number; page: number; offset: number }

/**
 * A letter's text, fixed once it is split and cleaned. `text` is the blocks' texts in reading order, one a line
 * (`\n` between blocks, never inside one); furniture that interrupted a paragraph stands after it, and what by its
 * place on a page is furniture at the end. `segments` lead
 * from the text back to the pages; they are in order and cover every character that came from the file.
 */
export type LetterText = { text: string; blocks: Block[]; segments: SourceSegment[] }
