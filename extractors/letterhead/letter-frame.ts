import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import type { BlockKind, LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { beginsUpper } from '../language/letter-case.ts'
import { matchesIn } from '../language/matches.ts'
import { isProse, joinWrapped } from './join-wrapped.ts'

/** A stretch of the letter's text: `text` is the slice [start, end). */
export type Piece = Span & { text: string }
/** One logical line with its cells or columns: a line without columns has itself as its only part. */
export type Line = Piece & { index: number; kind: BlockKind; parts: Piece[] }

/**
 * The letter as its frame sees it: `head` is what stands before the body and beside it (letterhead, margin columns,
 * page furniture), `body` the running text with wrapped lines joined, `foot` what follows the closing words (empty when there are none).
 */
export type Frame = {
  text: string
  lines: Line[]
  head: Line[]
  body: Line[]
  foot: Line[]
  salutation: Line | null
  closing: Line | null
}

const signing = z.object({
  note: z.string(),
  closings: z.array(z.string()),
  onBehalf: z.array(z.string()),
  signed: z.array(z.string()),
  ends: z.array(z.string()),
  skips: z.array(z.string()),
})
let loaded: z.infer<typeof signing> | undefined
/** The words of `data/signing.json`. */
export const signingWords = () => {
  loaded ??= loadData('letterhead/signing.json', signing)
  return loaded
}

const betweenWords = latin(/[^\p{L}\p{N}]+/gu)
/** Lower case, only letters and digits, single spaces: what phrases of the data files are compared with. */
export const plainWords = (text: string): string => text.toLowerCase().replace(betweenWords, ' ').trim()

const asL = latin(/(?<=\p{L})[I1|]/gu)
const asO = latin(/(?<=\p{L})0/gu)
/** What a scan made of l and o inside a word: "hiIsen", "hi1sen". */
const unscanned = (word: string) => (/[I1|0]/.test(word) ? word.replace(asL, 'l').replace(asO, 'o') : word)

let starts: Set<string> | undefined
/** The words that closings begin with. */
const closingStarts = () => {
  starts ??= new Set(signingWords().closings.map((closing) => closing.split(' ')[0] ?? ''))
  return starts
}

const firstWord = latin(/[\p{L}\p{N}]+/u)
const eachWord = latin(/[\p{L}\p{N}]+/gu)
/**
 * How many characters of a line are words of goodbye ("Med venlig hilsen, Jens Ive": 17), 0 when it is no closing.
 * What follows must be nothing or the signer, so a sentence about greetings is none.
 */
export function closingLength(text: string): number {
  if (text.length > 120 || !closingStarts().has(unscanned(firstWord.exec(text)?.[0] ?? '').toLowerCase()))
    return 0
  const words = matchesIn(text, eachWord)
  const read = words.map((word) => unscanned(word[0]).toLowerCase())
  for (let count = Math.min(words.length, 7); count > 0; count--) {
    if (!signingWords().closings.includes(read.slice(0, count).join(' '))) continue
    const last = words[count - 1]
    const next = words[count]
    if (next && !beginsUpper.test(next[0])) return 0
    return last ? last.index + last[0].length : 0
  }
  return 0
}

const salutationStart = latin(
  /^[\s*#_]*(?:kære|kaere|hej|goddag|til rette vedkommende|høstærede|ærede|dear|hr\.|fru)(?!\p{L})/iu,
)

/** A line that greets the reader: "Kære minister", "Hej Lone". */
export const isSalutation = (line: Line): boolean =>
  line.kind === 'salutation' || (salutationStart.test(line.text) && line.text.length < 120)

/** Running text: a sentence or longer, as against a line of the frame. */
export const isSentence = (text: string): boolean =>
  text.length > 160 || (text.length > 55 && (endsAsSentence(text.trimEnd()) || endsInFigure(text)))

const smallWords = latin(/(?<!\p{L})\p{Ll}{2,}/gu)
/** "... inden udgangen af 2018.": a stop behind a figure ends a sentence where enough words stand before it. */
const endsInFigure = (text: string): boolean =>
  /\d[.!?]["”»)]?\s*$/.test(text) && (text.match(smallWords)?.length ?? 0) >= 6

const endsInWord = latin(/\p{Ll}{2}$/u)
/** A word in small letters and a stop end it, closing marks aside. Read from the end, for lines are long. */
function endsAsSentence(line: string): boolean {
  let end = line.length
  while (end > 0 && '”"’)*'.includes(line[end - 1] as string)) end--
  return '.!?:'.includes(line[end - 1] ?? ' ') && endsInWord.test(line.slice(Math.max(0, end - 3), end - 1))
}

function partsOf(text: string, start: number, cells: Span[]): Piece[] {
  if (cells.length > 1) {
    return cells.map((cell) => ({ ...cell, text: text.slice(cell.start - start, cell.end - start) }))
  }
  if (!/\t|^ | [ \t]| $/.test(text)) return [{ start, end: start + text.length, text }]
  const parts: Piece[] = []
  const add = (from: number, to: number) => {
    if (to > from) parts.push({ start: start + from, end: start + to, text: text.slice(from, to) })
  }
  // not by one pattern of words and single spaces: on a line of some megabytes that runs out of stack
  let from = 0
  for (const { 0: gap, index } of matchesIn(text, /\t[\t ]*| [\t ]+|^ | $/g)) {
    add(from, index)
    from = index + gap.length
  }
  add(from, text.length)
  return parts
}

/** Looks at a letter as lines in three zones. Blocks in `quoted` letters are left out. */
export function frameOf(letter: LetterText): Frame {
  const lines: Line[] = []
  letter.blocks.forEach((block, index) => {
    const { start, end } = block.span
    const text = letter.text.slice(start, end)
    if (block.kind === 'quoted' || !text.trim()) return
    lines.push({ start, end, text, index, kind: block.kind, parts: partsOf(text, start, block.cells) })
  })
  const greeting = lines.findIndex(isSalutation)
  const firstSentence = lines.findIndex(
    (line) =>
      line.kind !== 'letterhead' && (isSentence(line.text) || (line.kind !== 'heading' && isProse(line))),
  )
  const bodyStart = greeting >= 0 ? greeting + 1 : firstSentence < 0 ? lines.length : firstSentence
  const closingAt = lastClosing(lines, bodyStart)
  const bodyEnd = closingAt < 0 ? lines.length : closingAt
  const beside = (line: Line, at: number) =>
    line.kind === 'furniture' ||
    (line.kind === 'letterhead' && !isProse(line) && !isProse(lines[at - 1] ?? line))
  return {
    text: letter.text,
    lines,
    head: lines.filter(
      (line, at) => (at < bodyStart && at !== greeting) || (at < bodyEnd && beside(line, at)),
    ),
    body: joinWrapped(lines.filter((line, at) => at >= bodyStart && at < bodyEnd && !beside(line, at))),
    foot: closingAt < 0 ? [] : lines.slice(closingAt),
    salutation: lines[greeting] ?? null,
    closing: lines[closingAt] ?? null,
  }
}

/** The first closing after the body's start; where a page break repeats it at once, the repetition. */
function lastClosing(lines: Line[], bodyStart: number): number {
  const isClosing = (line: Line) => closingLength(line.text) > 0
  let at = lines.findIndex((line, index) => index >= bodyStart && isClosing(line))
  if (at < 0) at = lines.findIndex((line) => line.kind === 'closing' && isClosing(line))
  for (let next = at + 1; at >= 0 && next < lines.length; next++) {
    const line = lines[next]
    if (!line || (line.kind !== 'furniture' && !isClosing(line))) break
    if (isClosing(line)) at = next
  }
  return at
}
