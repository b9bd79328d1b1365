import type { Placement } from '../../schemas/case.ts'
import type { CaseNode } from './case-node.ts'
import { fitsMention } from './fits-mention.ts'
import { caseWords } from './matter.ts'

/** The letters of one case, and why each stands in it. */
export type Thread = { node: CaseNode; placedBy: Placement }[]

type Edge = { a: CaseNode; b: CaseNode; why: Placement }
const strongest: Placement[] = ['answer', 'reference', 'case-number', 'matter']

/**
 * Threads letters into cases, municipality by municipality. What ties two letters is, from the strongest on: a person's
 * decision, that one answers the other, that one names the other's day or both name the same letter, a case number they
 * share. What is then left apart is joined where it is about the same matter and close in time.
 * @param nodes in the order of their dates
 */
export function threadLetters(nodes: CaseNode[]): Thread[] {
  const groups = new Map<string, CaseNode[]>()
  for (const node of nodes)
    groups.set(node.municipality.code, [...(groups.get(node.municipality.code) ?? []), node])
  return [...groups.values()].flatMap(threadMunicipality)
}

function threadMunicipality(nodes: CaseNode[]): Thread[] {
  const free = nodes.filter(({ placed }) => !placed)
  const edges = pairs(free, tie)
  for (let join = closestOfOneMatter(components(free, edges)); join; ) {
    const [one, other] = join
    // A letter that nothing else ties stands there for its matter.
    for (const node of [...one, ...other]) edges.push({ a: node, b: node, why: 'matter' })
    for (const b of other) if (one[0]) edges.push({ a: one[0], b, why: 'matter' })
    join = closestOfOneMatter(components(free, edges))
  }
  edges.push(...pairs(nodes, decided))
  return components(nodes, edges).map((part) =>
    part.map((node) => {
      const mine = edges.filter(({ a, b }) => a === node || b === node).map(({ why }) => why)
      const own = strongest.find((why) => mine.includes(why)) ?? 'alone'
      return { node, placedBy: node.placed ? 'person' : own }
    }),
  )
}

function pairs(nodes: CaseNode[], why: (a: CaseNode, b: CaseNode) => Placement | null): Edge[] {
  return nodes.flatMap((a, at) =>
    nodes.slice(at + 1).flatMap((b): Edge[] => {
      const found = why(a, b)
      return found ? [{ a, b, why: found }] : []
    }),
  )
}

/** Whether a person put one of two letters in the case of the other. */
const decided = (a: CaseNode, b: CaseNode): Placement | null =>
  a.placed?.with === b.entry.letter.id || b.placed?.with === a.entry.letter.id ? 'person' : null

/** What ties two letters of one municipality; null when nothing does. */
function tie(a: CaseNode, b: CaseNode): Placement | null {
  const [first, second] = [a.entry.letter, b.entry.letter]
  if (first.linked.some(({ id }) => id === second.id)) return 'answer'
  if (names(a, b) || names(b, a) || nameTheSame(a, b)) return 'reference'
  const numbers = new Set(first.caseNumbers.map(plainNumber))
  return second.caseNumbers.some((number) => numbers.has(plainNumber(number))) ? 'case-number' : null
}

const plainNumber = (number: string): string => number.replace(/\s+/g, '').toLowerCase()

/** Whether a letter speaks of the other one: by its day, or about the same matter by a time that fits it. */
const names = (a: CaseNode, b: CaseNode): boolean =>
  a.mentions.some(({ value }) => {
    const { date } = b.entry.letter
    const fit = value.toAll ? null : fitsMention(value, { from: b.from, date, period: null, here: true })
    const differs = a.matter && b.matter && a.matter.code !== b.matter.code
    return fit === 'day' || (fit !== null && !differs)
  })

/** Whether both speak of a letter of the same day. */
const nameTheSame = (a: CaseNode, b: CaseNode): boolean => {
  const days = ({ mentions }: CaseNode) =>
    mentions.flatMap(({ value: { toAll, start, end } }) => (!toAll && start && start === end ? [start] : []))
  const of = new Set(days(a))
  return days(b).some((day) => of.has(day))
}

/** The nodes that edges hold together, each part in the order of the nodes. */
function components(nodes: CaseNode[], edges: Edge[]): CaseNode[][] {
  const part = new Map(nodes.map((node) => [node, node]))
  const root = (node: CaseNode): CaseNode => {
    const up = part.get(node) ?? node
    return up === node ? node : root(up)
  }
  for (const { a, b } of edges) part.set(root(b), root(a))
  const parts = new Map<CaseNode, CaseNode[]>()
  for (const node of nodes) parts.set(root(node), [...(parts.get(root(node)) ?? []), node])
  return [...parts.values()]
}

/** The two parts about the same matter that lie closest in time, when they are close enough; null when none are. */
function closestOfOneMatter(parts: CaseNode[][]): [CaseNode[], CaseNode[]] | null {
  let best: { pair: [CaseNode[], CaseNode[]]; gap: number } | null = null
  for (const [at, a] of parts.entries())
    for (const b of parts.slice(at + 1)) {
      const gap = gapOf(a, b)
      if (gap > caseWords().closeDays || !sameMatter(a, b)) continue
      if (!best || gap < best.gap) best = { pair: [a, b], gap }
    }
  return best?.pair ?? null
}

/** Days between two parts; 0 when they overlap. An undated letter may be of any day. */
function gapOf(a: CaseNode[], b: CaseNode[]): number {
  const range = (part: CaseNode[]) => {
    const dates = part.flatMap(({ entry }) => entry.letter.date ?? []).sort()
    return { first: dates[0], last: dates.at(-1) }
  }
  const [one, other] = [range(a), range(b)]
  if (!one.first || !one.last || !other.first || !other.last) return 0
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
  return Math.max(0, days(one.last, other.first), days(other.last, one.first))
}

function sameMatter(a: CaseNode[], b: CaseNode[]): boolean {
  const codes = (part: CaseNode[]) => new Set(part.flatMap(({ matter }) => matter?.code ?? []))
  const [one, other] = [codes(a), codes(b)]
  if (one.size > 0 && other.size > 0) return [...one].some((code) => other.has(code))
  // A letter that does not say what it is about goes with the others unless it speaks of letters of its own.
  const silent = one.size === 0 ? a : b
  return silent.every(({ mentions }) => mentions.length === 0)
}
