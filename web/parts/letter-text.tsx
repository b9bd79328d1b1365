import type { Child } from 'hono/jsx'
import type { Block, LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'

/** A stretch of the letter that shows something. `of`: the finding it belongs to, as the id of its card. */
export type TextMark = {
  span: Span
  of: string
  look: 'commitment' | 'time' | 'fact' | 'hit'
  state?: string
}
/** A finding that begins in the text: a number that leads to its card stands before its first word. */
export type TextNumber = { at: number; id: string; number: number }

type Props = { text: LetterText; marks: TextMark[]; numbers: TextNumber[] }

const looks: Record<Block['kind'], string> = {
  letterhead: 'l-head',
  subject: 'l-heading',
  salutation: 'l-paragraph',
  heading: 'l-heading',
  paragraph: 'l-paragraph',
  item: 'l-item',
  row: 'l-paragraph',
  closing: 'l-paragraph',
  signature: 'l-head',
  furniture: 'l-furniture',
  quoted: 'l-quoted',
}

/**
 * A letter's text block by block, with marks over the words that something was found in. `data-start` says where in the
 * text the words of an element begin: from it a selection is told.
 */
export function LetterTextView({ text, marks, numbers }: Props) {
  const within = (span: Span) => pieces(text.text, span, marks, numbers)
  return (
    <div class="letter-text" lang="da">
      {parts(text.blocks).map((part) =>
        Array.isArray(part) ? (
          <Rows rows={part} blocks={text.blocks} within={within} />
        ) : (
          <Line block={part} words={within(part.span)} />
        ),
      )}
    </div>
  )
}

/** The blocks in order, rows that follow each other together. */
function parts(blocks: Block[]): (Block | Block[])[] {
  const found: (Block | Block[])[] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (block.cells.length === 0) found.push(block)
    else if (Array.isArray(last)) last.push(block)
    else found.push([block])
  }
  return found
}

function Line({ block, words }: { block: Block; words: Child }) {
  const look = `${looks[block.kind]} level-${Math.min(block.level, 4)}`
  const marker = shownMarker(block.marker)
  const line = (
    <>
      {marker && <span class="marker">{marker} </span>}
      {words}
    </>
  )
  // letters skip levels as they like, so a page's outline has them all on one
  return block.kind === 'heading' ? (
    <h3 class={look} data-start={block.span.start}>
      {line}
    </h3>
  ) : (
    <p class={look} data-start={block.span.start}>
      {line}
    </p>
  )
}

/** A marker as a reader expects it: signs of a markup are no part of a letter. */
function shownMarker(marker: string | null): string | null {
  if (marker === null || /^#+$/.test(marker)) return null
  return marker === '*' || marker === '+' ? '•' : marker
}

type RowsProps = { rows: Block[]; blocks: Block[]; within: (span: Span) => Child }

function Rows({ rows, blocks, within }: RowsProps) {
  const heads = new Set(rows.flatMap(({ header }) => (header === null ? [] : blocks[header])))
  return (
    <section class="l-rows" aria-label="Tabel i brevet" tabindex={0}>
      <table>
        {rows.map((row) => {
          const isHead = heads.has(row)
          return (
            <tr>
              {row.cells.map(({ start }, at) => {
                // with what parts it from the next cell, so that no mark that begins there is lost
                const words = within({ start, end: row.cells[at + 1]?.start ?? row.span.end })
                return isHead ? (
                  <th scope="col" data-start={start}>
                    {words}
                  </th>
                ) : (
                  <td data-start={start}>{words}</td>
                )
              })}
            </tr>
          )
        })}
      </table>
    </section>
  )
}

function pieces(text: string, within: Span, marks: TextMark[], numbers: TextNumber[]) {
  const inside = marks.filter(({ span }) => span.start < within.end && span.end > within.start)
  const begins = numbers.filter(({ at }) => at >= within.start && at < within.end)
  const cuts = [within.start, within.end, ...begins.map(({ at }) => at)]
  for (const { span } of inside) cuts.push(Math.max(span.start, within.start), Math.min(span.end, within.end))
  const edges = [...new Set(cuts)].sort((a, b) => a - b)
  return edges.slice(0, -1).flatMap((start, index) => {
    const end = edges[index + 1] ?? within.end
    const here = inside.filter(({ span }) => span.start <= start && span.end >= end)
    const refs = begins
      .filter(({ at }) => at === start)
      .map(({ id, number }) => (
        <a class="ref" id={`m-${id}`} href={`#t-${id}`} aria-label={`Tilsagn ${number}, se det fundne`}>
          {number}
        </a>
      ))
    return [...refs, piece(text.slice(start, end), here, start)]
  })
}

function piece(words: string, marks: TextMark[], start: number) {
  if (marks.length === 0) return words
  const of = [...new Set(marks.map((mark) => mark.of))].filter((one) => one !== '').join(' ')
  const commitment = marks.find(({ look }) => look === 'commitment')
  const classes = [
    ...new Set(marks.map(({ look }) => `m-${look}`)),
    commitment?.state && `review-${commitment.state}`,
  ]
  const hit = marks.find(({ look, span }) => look === 'hit' && span.start === start)
  const look = classes.filter(Boolean).join(' ')
  return (
    <mark class={look} data-of={of} id={hit ? `hit-${hit.state}` : undefined}>
      {words}
    </mark>
  )
}

/** Where the words of a search stand in a letter, in any case, whole words but for those that end in *. */
export function findHits(text: string, typed: string): TextMark[] {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}]+\*?/gu) ?? []
  if (words.length === 0) return []
  const parts = words
    .slice(0, 20)
    .map((word) => (word.endsWith('*') ? `${word.slice(0, -1)}[\\p{L}\\p{N}]*` : word))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return [...text.matchAll(pattern)].map(({ index, 0: found }, at) => ({
    span: { start: index, end: index + found.length },
    of: '',
    look: 'hit' as const,
    state: String(at + 1),
  }))
}
