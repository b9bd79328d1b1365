import { abbreviations } from '../language/abbreviations.ts'
import { latin } from '../language/latin.ts'
import { firstLetters } from '../language/letter-case.ts'
import { letterParts } from './letter-parts.ts'

export type MarkerKind =
  | 'hash'
  | 'bullet'
  | 'number'
  | 'decimal'
  | 'parenthesis'
  | 'letter'
  | 'capital'
  | 'roman'
  | 'at'

/**
 * What stands before the text of a list item or numbered heading. `marker` is as written, `length` counts it with the
 * space after it, `bullet` tells bullets of different shape apart, `value` is the number or place in the alphabet.
 */
export type Marker = {
  kind: MarkerKind
  marker: string
  length: number
  bullet: string
  value: number
  depth: number
}

const patterns: [MarkerKind, RegExp][] = [
  ['hash', /^(#{1,6})\s+/],
  [
    'bullet',
    /^([-–—*+•·∙▪▫■□●○◦‣⁃➢➤►✓✔→\uf0b7\uf0a7\uf0d8\uf02d]|o(?=\s))(?:\s+|(?<=[•·∙▪▫■□●○◦‣➢➤►✓✔\uf0b7\uf0a7\uf0d8]))(?=\S)/u,
  ],
  // "2.1.3", and "A.1" or "A1." of a plan
  [
    'decimal',
    latin(
      /^((?:\d{1,2}(?:\.\d{1,2}){1,3}|[A-H]\.\d{1,2}|[A-H]\d{1,2}(?=[.)]))[.)]?)\s+(?=[\p{L}"”“»('§\d])/u,
    ),
  ],
  ['number', /^(\d{1,2}[.)])\s+(?=\S)/],
  ['parenthesis', latin(/^(\((?:\d{1,2}|\p{Ll}|[ivx]{1,4})\))\s+(?=\S)/u)],
  ['roman', /^([ivx]{2,4}[.)]|[IVX]{1,4}[.)])\s+(?=\S)/],
  ['letter', latin(/^(\p{Ll}[.)])\s+(?=\S)/u)],
  // "H. P. Jensen" is a name
  ['capital', latin(/^(\p{Lu}\)|[A-H]\.(?!\s\p{Lu}\.\s))\s+(?=\S)/u)],
]

/** Most lines begin with a word that is no Roman number. */
const beginsWithWord = /^[a-zæøå](?:[a-hj-uwyzæøå]|[a-zæøå]{4})/i

/** The marker that a line begins with, or null. An ordinal ("1. maj", "3. kvartal", "9. og 10. juni") is none. */
export function markerOf(text: string): Marker | null {
  if (beginsWithWord.test(text)) return null
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(text)
    if (!match) continue
    const marker = match[1] as string
    if (kind === 'number' && isOrdinal(text.slice(match[0].length), marker)) return null
    return {
      kind,
      marker,
      length: match[0].length,
      bullet: kind === 'bullet' ? marker : '',
      value: placeOf(kind, marker),
      depth: kind === 'decimal' ? marker.replace(/[.)]$/, '').split(/\.|(?<=^[A-H])(?=\d)/).length : 1,
    }
  }
  return null
}

function isOrdinal(rest: string, marker: string): boolean {
  if (!marker.endsWith('.')) return false
  const word = firstLetters.exec(rest)?.[0] ?? ''
  return (
    abbreviations().months.has(word.toLowerCase()) ||
    letterParts().ordinalNoun.test(rest) ||
    /^\d/.test(rest) ||
    twoOrdinals.test(rest)
  )
}

/** "og 10. november", behind "9." */
const twoOrdinals = /^(?:og|eller|til|[-–]) ?\d{1,2}\./

function placeOf(kind: MarkerKind, marker: string): number {
  const inner = marker.replace(/[().:]/g, '')
  if (kind === 'number' || (kind === 'parenthesis' && /^\d/.test(inner))) return Number(inner)
  if (kind === 'decimal') return Number(/\d+(?=[.)]?$)/.exec(marker)?.[0])
  if (kind === 'letter' || kind === 'capital' || kind === 'parenthesis')
    return inner.toLowerCase().charCodeAt(0) - 96
  return 0
}
