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
  row: 'l-row',
  closing: 'l-paragraph',
  signature: 'l-head',
  furniture: 'l-furniture',
  quoted: 'l-quoted',
}

/** A letter's text block by block, with marks over the words that something was found in. */
export function LetterTextView({ text, marks, numbers }: Props) {
  return (
    <div class="letter-text" lang="da">
      {text.blocks.map((block) => (
        <p class={`${looks[block.kind]} level-${Math.min(block.level, 4)}`} data-start={block.span.start}>
          {block.marker && <span class="marker">{block.marker} </span>}
          {pieces(text.text, block.span, marks, numbers)}
        </p>
      ))}
    </div>
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
