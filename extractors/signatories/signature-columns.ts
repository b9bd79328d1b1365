import { latin } from '../language/latin.ts'
import { beginsLower, endsBroken } from '../language/letter-case.ts'
import { closingLength, type Line, type Piece } from '../letterhead/letter-frame.ts'
import { isTitle } from './job-titles.ts'
import { isPersonName, splitNames } from './person-names.ts'
import { nameAndTitle, readSegment } from './read-segment.ts'

/**
 * Reads the lines of a signature block in the order a person would: signers that stand side by side one after the
 * other, each with what stands below; a title that runs over two lines as one piece.
 */
export function signatureOrder(lines: Line[]): Piece[] {
  const pieces: Piece[] = []
  let columns: Piece[][] = []
  const flush = () => {
    pieces.push(...columns.flatMap(joinRunOn))
    columns = []
  }
  for (const [at, line] of lines.entries()) {
    const parts = withoutClosing(splitLost(line.parts.flatMap(atMarks), columns, lines[at + 1]))
    if (parts.length === 0) continue
    if (parts.length > 1 && parts.length === columns.length) {
      for (const [at, part] of parts.entries()) columns[at]?.push(part)
      continue
    }
    if (columns.length > 1 && parts.length === 1 && parts[0] && continues(columns, parts[0])) continue
    if (parts.length > 1 && !isNameBesideTitle(parts)) {
      flush()
      columns = parts.map((part) => [part])
      continue
    }
    if (columns.length > 1) flush()
    const [column] = columns
    if (column) column.push(...parts)
    else columns = [[...parts]]
  }
  flush()
  return pieces
}

const isNameBesideTitle = (parts: Piece[]) =>
  parts.length === 2 &&
  parts.some((part) => isTitle(part.text)) &&
  parts.some((part) => isPersonName(part.text))

const onBehalfMark = latin(/\s(?=(?:e\.\s?b\.|f\.?\s?\/|p\.\s?v\.|p\.\s?b\.\s?v\.|pva\.)\s*\p{Lu})/iu)
/** "Borgmester e.b. Hanne Kofoed": what stands before the mark belongs to another signer. */
function atMarks(part: Piece): Piece[] {
  const at = onBehalfMark.exec(part.text)?.index ?? -1
  if (at < 0) return [part]
  const from = part.start + at + 1
  return [
    { text: part.text.slice(0, at), start: part.start, end: from - 1 },
    { text: part.text.slice(at + 1), start: from, end: part.end },
  ]
}

const letterOrDigit = latin(/[\p{L}\p{N}]/u)
/** The closing words are no signer, but the signer may stand after them on the same line. */
function withoutClosing(parts: Piece[]): Piece[] {
  return parts.flatMap((part) => {
    const length = closingLength(part.text)
    if (length === 0) return letterOrDigit.test(part.text) ? [part] : []
    const rest = part.text.slice(length).replace(/^[\s,.:!*_]+/u, '')
    return rest ? [{ text: rest, start: part.end - rest.length, end: part.end }] : []
  })
}

/** A line under columns that ends one of their titles: the column whose last piece is cut ("Beskæftigelses-"). */
function continues(columns: Piece[][], piece: Piece): boolean {
  const open = columns.find((column) => /(?:-|,| og| for| i| af)$/u.test(column.at(-1)?.text ?? ''))
  if (!open || (!beginsLower.test(piece.text) && readSegment(piece).role !== 'other')) return false
  open.push(piece)
  return true
}

/** Several names, or titles, in a line that lost its columns; the titles below tell how many names there are. */
function splitLost(parts: Piece[], columns: Piece[][], below: Line | undefined): Piece[] {
  const [only] = parts
  if (parts.length !== 1 || !only) return parts
  const texts =
    joinedNames(only.text) ??
    titlesOf(only.text, columns.length) ??
    splitNames(only.text, wordTitles(below?.text ?? ''))
  if (!texts) return parts
  let from = 0
  return texts.map((text) => {
    const at = only.text.indexOf(text, from)
    from = at + text.length
    return { text, start: only.start + at, end: only.start + from }
  })
}

/** "Jens Ive og Birgitte N. Lundgren". */
function joinedNames(text: string): string[] | null {
  const names = text.split(/\s+(?:og|&|\/)\s+/u)
  return names.length > 1 && names.every((name) => nameAndTitle(name)?.name) ? names : null
}

/** How many titles of one word a line holds, 0 when it holds anything else. */
function wordTitles(text: string): number {
  const words = text.trim().split(/\s+/)
  return words.length > 1 && words.every(isTitle) ? words.length : 0
}

const titlesOf = (text: string, count: number) =>
  count > 1 && wordTitles(text) === count ? text.trim().split(/\s+/) : null

const titleGoesOn = latin(/^(?:\p{Ll}|&)/u)
const joint = latin(/^(?:og|eller|samt)(?!\p{L})/u)
/** A name, or "e.b." over the name of who signs. */
function opensSigner(piece: Piece): boolean {
  const { name, onBehalf } = readSegment(piece)
  return name !== null || onBehalf
}

/** Joins a title that runs on to the next line: "Formand for Beskæftigelses-" + "og Socialudvalget". */
function joinRunOn(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    const runsOn = before && isTitle(before.text) && titleGoesOn.test(piece.text) && !isTitle(piece.text)
    const cut = before && isTitle(before.text) && /(?:-|,| og| for| i| af| ved| &)$/u.test(before.text)
    if (
      !before ||
      !(runsOn || cut) ||
      opensSigner(piece) ||
      piece.text.length > 60 ||
      /[@\d]|^(?:e-?mail|tlf|www|mail)/iu.test(piece.text)
    ) {
      joined.push(piece)
      continue
    }
    const hyphenated = endsBroken.test(before.text) && beginsLower.test(piece.text) && !joint.test(piece.text)
    const text = hyphenated ? before.text.slice(0, -1) + piece.text : `${before.text} ${piece.text}`
    joined[joined.length - 1] = { text, start: before.start, end: piece.end }
  }
  return joined
}
