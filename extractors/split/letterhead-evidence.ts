import { latin } from '../language/latin.ts'
import type { FileLine, FileLineKind } from './file-lines.ts'

/** The kinds of line that a letter's head can be made of. */
export const headKinds = new Set<FileLineKind>([
  'recipient',
  'mail',
  'title',
  'date',
  'fact',
  'hours',
  'page-number',
  'signer',
  'role',
  'office',
  'other',
  'caption',
])

const weights: Partial<Record<FileLineKind, number>> = {
  recipient: 2,
  date: 2,
  mail: 2,
  title: 1,
  fact: 1,
  office: 1,
}

/**
 * How much speaks for a letterhead between `start` and the first line of its body: each kind of line counts once, and
 * what the letter before (from `from`) has shown already is a running head and does not count. 3 is good evidence.
 */
export function headEvidence(lines: FileLine[], from: number, start: number, body: number): number {
  const before = lines.slice(Math.max(from, start - 500), start)
  const kinds = new Set<FileLineKind>()
  const first = lines[start] as FileLine
  let evidence = first.pageBefore || first.blanks >= 2 ? 1 : 0
  // where the pages are known, the margin column of the first page may come after its prose
  const to = first.pageBefore ? endOfPage(lines, start) : Math.min(body + 1, lines.length)
  for (let at = start; at < to; at++) {
    const line = lines[at] as FileLine
    const weight = weights[line.kind]
    if (weight === undefined || kinds.has(line.kind) || (at > body && line.kind === 'title')) continue
    if (line.kind !== 'recipient' && before.some(({ text }) => text === line.text)) continue
    kinds.add(line.kind)
    evidence += weight
  }
  return evidence
}

function endOfPage(lines: FileLine[], start: number): number {
  let end = start + 1
  while (end < lines.length && !lines[end]?.pageBefore) end++
  return end
}

const postalTown = latin(/(?:^|[,·] ?)(\d{4}) \p{Lu}\p{Ll}/u)
/** Whether a head names both ends: "Til ...", or the postal towns of sender and recipient. A margin block names one. */
export function namesBothEnds(head: FileLine[]): boolean {
  const towns = head.map((line) => postalTown.exec(line.text)?.[1])
  const different = new Set(towns.filter((town) => town !== undefined))
  return different.size >= 2 || head.some((line) => line.kind === 'recipient')
}
