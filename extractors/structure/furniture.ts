import { beginsLower } from '../language/letter-case.ts'
import { type FrameLine, frameLineOf, isName, isOrganisation, isPageNumber } from './frame-lines.ts'
import { letterParts } from './letter-parts.ts'
import type { Line } from './lines.ts'
import { isClosing, isSigner } from './signing.ts'
import { isTitle } from './titles.ts'

/**
 * Finds the lines of a letter's body that belong to the page and not to the prose: what stands aside by its place on
 * the page, page numbers, running heads, margin blocks, image captions.
 * @param from first line of the body; lines before it are the letter's head
 * @returns for each line whether it is furniture
 */
export function findFurniture(lines: Line[], from: number): boolean[] {
  const captions = findCaptions(lines)
  const furniture = lines.map((line, at) => captions[at] === true || (line.aside === true && at >= from))
  const kinds = lines.map((line) => (line.marker && !isPageNumber(line.text) ? null : frameLineOf(line.text)))
  // where the places on the page are known, nothing but what stands at its edge is a running head
  if (lines.every((line) => line.aside === null)) markRunningHeads(lines, from, furniture)
  markPageNumbers(lines, kinds, furniture)
  markMarginBlocks(lines, kinds, from, furniture)
  markRepeatedHead(lines, from, furniture)
  markRunningTitle(lines, from, furniture)
  return furniture
}

/** Image captions, with the lines they run on to. */
function findCaptions(lines: Line[]): boolean[] {
  const captions: boolean[] = []
  for (const line of lines) {
    const runsOn = captions.at(-1) === true && !line.blankBefore && beginsLower.test(line.text)
    captions.push(runsOn || letterParts().caption.test(line.text))
  }
  return captions
}

/**
 * Marks margin blocks: runs of frame lines from a fact to a fact, names and labels between them included, with the
 * offices and labels right before and after.
 */
function markMarginBlocks(lines: Line[], kinds: FrameLine[], from: number, furniture: boolean[]): void {
  let at = from
  while (at < lines.length) {
    let end = at
    while (end < lines.length && (kinds[end] !== null || furniture[end])) end++
    if (end > at) markRun(lines, kinds, at, end, furniture)
    at = end + 1
  }
}

function markRun(lines: Line[], kinds: FrameLine[], start: number, end: number, furniture: boolean[]): void {
  const facts: number[] = []
  for (let at = start; at < end; at++) if (kinds[at] === 'strong') facts.push(at)
  let [first, last] = [facts[0], facts.at(-1)]
  if (first === undefined || last === undefined) return
  if (facts.length === 1 && continuesProse(lines, first)) return
  const beside = (at: number) => kinds[at] === 'weak' || furniture[at] === true || isOffice(lines, at)
  while (first > start && beside(first - 1)) first--
  // a lone name, say under a logo, between a page number and the block
  const loneName = kinds[first - 1] === 'name' && furniture[first - 2] === true
  if (loneName && first - 1 > start && !lines.slice(0, first).some((line) => isClosing(line.text))) first--
  while (last + 1 < end && beside(last + 1)) last++
  for (let at = first; at <= last; at++) furniture[at] = true
}

/** The name of an authority, perhaps over two lines ("ROSKILDE" "KOMMUNE"), or initials ("MNO"). */
function isOffice(lines: Line[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  const next = lines[at + 1]
  if (text.split(/ [·|] /).some(isOrganisation) || /^\p{Lu}{2,5}$/u.test(text)) return true
  const capitals = text.length >= 3 && text === text.toUpperCase() && isName(text)
  return capitals && next !== undefined && !next.blankBefore && /^KOMMUNE$/i.test(next.text)
}

/** A lone address or number that the sentence on the line before runs into. */
function continuesProse(lines: Line[], at: number): boolean {
  const line = lines[at] as Line
  const before = lines[at - 1]
  if (before === undefined || line.blankBefore) return false
  return before.text.length > 40 && !/[.!?]$/.test(before.text)
}

/** A number alone is a page number where an empty line, furniture or the page's edge surrounds it. */
function markPageNumbers(lines: Line[], kinds: FrameLine[], furniture: boolean[]): void {
  lines.forEach((line, at) => {
    if (kinds[at] === 'page-number') furniture[at] = true
    if (!/^\d{1,3}$/.test(line.text)) return
    const next = lines[at + 1]
    const atEdge = line.pageBefore || next === undefined || next.pageBefore
    const alone = line.blankBefore && (next?.blankBefore ?? true)
    if (atEdge || alone || (furniture[at - 1] ?? false) || (furniture[at + 1] ?? false)) furniture[at] = true
  })
}

const asPattern = (text: string) => text.replace(/\d+/g, '#').toLowerCase()

/** The first and last lines of pages that come back on other pages, page numbers aside. */
function markRunningHeads(lines: Line[], from: number, furniture: boolean[]): void {
  const pages: [number, number][] = []
  let start = 0
  lines.forEach((line, at) => {
    if (line.pageBefore && at > 0) {
      pages.push([start, at])
      start = at
    }
  })
  pages.push([start, lines.length])
  if (pages.length < 2) return
  const edges = pages.map(([first, last]) => edgeLines(lines, first, last))
  const counts = new Map<string, number>()
  for (const edge of edges)
    for (const text of new Set(edge.map((at) => asPattern((lines[at] as Line).text))))
      counts.set(text, (counts.get(text) ?? 0) + 1)
  for (const at of edges.flat())
    if (at >= from && (counts.get(asPattern((lines[at] as Line).text)) ?? 0) >= 2) furniture[at] = true
}

/** The up to three short lines at the top and at the bottom of a page. */
function edgeLines(lines: Line[], first: number, last: number): number[] {
  const edge: number[] = []
  for (let at = first; at < Math.min(first + 3, last); at++) edge.push(at)
  for (let at = Math.max(first + 3, last - 3); at < last; at++) edge.push(at)
  return edge.filter((at) => {
    const { text, marker } = lines[at] as Line
    const cells = text.split('\t').length
    const inTable = cells > 1 && lines[at + 1]?.text.split('\t').length === cells
    return text.length <= 90 && !marker && !inTable && !isSigner(text) && !/[.!?:;,]$/.test(text)
  })
}

/** An office's name or a fact from the letter's head that stands again in its body. */
function markRepeatedHead(lines: Line[], from: number, furniture: boolean[]): void {
  const head = new Set(lines.slice(0, from).map((line) => line.text))
  for (let at = from; at < lines.length; at++) {
    const { text } = lines[at] as Line
    if (!head.has(text)) continue
    if (isOffice(lines, at) || frameLineOf(text) === 'strong') furniture[at] = true
  }
}

/** A title at the edge of every page, above the first page's letterhead, where the letter has a subject besides. */
function markRunningTitle(lines: Line[], from: number, furniture: boolean[]): void {
  const isAbout = ({ text }: Line) => isTitle(text) || letterParts().subjectLabel.test(text)
  const head = lines.slice(0, from)
  const mayBeSubject = ({ text }: Line) => text.length >= 25 && frameLineOf(text) === null
  if (!head.some((line) => line.aside === false && (isAbout(line) || mayBeSubject(line)))) return
  const running = new Set(lines.slice(from).flatMap((line) => (line.aside === true ? line.text : [])))
  head.forEach((line, at) => {
    if (line.aside === true && running.has(line.text) && isAbout(line)) furniture[at] = true
  })
}
