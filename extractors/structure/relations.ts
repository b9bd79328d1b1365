import type { BlockKind } from '../../schemas/letter-text.ts'
import { latin } from '../language/latin.ts'
import { threeLetters } from '../language/letter-case.ts'
import type { Marker } from './list-markers.ts'
import type { Unit } from './units.ts'

export type Relations = { level: number[]; parent: (number | null)[]; heading: (number | null)[] }

type OpenItem = { at: number; indent: number; style: string }

/** Levels of headings and items, which block introduces each item, and which heading governs each block. */
export function relate(units: Unit[], kinds: BlockKind[]): Relations {
  const level = units.map(() => 0)
  const parent: (number | null)[] = units.map(() => null)
  const heading: (number | null)[] = units.map(() => null)
  const ranks = [...new Set(units.filter((_, at) => kinds[at] === 'heading').map(rankOf))]
  const headings: number[] = []
  let open: OpenItem[] = []
  let intro: number | null = null
  let sinceItem = Infinity
  units.forEach((unit, at) => {
    const kind = kinds[at]
    if (kind === 'furniture') return
    if (kind === 'heading') {
      level[at] = ranks.filter((other) => other < rankOf(unit)).length + 1
      while (headings.length > 0 && (level[headings.at(-1) as number] as number) >= (level[at] as number))
        headings.pop()
      heading[at] = headings.at(-1) ?? null
      headings.push(at)
      open = []
      intro = null
      sinceItem = Infinity
      return
    }
    if (kind === 'closing' || kind === 'signature') {
      headings.length = 0
      open = []
      intro = null
      return
    }
    if (kind === 'item' || kind === 'row' || kind === 'paragraph') heading[at] = headings.at(-1) ?? null
    if (kind === 'item') {
      const before = open.at(-1)
      const announced = before !== undefined && units[before.at]?.text.endsWith(':') === true
      open = closeItems(open, unit, announced)
      level[at] = open.length
      const outer = open.at(-1)
      parent[at] = outer ? outer.at : intro
      open = [...open, { at, indent: unit.indent, style: styleOf(unit.marker) }]
      sinceItem = 0
    } else if (kind === 'row') {
      parent[at] = intro
    } else if (kind === 'paragraph') {
      sinceItem++
      const introduces = unit.text.endsWith(':') || startsList(units, kinds, at)
      if (introduces) intro = at
      if (introduces || sinceItem > 2) open = []
      if (!introduces && sinceItem > 2) intro = null
    }
  })
  return { level, parent, heading }
}

/** A paragraph without a full stop right before a list introduces it, as one with a colon does. */
function startsList(units: Unit[], kinds: BlockKind[], at: number): boolean {
  if (/[.!?]$/.test(units[at]?.text ?? '')) return false
  let next = at + 1
  while (kinds[next] === 'furniture') next++
  return kinds[next] === 'item'
}

/**
 * The open items that the next one lies inside of: those indented less, and one indented as much when it announces
 * items of another kind ("og har:") or the list goes on below it without an empty line.
 */
function closeItems(open: OpenItem[], unit: Unit, announced: boolean): OpenItem[] {
  const style = styleOf(unit.marker)
  const sibling = open.findIndex((item) => item.style === style && item.indent === unit.indent)
  if (sibling >= 0) return open.slice(0, sibling)
  const last = open.at(-1)
  const nests = last !== undefined && last.indent === unit.indent && last.style !== style
  if (nests && (announced || !unit.blankBefore)) return open
  return open.filter((item) => item.indent < unit.indent)
}

const letters = latin(/[\p{L}\p{N}]+/u)
function styleOf(marker: Marker | null): string {
  if (!marker) return ''
  if (marker.kind === 'bullet') return `bullet ${marker.bullet}`
  if (marker.kind === 'decimal') return `decimal ${marker.depth}`
  return `${marker.kind} ${marker.marker.replace(letters, 'x')}`
}

/** Depth of a heading: by its #s, its number, capitals; a plain one lies below the numbered and capital ones. */
function rankOf(unit: Unit): number {
  const { marker, text } = unit
  if (marker?.kind === 'hash') return marker.marker.length
  if (text === text.toUpperCase() && threeLetters.test(text)) return 10
  if (marker?.kind === 'decimal') return 12 + marker.depth
  if (marker) return 11
  return 20
}
